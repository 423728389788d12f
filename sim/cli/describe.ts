/** `describe`: the totals of a city beside the published ones, what a scenario says, or the policy. */
import { Command, Option } from "commander";
import { type City, GRADES } from "../domain/mod.ts";
import { describeCity, loadCity, loadScenario } from "../scenario/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { LANGUAGES, type PolicyOptions, policyText } from "./describe_policy.ts";
import { InputError } from "./exit.ts";
import { checkThere } from "./nearest_path.ts";
import { table } from "./text_table.ts";

/** Columns of a terminal that does not say [characters]. */
const WIDTH = 100;

/**
 * The command `describe`.
 *
 * @returns The command.
 */
export function describeCommand(): Command {
  return new Command("describe")
    .description(
      "Prints a city's totals beside the published ones, a scenario's numbers and sources, or the " +
        "register of policy clauses.",
    )
    .argument("<path>", 'folder or workbook of a city, a scenario file, or "policy"')
    .argument(
      "[clause]",
      "with policy: one clause whole, e.g. P22-2.5; several by the beginning of their " +
        "names, or by a key term, e.g. 绿色通道",
    )
    .addOption(
      new Option("--lang <language>", "with policy: language").choices(LANGUAGES).default("en"),
    )
    .option("--notice <notice>", "with policy: the clauses of one notice, e.g. P22")
    .option("--json", "with policy: as JSON")
    .action(describe);
}

async function describe(
  path: string,
  clause: string | undefined,
  options: PolicyOptions,
): Promise<void> {
  if (path === "policy") {
    console.log(await policyText(clause, { ...options, columns: terminalColumns() }));
    return;
  }
  if (
    clause !== undefined || options.notice !== undefined || options.json || options.lang !== "en"
  ) {
    throw new InputError(
      `Cannot describe "${path}" as clauses and --lang, --notice, --json belong to policy: ` +
        `expected "policy" or nothing else`,
    );
  }
  const scenario = /\.ya?ml$/.test(path);
  console.log((scenario ? await scenarioLines(path) : await cityLines(path)).join("\n"));
}

const text = (value: number | null): string => value === null ? "" : value.toLocaleString("en");

async function cityLines(path: string): Promise<string[]> {
  await checkThere("describe", path, ["policy"]);
  const city = await loadCity(path);
  const rows = describeCity(city).map((total) => [
    total.quantity,
    text(total.ours),
    text(total.published),
    total.grade === "observed" ? "published" : total.grade,
    total.difference === null ? "" : `${(total.difference * 100).toFixed(1)} %`,
    total.unit,
    total.year,
    total.note,
  ]);
  const head = ["quantity", "ours", "figure", "grade", "difference", "unit", "year", "note"];
  return [`${city.name.en} ${city.name.zh}`, ...syntheticLines(city), ...table(head, rows)];
}

/** How much of a city is of no real place. */
function syntheticLines({ communities, facilities }: City): string[] {
  return [{ what: "communities", all: communities }, { what: "facilities", all: facilities }]
    .flatMap(({ what, all }) => {
      const made = all.filter(({ synthetic }) => synthetic).length;
      if (made === 0) return [];
      const [ours, total] = [made, all.length].map((count) => count.toLocaleString("en"));
      return made === all.length
        ? [`all ${total} ${what} are synthetic: none of them is a real one`]
        : [`${ours} of ${total} ${what} are synthetic`];
    });
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
    "",
    gradeLine(scenario),
  ];
}

/** How many numbers there are of each grade. */
function gradeLine({ provenance }: Scenario): string {
  const grades = Map.groupBy(provenance, ({ grade }) => grade);
  const each = GRADES.filter((grade) => grades.has(grade)).map((grade) =>
    `${grades.get(grade)!.length} ${grade}`
  );
  return `${provenance.length} numbers: ${each.join(", ")}`;
}

/** Columns of the terminal [characters]. */
function terminalColumns(): number {
  try {
    return Deno.consoleSize().columns || WIDTH;
  } catch {
    return WIDTH;
  }
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
