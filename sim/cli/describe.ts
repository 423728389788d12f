/** `describe`: the totals of a city beside the published ones, or what a scenario says. */
import { Command } from "commander";
import { describeCity, loadCity, loadScenario } from "../scenario/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { table } from "./text_table.ts";

/**
 * The command `describe`.
 *
 * @returns The command.
 */
export function describeCommand(): Command {
  return new Command("describe")
    .description(
      "Prints a city's totals beside the published ones, or a scenario's numbers and sources.",
    )
    .argument("<path>", "folder of a city, or a scenario file")
    .action(describe);
}

async function describe(path: string): Promise<void> {
  const scenario = /\.ya?ml$/.test(path);
  console.log((scenario ? await scenarioLines(path) : await cityLines(path)).join("\n"));
}

const text = (value: number | null): string => value === null ? "" : value.toLocaleString("en");

async function cityLines(path: string): Promise<string[]> {
  const city = await loadCity(path);
  const rows = describeCity(city).map(({ quantity, ours, published, year, unit, note }) => [
    quantity,
    text(ours),
    text(published),
    ours !== null && published ? `${((ours / published - 1) * 100).toFixed(1)} %` : "",
    unit,
    year,
    note,
  ]);
  return [
    `${city.name.en} ${city.name.zh}`,
    ...table(["quantity", "ours", "published", "difference", "unit", "year", "note"], rows),
  ];
}

async function scenarioLines(path: string): Promise<string[]> {
  const scenario = await loadScenario(path);
  const rows = scenario.provenance.map((
    { path, text, grade, source },
  ) => [path, text, grade, source]);
  return [
    `${scenario.title.en} ${scenario.title.zh}`,
    scenario.description.en,
    `hash ${scenario.hash}`,
    ...table(["number", "value", "grade", "source"], rows),
    ...uncertainLines(scenario),
  ];
}

/** What is drawn when parameters are uncertain. */
function uncertainLines({ uncertainty: { parameters, sets } }: Scenario): string[] {
  const laws = parameters.map(({ path, written, grade, source }) => [path, written, grade, source]);
  const given = sets === null ? [] : sets.paths.map((path) => [
    path,
    `one of ${sets.rows.length} accepted sets`,
    sets.grade,
    sets.source,
  ]);
  const rows = [...laws, ...given];
  return rows.length === 0
    ? []
    : ["", "Drawn with --parameters", ...table(["number", "law", "grade", "source"], rows)];
}
