/** `study`: what a result rests on, where a conclusion turns, how much a promise needs. */
import { Command, Option } from "commander";
import type { Scenario } from "../scenario/mod.ts";
import { influenceRows, oneAtATime, smallestThat, thresholdOf } from "../studies/mod.ts";
import { InputError } from "./exit.ts";
import { loadAll } from "./loading.ts";
import {
  carryOutStudy,
  readAmount,
  type StudyCommandOptions,
  withStudyOptions,
} from "./study_options.ts";
import { influenceTable, smallestTable, type StudyTable, thresholdTable } from "./study_tables.ts";
import { writeTableFile } from "./table_file.ts";

interface InfluenceCommand extends StudyCommandOptions {
  readonly paths?: string;
}

interface RangeCommand extends StudyCommandOptions {
  readonly path: string;
  readonly from: number | string;
  readonly to: number | string;
}

interface ThresholdCommand extends RangeCommand {
  readonly points: number;
  readonly of: "both" | "first" | "second";
}

interface SmallestCommand extends RangeCommand {
  readonly step: number | string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/**
 * The command `study` with its three studies.
 *
 * @returns The command.
 */
export function studyCommand(): Command {
  const study = new Command("study").description(
    "Asks one question of many runs; what is in the store is not run again.",
  );
  for (const command of [influenceCommand(), thresholdCommand(), smallestCommand()]) {
    study.addCommand(command.exitOverride());
  }
  return study;
}

function influenceCommand(): Command {
  const command = new Command("influence")
    .description(
      "Moves each uncertain number by itself to the 5 % and 95 % quantiles of its law. With two " +
        "scenarios: what it changes in their difference, second minus first.",
    )
    .argument("<file...>", "one scenario file, or two")
    .option("--paths <paths>", "only numbers at or within these paths, with commas between them");
  return withStudyOptions(command, 5).action(influence);
}

function ranged(command: Command, replications: number): Command {
  const value = (flags: string, description: string) =>
    new Option(flags, description).makeOptionMandatory().argParser(readAmount);
  return withStudyOptions(
    command
      .requiredOption("--path <path>", "number of the scenario, e.g. transfer.vehicleFactor")
      .addOption(value("--from <value>", 'smallest value, e.g. 0.5 or "4 d"'))
      .addOption(value("--to <value>", "largest value")),
    replications,
  );
}

function thresholdCommand(): Command {
  const command = new Command("threshold")
    .description("Finds the value of a number at which two scenarios change places.")
    .argument("<first>", "scenario file")
    .argument("<second>", "scenario file; the second minus the first is studied");
  return ranged(command, 10)
    .addOption(
      new Option("--points <number>", "values tried, both ends included").default(5)
        .argParser(Number),
    )
    .addOption(
      new Option("--of <which>", "which scenario takes the values").default("both")
        .choices(["both", "first", "second"]),
    )
    .action(threshold);
}

function smallestCommand(): Command {
  const command = new Command("smallest")
    .description("Finds the smallest value of a number that keeps a promise about a measure.")
    .argument("<file>", "scenario file");
  return ranged(command, 10)
    .addOption(
      new Option("--step <value>", "step between values").makeOptionMandatory()
        .argParser(readAmount),
    )
    .addOption(
      new Option("--at-most <number>", "the mean of the measure must be at most")
        .argParser(Number),
    )
    .addOption(
      new Option("--at-least <number>", "the mean of the measure must be at least")
        .argParser(Number),
    )
    .action(smallest);
}

async function influence(files: string[], options: InfluenceCommand): Promise<void> {
  if (files.length > 2) {
    throw new InputError(
      `Cannot study influence as it takes one scenario or two: current number is ${files.length}`,
    );
  }
  const scenarios = await loadAll(files) as [Scenario] | [Scenario, Scenario];
  const paths = options.paths?.split(",").map((path) => path.trim());
  const study = await carryOutStudy("influence", options, (runs) =>
    oneAtATime({
      scenarios,
      ...options.measure,
      ...runs,
      ...(paths !== undefined && { paths }),
    }));
  show(influenceTable(influenceRows(study)), options);
}

async function threshold(
  first: string,
  second: string,
  options: ThresholdCommand,
): Promise<void> {
  const { path, from, to, points, of, measure } = options;
  const [a, b] = await loadAll([first, second]);
  const study = await carryOutStudy(
    "threshold",
    options,
    (runs) => thresholdOf({ scenarios: [a, b], path, from, to, points, of, ...measure, ...runs }),
  );
  show(thresholdTable(study), options);
}

async function smallest(file: string, options: SmallestCommand): Promise<void> {
  const { path, from, to, step, measure, atMost, atLeast } = options;
  const [scenario] = await loadAll([file]);
  const promise = {
    ...measure,
    ...(atMost !== undefined && { atMost }),
    ...(atLeast !== undefined && { atLeast }),
  };
  const study = await carryOutStudy(
    "smallest",
    options,
    (runs) => smallestThat({ scenario, path, from, to, step, promise, ...runs }),
  );
  show(smallestTable(study), options);
}

function show({ lines, csv }: StudyTable, options: StudyCommandOptions): void {
  console.log(lines.join("\n"));
  if (options.out === undefined) return;
  writeTableFile(options, csv);
  console.log(`\nTable: ${options.out}`);
}
