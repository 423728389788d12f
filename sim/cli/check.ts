/** `check`: the tables of a city, looked at for the planner who fills them. */
import { join } from "@std/path";
import { Command, Option } from "commander";
import { inspectCity, PLANNER_LANGUAGES, type PlannerLanguage } from "../scenario/mod.ts";
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
        "unusual. Exit code 2 when there are problems.",
    )
    .argument("<city>", "folder with the tables, or workbook (.xlsx)")
    .addOption(new Option("--lang <language>", "language").choices(PLANNER_LANGUAGES).default("en"))
    .action(check);
}

async function check(path: string, { lang }: { lang: PlannerLanguage }): Promise<void> {
  const options = { path: spoken(path), next: nextCommand(path), language: lang };
  const { lines, ready } = checkText(await inspectCity(path), options);
  if (!ready) throw new InputError(lines.join("\n"));
  console.log(lines.join("\n"));
}

/** The command that runs the scenario beside the tables, or shows the totals without one. */
function nextCommand(path: string): string {
  const workbook = /\.xls[xm]$/i;
  const scenario = workbook.test(path)
    ? path.replace(workbook, ".yaml")
    : join(path, "scenario.yaml");
  try {
    Deno.statSync(scenario);
    return `deno task sim run ${spoken(scenario)}`;
  } catch {
    return `deno task sim describe ${spoken(path)}`;
  }
}
