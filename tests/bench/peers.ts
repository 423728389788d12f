/**
 * Compares the engine with other simulators on the same models: `deno task bench --peers`.
 *
 *     deno task bench --peers [--only simpy,ssj] [--models mm1,mmc] [--rounds 3] [--scale 1]
 *                             [--json] [--cache DIR] [--ours COMMAND]
 *
 * Programs are installed and built in a cache folder, then run one at a time, every program once
 * and then every program again. Nothing else should be running. `peers/README.md` tells the models,
 * the contract and what each program records. The exit code is 1 when a result is not what it
 * should be.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { fromFileUrl, resolve } from "@std/path";
import { optionTrouble } from "../support/command_line.ts";
import { measure } from "./peers/measure.ts";
import { type Model, MODELS, parseResult, type Result } from "./peers/models.ts";
import { oursByDefault, type Program, programs } from "./peers/programs.ts";
import { rateText, rowsOf, tableOf } from "./peers/report.ts";
import type { SetUp } from "./peers/set_up.ts";

const FOLDER: string = fromFileUrl(new URL("./peers", import.meta.url));
const PROJECT: string = fromFileUrl(new URL("../..", import.meta.url));
const LEAST = 1000;

/** What the command line asks for. */
export interface Request {
  readonly programs: readonly Program[];
  readonly models: readonly Model[];
  readonly rounds: number;
  readonly scale: number;
  readonly json: boolean;
  readonly cache: string;
}

interface Task {
  readonly program: Program;
  readonly peer: string;
  readonly model: Model;
  readonly n: number;
  readonly results: Result[];
  readonly peaks: (number | undefined)[];
}

function cacheByDefault(): string {
  const home = Deno.env.get("HOME");
  const folder = Deno.env.get("XDG_CACHE_HOME") ?? (home ? `${home}/.cache` : undefined) ??
    Deno.env.get("TMPDIR") ?? "/tmp";
  return `${folder}/gridcare-peers`;
}

function chosen<T extends string>(what: string, list: string | undefined, all: readonly T[]): T[] {
  if (list === undefined) return [...all];
  return list.split(",").map((name) => {
    const found = all.find((one) => one === name);
    if (found !== undefined) return found;
    throw new RangeError(
      `Cannot compare as ${what} must be among ${all.join(", ")}: current value is "${name}"`,
    );
  });
}

function positive(what: string, text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new RangeError(`Cannot compare as ${what} must be > 0: current value is "${text}"`);
}

const TEXT = { type: "string" } as const;
const OPTIONS = {
  only: TEXT,
  models: TEXT,
  rounds: { ...TEXT, default: "3" },
  scale: { ...TEXT, default: "1" },
  json: { type: "boolean", default: false },
  cache: TEXT,
  ours: TEXT,
} as const;

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    const trouble = optionTrouble(error, [...Object.keys(OPTIONS), "help"]);
    throw new RangeError(`Cannot compare: ${trouble}`);
  }
}

/**
 * Reads the command line.
 *
 * @throws {RangeError} If an option or a name is unknown, a number is not above zero, or the cache
 * folder is inside the project.
 */
export function requestOf(args: readonly string[]): Request {
  const values = valuesOf(args);
  const cache = resolve(values.cache ?? cacheByDefault());
  if (`${cache}/`.startsWith(PROJECT)) {
    throw new RangeError(
      `Cannot compare as the cache must be outside the project: current folder is ${cache}`,
    );
  }
  const ours = values.ours?.trim().split(/\s+/) ?? oursByDefault(FOLDER);
  const all = programs(ours, FOLDER, cache);
  const names = chosen("--only", values.only, all.map(({ name }) => name));
  return {
    programs: all.filter(({ name }) => names.includes(name)),
    models: chosen("--models", values.models, MODELS),
    rounds: Math.ceil(positive("--rounds", values.rounds)),
    scale: positive("--scale", values.scale),
    json: values.json,
    cache,
  };
}

const say = (text: string) => console.error(text);
const messageOf = (problem: unknown) => problem instanceof Error ? problem.message : `${problem}`;

/** Programs that could be made ready; what failed is noted. Each set-up is tried once. */
async function ready(request: Request, leftOut: string[]): Promise<Program[]> {
  await Deno.mkdir(request.cache, { recursive: true });
  const tried = new Map<SetUp, string | undefined>();
  const found: Program[] = [];
  for (const program of request.programs) {
    const { setUp, name } = program;
    if (setUp !== undefined && !tried.has(setUp)) {
      say(`Setting up ${name}`);
      tried.set(setUp, await setUp(FOLDER, request.cache).then(() => undefined, messageOf));
    }
    const problem = setUp === undefined ? undefined : tried.get(setUp);
    if (problem === undefined) found.push(program);
    else leftOut.push(`${name}: ${problem}`);
  }
  return found;
}

function tasksOf(request: Request, found: readonly Program[]): Task[] {
  return request.models.flatMap((model) =>
    found.flatMap((program) => {
      const size = program.sizes[model];
      const n = Math.max(LEAST, Math.round((size ?? 0) * request.scale));
      return size === undefined
        ? []
        : [{ program, peer: program.name, model, n, results: [], peaks: [] }];
    })
  );
}

async function runOnce({ program, model, n, results, peaks }: Task, round: number): Promise<void> {
  const name = model + (program.suffix ?? "");
  const seed = 100 * round + 7;
  const { output, peak } = await measure([...program.command, name, `${n}`, `${seed}`]);
  const result = parseResult(output, model);
  results.push(result);
  peaks.push(peak);
  const seconds = result.seconds.toFixed(2);
  say(`round ${round}  ${program.name}  ${model}  ${seconds} s  ${rateText(result.rate)}/s`);
}

/** Rounds are the outer loop: a busy spell of the machine hurts one run of each program. */
async function runAll(tasks: readonly Task[], rounds: number, leftOut: string[]): Promise<void> {
  const failed = new Set<Task>();
  for (let round = 1; round <= rounds; round++) {
    for (const task of tasks) {
      if (failed.has(task)) continue;
      try {
        await runOnce(task, round);
      } catch (problem) {
        failed.add(task);
        leftOut.push(`${task.peer} on ${task.model}: ${messageOf(problem)}`);
      }
    }
  }
}

const loads = () => Deno.loadavg().map((load) => Number(load.toFixed(2)));

/**
 * Sets up, runs and reports.
 *
 * @param args Arguments of the command line.
 * @returns Exit code: 0, or 1 when a result is not what it should be.
 */
export async function comparePeers(args: readonly string[]): Promise<number> {
  const request = requestOf(args);
  const processors = cpus();
  const machine = {
    processor: processors[0]?.model ?? "unknown",
    cores: processors.length,
    system: `${Deno.build.os} ${Deno.build.arch}`,
    deno: Deno.version.deno,
  };
  const leftOut: string[] = [];
  const found = await ready(request, leftOut);
  const before = loads();
  const tasks = tasksOf(request, found);
  await runAll(tasks, request.rounds, leftOut);
  const tables = request.models.map((model) => ({ model, rows: rowsOf(tasks, model) }));
  const rows = tables.flatMap((table) => table.rows);
  const load = { before, after: loads() };
  const { rounds, scale } = request;
  if (request.json) {
    console.log(JSON.stringify({ machine, load, rounds, scale, rows, leftOut }, null, 2));
  } else {
    const { processor, cores, system, deno } = machine;
    console.log(`${processor}, ${cores} cores, ${system}, Deno ${deno}`);
    console.log(`Load average ${load.before.join(" ")} before, ${load.after.join(" ")} after`);
    console.log(`Best of ${rounds} rounds at scale ${scale}`);
    for (const table of tables) {
      if (table.rows.length > 0) console.log(["", ...tableOf(table.model, table.rows)].join("\n"));
    }
    if (leftOut.length > 0) console.log(["", "Left out:", ...leftOut].join("\n"));
  }
  return rows.every((row) => row.agrees) ? 0 : 1;
}
