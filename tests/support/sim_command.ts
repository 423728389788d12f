/** The command `sim`, run as its task runs it. */

import { fromFileUrl } from "@std/path";

const PROJECT = new URL("../../", import.meta.url);

/** What a command said, and how it ended. */
export interface Said {
  /** Exit code [-]. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Wall-clock time [s]. */
  readonly seconds: number;
}

/** Words of the task `sim` after `deno`. */
function taskWords(): string[] {
  const { tasks } = JSON.parse(Deno.readTextFileSync(new URL("deno.json", PROJECT)));
  const [deno, ...words] = String(tasks.sim).split(/\s+/);
  if (deno !== "deno" || !words.some((word) => word.endsWith("sim/cli/main.ts"))) {
    throw new Error(
      `Cannot run the task "sim" as it must start Deno: current task is "${tasks.sim}"`,
    );
  }
  return words;
}

/**
 * Starts the command in the project's folder, with the permissions of its task.
 *
 * @param args Arguments after `sim`.
 * @param output Where its output goes: nowhere, or to be read.
 * @returns The process.
 */
export function startSim(
  args: readonly string[],
  output: "null" | "piped" = "piped",
): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [...taskWords(), ...args],
    cwd: fromFileUrl(PROJECT),
    env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    stdin: "null",
    stdout: output,
    stderr: output,
  }).spawn();
}

/** Runs the command to its end. */
export async function runSim(...args: string[]): Promise<Said> {
  const started = performance.now();
  const { code, stdout, stderr } = await startSim(args).output();
  const [out, error] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  return { code, stdout: out, stderr: error, seconds: (performance.now() - started) / 1000 };
}
