/**
 * Geometry of flows: bars in columns, and ribbons between bars of neighbouring columns.
 *
 * A ribbon is as high at one end as at the other and everywhere between, so its area is its number
 * times the distance of the columns: areas of ribbons compare as numbers do. All lengths are pixels,
 * downwards from the top.
 */

/** What flows from a bar to one of the next column. */
export interface Stream {
  /** Bar on the left, by key. */
  readonly from: string;
  /** Bar on the right, by key. */
  readonly to: string;
  /** How much [patients]. */
  readonly value: number;
}

/** A bar. */
export interface Bar {
  /** Key. */
  readonly key: string;
  /** Column, from 0 [-]. */
  readonly column: number;
  /** What comes in or goes out, whichever is more [patients]. */
  readonly value: number;
  /** Upper end [px]. */
  readonly top: number;
  /** Lower end [px]. */
  readonly bottom: number;
}

/** A stream at its place. */
export interface Ribbon<S extends Stream> {
  /** What flows. */
  readonly stream: S;
  /** Column of its left end, from 0 [-]. */
  readonly column: number;
  /** Upper edge at the left bar [px]. */
  readonly left: number;
  /** Upper edge at the right bar [px]. */
  readonly right: number;
  /** Height [px]. */
  readonly width: number;
}

/** How bars are stacked. */
export interface Stacking {
  /** Keys of the bars of each column, from above; those without a stream are left out. */
  readonly columns: readonly (readonly string[])[];
  /** Height of a patient [px]. */
  readonly scale: number;
  /** Room above each bar, where its name stands [px]. */
  readonly gap: number;
}

/** Where everything stands. */
export interface Placed<S extends Stream> {
  /** Bars, by column, from above. */
  readonly bars: readonly Bar[];
  /** Ribbons, in the order of the streams. */
  readonly ribbons: readonly Ribbon<S>[];
  /** Lower end of the lowest bar [px]. */
  readonly bottom: number;
}

type Size = Pick<Bar, "key" | "column" | "value">;

/** Bars that have a stream, with what goes through them. */
function sizesOf(streams: readonly Stream[], columns: Stacking["columns"]): Size[] {
  const sum = (end: "from" | "to", key: string): number =>
    streams.reduce((total, stream) => total + (stream[end] === key ? stream.value : 0), 0);
  return columns.flatMap((keys, column) =>
    keys.map((key) => ({ key, column, value: Math.max(sum("from", key), sum("to", key)) }))
      .filter(({ value }) => value > 0)
  );
}

/**
 * The largest scale at which every column of a panel fits into a height; infinite without streams.
 */
export function fittingScale(
  streams: readonly Stream[],
  { columns, gap, height }: Omit<Stacking, "scale"> & { readonly height: number },
): number {
  const sizes = sizesOf(streams, columns);
  const scales = columns.map((_, at) => {
    const own = sizes.filter(({ column }) => column === at);
    const total = own.reduce((sum, { value }) => sum + value, 0);
    return (height - gap * own.length) / total;
  });
  return Math.min(...scales.filter(Number.isFinite));
}

/** Places bars and ribbons; ribbons leave and reach a bar in the order of the bars at their other end. */
export function placeRibbons<S extends Stream>(
  streams: readonly S[],
  { columns, scale, gap }: Stacking,
): Placed<S> {
  const bottoms = columns.map(() => 0);
  const bars = sizesOf(streams, columns).map((size): Bar => {
    const top = bottoms[size.column] + gap;
    const bottom = top + size.value * scale;
    bottoms[size.column] = bottom;
    return { ...size, top, bottom };
  });
  const at = new Map(bars.map((bar, index) => [bar.key, { bar, index }]));
  const used = { from: new Map<string, number>(), to: new Map<string, number>() };
  const take = (end: "from" | "to", stream: Stream): number => {
    const before = used[end].get(stream[end]) ?? 0;
    used[end].set(stream[end], before + stream.value * scale);
    return at.get(stream[end])!.bar.top + before;
  };
  const by = (end: "from" | "to") => (a: S, b: S) => at.get(a[end])!.index - at.get(b[end])!.index;
  const left = new Map(streams.toSorted(by("to")).map((one) => [one, take("from", one)]));
  const right = new Map(streams.toSorted(by("from")).map((one) => [one, take("to", one)]));
  const ribbons = streams.map((stream) => ({
    stream,
    column: at.get(stream.from)!.bar.column,
    left: left.get(stream)!,
    right: right.get(stream)!,
    width: stream.value * scale,
  }));
  return { bars, ribbons, bottom: Math.max(0, ...bottoms) };
}

/** Steps of an edge. */
const STEPS = 16;

/** Outline of a ribbon between two x, closed: along the upper edge and back along the lower. */
export function outlineOf(
  { left, right, width }: Pick<Ribbon<Stream>, "left" | "right" | "width">,
  [from, to]: readonly [number, number],
): { readonly x: number[]; readonly y: number[] } {
  const steps = Array.from({ length: STEPS + 1 }, (_, k) => k / STEPS);
  const x = steps.map((t) => hundredths(from + (to - from) * t, 4));
  const y = steps.map((t) => left + (right - left) * t * t * (3 - 2 * t));
  return {
    x: [...x, ...x.toReversed(), x[0]],
    y: [...y, ...y.toReversed().map((one) => one + width), y[0]].map((one) => hundredths(one, 2)),
  };
}

function hundredths(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
