/** Plane geometry on longitudes and latitudes of one city, and whole numbers that add up. */

/** Longitude and latitude [deg]. */
export type Point = readonly [number, number];
/** A closed ring of points. */
export type Ring = readonly Point[];

const KM_PER_DEGREE = 111.195;

/** Distances about one latitude, whose parallel is taken as straight. */
export class Plane {
  readonly #cosine: number;

  /** @param latitude Latitude [deg]. */
  constructor(latitude: number) {
    this.#cosine = Math.cos((latitude * Math.PI) / 180);
  }

  /** Distance [km]. */
  km(a: Point, b: Point): number {
    return Math.hypot((a[0] - b[0]) * this.#cosine, a[1] - b[1]) * KM_PER_DEGREE;
  }

  /** The point at a distance [km] and direction [rad] from another, rounded to 4 decimals. */
  offset(from: Point, { distance, direction }: { distance: number; direction: number }): Point {
    const degrees = distance / KM_PER_DEGREE;
    return rounded([
      from[0] + (degrees * Math.cos(direction)) / this.#cosine,
      from[1] + degrees * Math.sin(direction),
    ]);
  }
}

/** Rounds to 4 decimals, about 10 m. */
export function rounded([lon, lat]: Point): Point {
  return [Number(lon.toFixed(4)), Number(lat.toFixed(4))];
}

/** Mean of points. */
export function middle(points: readonly Point[]): Point {
  const sum = points.reduce(([x, y], [lon, lat]) => [x + lon, y + lat], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

/** Whether a point lies inside one of the rings (even-odd rule). */
export function inside([x, y]: Point, rings: readonly Ring[]): boolean {
  let within = false;
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const [[xi, yi], [xj, yj]] = [ring[i], ring[(i + ring.length - 1) % ring.length]];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within;
    }
  }
  return within;
}

/** Bounding box: west, south, east, north [deg]. */
export function boxOf(rings: readonly Ring[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of rings.flat()) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/**
 * Thins a closed ring (Douglas and Peucker 1973, The Canadian Cartographer 10(2), 112–122).
 *
 * @param ring Closed ring [deg].
 * @param tolerance Largest distance of a dropped point from the line kept [deg].
 * @returns Closed ring with 3 decimals.
 */
export function thinned(ring: Ring, tolerance: number): Ring {
  const keep = new Set([0, ring.length - 1]);
  const half = Math.floor(ring.length / 2);
  keep.add(half);
  const split = (from: number, to: number): void => {
    const [[x0, y0], [x1, y1]] = [ring[from], ring[to]];
    const length = Math.hypot(x1 - x0, y1 - y0) || 1e-12;
    let [farthest, distance] = [-1, tolerance];
    for (let i = from + 1; i < to; i++) {
      const [x, y] = ring[i];
      const away = Math.abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length;
      if (away > distance) [farthest, distance] = [i, away];
    }
    if (farthest < 0) return;
    keep.add(farthest);
    split(from, farthest);
    split(farthest, to);
  };
  split(0, half);
  split(half, ring.length - 1);
  return [...keep].sort((a, b) => a - b).map((i): Point => [
    Number(ring[i][0].toFixed(3)),
    Number(ring[i][1].toFixed(3)),
  ]);
}

/**
 * Shares a whole number by weights: largest remainder, ties to the first.
 *
 * @param total Whole number to share.
 * @param weights Non-negative weights.
 * @param least Least for each, by index [1].
 * @returns Whole numbers that sum to `total`.
 */
export function shared(
  total: number,
  weights: readonly number[],
  least: readonly number[] = weights.map(() => 0),
): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const result = exact.map((value, index) => Math.max(least[index], Math.floor(value + 1e-9)));
  let left = total - result.reduce((a, b) => a + b, 0);
  while (left !== 0) {
    const step = Math.sign(left);
    let best = -1;
    for (let i = 0; i < result.length; i++) {
      if (step < 0 && result[i] <= least[i]) continue;
      const gap = (exact[i] - result[i]) * step;
      if (best < 0 || gap > (exact[best] - result[best]) * step + 1e-9) best = i;
    }
    result[best] += step;
    left -= step;
  }
  return result;
}
