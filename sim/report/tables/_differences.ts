/** How two files differ, in a few words. */
import { blocksOf, type CsvRecord, recordsOf, sideBySide } from "./_records.ts";
import { parseJson } from "./manifest_json.ts";
import { shown } from "./_shape.ts";

const BLOCK = 1 << 16;
/** So many keys of a manifest are named; of the rest, the number. */
const KEYS_NAMED = 5;

/** Values of two manifests that differ, but for the clock; empty when none does. */
export function manifestDifference(a: string, b: string): string {
  const [first, second] = [a, b].map((path) => {
    const { clock: _clock, ...rest } = Object(parseJson(Deno.readTextFileSync(path), path));
    return rest as unknown;
  });
  const found = [...leavesThatDiffer(first, second, "")];
  if (found.length === 0) return "";
  const more = found.length > KEYS_NAMED ? `; and ${found.length - KEYS_NAMED} more` : "";
  const count = found.length === 1 ? "1 value differs" : `${found.length} values differ`;
  return `${count}: ${found.slice(0, KEYS_NAMED).join("; ")}${more}`;
}

/** Rows of two tables that differ; they are known to differ in bytes. */
export function tableDifference(
  [a, b]: readonly [string, string],
  numeric: ReadonlySet<string>,
): string {
  const [first, second] = [a, b].map((path) => recordsOf(blocksOf(path), path));
  let tally: RowTally | undefined;
  try {
    for (const [x, y] of sideBySide(first, second)) {
      if (tally !== undefined) tally.add(x, y);
      else {
        const [here, there] = [x, y].map((record) => record?.cells.join(",") ?? "none");
        if (here !== there) return `columns are ${here} and ${there}`;
        tally = new RowTally(x?.cells ?? [], numeric);
      }
    }
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
  return tally?.summary() ?? "no rows in either, and other bytes";
}

/** Counts rows that differ, and keeps the first and the largest difference. */
class RowTally {
  #rows: [number, number] = [0, 0];
  #differing = 0;
  #first = "";
  #largest = NaN;

  constructor(
    private readonly headings: readonly string[],
    private readonly numeric: ReadonlySet<string>,
  ) {}

  add(x: CsvRecord | undefined, y: CsvRecord | undefined): void {
    if (x !== undefined) this.#rows[0]++;
    if (y !== undefined) this.#rows[1]++;
    if (x === undefined || y === undefined) this.#count(`line ${(x ?? y)!.line} is in one only`);
    else this.#compare(x, y);
  }

  summary(): string {
    const [a, b] = this.#rows;
    if (this.#differing === 0) return "the same rows, with other line ends or quotes";
    const size = a === b ? "" : `${a} and ${b} rows; `;
    const largest = Number.isNaN(this.#largest)
      ? ""
      : `; largest relative difference ${Number(this.#largest.toPrecision(3))}`;
    const differ = this.#differing === 1 ? "differs" : "differ";
    return `${size}${this.#differing} of ${Math.max(a, b)} rows ${differ}; ` +
      `first, ${this.#first}${largest}`;
  }

  #count(first: string): void {
    if (this.#differing++ === 0) this.#first = first;
  }

  #compare(x: CsvRecord, y: CsvRecord): void {
    const length = Math.max(x.cells.length, y.cells.length);
    let first = "";
    for (let at = 0; at < length; at++) {
      const [here, there] = [x.cells[at], y.cells[at]];
      if (here === there) continue;
      const heading = this.headings[at] ?? `cell ${at + 1}`;
      first ||= `line ${x.line}: ${heading} is ${shown(here)} and ${shown(there)}`;
      if (this.numeric.has(heading)) this.#weigh(here, there);
    }
    if (first !== "") this.#count(first);
  }

  #weigh(here = "", there = ""): void {
    if (here === "" || there === "") return;
    const [x, y] = [Number(here), Number(there)];
    const share = Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y));
    if (!(share <= this.#largest)) this.#largest = Number.isNaN(share) ? this.#largest : share;
  }
}

function* leavesThatDiffer(x: unknown, y: unknown, path: string): Generator<string> {
  if (!isNested(x) || !isNested(y) || Array.isArray(x) !== Array.isArray(y)) {
    if (JSON.stringify(x) !== JSON.stringify(y)) yield `${path} is ${shown(x)} and ${shown(y)}`;
    return;
  }
  for (const key of new Set([...Object.keys(x), ...Object.keys(y)])) {
    const name = Array.isArray(x) ? `[${key}]` : path === "" ? key : `.${key}`;
    yield* leavesThatDiffer(x[key], y[key], path + name);
  }
}

function isNested(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}

/** Place of the first byte that differs, from 1 [bytes]; undefined when none does. */
export function firstOtherByte(a: string, b: string): number | undefined {
  let from = 1;
  for (const [x, y] of sideBySide(bytesOf(a), bytesOf(b))) {
    const length = Math.min(x?.length ?? 0, y?.length ?? 0);
    for (let at = 0; at < length; at++) if (x![at] !== y![at]) return from + at;
    if (x?.length !== y?.length) return from + length;
    from += length;
  }
  return undefined;
}

/** Blocks of one length; only the last is shorter. Each is valid until the next is asked for. */
function* bytesOf(path: string): Generator<Uint8Array> {
  const bytes = new Uint8Array(BLOCK);
  const file = Deno.openSync(path);
  try {
    for (let held = 0;; held = 0) {
      for (let got: number | null = 0; got !== null && held < BLOCK;) {
        got = file.readSync(bytes.subarray(held));
        held += got ?? 0;
      }
      if (held === 0) return;
      yield bytes.subarray(0, held);
    }
  } finally {
    file.close();
  }
}
