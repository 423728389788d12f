/** The table of accepted sets: columns are paths, one row a set, values as a scenario file has them. */
import { parse } from "@std/csv";
import { relative } from "@std/path";
import { type Reading, readText } from "./_files.ts";
import type { ParameterPaths } from "./_parameter_paths.ts";
import type { Trial } from "./_parameter_trial.ts";
import { kindsOf, unitInside } from "./_parameter_units.ts";
import type { Leaf } from "./_tree.ts";
import { isWithin, type Keys, keysOf } from "./_value_paths.ts";
import { type IssueList, quoted } from "./error.ts";
import type { AcceptedSets } from "./uncertainty.ts";

/** Where a table stands and what it is read against. */
export interface SetsGround {
  readonly file: string;
  /** The value of the scenario file that names it. */
  readonly named: Leaf;
  readonly folder: string;
  readonly paths: ParameterPaths;
  readonly trial: Trial | undefined;
  /** Columns that lie within one of these are left out. */
  readonly fixed: readonly string[];
}

/** Reads the table; null after adding issues. */
export async function readSets(
  ground: SetsGround,
  reading: Reading,
): Promise<AcceptedSets | null> {
  const { file, named, folder, paths, trial, fixed } = ground;
  const { issues } = reading;
  const before = issues.size;
  const text = await readText(file, reading);
  const records = text === undefined ? undefined : recordsOf(text, file, issues);
  if (records === undefined) return null;
  const [header, ...body] = records;
  checkColumns(header, paths, file, issues);
  body.forEach((cells, index) => {
    if (cells.length === header.length) return;
    const rule = `Expected ${header.length} cells`;
    const value = String(cells.length);
    issues.add({ file, line: index + 2, path: `sets[${index}]`, rule, value });
  });
  if (body.length === 0) {
    issues.add({ file, line: 1, path: "sets", rule: "Expected at least one set", value: "none" });
  }
  if (trial === undefined || issues.size > before) return null;
  const columns = header.map((path, index) => ({ path, index, keys: keysOf(path) }))
    .filter(({ path }) => !fixed.some((outer) => isWithin(path, outer)));
  const rows = body.map((cells, index) => rowOf({ columns, cells, index, file, trial }, issues));
  if (issues.size > before || columns.length === 0) return null;
  const units = columns.map(({ index }, at) => {
    const [kind] = kindsOf(rows.slice(0, 20).map((row, i) => [body[i][index], row[at]]));
    return unitInside(kind);
  });
  const { grade, source } = named;
  const from = relative(folder, file);
  return { paths: columns.map(({ path }) => path), units, rows, grade, source, file: from };
}

function recordsOf(text: string, file: string, issues: IssueList): string[][] | undefined {
  try {
    return (parse(text) as string[][]).map((cells) => cells.map((cell) => cell.trim()));
  } catch (error) {
    const message = (error as Error).message;
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? 0);
    const value = message.replace(/^.*column \d+: /, "");
    issues.add({ file, line, path: "", rule: "Expected valid CSV", value });
    return undefined;
  }
}

function checkColumns(
  header: readonly string[],
  paths: ParameterPaths,
  file: string,
  issues: IssueList,
): void {
  header.forEach((path, index) => {
    const twice = { rule: "Expected every column once", value: quoted(path) };
    const problem = header.indexOf(path) < index ? twice : paths.problem(path);
    if (problem !== undefined) issues.add({ file, line: 1, path: "sets", ...problem });
  });
}

interface RowTrial {
  readonly columns: readonly { path: string; index: number; keys: Keys }[];
  readonly cells: readonly string[];
  readonly index: number;
  readonly file: string;
  readonly trial: Trial;
}

/** Values of a row, all laid into the scenario at once, so that also what joins them is checked. */
function rowOf({ columns, cells, index, file, trial }: RowTrial, issues: IssueList): number[] {
  const tried = trial.try(new Map(columns.map((column) => [column.keys, cells[column.index]])));
  for (const { path, rule, value } of tried.issues) {
    const column = columns.find((column) => column.path === path);
    const found = column === undefined ? value : quoted(cells[column.index]);
    issues.add({ file, line: index + 2, path: `sets[${index}].${path}`, rule, value: found });
  }
  return columns.map(({ keys }) => tried.at(keys));
}
