/** A copy of the project with a fault in it, and what turns red there. */

import type { Fault } from "./_case.ts";

const PROJECT = new URL("../../", import.meta.url);
/** What the cases need: sources, scenarios and their data. */
const NEEDED = [
  "sim",
  "tests/validation",
  "tests/support",
  "data",
  "scenarios",
  "deno.json",
  "deno.lock",
];
/** Names that the libraries for YAML and distributions look for. */
const ENVIRONMENT = "DEBUG,DEBUG_COLORS,DEBUG_HIDE_DATE,LOG_STREAM,LOG_TOKENS";

/** What tells the process to end. */
const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGINT", "SIGTERM"];

/**
 * The text of a file with the fault in it.
 *
 * @param text Text of the file.
 * @param fault The fault.
 * @returns Changed text.
 * @throws {RangeError} If what is to be found does not stand exactly once.
 */
export function planted(text: string, { name, file, find, replace }: Fault): string {
  const parts = text.split(find);
  if (parts.length !== 2) {
    throw new RangeError(
      `Cannot plant fault "${name}" as its text must stand once in ${file}: it stands ${
        parts.length - 1
      } times`,
    );
  }
  return parts.join(replace);
}

/** Text of a fault's file as it is. */
export function textOf({ file }: Fault): string {
  return Deno.readTextFileSync(new URL(file, PROJECT));
}

/** The user stopped the run; the copy is gone. */
export class Interrupted extends Error {
  override name = "Interrupted";
}

/** Which cases are run against a fault, and on how many threads. */
export interface FaultRun {
  /** Text in the names of the cases that are run; all when left out. */
  readonly only?: string;
  /** Threads [-]; 2 when left out. */
  readonly jobs?: number;
}

/**
 * Plants a fault in a copy of the project and runs the fast cases there, with the same Deno.
 *
 * The copy lies in the folder of results, and goes when the run is over or is interrupted.
 *
 * @param fault The fault.
 * @param run Which cases, on how many threads.
 * @returns Names of the cases that turned red.
 * @throws {RangeError} If what is to be found does not stand exactly once.
 * @throws {Interrupted} If the process is told to end meanwhile.
 */
export async function redUnder(
  fault: Fault,
  { only = "", jobs = 2 }: FaultRun = {},
): Promise<string[]> {
  const text = planted(textOf(fault), fault);
  const results = new URL("results/", PROJECT);
  await Deno.mkdir(results, { recursive: true });
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  for (const signal of SIGNALS) Deno.addSignalListener(signal, onSignal);
  const folder = await Deno.makeTempDir({ dir: results.pathname, prefix: `fault_${Deno.pid}_` });
  try {
    for (const path of NEEDED) copy(new URL(path, PROJECT).pathname, `${folder}/${path}`);
    await Deno.writeTextFile(`${folder}/${fault.file}`, text);
    const options = ["--jobs", String(jobs), ...(only === "" ? [] : ["--only", only])];
    return await redIn(folder, options, stop.signal);
  } finally {
    await Deno.remove(folder, { recursive: true });
    for (const signal of SIGNALS) Deno.removeSignalListener(signal, onSignal);
  }
}

function copy(from: string, to: string): void {
  if (!Deno.statSync(from).isDirectory) {
    Deno.mkdirSync(to.slice(0, to.lastIndexOf("/")), { recursive: true });
    return Deno.copyFileSync(from, to);
  }
  for (const { name } of Deno.readDirSync(from)) copy(`${from}/${name}`, `${to}/${name}`);
}

async function redIn(
  folder: string,
  options: readonly string[],
  signal: AbortSignal,
): Promise<string[]> {
  const permissions = ["--no-prompt", "--allow-read", `--allow-env=${ENVIRONMENT}`];
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--cached-only",
      ...permissions,
      "tests/validation/validate.ts",
      "--fast",
      "--red",
      ...options,
    ],
    cwd: folder,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    signal,
  }).output();
  if (signal.aborted) throw new Interrupted("Interrupted: the copy with the fault is removed");
  const decoder = new TextDecoder();
  if (code > 1) throw new Error(`Cannot run the cases in the copy: ${decoder.decode(stderr)}`);
  const lines = decoder.decode(stdout).trim().split("\n").filter((line) => line.startsWith('"'));
  // A crash ends with code 1 as well; red cases print their names.
  if (code === 1 && lines.length === 0) {
    throw new Error(`Cannot run the cases in the copy: ${decoder.decode(stderr)}`);
  }
  return lines.map((line) => JSON.parse(line) as string);
}

/** What differs between the cases that should turn red and those that did: a line each. */
export function faultGaps(fault: Fault, red: readonly string[], only = ""): string[] {
  const wanted = fault.red.filter((name) => name.includes(only));
  return [
    ...wanted.filter((name) => !red.includes(name)).map((name) => `stayed green: ${name}`),
    ...red.filter((name) => !wanted.includes(name)).map((name) => `turned red: ${name}`),
  ];
}
