/** A city copied to be filled anew: its numbers wait for sources of their own. */
import type { City } from "../domain/city/mod.ts";
import type { PlannerLanguage } from "./planner_language.ts";

const COPIED: { readonly [L in PlannerLanguage]: readonly [before: string, after: string] } = {
  en: ['Copied from "', '": replace'],
  zh: ["抄自“", "”，请替换"],
};

/**
 * A city as a start for the tables of another: every column says whence its numbers were copied,
 * graded assumed, and no published figure stands beside them.
 *
 * @param city City.
 * @param language Language of the sources.
 * @returns The same city with other sources.
 *
 * @example No number keeps a source that is not its own
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { copiedCity, loadCity } from "./mod.ts";
 *
 * const { columns, published } = copiedCity(await loadCity("data/training_grid"), "en");
 * assertEquals(columns[0].source, 'Copied from "Training grid (synthetic)": replace');
 * assertEquals(published, []);
 * ```
 */
export function copiedCity(city: City, language: PlannerLanguage): City {
  const [before, after] = COPIED[language];
  const source = `${before}${city.name[language]}${after}`;
  const columns = city.columns.map((column) => ({ ...column, grade: "assumed", source }));
  return { ...city, columns, published: [] };
}

/** Whether a source says only that the numbers were copied. */
export function isCopied(source: string): boolean {
  return Object.values(COPIED).some(([before, after]) =>
    source.startsWith(before) && source.endsWith(after)
  );
}
