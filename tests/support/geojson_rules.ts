/**
 * What RFC 7946 asks of a collection of features, in our own words: members and types, longitude before
 * latitude and both within the globe, rings closed, outer ones counterclockwise, holes clockwise.
 */

// deno-lint-ignore no-explicit-any
type Any = any;
type Ring = readonly (readonly [number, number])[];

/** What a document breaks, one line each. */
export function geojsonFaults(document: Any): string[] {
  if (document.type !== "FeatureCollection" || !Array.isArray(document.features)) {
    return ["no collection of features"];
  }
  return [
    ...("crs" in document ? ["crs was taken out of the standard"] : []),
    ...document.features.flatMap((feature: Any, at: number) =>
      featureFaults(feature).map((fault) => `feature ${at} ${fault}`)
    ),
  ];
}

function featureFaults({ type, id, geometry, properties }: Any): string[] {
  return [
    ...(type === "Feature" ? [] : [`is a ${type}`]),
    ...(["string", "number", "undefined"].includes(typeof id) ? [] : [`has the id ${id}`]),
    ...(properties !== undefined && typeof properties === "object" ? [] : ["has no properties"]),
    ...(geometry === null ? [] : geometryFaults(geometry)),
  ];
}

function geometryFaults({ type, coordinates }: Any): string[] {
  if (type === "MultiPoint") return coordinates.flatMap(positionFaults);
  if (type === "Polygon") return polygonFaults(coordinates);
  if (type === "MultiPolygon") return coordinates.flatMap(polygonFaults);
  return [`has a ${type}`];
}

function polygonFaults(rings: readonly Ring[]): string[] {
  return rings.flatMap((ring, at) => {
    const [first, last] = [ring[0], ring.at(-1)!];
    return [
      ...ring.flatMap(positionFaults),
      ...(ring.length >= 4 ? [] : ["has a ring of fewer than four positions"]),
      ...(first[0] === last[0] && first[1] === last[1] ? [] : ["has a ring that is not closed"]),
      ...((areaOf(ring) > 0) === (at === 0) ? [] : [`has ring ${at} the wrong way round`]),
    ];
  });
}

function areaOf(ring: Ring): number {
  return ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0);
}

function positionFaults(position: Any): string[] {
  const [longitude, latitude] = position;
  const isFine = position.length === 2 && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  return isFine ? [] : [`has the place ${JSON.stringify(position)}`];
}
