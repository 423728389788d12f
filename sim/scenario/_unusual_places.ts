/** Places of a city that are unusual though not wrong: far away, swapped, doubled, hard to reach. */
import { type City, distanceKm, type Place } from "../domain/city/mod.ts";
import type { Found } from "./_unusual_form.ts";

/** Where China is [deg]: west, east, south, north, rounded outward. */
const CHINA = { west: 73, east: 136, south: 3, north: 54 };
/** No place this near to the middle of a city is far outside [km]. Assumed. */
const NEAR_KM = 100;
/** How many times the distance of nine in ten communities is far outside [-]. Assumed. */
const FAR = 3;
const MOST_OF = 0.9;
/** Longest drive to a lead hospital that is passed over [min]. Assumed. */
const DRIVE_MIN = 60;
/** Road ÷ great circle [-] and speed by day [km/min], as in `scenarios/base.yaml`. Assumed. */
const DETOUR = 1.4;
const SPEED = 0.5;

function km(a: Place, b: Place): number {
  return distanceKm(a.lon, a.lat, b.lon, b.lat);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))];
}

/** The place in the middle of others, coordinate by coordinate. */
function middleOf(places: readonly Place[]): Place {
  return {
    lon: quantile(places.map(({ lon }) => lon), 0.5),
    lat: quantile(places.map(({ lat }) => lat), 0.5),
  };
}

/** The same place with its coordinates the other way round, where that is one. */
function swapped({ lon, lat }: Place): Place | undefined {
  return Math.abs(lon) <= 90 ? { lon: lat, lat: lon } : undefined;
}

/** A city outside China, most likely with swapped coordinates, and places far from the others. */
export function farPlaces(city: City): Found[] {
  const middle = middleOf(city.communities);
  const { west, east, south, north } = CHINA;
  const { lon, lat } = middle;
  if (lon < west || lon > east || lat < south || lat > north) {
    return [{
      table: "communities",
      rows: [0],
      en: `The communities lie around longitude ${lon}, latitude ${lat}, which is not in China; ` +
        "are the two swapped?",
      zh: `社区位于经度 ${lon}、纬度 ${lat} 附近，不在中国境内；是否经纬度颠倒？`,
    }];
  }
  const reach = quantile(city.communities.map((place) => km(place, middle)), MOST_OF);
  const limit = Math.max(NEAR_KM, FAR * reach);
  return (["communities", "facilities", "fleets"] as const).flatMap((table) =>
    city[table].flatMap((place, row) => {
      const away = km(place, middle);
      if (away <= limit) return [];
      const turned = swapped(place);
      const fits = turned !== undefined && km(turned, middle) <= limit;
      return [{
        table,
        rows: [row],
        en: `"${place.id}" is ${Math.round(away)} km from the middle of the city` +
          (fits ? "; with longitude and latitude swapped it would not be" : ""),
        zh: `“${place.id}”距全市中心 ${Math.round(away)} 公里` +
          (fits ? "；经纬度对调后则不然" : ""),
      }];
    })
  );
}

/** Communities, and facilities of a kind, that stand at exactly one place. */
export function doubledPlaces(city: City): Found[] {
  const doubled = (
    table: "communities" | "facilities",
    keyOf: (row: number) => string,
  ): Found[] => {
    const rows = city[table].map((_, row) => row);
    const groups = [...Map.groupBy(rows, keyOf).values()].filter((group) => group.length > 1);
    if (groups.length === 0) return [];
    const ids = groups[0].map((row) => `"${city[table][row].id}"`);
    const more = groups.length - 1;
    return [{
      table,
      rows: groups[0],
      en: `${ids.join(" and ")} stand at the same place` +
        (more > 0 ? `, and ${more} more places have several` : ""),
      zh: `${ids.join("、")} 位于同一地点` + (more > 0 ? `；另有 ${more} 处如此` : ""),
    }];
  };
  const at = ({ lon, lat }: Place) => `${lon} ${lat}`;
  return [
    ...doubled("communities", (row) => at(city.communities[row])),
    ...doubled("facilities", (row) => `${city.facilities[row].kind} ${at(city.facilities[row])}`),
  ];
}

/** Grids from whose residents every lead hospital is a long drive away. */
export function distantLeads(city: City): Found[] {
  const places = new Map(city.facilities.map((facility) => [facility.id, facility]));
  return city.grids.flatMap((grid, row) => {
    const leads = city.links.filter((link) => link.grid === grid.id && link.role === "lead");
    const homes = city.communities.filter((community) => community.grid === grid.id);
    const residents = homes.reduce((sum, { population }) => sum + population, 0);
    const middle = (of: (place: Place) => number) =>
      homes.reduce((sum, home) => sum + of(home) * home.population, 0) / residents;
    const centre = { lon: middle(({ lon }) => lon), lat: middle(({ lat }) => lat) };
    const drives = leads.map(({ facility }) => km(centre, places.get(facility)!) * DETOUR / SPEED);
    const least = Math.min(...drives);
    if (leads.length === 0 || least <= DRIVE_MIN) return [];
    return [{
      table: "grids",
      rows: [row],
      en:
        `Grid "${grid.id}" has no lead hospital within ${DRIVE_MIN} min of drive: the nearest is ` +
        `about ${Math.round(least)} min away`,
      zh: `网格“${grid.id}”车程 ${DRIVE_MIN} 分钟内没有牵头医院：最近的约 ${
        Math.round(least)
      } 分钟`,
    }];
  });
}
