/** `explain`: what the rules make of a described patient, or the story of a patient of a run. */
import { Command } from "commander";
import { quoted } from "../scenario/mod.ts";
import { choiceProblem } from "./asked.ts";
import type { Asked, OptionRow } from "./asked.ts";
import { DESCRIBING, explainDescribed } from "./explain_described.ts";
import { explainRun, FOLLOWING } from "./explain_run.ts";

const EITHER: readonly OptionRow[] = [
  ["lang", "<en|zh>", "language (default: en)"],
  ["json", "", "print data instead of text"],
];

const EXAMPLES = `
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
