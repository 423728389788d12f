/**
 * Facilities: community health centres, hospitals by level, designated hospitals, shelters.
 *
 * Totals by level are the shares of 2017 of the beds of 2020; districts share them by their beds per
 * 1,000 residents of 2010 times their residents of 2020; hospitals of a level in a district are
 * equally large, but a district's designated hospital is `designated_size_factor` times as large as
 * another secondary one.
 */
import { drawsOf } from "./_draws.ts";
import type { DistrictFacts, Facts } from "./_facts.ts";
import type { PlacedCommunity, PlacedGrid } from "./_communities.ts";
import type { PlacedFacility } from "./_placed.ts";
import { inside, km, offset, type Point, rounded, shared } from "./_geometry.ts";
import { bedsByLevel } from "./_levels.ts";
import { placeShelters } from "./_shelters.ts";

const SPECIALTIES = ["cardiology", "oncology", "neurology", "surgery"];
const ALL = ["dialysis", "cardiology", "oncology", "surgery", "neurology"];

/** Places near communities: at most 1 km from one of them, inside the district. */
function placesNear(district: DistrictFacts, order: readonly PlacedCommunity[], seed: string) {
  const random = drawsOf(`${seed}/${district.id}`);
  return (index: number): Point => {
    for (let attempt = 0; attempt < 100; attempt++) {
      const from = order[index % order.length].at;
      const point = offset(from, 0.2 + 0.8 * random(), 2 * Math.PI * random());
      if (inside(point, district.rings)) return point;
    }
    return order[index % order.length].at;
  };
}

/** Communities of a district, nearest its label point first. */
function fromLabel(district: DistrictFacts, communities: readonly PlacedCommunity[]) {
  return [...communities].sort((a, b) => km(a.at, district.label) - km(b.at, district.label));
}

/** Communities of a district in a seeded order. */
function shuffled(district: DistrictFacts, communities: readonly PlacedCommunity[]) {
  const random = drawsOf(`secondary-order/${district.id}`);
  return communities.map((community) => ({ community, key: random() }))
    .sort((a, b) => a.key - b.key).map(({ community }) => community);
}

/** The designated hospitals of one level in a district. */
function named(facts: Facts, district: DistrictFacts, level: string) {
  return facts.designated.filter((row) => row.district === district.id && row.level === level);
}

/** Tertiary hospitals of a district: the municipal designated ones, then those without a name. */
function tertiaryOf(
  facts: Facts,
  district: DistrictFacts,
  communities: readonly PlacedCommunity[],
  count: number,
  beds: number,
): PlacedFacility[] {
  const municipal = named(facts, district, "municipal");
  const place = placesNear(district, fromLabel(district, communities), "tertiary");
  const sizes = shared(beds, Array.from({ length: count }, () => 1));
  const generals = Math.ceil((count - municipal.length) * facts.assumed("tertiary_general_share"));
  return sizes.map((size, index): PlacedFacility => {
    const row = municipal[index];
    const number = index - municipal.length + 1;
    const general = !row && number <= generals;
    const special = ["dialysis", SPECIALTIES[number % SPECIALTIES.length]];
    const kind = general ? ["general hospital", "综合医院"] : ["specialised hospital", "专科医院"];
    return {
      id: row?.facility ?? `${district.id}-tertiary-${String(number).padStart(2, "0")}`,
      en: row?.name ?? `${district.en} tertiary ${kind[0]} ${number}`,
      zh: row?.name_zh ?? `${district.zh}第${number}三级${kind[1]}`,
      class: row ? "designated_municipal" : "tertiary",
      general,
      district,
      at: place(index),
      beds: size,
      capabilities: general ? ALL : row ? ["dialysis", "surgery"] : special,
      synthetic: !row,
    };
  });
}

/** Secondary hospitals of a district: the district's designated ones, then those without a name. */
function secondaryOf(
  facts: Facts,
  district: DistrictFacts,
  communities: readonly PlacedCommunity[],
  count: number,
  beds: number,
): PlacedFacility[] {
  const designated = named(facts, district, "district");
  const seat = placesNear(district, fromLabel(district, communities), "designated");
  const place = placesNear(district, shuffled(district, communities), "secondary");
  const factor = facts.assumed("designated_size_factor");
  const weights = Array.from({ length: count }, (_, i) => (i < designated.length ? factor : 1));
  return shared(beds, weights).map((size, index): PlacedFacility => {
    const row = designated[index];
    const number = index - designated.length + 1;
    return {
      id: row?.facility ?? `${district.id}-secondary-${String(number).padStart(2, "0")}`,
      en: row?.name ?? `${district.en} secondary hospital ${number}`,
      zh: row?.name_zh ?? `${district.zh}第${number}二级医院`,
      class: row ? "designated_district" : "secondary",
      general: false,
      district,
      at: row ? seat(index) : place(number - 1),
      beds: size,
      capabilities: row
        ? ["dialysis", "cardiology", "surgery"]
        : number % 2 === 1
        ? ["dialysis", "surgery"]
        : ["surgery"],
      synthetic: !row,
    };
  });
}

/** Community health centres of a district, each at its community, and its first-level hospitals. */
function primaryOf(
  district: DistrictFacts,
  communities: readonly PlacedCommunity[],
  beds: readonly number[],
  rest: number,
): PlacedFacility[] {
  const base = { general: false, district, capabilities: [], synthetic: true } as const;
  return [
    ...communities.map((community, index): PlacedFacility => ({
      ...base,
      id: community.centre,
      en: `${district.en} community health centre ${community.number}`,
      zh: `${district.zh}第${community.number}社区卫生服务中心`,
      class: "centre",
      at: community.at,
      beds: beds[index],
    })),
    {
      ...base,
      id: `${district.id}-first-level`,
      en: `First-level, unrated and other hospitals of ${district.en}, taken together`,
      zh: `${district.zh}一级及其他医院（合计）`,
      class: "first_level",
      at: rounded(district.label),
      beds: rest,
    },
  ];
}

/** Places all facilities, by district; shelters last. */
export function placeFacilities(facts: Facts, grids: readonly PlacedGrid[]): PlacedFacility[] {
  const levels = bedsByLevel(facts);
  const weights = facts.districts.map(({ population, bedsPattern }) => population * bedsPattern);
  const of = (district: DistrictFacts, level: string) => named(facts, district, level).length;
  const tertiary = shared(
    facts.figure("tertiary_institutions", "2020"),
    weights,
    facts.districts.map((district) => of(district, "municipal") + 1),
  );
  const secondary = shared(
    facts.figure("secondary_institutions", "2020"),
    weights,
    facts.districts.map((district) => of(district, "district") + 2),
  );
  const [tertiaryBeds, secondaryBeds, restBeds] = [levels.tertiary, levels.secondary, levels.rest]
    .map((total) => shared(total, weights));
  const centres = facts.figure("fever_clinics_primary", "2022-12-12");
  const centreBeds = shared(levels.centre, Array.from({ length: centres }, () => 1));
  const all = facts.districts.flatMap((district, i) => {
    const members = grids.filter((grid) => grid.district === district)
      .flatMap(({ communities }) => communities).sort((a, b) => a.number - b.number);
    return [
      ...primaryOf(district, members, centreBeds.splice(0, members.length), restBeds[i]),
      ...secondaryOf(facts, district, members, secondary[i], secondaryBeds[i]),
      ...tertiaryOf(facts, district, members, tertiary[i], tertiaryBeds[i]),
    ];
  });
  return [...all, ...placeShelters(facts)];
}
