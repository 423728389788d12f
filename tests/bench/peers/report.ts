/** From the runs of each program to rows, tables and sentences. */
import { COUNTED, type Model, type Result, standardScores } from "./models.ts";
import { FLOOR, OURS } from "./programs.ts";

/** All runs of one program on one model. */
export interface Cell {
  readonly peer: string;
  readonly model: Model;
  readonly results: readonly Result[];
  /** Highest resident set of each run [MB]. */
  readonly peaks: readonly (number | undefined)[];
}

/** A line of a table. */
export interface Row {
  readonly peer: string;
  readonly version: string;
  readonly model: Model;
  readonly n: number;
  /** Rate of the best run [1/s]. */
  readonly rate: number;
  /** Rate over that of the project's own program [-]. */
  readonly toOurs: number | undefined;
  /** Rate over that of the loop by hand in Rust [-]. */
  readonly toFloor: number | undefined;
  /** How far the second best run is behind the best [-]. */
  readonly spread: number | undefined;
  /** Highest resident set of all runs [MB]. */
  readonly peak: number | undefined;
  /** Distances from what is expected [standard errors]. */
  readonly scores: Readonly<Record<string, number>>;
  readonly agrees: boolean;
  /** Time of each run [s]. */
  readonly seconds: readonly number[];
}

/** A result further off than this many standard errors is another model's. */
const FURTHEST = 4;

/** The best time [s], and how far the second best is behind it [-]. */
export function bestAndSpread(
  seconds: readonly number[],
): { best: number; spread: number | undefined } {
  const [best, second] = seconds.toSorted((a, b) => a - b);
  return { best, spread: second === undefined ? undefined : second / best - 1 };
}

function rowOf({ peer, model, results, peaks }: Cell): Row {
  const seconds = results.map((result) => result.seconds);
  const { best, spread } = bestAndSpread(seconds);
  const fastest = results.find((result) => result.seconds === best)!;
  const scores = standardScores(model, results);
  const known = peaks.filter((peak) => peak !== undefined);
  return {
    peer,
    version: fastest.version,
    model,
    n: fastest.n,
    rate: fastest.rate,
    toOurs: undefined,
    toFloor: undefined,
    spread,
    peak: known.length > 0 ? Math.max(...known) : undefined,
    scores,
    agrees: Object.values(scores).every((score) => Math.abs(score) < FURTHEST),
    seconds,
  };
}

/** Rows of one model, the fastest first. Cells without a run are left out. */
export function rowsOf(cells: readonly Cell[], model: Model): Row[] {
  const rows = cells.filter((cell) => cell.model === model && cell.results.length > 0).map(rowOf);
  const rateOf = (name: string) => rows.find(({ peer }) => peer === name)?.rate;
  const [ours, floor] = [rateOf(OURS), rateOf(FLOOR)];
  return rows.toSorted((a, b) => b.rate - a.rate).map((row) => ({
    ...row,
    toOurs: ours === undefined ? undefined : row.rate / ours,
    toFloor: floor === undefined ? undefined : row.rate / floor,
  }));
}

const digits = (value: number | undefined, n: number): string =>
  value === undefined ? "-" : Number(value.toPrecision(n)).toString();

/** A rate in few digits. */
export function rateText(rate: number): string {
  if (rate >= 1e6) return `${digits(rate / 1e6, 3)} M`;
  return rate >= 1e3 ? `${digits(rate / 1e3, 3)} k` : digits(rate, 3);
}

function checkText({ agrees, scores }: Row): string {
  const signed = Object.values(scores).map((score) => (score < 0 ? "" : "+") + score.toFixed(1));
  return `${agrees ? "ok" : "DIFFERS"} (${signed.join(" ")})`;
}

function cellsOf(row: Row): string[] {
  return [
    row.peer,
    row.version,
    rateText(row.rate),
    digits(row.toOurs, 3),
    digits(row.toFloor, 3),
    row.spread === undefined ? "-" : `${Math.round(100 * row.spread)}%`,
    row.peak === undefined ? "-" : row.peak.toFixed(0),
    checkText(row),
  ];
}

/** Lines of a table; all columns but the named ones stand to the right. */
export function aligned(lines: readonly (readonly string[])[], left: readonly number[]): string[] {
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  return lines.map((line) =>
    line.map((cell, i) => left.includes(i) ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))
      .join("  ").trimEnd()
  );
}

/** A model's table, with what it says of the project's own program at its end. */
export function tableOf(model: Model, rows: readonly Row[]): string[] {
  const ratios = [`x ${OURS}`, `x ${FLOOR}`];
  const head = ["peer", "version", `${COUNTED[model]}/s`, ...ratios];
  const lines = [[...head, "spread", "peak MB", "check (z)"], ...rows.map(cellsOf)];
  return [model, ...aligned(lines, [0, 1, 7]), ...verdictOf(rows)];
}

/** Whether the project's own program is within three times the loop by hand. */
export function verdictOf(rows: readonly Row[]): string[] {
  const share = rows.find(({ peer }) => peer === OURS)?.toFloor;
  if (share === undefined) return [];
  const times = digits(1 / share, 3);
  return [
    `The hand-written Rust loop is ${times} times as fast as ${OURS}: ` +
    (share * 3 >= 1 ? "within 3." : "not within 3."),
  ];
}
