/**
 * Builds the tables of every city that has a build.
 *
 * Run: `deno task city`. The same sources give the same bytes.
 */
import { askedOf, endUnlessBuilding } from "./_command.ts";
import { buildBeijing } from "./beijing/build.ts";
import { buildBeijing2020 } from "./beijing_2020/build.ts";
import { buildCounty } from "./county/build.ts";
import { buildShanghai2022 } from "./shanghai_2022/build.ts";

/** Builds by folder: file name to text. */
export const CITIES: Readonly<Record<string, () => Promise<Record<string, string>>>> = {
  beijing: buildBeijing,
  beijing_2020: buildBeijing2020,
  county: buildCounty,
  shanghai_2022: buildShanghai2022,
};

const USAGE = `Usage: deno task city    builds the tables of ${
  Object.keys(CITIES).map((folder) => `data/${folder}/`).join(", ")
} anew from their sources/`;

if (import.meta.main) {
  endUnlessBuilding(askedOf(Deno.args, USAGE));
  for (const [folder, build] of Object.entries(CITIES)) {
    for (const [name, text] of Object.entries(await build())) {
      await Deno.writeTextFile(new URL(`${folder}/${name}`, import.meta.url), text);
    }
  }
}
