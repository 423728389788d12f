/** Facilities of the county and their wards. */
import { type Point, rounded, shared } from "../placing/geometry.ts";
import type { Cells } from "../placing/tables.ts";

/** A facility of the county. */
export interface CountyFacility {
  /** Identifier. */
  readonly id: string;
  /** Name in English. */
  readonly en: string;
  /** Name in Chinese. */
  readonly zh: string;
  /** Kind. */
  readonly kind: "primary" | "hospital";
  /** Tier [-]. */
  readonly tier: 1 | 2 | 3;
  /** True for a tertiary general hospital. */
  readonly general: boolean;
  /** District. */
  readonly district: "county" | "outside";
  /** Place [deg]. */
  readonly at: Point;
  /** Beds, ICU and sub-ICU beds included [beds]. */
  readonly beds: number;
  /** ICU beds, and as many sub-ICU beds [beds]. */
  readonly icu: number;
  /** Convertible ICU beds [beds]. */
  readonly convertible: number;
  /** Fever clinic: physicians [persons], opening and closing hour [h]. */
  readonly clinic: readonly [number, number, number];
  /** Capabilities. */
  readonly can: readonly string[];
}

type Average = (quantity: string) => number;

/** Where the county's facilities stand. */
interface Places {
  readonly townships: readonly { readonly number: number; readonly at: Point }[];
  readonly seat: Point;
  readonly outside: Point;
}

/** Health centres of the townships. */
function centres(average: Average, { townships }: Places): CountyFacility[] {
  const beds = Math.round(townships.length * average("beds_per_township_centre"));
  const each = shared(beds, townships.map(() => 1));
  return townships.map(({ number, at }, index) => ({
    id: `township-centre-${number}`,
    en: `Health centre of township ${number} (synthetic)`,
    zh: `第${number}乡镇卫生院（虚构）`,
    kind: "primary",
    tier: 1,
    general: false,
    district: "county",
    at,
    beds: each[index],
    icu: 0,
    convertible: 0,
    clinic: [average("fever_physicians_primary"), 8, 20],
    can: [],
  }));
}

/** All facilities: township health centres, the two county hospitals, the hospital outside. */
export function countyFacilities(average: Average, places: Places): CountyFacility[] {
  const primary = centres(average, places);
  const people = average("residents");
  const [county, tcm] = [average("beds_county_hospital"), average("beds_tcm_hospital")];
  const all = Math.round((people / 1000) * average("beds_per_1000"));
  const left = all - county - tcm - primary.reduce((sum, { beds }) => sum + beds, 0);
  const icu = Math.round((people / 1e5) * average("icu_beds_per_100000"));
  const late = Math.round((people / 1e5) * average("icu_beds_per_100000_late"));
  const [icuCounty, icuTcm] = [average("icu_county_hospital"), average("icu_tcm_hospital")];
  const convertible = average("convertible_county_hospital");
  const hospital = {
    kind: "hospital",
    tier: 2,
    general: false,
    district: "county",
    clinic: [average("fever_physicians_hospital"), 0, 24],
  } as const;
  const [lon, lat] = places.seat;
  return [
    ...primary,
    {
      ...hospital,
      id: "county-hospital",
      en: "County hospital (synthetic)",
      zh: "县人民医院（虚构）",
      at: rounded([lon + 0.01, lat + 0.005]),
      beds: county,
      icu: icuCounty,
      convertible,
      can: ["dialysis", "cardiology", "surgery"],
    },
    {
      ...hospital,
      id: "county-tcm-hospital",
      en: "County hospital of traditional Chinese medicine (synthetic)",
      zh: "县中医院（虚构）",
      at: rounded([lon - 0.01, lat - 0.005]),
      beds: tcm,
      icu: icuTcm,
      convertible: 0,
      can: ["dialysis"],
    },
    {
      ...hospital,
      id: "hospital-outside",
      en: "Share of the hospitals of the city outside (synthetic)",
      zh: "县外市级医院所占份额（虚构）",
      tier: 3,
      general: true,
      district: "outside",
      at: places.outside,
      beds: left,
      icu: icu - icuCounty - icuTcm,
      convertible: late - icu - convertible,
      can: ["dialysis", "cardiology", "oncology", "surgery", "neurology"],
    },
  ];
}

/** Rows of `wards.csv` of one facility; all wards are shared. */
export function wardsOf({ id, beds, icu, convertible }: CountyFacility, average: Average): Cells[] {
  const ward = (type: string, size: number, spare = 0): Cells[] =>
    size === 0 ? [] : [{
      facility: id,
      type,
      use: "shared",
      beds: size,
      convertible_beds: spare,
      physicians: Math.ceil((size + spare) * average(`physicians_per_${type}_bed`) - 1e-9),
      nurses: Math.ceil((size + spare) * average(`nurses_per_${type}_bed`) - 1e-9),
    }];
  return [
    ...ward("general", beds - 2 * icu),
    ...ward("sub_icu", icu),
    ...ward("icu", icu, convertible),
  ];
}
