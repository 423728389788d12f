/** Rows of the tables of facilities and wards. */
import type { Facts } from "./facts.ts";
import type { PlacedFacility } from "./placed.ts";

/** A row of a table. */
export type Cells = Record<string, string | number | boolean>;

/** Share of a facility's beds that are ICU beds [-]. */
function icuShare({ class: kind }: PlacedFacility, { assumed }: Facts): number {
  if (kind === "designated_municipal" || kind === "designated_district") {
    return assumed("icu_share_designated");
  }
  if (kind === "tertiary") return assumed("icu_share_tertiary");
  return kind === "secondary" ? assumed("icu_share_secondary") : 0;
}

/** Share of a facility's general beds kept for COVID cases [-]. */
function covidShare({ class: kind }: PlacedFacility, { assumed }: Facts): number {
  if (kind === "designated_municipal" || kind === "shelter" || kind === "screening") return 1;
  return kind === "designated_district" ? assumed("covid_share_of_general_district_designated") : 0;
}

/** Tier of a facility [-]. */
function tierOf({ class: kind }: PlacedFacility): number {
  if (kind === "centre" || kind === "first_level") return 1;
  return kind === "tertiary" || kind === "designated_municipal" ? 3 : 2;
}

/** Rows of `wards.csv` of one facility. */
export function wardRows(facility: PlacedFacility, facts: Facts): Cells[] {
  const { assumed } = facts;
  const { class: kind, beds } = facility;
  const icu = Math.round(icuShare(facility, facts) * beds);
  const convertible = tierOf(facility) === 3
    ? Math.round(assumed("convertible_icu_share_tertiary") * beds)
    : 0;
  const general = beds - 2 * icu;
  const covid = Math.round(covidShare(facility, facts) * general);
  const others = kind === "centre" || kind === "first_level" ? "ordinary" : "shared";
  const critical = kind.startsWith("designated") ? "covid" : "shared";
  const ward = (type: string, use: string, size: number, spare = 0): Cells[] =>
    size === 0 ? [] : [{
      facility: facility.id,
      type,
      use,
      beds: size,
      convertible_beds: spare,
      physicians: Math.ceil((size + spare) * assumed(`physicians_per_${type}_bed`) - 1e-9),
      nurses: Math.ceil((size + spare) * assumed(`nurses_per_${type}_bed`) - 1e-9),
    }];
  return [
    ...ward("general", "covid", covid),
    ...ward("general", others, general - covid),
    ...ward("sub_icu", critical, icu),
    ...ward("icu", critical, icu, convertible),
  ];
}

/** Classes with a hospital's fever clinic, those first that are open day and night. */
const CLINICS: readonly PlacedFacility["class"][] = [
  "designated_municipal",
  "designated_district",
  "tertiary",
  "secondary",
];

/** Fever clinic of each facility: physicians [persons], opening and closing hour [h]. */
function feverClinics(facilities: readonly PlacedFacility[], facts: Facts): Map<string, number[]> {
  const { assumed } = facts;
  const [opens, closes] = [assumed("fever_day_opens"), assumed("fever_day_closes")];
  const primary = facts.used("primaryClinics") > 0
    ? [assumed("fever_physicians_primary"), opens, closes]
    : [0, 0, 0];
  const nightly = facts.used("hospitalClinicsDayAndNight");
  const hospitals = CLINICS.flatMap((kind) => facilities.filter((item) => item.class === kind));
  const clinics = new Map(
    facilities.map(({ id, class: kind }) => [id, kind === "centre" ? primary : [0, 0, 0]]),
  );
  hospitals.slice(0, facts.used("hospitalClinics")).forEach(({ id }, index) => {
    const hours = index < nightly ? [0, 24] : [opens, closes];
    clinics.set(id, [assumed("fever_physicians_hospital"), ...hours]);
  });
  return clinics;
}

/** Rows of `facilities.csv`. */
export function facilityRows(facilities: readonly PlacedFacility[], facts: Facts): Cells[] {
  const clinics = feverClinics(facilities, facts);
  return facilities.map((facility) => {
    const kind = facility.class;
    const [physicians, opens, closes] = clinics.get(facility.id) as number[];
    return {
      facility: facility.id,
      name_en: facility.en,
      name_zh: facility.zh,
      kind: kind === "centre" ? "primary" : kind === "shelter" ? "shelter" : "hospital",
      tier: tierOf(facility),
      tertiary_general: facility.general,
      district: facility.district.id,
      lon: facility.at[0],
      lat: facility.at[1],
      capabilities: facility.capabilities.join(";"),
      fever_physicians: physicians,
      fever_opens: opens,
      fever_closes: closes,
      synthetic: facility.synthetic,
    };
  });
}
