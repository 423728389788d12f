/** Runs one program to its end and watches its memory. */
import { tellingLine } from "./set_up.ts";

/** What a process left behind. */
export interface Outcome {
  readonly output: string;
  /** Highest resident set [MB], or nothing where the system does not tell. */
  readonly peak: number | undefined;
}

const SAMPLING_MS = 15;
/** A run is given up after this time unless another is named [ms]. */
const LIMIT_MS = 240_000;

/** The high-water mark in the text of a process's status [MB]. */
export function peakOf(status: string): number | undefined {
  const kibibytes = status.match(/^VmHWM:\s*(\d+) kB$/m)?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024 / 1e6;
}

/** The mark only rises, so that no more is missed than the growth after the last look. */
async function watch(pid: number, ended: AbortSignal): Promise<number | undefined> {
  let peak: number | undefined;
  while (!ended.aborted) {
    try {
      peak = peakOf(await Deno.readTextFile(`/proc/${pid}/status`)) ?? peak;
    } catch {
      // The process is gone, or the system has no such file.
    }
    await new Promise((resolve) => setTimeout(resolve, SAMPLING_MS));
  }
  return peak;
}

/**
 * Runs a command to its end.
 *
 * @param command Program and arguments.
 * @param limit Time after which it is given up [ms]; four minutes when left out.
 * @returns What it left behind.
 * @throws {Error} If it is not there, fails, or takes longer.
 */
export async function measure(command: readonly string[], limit = LIMIT_MS): Promise<Outcome> {
  const [program, ...args] = command;
  const child = new Deno.Command(program, {
    args,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1", PYTHONDONTWRITEBYTECODE: "1" },
  }).spawn();
  const ended = new AbortController();
  const watched = watch(child.pid, ended.signal);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, limit);
  const done = await child.output();
  clearTimeout(timer);
  ended.abort();
  const peak = await watched;
  if (late) throw new Error(`no result in ${limit / 1000} s`);
  if (!done.success) throw new Error(tellingLine(new TextDecoder().decode(done.stderr)));
  return { output: new TextDecoder().decode(done.stdout), peak };
}
