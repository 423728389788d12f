/** A copy of the training scenario with all its files, to be spoiled in one place. */
import { assertEquals } from "@std/assert";
import { dirname, fromFileUrl, join } from "@std/path";
import { loadScenario, type Scenario, ScenarioError } from "../../../sim/scenario/mod.ts";

/** Folder of the project. */
export const ROOT = fromFileUrl(new URL("../../../", import.meta.url));

const FILES = [
  "scenarios/base.yaml",
  "scenarios/parts/services_2019.yaml",
  "scenarios/plan.yaml",
  "scenarios/training.yaml",
  "scenarios/rules/plan_2022.yaml",
  "scenarios/rules/nearest.yaml",
  "data/clinical/people.csv",
  "data/clinical/severity.csv",
  ...["ages", "city", "columns", "communities", "districts", "facilities", "fleets", "grids"]
    .map((name) => `data/training_grid/${name}.csv`),
  ...["links", "published", "wards"].map((name) => `data/training_grid/${name}.csv`),
  "data/training_grid/outlines.geojson",
];

/** One spoiled place: in a file, one text for another; `from` must occur. */
export type Edit = readonly [file: string, from: string, to: string];

/** A folder with the copy. */
export class Copy {
  private constructor(readonly folder: string) {}

  /** Makes the copy, with training.yaml standing on the base alone, and edits it. */
  static async make(edits: readonly Edit[] = []): Promise<Copy> {
    const copy = new Copy(await Deno.makeTempDir());
    for (const file of FILES) {
      await Deno.mkdir(dirname(join(copy.folder, file)), { recursive: true });
      await Deno.copyFile(join(ROOT, file), join(copy.folder, file));
    }
    for (const [file, from, to] of edits) await copy.edit(file, from, to);
    return copy;
  }

  /** Path of a file. */
  path(file: string): string {
    return join(this.folder, file);
  }

  /** Replaces the first occurrence of a text. */
  async edit(file: string, from: string, to: string): Promise<void> {
    const text = await Deno.readTextFile(this.path(file));
    if (!text.includes(from)) throw new Error(`Cannot edit ${file}: "${from}" does not occur`);
    await Deno.writeTextFile(this.path(file), text.replace(from, () => to));
  }

  /** Writes a file. */
  async write(file: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await Deno.writeFile(this.path(file), bytes);
  }

  /** Loads a scenario of the copy. */
  load(file = "scenarios/training.yaml"): Promise<Scenario> {
    return loadScenario(this.path(file));
  }

  /** What a load says is wrong, with the folder left out; empty when nothing is. */
  async complaint(file = "scenarios/training.yaml"): Promise<string> {
    try {
      await this.load(file);
      return "";
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      return error.message.replaceAll(`${this.folder}/`, "");
    }
  }

  /** Deletes the copy. */
  async remove(): Promise<void> {
    await Deno.remove(this.folder, { recursive: true });
  }
}

/** Asserts the issues that edits bring about, line numbers left out. */
export async function assertIssues(
  edits: readonly Edit[],
  issues: readonly string[],
  file = "scenarios/training.yaml",
): Promise<void> {
  const copy = await Copy.make(edits);
  try {
    const [first, ...lines] = (await copy.complaint(file)).split("\n");
    assertEquals(lines.map((line) => line.trim().replace(/:\d+ /, " ")), issues);
    const count = issues.length === 1 ? "1 issue" : `${issues.length} issues`;
    assertEquals(first, `Cannot load scenario "${file}": ${count}`);
  } finally {
    await copy.remove();
  }
}
