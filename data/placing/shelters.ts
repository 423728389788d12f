/** Shelters: seeded places in the districts outside the centre, denser near the label points. */
import type { DistrictFacts, Facts } from "./facts.ts";
import { boxOf, inside, type Point, rounded, shared } from "./geometry.ts";
import type { PlacedFacility } from "./placed.ts";

/** Draws a point of a district at least `least` km from the centre of the city. */
function drawPlace(
  { plane, target: { centre } }: Facts,
  district: DistrictFacts,
  { least, random }: { least: number; random: () => number },
): Point {
  const [west, south, east, north] = boxOf(district.rings);
  const scale = 0.3 * Math.sqrt(district.area);
  for (;;) {
    const at = rounded([west + (east - west) * random(), south + (north - south) * random()]);
    const wanted = random() < Math.exp(-plane.km(at, district.label) / scale);
    if (wanted && plane.km(at, centre) >= least && inside(at, district.rings)) return at;
  }
}

/** Places the shelters: sites by residents of the districts that have any, equal beds. */
export function placeShelters(facts: Facts): PlacedFacility[] {
  const { withoutShelters } = facts.target;
  const outer = facts.districts.filter(({ id }) => !withoutShelters.includes(id));
  const sites = facts.used("shelters");
  if (sites === 0) return [];
  const sizes = shared(facts.used("shelterBeds"), Array.from({ length: sites }, () => 1));
  const counts = shared(sites, outer.map(({ population }) => population));
  const least = facts.assumed("shelter_distance_from_centre");
  return outer.flatMap((district, index) => {
    const random = facts.draws(`shelters/${district.id}`);
    return Array.from({ length: counts[index] }, (_, order): PlacedFacility => ({
      id: `${district.id}-shelter-${order + 1}`,
      en: `${district.en} shelter ${order + 1}`,
      zh: `${district.zh}第${order + 1}方舱`,
      class: "shelter",
      general: false,
      district,
      at: drawPlace(facts, district, { least, random }),
      beds: sizes.shift() as number,
      capabilities: [],
      synthetic: true,
    }));
  });
}
