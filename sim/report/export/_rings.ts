/**
 * Rings of coordinates as polygons of GeoJSON: closed, the outer ring counterclockwise, holes clockwise.
 *
 * A manifest has the rings of a district in one list, those of islands and those of holes alike: a ring
 * inside an odd number of others is a hole, in the smallest of them.
 *
 * Source: RFC 7946, "The GeoJSON format", sections 3.1.6 and 4.
 */

/** Longitude and latitude [°]. */
export type Position = readonly [number, number];
/** Positions around an area. */
export type Ring = readonly Position[];

/** Fewest positions of a closed ring [-]. */
const FEWEST = 4;

/**
 * A position, checked.
 *
 * @throws {SyntaxError} When it is no longitude and latitude.
 */
export function positionOf(pair: readonly number[], where: string): Position {
  const [longitude, latitude] = pair;
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return [longitude, latitude];
  throw new SyntaxError(
    `Cannot export ${where} as a place must be a longitude from -180 to 180 and a latitude from -90 ` +
      `to 90: current place is ${JSON.stringify(pair)}`,
  );
}

/** Polygons of all rings of one area, each an outer ring with its holes. */
export function polygonsOf(rings: readonly Ring[], where: string): Ring[][] {
  const closed = rings.map((ring) => closedRing(ring, where));
  const around = closed.map((ring) =>
    closed.filter((other) => other !== ring && holds(other, ring))
  );
  const outer = closed.filter((_, i) => around[i].length % 2 === 0);
  const holes = closed.flatMap((ring, i) =>
    around[i].length % 2 === 1 ? [{ ring, parent: smallest(around[i]) }] : []
  );
  return outer.map((ring) => [
    turned(ring, 1),
    ...holes.filter(({ parent }) => parent === ring).map((hole) => turned(hole.ring, -1)),
  ]);
}

function closedRing(ring: Ring, where: string): Ring {
  const positions = ring.map((pair) => positionOf(pair, where));
  const [first, last] = [positions[0], positions.at(-1)];
  const isClosed = first !== undefined && first[0] === last![0] && first[1] === last![1];
  const closed = isClosed || first === undefined ? positions : [...positions, first];
  if (closed.length >= FEWEST) return closed;
  throw new SyntaxError(
    `Cannot export ${where} as a ring must have at least ${FEWEST - 1} places: current ring has ` +
      `${Math.max(0, closed.length - 1)}`,
  );
}

/** Twice the area of a ring, positive when counterclockwise [°²]. */
function signedArea(ring: Ring): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  }
  return sum;
}

function turned(ring: Ring, sign: 1 | -1): Ring {
  return signedArea(ring) * sign < 0 ? ring.toReversed() : ring;
}

function smallest(rings: readonly Ring[]): Ring {
  return rings.reduce((a, b) => Math.abs(signedArea(b)) < Math.abs(signedArea(a)) ? b : a);
}

/** Whether a ring lies in another; rings of one area do not cross, but may touch. */
function holds(outer: Ring, inner: Ring): boolean {
  const at = inner.find(([x, y]) => !outer.some(([a, b]) => a === x && b === y));
  return at !== undefined && isInside(at, outer);
}

function isInside([x, y]: Position, ring: Ring): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    if ((ay > y) !== (by > y) && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
