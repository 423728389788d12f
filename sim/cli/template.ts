/** `template`: the tables of a city to be filled, as CSV files, as a workbook, or both. */
import { dirname } from "@std/path";
import { Command, Option } from "commander";
import { PLANNER_LANGUAGES } from "../scenario/mod.ts";
import { InputError } from "./exit.ts";
import { spoken } from "./spoken.ts";
import { type TemplateFile, templateFiles, type TemplateOptions } from "./template_files.ts";
import { dictionaryMarkdown } from "./template_words.ts";

interface Asked extends TemplateOptions {
  readonly dictionary: boolean;
}

/**
 * The command `template`.
 *
 * @returns The command.
 */
export function templateCommand(): Command {
  return new Command("template")
    .description("Writes the blank tables of a city with instructions; never overwrites a file.")
    .argument("[folder]", "folder for CSV files")
    .option("--excel <file>", "workbook (.xlsx) with the same tables as sheets")
    .addOption(
      new Option("--lang <language>", "language of instructions and sheets")
        .choices(PLANNER_LANGUAGES).default("en"),
    )
    .option(
      "--from <city>",
      "fill the tables from this city's folder or workbook, to be replaced by your own numbers",
    )
    .option("--keep-sources", "with --from: the same city, so its sources stay", false)
    .option("--communities <file>", "fill the communities from points or polygons (GeoJSON)")
    .option("--name <property>", "property of the features with the name", "name")
    .option("--population <property>", "property with the residents", "population")
    .option("--dictionary", "print the data dictionary as Markdown and write nothing", false)
    .action(template);
}

async function template(folder: string | undefined, asked: Asked): Promise<void> {
  if (asked.dictionary) {
    console.log(dictionaryMarkdown(asked.lang).join("\n"));
    return;
  }
  const files = await templateFiles(folder, asked);
  refuseExisting(files);
  for (const { path, content } of files) {
    await Deno.mkdir(dirname(path), { recursive: true });
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await Deno.writeFile(path, bytes, { createNew: true });
    console.log(path);
  }
  const target = spoken(asked.excel ?? folder ?? "");
  console.log(
    asked.lang === "zh"
      ? `填好后检查：deno task sim check ${target} --lang zh`
      : `When filled, check: deno task sim check ${target}`,
  );
}

/** Refuses to write when any of the files is there. */
function refuseExisting(files: readonly TemplateFile[]): void {
  const there = files.map(({ path }) => path).filter((path) => {
    try {
      Deno.lstatSync(path);
      return true;
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return false;
      throw new InputError(`Cannot write a template to "${path}": ${(error as Error).message}`);
    }
  });
  if (there.length === 0) return;
  const names = there.map((path) => `"${path}"`).join(", ");
  throw new InputError(`Cannot write a template as it never overwrites: already there is ${names}`);
}
