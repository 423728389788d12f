/**
 * Distance and travel time between places of a city.
 *
 * Places are kept as unit vectors, so that a distance costs three differences and one arcsine and
 * no table of all pairs is needed: thousands of communities would make one of many megabytes.
 */

/** Mean radius of the earth [km]. Source: Moritz (2000), Geodetic Reference System 1980. */
const EARTH_RADIUS = 6371.0088;
const RADIANS = Math.PI / 180;
const HOURS = 24;

/** A place by its coordinates. */
export interface Place {
  /** Longitude [deg], -180 to 180. */
  readonly lon: number;
  /** Latitude [deg], -90 to 90. */
  readonly lat: number;
}

/** What travel times rest on. */
export interface TravelSpec {
  /** Places; the others refer to them by index. */
  readonly nodes: readonly Place[];
  /** Road distance ÷ great-circle distance [-], at least 1. */
  readonly detour: number;
  /** Speed by hour of the day, 24 values [km/min]. */
  readonly speed: readonly number[];
}

/** Refuses coordinates that are not on the earth. */
function checkPlace(lon: number, lat: number): void {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
    throw new RangeError(
      `Cannot place a node as longitude must be within -180 to 180 deg and latitude within -90 to 90 deg: longitude is ${lon}, latitude is ${lat}`,
    );
  }
}

/**
 * Great-circle distance on a sphere.
 *
 * Source: Sinnott (1984), "Virtues of the haversine", Sky and Telescope 68(2), 159.
 *
 * @param lonA Longitude of the first place [deg].
 * @param latA Latitude of the first place [deg].
 * @param lonB Longitude of the second place [deg].
 * @param latB Latitude of the second place [deg].
 * @returns Distance [km].
 * @throws {RangeError} When a coordinate is not on the earth.
 *
 * @example One degree along the equator
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { distanceKm } from "./mod.ts";
 *
 * assertAlmostEquals(distanceKm(116, 0, 117, 0), 111.195, 1e-3);
 * ```
 */
export function distanceKm(lonA: number, latA: number, lonB: number, latB: number): number {
  checkPlace(lonA, latA);
  checkPlace(lonB, latB);
  const sinLat = Math.sin((latB - latA) * RADIANS / 2);
  const sinLon = Math.sin((lonB - lonA) * RADIANS / 2);
  const h = sinLat * sinLat +
    Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * sinLon * sinLon;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * Road distances and travel times between the places of a city.
 *
 * A trip keeps the speed of the hour in which it starts, also when it lasts into the next one.
 *
 * @example A trip in the rush hour takes longer
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { Travel } from "./mod.ts";
 *
 * const speed = Array.from({ length: 24 }, (_, hour) => hour === 8 ? 0.25 : 0.5);
 * const nodes = [{ lon: 116.3, lat: 39.9 }, { lon: 116.4, lat: 39.9 }];
 * const travel = new Travel({ nodes, detour: 1.4, speed });
 * assertAlmostEquals(travel.km(0, 1), 11.943, 1e-3);
 * assertAlmostEquals(travel.minutes(0, 1, 8 * 60), 47.77, 1e-2);
 * assertAlmostEquals(travel.minutes(0, 1, 9 * 60), 23.89, 1e-2);
 * ```
 */
export class Travel {
  /** Places [-]. */
  readonly size: number;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #z: Float64Array;
  readonly #scale: number;
  readonly #pace: Float64Array;

  /**
   * Places the nodes.
   *
   * @param spec Places, detour [-] and speed by hour [km/min].
   * @throws {RangeError} When a place, the detour or a speed is out of its range, or there are not 24 speeds.
   */
  constructor(spec: TravelSpec) {
    checkSpec(spec);
    this.size = spec.nodes.length;
    this.#x = new Float64Array(this.size);
    this.#y = new Float64Array(this.size);
    this.#z = new Float64Array(this.size);
    spec.nodes.forEach(({ lon, lat }, i) => {
      checkPlace(lon, lat);
      this.#x[i] = Math.cos(lat * RADIANS) * Math.cos(lon * RADIANS);
      this.#y[i] = Math.cos(lat * RADIANS) * Math.sin(lon * RADIANS);
      this.#z[i] = Math.sin(lat * RADIANS);
    });
    this.#scale = 2 * EARTH_RADIUS * spec.detour;
    this.#pace = Float64Array.from(spec.speed, (v) => 1 / v);
  }

  /**
   * Road distance between two places: great circle × detour.
   *
   * @param a Index of the first place [-], from 0.
   * @param b Index of the second place [-], from 0.
   * @returns Distance [km]; NaN when there is no such place.
   */
  km(a: number, b: number): number {
    const dx = this.#x[a] - this.#x[b];
    const dy = this.#y[a] - this.#y[b];
    const dz = this.#z[a] - this.#z[b];
    const halfChord = Math.sqrt(dx * dx + dy * dy + dz * dz) / 2;
    return this.#scale * Math.asin(halfChord > 1 ? 1 : halfChord);
  }

  /**
   * Travel time of a trip.
   *
   * @param a Index of the place of departure [-], from 0.
   * @param b Index of the destination [-], from 0.
   * @param now Departure [min since 00:00 of the first day]; may be negative.
   * @returns Time [min]; NaN when there is no such place.
   */
  minutes(a: number, b: number, now: number): number {
    const hour = Math.floor(now / 60);
    return this.km(a, b) * this.#pace[hour - HOURS * Math.floor(hour / HOURS)];
  }
}

/** Refuses a detour below 1 and speeds that are not 24 positive numbers. */
function checkSpec({ detour, speed }: TravelSpec): void {
  if (!(detour >= 1 && detour < Infinity)) {
    throw new RangeError(
      `Cannot compute travel as the detour must be >= 1: current detour is ${detour}`,
    );
  }
  if (speed.length !== HOURS) {
    throw new RangeError(
      `Cannot compute travel as there must be 24 speeds: current number is ${speed.length}`,
    );
  }
  const bad = speed.findIndex((v) => !(v > 0 && v < Infinity));
  if (bad >= 0) {
    throw new RangeError(
      `Cannot compute travel as a speed must be > 0 km/min: speed of hour ${bad} is ${
        speed[bad]
      } km/min`,
    );
  }
}
