/**
 * A record as it lies in the store: the layout (what the numbers are, shared by all records that have
 * the same rows), the numbers, the dead, and a digest over all of them and the key.
 *
 * The digest is taken of the numbers themselves, not of the packed bytes: equal digests mean equal
 * records whatever packed them, and reading checks the whole way from the disk to the double.
 */
import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { ReplicationRecord } from "../results/mod.ts";
import { bytesOf, packNumbers, unpackNumbers } from "./_numbers.ts";
import type { RunKey } from "./run_key.ts";

/** A record as it lies in the store. */
export interface StoredRecord {
  /** Digest of the layout's text. */
  readonly layout: Uint8Array;
  /** Digest of key, layout, numbers and dead. */
  readonly digest: Uint8Array;
  /** All numbers but the dead, packed. */
  readonly numbers: Uint8Array;
  /** Keys of the dead, packed. */
  readonly died: Uint8Array;
}

type Head<T> = Omit<T, "value" | "values">;
type Measure = ReplicationRecord["measures"][number];
type Series = ReplicationRecord["series"][number];

/** What the numbers of a record are, in their order. */
interface Layout {
  /** Measures without their values. */
  readonly measures: readonly Head<Measure>[];
  /** Series, with the number of their values [-]. */
  readonly series: readonly (readonly [Head<Series>, number])[];
  /** Census from the start of the warm-up, likewise. */
  readonly start: readonly (readonly [Head<Series>, number])[];
  /** Volumes [-]. */
  readonly volume: number;
  /** Details [-]; not said of a record that an earlier program made, which had none. */
  readonly detail?: number;
}

/** Numbers that stand before the measures: events, infected, met. */
const SCALARS = 3;

/** What names a row, in one order of keys. */
function headOf<T extends object>(row: T): Head<T> {
  const named = Object.entries(row).filter(([name]) => name !== "value" && name !== "values");
  return Object.fromEntries(named.sort(([a], [b]) => a < b ? -1 : 1)) as Head<T>;
}

function numbersOf(record: ReplicationRecord): Float64Array {
  const { measures, volume, detail, events, infected, met } = record;
  const lists = [
    Float64Array.of(events, infected, met),
    Float64Array.from(measures, ({ value }) => value),
    ...[...record.series, ...record.start].map(({ values }) => values),
    volume,
    detail,
  ];
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

function layoutOf({ measures, series, start, volume, detail }: ReplicationRecord): Layout {
  const withLength = (point: Series) => [headOf(point), point.values.length] as const;
  return {
    measures: measures.map(headOf),
    series: series.map(withLength),
    start: start.map(withLength),
    volume: volume.length,
    detail: detail.length,
  };
}

/**
 * Digest of a layout's text.
 *
 * @param text Text, unpacked.
 * @returns SHA-256, 32 bytes.
 */
export function layoutDigest(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}

function digestOf(
  key: RunKey,
  layout: Uint8Array,
  lists: readonly Float64Array[],
): Uint8Array {
  const { program, scenario, seed, replication } = key;
  const hash = createHash("sha256");
  hash.update(JSON.stringify([program, scenario, seed, replication])).update("\0").update(layout);
  for (const list of lists) hash.update(bytesOf(list));
  return hash.digest();
}

/**
 * Encodes a record.
 *
 * @param key Which replication it is of.
 * @param record Record.
 * @returns The record as it is stored, and the packed text of its layout.
 */
export function encodeRecord(
  key: RunKey,
  record: ReplicationRecord,
): { stored: StoredRecord; layoutText: Uint8Array } {
  const text = JSON.stringify(layoutOf(record));
  const layout = layoutDigest(text);
  const numbers = numbersOf(record);
  return {
    stored: {
      layout,
      digest: digestOf(key, layout, [numbers, record.died]),
      numbers: packNumbers(numbers),
      died: packNumbers(record.died),
    },
    layoutText: deflateRawSync(text),
  };
}

/**
 * Text of a packed layout.
 *
 * @param packed Packed text.
 * @returns Text.
 */
export function layoutText(packed: Uint8Array): string {
  return new TextDecoder().decode(inflateRawSync(packed));
}

/**
 * Decodes a record and takes its digest anew.
 *
 * @param stored The record as it is stored.
 * @param key Which replication it is of.
 * @param text Text of its layout.
 * @returns The record, and the digest of what was read.
 */
export function decodeRecord(
  stored: StoredRecord,
  key: RunKey,
  text: string,
): { record: ReplicationRecord; digest: Uint8Array } {
  const layout: Layout = JSON.parse(text);
  const numbers = unpackNumbers(stored.numbers);
  const died = unpackNumbers(stored.died);
  let at = SCALARS;
  const take = (count: number) => numbers.slice(at, at += count);
  const points = (heads: Layout["series"]): Series[] =>
    heads.map(([head, count]) => ({ ...head, values: take(count) }));
  const [events, infected, met] = numbers;
  const record = {
    measures: layout.measures.map((head): Measure => ({ ...head, value: numbers[at++] })),
    series: points(layout.series),
    start: points(layout.start),
    volume: take(layout.volume),
    detail: take(layout.detail ?? 0),
    died,
    events,
    infected,
    met,
  };
  return { record, digest: digestOf(key, layoutDigest(text), [numbers, died]) };
}
