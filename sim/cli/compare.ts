/** `compare`: result folders → one comparison and its report. */
import { resolve } from "@std/path";
import { Command } from "commander";
import { mergeResultSets } from "../experiment/mod.ts";
import type { ResultSet } from "../experiment/mod.ts";
import { readResultFolder, writeReportFolder } from "../report/mod.ts";
import { InputError } from "./exit.ts";
import { checkTarget } from "./loading.ts";
import { summaryLines } from "./summary.ts";

/**
 * The command `compare`.
 *
 * @returns The command.
 */
export function compareCommand(): Command {
  return new Command("compare")
    .description("Compares the scenarios of result folders; the first scenario is the baseline.")
    .argument("<folder...>", "result folders made by `run` with one seed and the same city")
    .option("-o, --out <folder>", "result folder", "results/comparison")
    .action(compare);
}

/** What cannot be read or compared is bad input. */
function orBadInput<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

function compare(folders: string[], { out }: { readonly out: string }): void {
  const target = resolve(out);
  const input = folders.find((folder) => resolve(folder) === target);
  if (input !== undefined) {
    throw new InputError(
      `Cannot write the comparison to "${out}" as it must not replace a folder that is compared: current folder is "${input}"`,
    );
  }
  const parts = folders.map((name) => ({ name, set: orBadInput(() => readResultFolder(name)) }));
  const set: ResultSet = orBadInput(() =>
    mergeResultSets(parts, `deno task sim compare ${folders.join(" ")}`)
  );
  checkTarget(out);
  writeReportFolder(set, out);
  console.log(summaryLines(set, { folder: out, seconds: 0 }).join("\n"));
}
