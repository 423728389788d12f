/**
 * The command line. Exit codes: 0 done, 1 the run failed, 2 bad input, 130 interrupted.
 */
import { Command, CommanderError } from "commander";
import { ScenarioError } from "../scenario/mod.ts";
import { VERSION } from "../experiment/mod.ts";
import { checkCommand } from "./check.ts";
import { compareCommand } from "./compare.ts";
import { describeCommand } from "./describe.ts";
import { InputError, Interrupted } from "./exit.ts";
import { exportCommand } from "./export.ts";
import { explainCommand } from "./explain.ts";
import { lintCommand } from "./lint.ts";
import { reproduceCommand } from "./reproduce.ts";
import { runCommand } from "./run.ts";
import { storeCommand } from "./store.ts";
import { studyCommand } from "./study.ts";
import { templateCommand } from "./template.ts";

const OK = 0;
const FAILED = 1;
const BAD_INPUT = 2;
const INTERRUPTED = 130;

function program(): Command {
  const root = new Command("sim")
    .description("Simulates patient flow through a city's grid-based tiered care network.")
    .version(`gridcare ${VERSION}`);
  const commands = [
    runCommand(),
    compareCommand(),
    exportCommand(),
    reproduceCommand(),
    studyCommand(),
    storeCommand(),
    describeCommand(),
    lintCommand(),
    checkCommand(),
    templateCommand(),
    explainCommand(),
  ];
  for (const command of commands) {
    root.addCommand(command);
  }
  for (const command of [root, ...root.commands]) command.exitOverride();
  return root;
}

function codeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? OK : BAD_INPUT;
  if (error instanceof Interrupted) return INTERRUPTED;
  if (error instanceof ScenarioError || error instanceof InputError) return BAD_INPUT;
  return FAILED;
}

/**
 * Runs the command line.
 *
 * @param args Arguments, without the program's name.
 * @returns Exit code: 0 done, 1 the run failed, 2 bad input, 130 interrupted.
 *
 * @example The version
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { main } from "./main.ts";
 * assertEquals(await main(["--version"]), 0);
 * ```
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync([...args], { from: "user" });
    return OK;
  } catch (error) {
    const code = codeOf(error);
    if (!(error instanceof CommanderError)) {
      console.error(error instanceof Error ? error.message : String(error));
      if (code === FAILED && error instanceof Error && typeof error.cause === "string") {
        console.error(error.cause);
      }
    }
    return code;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));
