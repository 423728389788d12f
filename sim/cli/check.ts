/** `check`: the tables of a city, looked at for the planner who fills them. */
import { join } from "@std/path";
import { Command, Option } from "commander";
import {
  inspectCity,
  loadScenario,
  PLANNER_LANGUAGES,
  type PlannerLanguage,
  ScenarioError,
} from "../scenario/mod.ts";
import { checkText } from "./check_text.ts";
import { InputError } from "./exit.ts";
import { spoken } from "./spoken.ts";

/**
 * The command `check`.
 *
 * @returns The command.
 */
export function checkCommand(): Command {
  return new Command("check")
    .description(
      "Checks the tables of a city: every problem with sheet, row and column, then what is " +
        "unusual. Exit code 2 when there are problems, or the scenario beside the tables is refused.",
    )
    .argument("<city>", "folder with the tables, or workbook (.xlsx)")
    .addOption(new Option("--lang <language>", "language").choices(PLANNER_LANGUAGES).default("en"))
    .action(check);
}

async function check(path: string, { lang }: { lang: PlannerLanguage }): Promise<void> {
  const inspection = await inspectCity(path);
  const scenario = scenarioBeside(path);
  const refused = inspection.city !== null && scenario !== "" && await isRefused(scenario);
  const next = scenario === ""
    ? `deno task sim describe ${spoken(path)}`
    : `deno task sim ${refused ? "lint" : "run"} ${spoken(scenario)}`;
  const { lines, ready } = checkText(inspection, {
    path: spoken(path),
    next,
    refused: refused ? spoken(scenario) : "",
    language: lang,
  });
  if (!ready) throw new InputError(lines.join("\n"));
  console.log(lines.join("\n"));
}

/** The scenario beside the tables; empty without one. */
function scenarioBeside(path: string): string {
  const workbook = /\.xls[xm]$/i;
  const scenario = workbook.test(path)
    ? path.replace(workbook, ".yaml")
    : join(path, "scenario.yaml");
  try {
    Deno.statSync(scenario);
    return scenario;
  } catch {
    return "";
  }
}

/** Whether a scenario cannot be run with its tables. */
async function isRefused(scenario: string): Promise<boolean> {
  try {
    await loadScenario(scenario);
    return false;
  } catch (error) {
    if (error instanceof ScenarioError) return true;
    throw error;
  }
}
