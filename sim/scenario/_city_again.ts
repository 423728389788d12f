/** A city that a program made, checked as its tables would be. */
import type { City } from "../domain/city/mod.ts";
import { checkCity } from "./_city_checks.ts";
import { CITY_COLUMNS, type CityTables } from "./_city_tables.ts";
import { MAX_BYTES } from "./_files.ts";
import { tableOf } from "./_table.ts";
import { cityRows } from "./city_rows.ts";
import type { IssueList } from "./error.ts";

/** Writes the tables of a city and reads them back; what is wrong becomes issues. */
export function checkCityAgain(city: City, issues: IssueList): void {
  const reading = { issues, maxBytes: MAX_BYTES };
  const tables: Record<string, unknown> = {};
  for (const { name, header, rows } of cityRows(city)) {
    const cells = {
      file: `${city.id}/${name}`,
      header,
      rows: rows.map((row) => ({
        texts: row.map((content) => content === undefined ? "" : String(content)),
        line: 0,
        spoiled: false,
      })),
    };
    const columns = CITY_COLUMNS[name as keyof CityTables];
    tables[name] = tableOf(cells, { name, columns, mayBeEmpty: name === "published" }, reading);
  }
  checkCity(tables as CityTables, issues);
}
