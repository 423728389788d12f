/** `compare`: result folders → one comparison and its report. */
import { resolve } from "@std/path";
import { Command } from "commander";
import { compareMeasures } from "../experiment/mod.ts";
import type { ResultSet } from "../experiment/mod.ts";
import { checkResultFolder, readResultFolder, writeReportFolder } from "../report/mod.ts";
import { InputError } from "./exit.ts";
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

/** What folders must share to be compared replication by replication. */
function signature({ manifest }: ResultSet): string {
  const { program, seed, replications, city, window } = manifest;
  return `${program}, city ${city.id} of ${city.population}, seed ${seed}, ${replications} replications, ` +
    `from ${window.start} for ${window.days} + ${window.runOnDays} d`;
}

function merge(folders: readonly string[], sets: readonly ResultSet[]): ResultSet {
  const [first] = sets;
  sets.forEach((set, i) => {
    if (signature(set) !== signature(first)) {
      throw new InputError(
        `Cannot compare "${folders[i]}" with "${
          folders[0]
        }" as both must be of one program, city, ` +
          `seed, number of replications and window:\n  ${signature(first)}\n  ${signature(set)}`,
      );
    }
  });
  const names = new Map<string, string>();
  const kept = sets.map((set) =>
    set.manifest.scenarios.filter((s) => {
      const hash = names.get(s.name);
      if (hash !== undefined && hash !== s.hash) {
        throw new InputError(
          `Cannot compare as scenario "${s.name}" differs between folders: hashes ${hash} and ${s.hash}`,
        );
      }
      names.set(s.name, s.hash);
      return hash === undefined;
    })
  );
  const isKept = (i: number) => (row: { scenario: string }) =>
    kept[i].some((s) => s.name === row.scenario);
  const measures = sets.flatMap((set, i) =>
    set.measures.filter(isKept(i)).filter((row) => !row.measure.startsWith("deaths_only_"))
  );
  return {
    manifest: {
      ...first.manifest,
      scenarios: kept.flat(),
      command: `deno task sim compare ${folders.join(" ")}`,
    },
    measures,
    series: sets.flatMap((set, i) => set.series.filter(isKept(i))),
    comparison: compareMeasures(measures, first.manifest.baseline),
  };
}

function compare(folders: string[], { out }: { readonly out: string }): void {
  const target = resolve(out);
  const input = folders.find((folder) => resolve(folder) === target);
  if (input !== undefined) {
    throw new InputError(
      `Cannot write the comparison to "${out}" as it must not replace a folder that is compared: current folder is "${input}"`,
    );
  }
  const sets = folders.map((folder) => {
    try {
      return readResultFolder(folder);
    } catch (error) {
      throw new InputError((error as Error).message);
    }
  });
  const set = merge(folders, sets);
  try {
    checkResultFolder(out);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
  writeReportFolder(set, out);
  console.log(summaryLines(set, { folder: out, seconds: 0 }).join("\n"));
}
