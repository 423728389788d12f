/** The files of a template, made before any is written. */
import { basename, dirname, fromFileUrl, join, relative, resolve } from "@std/path";
import {
  blankRows,
  cityRows,
  communitiesOf,
  copiedCity,
  csvOf,
  loadCity,
  outlinesText,
  type PlannerLanguage,
  type TableRows,
  workbookOf,
} from "../scenario/mod.ts";
import { InputError } from "./exit.ts";
import { instructions, readme, scenarioComments } from "./template_words.ts";

/** What a template is asked for. */
export interface TemplateOptions {
  /** Workbook to be written. */
  readonly excel?: string;
  /** Language. */
  readonly lang: PlannerLanguage;
  /** City whose tables fill the template. */
  readonly from?: string;
  /** Whether the sources and published figures of that city stay, as it is the same one. */
  readonly keepSources: boolean;
  /** GeoJSON whose points or polygons fill the communities. */
  readonly communities?: string;
  /** Property of the features with the name. */
  readonly name: string;
  /** Property of the features with the residents. */
  readonly population: string;
}

/** A file to be written. */
export interface TemplateFile {
  /** Path. */
  readonly path: string;
  /** Content. */
  readonly content: string | Uint8Array;
}

/** The plan of 7 December 2022, which a new city's scenario extends. */
const PLAN = fromFileUrl(new URL("../../scenarios/plan.yaml", import.meta.url));
/** The services that it has, and those of a county. */
const SERVICES = fromFileUrl(new URL("../../scenarios/parts/services_2019.yaml", import.meta.url));
const COUNTY = fromFileUrl(new URL("../../scenarios/parts/services_county.yaml", import.meta.url));

/**
 * Makes the files of a template.
 *
 * @param folder Folder for CSV files; undefined for none.
 * @param options What is asked for.
 * @returns Files, none of them written.
 * @throws {InputError} When there is nothing to write, or options contradict one another.
 */
export async function templateFiles(
  folder: string | undefined,
  options: TemplateOptions,
): Promise<TemplateFile[]> {
  const { excel, lang } = options;
  if (folder === undefined && excel === undefined) {
    throw new InputError(
      "Cannot write a template as it needs a place: give a folder, --excel FILE.xlsx or both",
    );
  }
  if (excel !== undefined && !/\.xlsx$/i.test(excel)) {
    throw new InputError(
      `Cannot write a workbook as its name must end in .xlsx: current name is "${excel}"`,
    );
  }
  const { tables, outlines } = await contentOf(options);
  const files: TemplateFile[] = [];
  if (folder !== undefined) {
    files.push(...tables.map((table) => file(folder, `${table.name}.csv`, csvOf(table))));
    if (outlines !== "") files.push(file(folder, "outlines.geojson", outlines));
    files.push(file(folder, "README.md", readme(lang)));
    files.push(
      file(folder, "scenario.yaml", scenarioText(join(folder, "scenario.yaml"), folder, lang)),
    );
  }
  if (excel !== undefined) {
    const beside = (ending: string) => excel.replace(/\.xlsx$/i, ending);
    const content = await workbookOf(tables, { language: lang, instructions: instructions(lang) });
    files.push({ path: excel, content });
    if (outlines !== "") files.push({ path: beside(".geojson"), content: outlines });
    const scenario = beside(".yaml");
    files.push({ path: scenario, content: scenarioText(scenario, excel, lang) });
  }
  return files;
}

function file(folder: string, name: string, content: string): TemplateFile {
  return { path: join(folder, name), content };
}

async function contentOf(
  { from, keepSources, lang, communities, name, population }: TemplateOptions,
): Promise<{ tables: TableRows[]; outlines: string }> {
  if (from !== undefined && communities !== undefined) {
    throw new InputError("Cannot fill a template twice: give --from or --communities, not both");
  }
  if (keepSources && from === undefined) {
    throw new InputError("Cannot keep sources as there is no city to take them from: give --from");
  }
  if (from !== undefined) {
    const loaded = await loadCity(from);
    const city = keepSources ? loaded : copiedCity(loaded, lang);
    return { tables: cityRows(city), outlines: outlinesText(city.outlines) };
  }
  const blank = blankRows();
  if (communities === undefined) return { tables: blank, outlines: "" };
  const filled = await communitiesOf(communities, { name, population });
  return { tables: blank.map((t) => t.name === filled.name ? filled : t), outlines: "" };
}

/** A scenario with the plan for the city. */
function scenarioText(scenario: string, tables: string, language: PlannerLanguage): string {
  const from = dirname(resolve(scenario));
  const path = (target: string) => JSON.stringify(relative(from, target) || ".");
  const id = basename(resolve(tables)).replace(/\.xlsx$/i, "");
  const comments = scenarioComments(language, { services: path(SERVICES), county: path(COUNTY) });
  return `${comments.map((line) => `# ${line}`).join("\n")}
extends: ${path(PLAN)}
title:
  en: ${JSON.stringify(`${id}: the plan of 7 December 2022`)}
  zh: ${JSON.stringify(`${id}：2022年12月7日方案`)}
city:
  tables: ${path(resolve(tables))}
`;
}
