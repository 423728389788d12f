/**
 * Communities and grids.
 *
 * A district has as many communities as community health centres, by population (largest remainder).
 * They stand at named places first, nearest the label point of the district first and at least a
 * spacing apart; then at points drawn uniformly in the polygon and kept with probability
 * exp(−distance to the label point / scale), at least the spacing from the others. Spacing is
 * 0.6 √(area per community), at most 3 km, less 10 % after each 300 vain draws; scale is 0.3 √area.
 */
import { type DistrictFacts, type Facts } from "./facts.ts";
import { boxOf, inside, middle, type Plane, type Point, rounded, shared } from "./geometry.ts";

/** A community placed. */
export interface PlacedCommunity {
  /** Identifier. */
  readonly id: string;
  /** Name in English. */
  readonly en: string;
  /** Name in Chinese. */
  readonly zh: string;
  /** Identifier of the grid. */
  grid: string;
  /** Residents [persons]. */
  readonly population: number;
  /** Place [deg]. */
  readonly at: Point;
  /** Identifier of its community health centre. */
  readonly centre: string;
  /** Number within its district, from 1. */
  readonly number: number;
  /** True when the place is not a named one. */
  readonly synthetic: boolean;
}

/** A grid with its communities. */
export interface PlacedGrid {
  /** Identifier. */
  readonly id: string;
  /** Number within its district, from 1. */
  readonly number: number;
  /** District. */
  readonly district: DistrictFacts;
  /** Its communities. */
  readonly communities: readonly PlacedCommunity[];
  /** Mean of their places [deg]. */
  readonly middle: Point;
  /** Residents [persons]. */
  readonly population: number;
}

/** Named places of a district, nearest the label point first, at least `spacing` km apart. */
function namedPlaces(district: DistrictFacts, facts: Facts, spacing: number, most: number) {
  const places = facts.places
    .filter((row) => row.district === district.id && row.name !== facts.target.en.split(",")[0])
    .map((row) => ({ name: row.name, at: rounded([Number(row.lon), Number(row.lat)]) }))
    .sort((a, b) => facts.plane.km(a.at, district.label) - facts.plane.km(b.at, district.label));
  const taken: typeof places = [];
  for (const place of places) {
    const apart = taken.every((other) => facts.plane.km(other.at, place.at) >= spacing);
    if (taken.length < most && apart) taken.push(place);
  }
  return taken;
}

/** Draws points of a district until it has enough places. */
function fillPlaces(
  district: DistrictFacts,
  places: Point[],
  { facts, total, spacing }: { facts: Facts; total: number; spacing: number },
) {
  const { plane } = facts;
  const random = facts.draws(`communities/${district.id}`);
  const [west, south, east, north] = boxOf(district.rings);
  const scale = 0.3 * Math.sqrt(district.area);
  let vain = 0;
  while (places.length < total) {
    const point = rounded([west + (east - west) * random(), south + (north - south) * random()]);
    const wanted = random() < Math.exp(-plane.km(point, district.label) / scale);
    const fits = wanted && inside(point, district.rings) &&
      places.every((other) => plane.km(other, point) >= spacing);
    if (fits) places.push(point);
    vain = fits ? 0 : vain + 1;
    if (vain === 300) [spacing, vain] = [spacing * 0.9, 0];
  }
}

/** Communities of one district, without their grids. */
function communitiesOf(district: DistrictFacts, facts: Facts, total: number): PlacedCommunity[] {
  const spacing = Math.min(3, 0.6 * Math.sqrt(district.area / total));
  const named = namedPlaces(district, facts, spacing, total);
  const places = named.map(({ at }) => at);
  fillPlaces(district, places, { facts, total, spacing });
  const residents = shared(district.population, places.map(() => 1));
  return places.map((at, index) => {
    const number = index + 1;
    const name = named[index]?.name;
    return {
      id: `${district.id}-c${String(number).padStart(2, "0")}`,
      en: name ? `${name} community, ${district.en}` : `${district.en} community ${number}`,
      zh: name ? `${district.zh}${name}社区` : `${district.zh}第${number}社区`,
      grid: "",
      population: residents[index],
      at,
      centre: `${district.id}-chc-${String(number).padStart(2, "0")}`,
      number,
      synthetic: name === undefined,
    };
  });
}

/** Cuts a set of communities into `parts` by straight lines across its longer axis. */
function bisect(
  communities: readonly PlacedCommunity[],
  { parts, plane }: { parts: number; plane: Plane },
): PlacedCommunity[][] {
  if (parts === 1) return [[...communities]];
  const [west, south, east, north] = boxOf([communities.map(({ at }) => at)]);
  const wide = plane.km([west, south], [east, south]) > plane.km([west, south], [west, north]);
  const axis = wide ? 0 : 1;
  const sorted = [...communities].sort((a, b) =>
    a.at[axis] - b.at[axis] || a.at[1 - axis] - b.at[1 - axis]
  );
  const first = Math.floor(parts / 2);
  const cut = Math.round((sorted.length * first) / parts);
  return [
    ...bisect(sorted.slice(0, cut), { parts: first, plane }),
    ...bisect(sorted.slice(cut), { parts: parts - first, plane }),
  ];
}

/** Places all communities and grids. */
export function placeGrids(facts: Facts): PlacedGrid[] {
  const populations = facts.districts.map(({ population }) => population);
  const centres = shared(facts.used("centres"), populations);
  const grids = shared(
    facts.used("grids"),
    populations,
    populations.map(() => 1),
  );
  return facts.districts.flatMap((district, index) => {
    const communities = communitiesOf(district, facts, centres[index]);
    return bisect(communities, { parts: grids[index], plane: facts.plane }).map(
      (members, part): PlacedGrid => {
        const id = `${district.id}-g${part + 1}`;
        for (const member of members) member.grid = id;
        members.sort((a, b) => a.number - b.number);
        return {
          id,
          number: part + 1,
          district,
          communities: members,
          middle: middle(members.map(({ at }) => at)),
          population: members.reduce((sum, { population }) => sum + population, 0),
        };
      },
    );
  });
}
