/**
 * Facilities: community health centres, hospitals by level, designated hospitals, shelters.
 *
 * Totals by level are the shares of 2017 of the beds of 2020; districts share them by their beds per
 * 1,000 residents of 2010 times their residents of 2020; hospitals of a level in a district are
 * equally large, but a district's designated hospital is `designated_size_factor` times as large as
 * another secondary one.
 */
import type { DistrictFacts, Facts } from "./facts.ts";
import type { PlacedCommunity, PlacedGrid } from "./communities.ts";
import type { PlacedFacility } from "./placed.ts";
import { inside, type Point, rounded, shared } from "./geometry.ts";
import { bedsByLevel } from "./levels.ts";
import { placeShelters } from "./shelters.ts";

const SPECIALTIES = ["cardiology", "oncology", "neurology", "surgery"];
const ALL = ["dialysis", "cardiology", "oncology", "surgery", "neurology"];

/** Places near communities: at most 1 km from one of them, inside the district. */
function placesNear(
  facts: Facts,
  district: DistrictFacts,
  { order, seed }: { order: readonly PlacedCommunity[]; seed: string },
) {
  const random = facts.draws(`${seed}/${district.id}`);
  return (index: number): Point => {
    for (let attempt = 0; attempt < 100; attempt++) {
      const from = order[index % order.length].at;
      const distance = 0.2 + 0.8 * random();
      const point = facts.plane.offset(from, { distance, direction: 2 * Math.PI * random() });
      if (inside(point, district.rings)) return point;
    }
    return order[index % order.length].at;
  };
}

/** Communities of a district, nearest its label point first. */
function fromLabel(
  { plane }: Facts,
  { label }: DistrictFacts,
  communities: readonly PlacedCommunity[],
) {
  return [...communities].sort((a, b) => plane.km(a.at, label) - plane.km(b.at, label));
}

/** Communities of a district in a seeded order. */
function shuffled(
  facts: Facts,
  district: DistrictFacts,
  communities: readonly PlacedCommunity[],
) {
  const random = facts.draws(`secondary-order/${district.id}`);
  return communities.map((community) => ({ community, key: random() }))
    .sort((a, b) => a.key - b.key).map(({ community }) => community);
}

/** The designated hospitals of one level in a district. */
function named(facts: Facts, district: DistrictFacts, level: string) {
  return facts.designated.filter((row) => row.district === district.id && row.level === level);
}

/** Beds of the tertiary hospitals of a district: equal, or so many in each designated one [beds]. */
function tertiarySizes(
  facts: Facts,
  { municipal, count, beds }: { municipal: number; count: number; beds: number },
): number[] {
  const known = facts.used("designatedBeds");
  if (known === 0) return shared(beds, Array.from({ length: count }, () => 1));
  const all = facts.designated.filter(({ level }) => level === "municipal").length;
  const each = Math.round(known / all);
  const rest = shared(beds - each * municipal, Array.from({ length: count - municipal }, () => 1));
  return [...Array.from({ length: municipal }, () => each), ...rest];
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
  const place = placesNear(facts, district, {
    order: fromLabel(facts, district, communities),
    seed: "tertiary",
  });
  const sizes = tertiarySizes(facts, { municipal: municipal.length, count, beds });
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
      synthetic: !row || row.synthetic === "true",
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
  const seat = placesNear(facts, district, {
    order: fromLabel(facts, district, communities),
    seed: "designated",
  });
  const place = placesNear(facts, district, {
    order: shuffled(facts, district, communities),
    seed: "secondary",
  });
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
      synthetic: !row || row.synthetic === "true",
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

/** Hospitals of a district that take nobody but arrivals from elsewhere. */
function screeningOf({ screening }: Facts, district: DistrictFacts): PlacedFacility[] {
  return screening.filter((row) => row.district === district.id).map((row): PlacedFacility => ({
    id: row.facility,
    en: row.name,
    zh: row.name_zh,
    class: "screening",
    general: false,
    district,
    at: rounded([Number(row.lon), Number(row.lat)]),
    beds: Number(row.beds),
    capabilities: [],
    synthetic: false,
  }));
}

/** Places all facilities, by district; shelters last. */
export function placeFacilities(facts: Facts, grids: readonly PlacedGrid[]): PlacedFacility[] {
  const levels = bedsByLevel(facts);
  const weights = facts.districts.map(({ population, bedsPattern }) => population * bedsPattern);
  const of = (district: DistrictFacts, level: string) => named(facts, district, level).length;
  const tertiary = shared(
    facts.used("tertiary"),
    weights,
    facts.districts.map((district) => of(district, "municipal") + 1),
  );
  const secondary = shared(
    facts.used("secondary"),
    weights,
    facts.districts.map((district) => of(district, "district") + 2),
  );
  const [tertiaryBeds, secondaryBeds, restBeds] = [levels.tertiary, levels.secondary, levels.rest]
    .map((total) => shared(total, weights));
  const centres = facts.used("centres");
  const centreBeds = shared(levels.centre, Array.from({ length: centres }, () => 1));
  const all = facts.districts.flatMap((district, i) => {
    const members = grids.filter((grid) => grid.district === district)
      .flatMap(({ communities }) => communities).sort((a, b) => a.number - b.number);
    return [
      ...primaryOf(district, members, centreBeds.splice(0, members.length), restBeds[i]),
      ...secondaryOf(facts, district, members, secondary[i], secondaryBeds[i]),
      ...tertiaryOf(facts, district, members, tertiary[i], tertiaryBeds[i]),
      ...screeningOf(facts, district),
    ];
  });
  return [...all, ...placeShelters(facts)];
}
