/** Shelters: seeded places in the districts outside the centre, denser near the label points. */
import { drawsOf } from "./_draws.ts";
import type { DistrictFacts, Facts } from "./_facts.ts";
import { boxOf, inside, km, type Point, rounded, shared } from "./_geometry.ts";
import type { PlacedFacility } from "./_placed.ts";

const CENTRE: Point = [116.397, 39.907];

/** Draws a point of a district at least `least` km from the centre of the city. */
function drawPlace(district: DistrictFacts, least: number, random: () => number): Point {
  const [west, south, east, north] = boxOf(district.rings);
  const scale = 0.3 * Math.sqrt(district.area);
  for (;;) {
    const at = rounded([west + (east - west) * random(), south + (north - south) * random()]);
    const wanted = random() < Math.exp(-km(at, district.label) / scale);
    if (wanted && km(at, CENTRE) >= least && inside(at, district.rings)) return at;
  }
}

/** Places the shelters: sites by residents of the districts but Dongcheng and Xicheng, equal beds. */
export function placeShelters(facts: Facts): PlacedFacility[] {
  const outer = facts.districts.filter(({ id }) => !["dongcheng", "xicheng"].includes(id));
  const sites = facts.figure("shelters", "2022-11-29");
  const sizes = shared(
    facts.figure("shelter_beds", "2022-11-29"),
    Array.from({ length: sites }, () => 1),
  );
  const counts = shared(sites, outer.map(({ population }) => population));
  const least = facts.assumed("shelter_distance_from_centre");
  return outer.flatMap((district, index) => {
    const random = drawsOf(`shelters/${district.id}`);
    return Array.from({ length: counts[index] }, (_, order): PlacedFacility => ({
      id: `${district.id}-shelter-${order + 1}`,
      en: `${district.en} shelter ${order + 1}`,
      zh: `${district.zh}第${order + 1}方舱`,
      class: "shelter",
      general: false,
      district,
      at: drawPlace(district, least, random),
      beds: sizes.shift() as number,
      capabilities: [],
      synthetic: true,
    }));
  });
}
