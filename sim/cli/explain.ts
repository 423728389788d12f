/** `explain`: what the rules make of a described patient, or the story of a patient of a run. */
import { Command } from "commander";
import { quoted } from "../scenario/mod.ts";
import { choiceProblem } from "./asked.ts";
import type { Asked, OptionRow } from "./asked.ts";
import { DESCRIBING, explainDescribed } from "./explain_described.ts";
import { wrapped } from "./text_table.ts";
import { explainRun, FOLLOWING } from "./explain_run.ts";

const EITHER: readonly OptionRow[] = [
  ["lang", "<en|zh>", "language (default: en)"],
  ["json", "", "print data instead of text"],
];

const names = (rows: readonly OptionRow[]) => rows.map(([name]) => `--${name}`).join(", ");

/** Names in lines that are not too long. */
const listed = (rows: readonly OptionRow[]) => wrapped(names(rows), 76).join("\n  ");

const NOTES = `
With a scenario file, a described patient:
  ${listed(DESCRIBING)}
With a result folder, a patient of the run:
  ${listed(FOLLOWING)}
With both: ${names(EITHER)}

What goes together:
  --dialysis needs --disease severe-stable or severe-unstable.
  --needs needs a severe or unstable --disease and --severity moderate or worse.
  --pregnant needs an --age from 12 to 49.
  --at other than home needs --facility.

Where names are found:
  grids and facilities: the first column of grids.csv and facilities.csv of the city; or give
    any wrong name, and the answer lists the first dozen
  patients: --find, and the column patient_id of event logs (run --log)
`;

const EXAMPLES = `${NOTES}
Examples:
  deno task sim explain scenarios/training.yaml --age 82 --disease severe-stable \\
    --vaccination none --severity moderate
  deno task sim explain results/latest --find died
  deno task sim explain results/latest --patient training-g1-4711 --lang zh`;

/**
 * The command `explain`.
 *
 * @returns The command.
 */
export function explainCommand(): Command {
  const command = new Command("explain")
    .description(
      "Explains referrals: of a described patient every rule, the one that applies, its clause and the " +
        "beds asked in order; of a patient of a finished run the whole story.",
    )
    .argument("<path>", "scenario file (YAML), or result folder")
    .addHelpText("after", EXAMPLES);
  for (const [name, takes, says] of [...DESCRIBING, ...FOLLOWING, ...EITHER]) {
    command.option(takes === "" ? `--${name}` : `--${name} ${takes}`, says);
  }
  return command.action(explain);
}

async function explain(path: string, asked: Asked): Promise<void> {
  const described = /\.ya?ml$/i.test(path);
  const own = described ? DESCRIBING : FOLLOWING;
  const allowed = [...own, ...EITHER].map(([name]) => name);
  const foreign = Object.keys(asked).map(dashed).filter((name) => !allowed.includes(name));
  const problems = [
    ...foreign.map((name) =>
      `--${name} is for ${described ? "a patient of a run" : "a described patient"}, and ` +
      `${quoted(path)} is ${described ? "a scenario" : "taken for a result folder"}`
    ),
    ...choiceProblem("lang", asked.lang, ["en", "zh"]),
  ];
  await (described ? explainDescribed : explainRun)(path, asked, problems);
}

/** `withoutPlan` as `without-plan`. */
function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
