/**
 * Executes notebooks with Deno alone.
 *
 *     deno run -A toolkit/run_notebook.ts [--write | --check] [--limit=SECONDS] [--jobs=N] FILE…
 *
 * `--write` puts the outputs into the files; `--check` compares them with those in the files and
 * fails when they differ. Two notebooks run at a time unless `--jobs` says otherwise. One line per
 * notebook, in the order named, then `N passed, N failed`; exit 1 on failures.
 */
import { dirname } from "node:path";
import { RunningKernel } from "./kernel.ts";
import {
  type Cell,
  isCode,
  linesOf,
  type Notebook,
  plainOutputs,
  readNotebook,
  textOf,
  writeNotebook,
} from "./notebook_file.ts";

/** How a notebook is run. */
export interface RunOptions {
  /** Folder of the kernel. */
  readonly folder: string;
  /** Longest time of a cell [s]. */
  readonly limit: number;
}

function failureOf(cell: Cell, number: number): string {
  const error = cell.outputs?.find((output) => output.output_type === "error");
  const said = error?.traceback?.join("\n") || error?.evalue;
  // deno-lint-ignore no-control-regex
  const plain = said?.replace(/\x1b\[[\d;]*m/g, "");
  return `cell ${number}: ${plain || "syntax error (the kernel names no place)"}`;
}

/**
 * Runs the code cells of a notebook in order, up to the first that fails, and puts their outputs
 * in place of the old ones.
 *
 * @param notebook Notebook; changed.
 * @param options Folder and limit.
 * @returns What went wrong; undefined when every cell ran.
 */
export async function runCells(
  notebook: Notebook,
  { folder, limit }: RunOptions,
): Promise<string | undefined> {
  const kernel = await RunningKernel.start(folder);
  try {
    for (const [i, cell] of notebook.cells.filter(isCode).entries()) {
      const { outputs, count, ok } = await kernel.execute(textOf(cell.source), limit * 1000);
      cell.execution_count = count;
      cell.outputs = outputs.map((output) =>
        output.text === undefined ? output : { ...output, text: linesOf(textOf(output.text)) }
      );
      if (!ok) return failureOf(cell, i + 1);
    }
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await kernel.stop();
  }
}

/**
 * Code cells whose outputs are not the same in two versions of a notebook.
 *
 * @param before One version.
 * @param after The other.
 * @returns Numbers of the code cells, from 1.
 */
export function changedCells(before: Notebook, after: Notebook): number[] {
  const [old, now] = [before, after].map((notebook) =>
    notebook.cells.filter(isCode).map((cell) => JSON.stringify(plainOutputs(cell.outputs)))
  ) as [string[], string[]];
  return now.flatMap((outputs, i) => outputs === old[i] ? [] : [i + 1]);
}

/** How files are run. */
interface FileOptions {
  readonly mode: string;
  readonly limit: number;
}

/** What came of one file. */
interface Outcome {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

async function runFile(path: string, { mode, limit }: FileOptions): Promise<Outcome> {
  const started = performance.now();
  const before = await readNotebook(path);
  const after = structuredClone(before);
  const failure = await runCells(after, { folder: dirname(path), limit });
  const changed = mode === "--check" && failure === undefined ? changedCells(before, after) : [];
  if (mode === "--write" && failure === undefined) await writeNotebook(path, after);
  const problem = failure ??
    (changed.length > 0
      ? `outputs differ from those in the file in code cells ${changed.join(", ")}; ` +
        "run `deno task notebooks` to write them anew"
      : undefined);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const line = `${problem === undefined ? "ok  " : "FAIL"} ${path} (${seconds} s)`;
  return { ok: problem === undefined, lines: problem === undefined ? [line] : [line, problem] };
}

/**
 * Does several things at a time and tells of each in order, as soon as those before it are told.
 *
 * @param count Number of things [-].
 * @param jobs Most that are under way at a time [-], at least 1.
 * @param work Does one, by its number from 0.
 * @param tell Tells of one.
 *
 * @example The second is faster, and told second
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { inOrder } from "./run_notebook.ts";
 *
 * const told: number[] = [];
 * const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
 * const work = async (i: number) => (await wait([30, 1][i]!), i);
 * await inOrder({ count: 2, jobs: 2, work, tell: (i) => void told.push(i) });
 * assertEquals(told, [0, 1]);
 * ```
 */
export async function inOrder<Result>({ count, jobs, work, tell }: {
  readonly count: number;
  readonly jobs: number;
  readonly work: (i: number) => Promise<Result>;
  readonly tell: (result: Result) => void;
}): Promise<void> {
  const results = Array.from({ length: count }, () => Promise.withResolvers<Result>());
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const i = next++;
      await work(i).then(results[i]!.resolve, results[i]!.reject);
    }
  };
  const lanes = Promise.all(Array.from({ length: jobs }, lane));
  for (const { promise } of results) tell(await promise);
  await lanes;
}

if (import.meta.main) {
  const flags = Deno.args.filter((argument) => argument.startsWith("--"));
  const numberOf = (name: string, otherwise: number) =>
    Number(flags.find((flag) => flag.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise);
  const mode = flags.find((flag) => flag === "--write" || flag === "--check") ?? "";
  const options = { mode, limit: numberOf("limit", 120) };
  const paths = Deno.args.filter((argument) => !argument.startsWith("--"));
  let failed = 0;
  await inOrder({
    count: paths.length,
    jobs: numberOf("jobs", 2),
    work: (i) => runFile(paths[i]!, options),
    tell: ({ ok, lines }) => {
      if (!ok) failed++;
      for (const line of lines) console.log(line);
    },
  });
  console.log(`${paths.length - failed} passed, ${failed} failed`);
  Deno.exit(failed > 0 || paths.length === 0 ? 1 : 0);
}
