/** Rows of `published.csv`: what the tables are compared with, the figure used and the others, by grade. */
import type { Facts } from "./facts.ts";
import { bedsByLevel } from "./levels.ts";
import type { Cells } from "./tables.ts";

/** The published figures of the source table that a target names. */
function copiedRows({ target, published }: Facts): Cells[] {
  return target.copied.map(([quantity, from, year, note, grade]): Cells => {
    const row = published.find((item) => item.quantity === from && item.year === year);
    if (!row) throw new RangeError(`Cannot find published figure "${from}" of ${year}`);
    const { value, unit, source } = row;
    return { quantity, year, value: Number(value), unit, grade: grade ?? row.grade, source, note };
  });
}

/** Beds by level, by the shares of the year of shares; assumed where these are. */
function levelRows({ target, published }: Facts, levels: ReturnType<typeof bedsByLevel>): Cells[] {
  const [from, year] = target.used.shares ?? ["", ""];
  const rowOf = (quantity: string) =>
    published.find((row) => row.quantity === quantity && row.year === year);
  const source = rowOf(from)?.source ?? "";
  const grade = rowOf("beds_tertiary_hospitals")?.grade === "assumed" ? "assumed" : "derived";
  const scaled = (quantity: string, value: number, note = target.bedsNote): Cells => ({
    quantity,
    year: target.used.beds?.[1] ?? "",
    value,
    unit: "beds",
    grade,
    source,
    note,
  });
  return [
    scaled("beds_tertiary", levels.tertiary),
    scaled("beds_secondary", levels.secondary),
    scaled("beds_primary", levels.centre),
    scaled(
      "beds_first_level",
      levels.rest,
      `used: what the other levels leave of the beds of ${
        target.used.beds?.[1]
      } (derived): first-level, unrated and other hospitals`,
    ),
  ];
}

/** Rows of `published.csv`. */
export function publishedRows(facts: Facts): Cells[] {
  const { target, districts } = facts;
  const residents = districts.reduce((sum, { population }) => sum + population, 0);
  const rows: Cells[] = [
    {
      quantity: "population",
      year: "2020",
      value: residents,
      unit: "persons",
      grade: "observed",
      source: target.census,
      note: `used: sum of the ${districts.length} districts`,
    },
    ...copiedRows(facts),
    ...levelRows(facts, bedsByLevel(facts)),
    ...target.compared({ residents, facts }),
  ];
  const order = [...new Set(rows.map(({ quantity }) => quantity))];
  return rows.sort((a, b) => order.indexOf(a.quantity) - order.indexOf(b.quantity));
}
