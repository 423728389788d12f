/**
 * Comma-separated values, read record by record as RFC 4180 defines them.
 *
 * Written here because the standard library's reader either wants the whole text at once or gives
 * its rows as promises; this one is an ordinary generator that holds one block and one record, so
 * that rows of a file of any size can be gone through with `for … of`.
 */

/** One record of a file. */
export interface CsvRecord {
  /** Line of the file on which it begins, from 1 [-]. */
  readonly line: number;
  /** Cells, their quotes taken off. */
  readonly cells: string[];
}

/** No record of ours is nearly as long; beyond it, what is read is no table [characters]. */
const LONGEST = 1 << 20;
const BLOCK = 1 << 16;

/**
 * Text of a file, block by block; the file is closed at the end, or when the reader stops.
 *
 * @throws {SyntaxError} When it is not UTF-8.
 */
export function* blocksOf(path: string): Generator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decoded = (bytes?: Uint8Array<ArrayBuffer>): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (cause) {
      throw new SyntaxError(`Cannot read "${path}" as its text must be UTF-8`, { cause });
    }
  };
  const file = Deno.openSync(path);
  try {
    const bytes = new Uint8Array(BLOCK);
    for (let got = file.readSync(bytes); got !== null; got = file.readSync(bytes)) {
      yield decoded(bytes.subarray(0, got));
    }
    yield decoded();
  } finally {
    file.close();
  }
}

function* linesOf(blocks: Iterable<string>, file: string): Generator<string> {
  let rest = "";
  for (const block of blocks) {
    const lines = (rest + block).split("\n");
    rest = lines.pop()!;
    for (const line of lines) yield line;
    if (rest.length > LONGEST) throw notCsv(file, "a line must end");
  }
  if (rest !== "") yield rest;
}

/**
 * Records of a text in blocks. Empty lines are passed over, as the standard library does.
 *
 * @throws {SyntaxError} When a quote stands where none may, or is never closed.
 */
export function* recordsOf(blocks: Iterable<string>, file: string): Generator<CsvRecord> {
  let line = 0;
  let begun = 0;
  let open = "";
  let quotes = 0;
  for (const text of linesOf(blocks, file)) {
    line++;
    if (open === "" && !text.includes('"')) {
      const bare = withoutReturn(text);
      if (bare !== "") yield { line, cells: bare.split(",") };
      continue;
    }
    if (open === "") begun = line;
    open = open === "" ? text : `${open}\n${text}`;
    quotes += text.split('"').length - 1;
    if (quotes % 2 === 0) {
      yield { line: begun, cells: cellsOf(withoutReturn(open), begun, file) };
      [open, quotes] = ["", 0];
    } else if (open.length > LONGEST) break;
  }
  if (open !== "") throw notCsv(file, `the quote that opens in line ${begun} must close`);
}

/** Two sequences side by side; the shorter one is filled up with undefined. */
export function* sideBySide<T>(
  a: Iterable<T>,
  b: Iterable<T>,
): Generator<readonly [T | undefined, T | undefined]> {
  const [first, second] = [a[Symbol.iterator](), b[Symbol.iterator]()];
  try {
    while (true) {
      const [x, y] = [first.next(), second.next()];
      if (x.done && y.done) return;
      yield [x.done ? undefined : x.value, y.done ? undefined : y.value];
    }
  } finally {
    first.return?.();
    second.return?.();
  }
}

function withoutReturn(text: string): string {
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}

const CELL = /(?:"([^"]*(?:""[^"]*)*)"|([^",]*))(,|$)/y;

function cellsOf(record: string, line: number, file: string): string[] {
  const cells: string[] = [];
  CELL.lastIndex = 0;
  while (true) {
    const found = CELL.exec(record);
    if (found === null) throw notCsv(file, `quotes of line ${line} must open and close a cell`);
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2]);
    if (found[3] === "") return cells;
  }
}

function notCsv(file: string, rule: string): SyntaxError {
  return new SyntaxError(`Cannot read "${file}" as comma-separated values: ${rule}`);
}
