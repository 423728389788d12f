/**
 * Reads tables from the sheets of a workbook.
 *
 * The library is loaded when the first workbook is read, so that runs without one do not pay for it.
 */
import type { Sheet } from "hucre/xlsx";
import type { Cells } from "./_cells.ts";
import { megabytes, readBytes, type Reading, refuseFile } from "./_files.ts";
import { sheetCells } from "./_sheet_cells.ts";
import { unpackedBytes } from "./_zip_size.ts";
import { nearestName, quoted } from "./error.ts";

/** How many times the largest file a workbook may be once it is unpacked [-]. */
const UNPACKED = 10;
/** Sheets that templates have beside the tables. */
const OTHER_SHEETS: ReadonlySet<string> = new Set(["read me", "说明", "dictionary", "字典"]);

/** Gives the cells of a table, or undefined after adding an issue. */
export type CellsOf = (table: string) => Cells | undefined;

/**
 * Reads the sheets that are named as tables.
 *
 * @param file Workbook.
 * @param sheetNames Second name that the sheet of a table may have, by table.
 * @param reading Limits and the list that takes issues.
 */
export async function readWorkbook(
  file: string,
  sheetNames: Readonly<Record<string, string>>,
  reading: Reading,
): Promise<CellsOf> {
  const tableOf = tableFinder(sheetNames);
  const names: string[] = [];
  const sheets = await sheetsOf(file, reading, (name) => {
    names.push(name);
    return tableOf(name) !== undefined;
  });
  if (sheets === undefined) return () => undefined;
  const others = names.filter((name) => tableOf(name) === undefined);
  reading.ignored?.push(...others.filter((name) => !OTHER_SHEETS.has(name.trim().toLowerCase())));
  return (table) => {
    const found = sheets.filter(({ name }) => tableOf(name) === table);
    if (found.length === 1) {
      const place = `${file}#${found[0].name.trim()}`;
      reading.issues.open(place);
      const cells = sheetCells(found[0], { file: place, name: table, reading });
      if (cells.header.length > 0) return cells;
      const { length } = cells.rows;
      return refuseFile(
        place,
        reading,
        length === 0
          ? { rule: "Expected some content", value: "an empty sheet" }
          : { rule: "Expected the names of the columns in row 1", value: "an empty row" },
      );
    }
    const strange = others.filter((name) => !OTHER_SHEETS.has(name.trim().toLowerCase()));
    const nearest = found.length > 1
      ? undefined
      : nearestName(table, strange) ?? nearestName(sheetNames[table], strange);
    const issue = found.length > 1
      ? {
        rule: `Expected one sheet with the table ${table}`,
        value: found.map(({ name }) => quoted(name)).join(" and "),
      }
      : { rule: `Expected a sheet named ${table} or ${sheetNames[table]}`, value: "none" };
    const near = nearest === undefined ? {} : { nearest };
    reading.issues.add({ file, line: 0, path: table, ...issue, ...near });
    return undefined;
  };
}

/** Finds the table that a sheet is named after, in letters of either case. */
function tableFinder(
  sheetNames: Readonly<Record<string, string>>,
): (sheet: string) => string | undefined {
  const tables = new Map(
    Object.entries(sheetNames).flatMap(([table, name]) => [[table, table], [name, table]]),
  );
  return (sheet) => tables.get(sheet.trim().toLowerCase());
}

async function sheetsOf(
  file: string,
  reading: Reading,
  wanted: (name: string) => boolean,
): Promise<readonly Sheet[] | undefined> {
  const bytes = await readBytes(file, reading);
  if (bytes === undefined) return undefined;
  const most = UNPACKED * reading.maxBytes;
  const unpacked = unpackedBytes(bytes);
  if (unpacked !== undefined && unpacked > most) {
    const value = unpacked === Infinity ? "no size that is told" : megabytes(unpacked);
    const rule = `Expected at most ${megabytes(most)} once unpacked`;
    return refuseFile(file, reading, { rule, value });
  }
  const { readXlsx } = await import("hucre/xlsx");
  try {
    const options = { sheets: ({ name }: { name: string }) => wanted(name), readStyles: true };
    return (await readXlsx(bytes, options)).sheets;
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return name === "EncryptedFileError"
      ? refuseFile(file, reading, { rule: "Expected a workbook without a password", value: "one" })
      : refuseFile(file, reading, {
        rule: "Expected a workbook in the format .xlsx",
        value: quoted(message),
      });
  }
}
