/** The data dictionary of a city's tables: what each column means and may hold. */
import { CITY_COLUMNS, CITY_TABLES, type CityTableName, SHEET_NAMES_ZH } from "./_city_tables.ts";
import type { BilingualName } from "../domain/city/mod.ts";
import { CARE } from "./_dictionary_care.ts";
import type { ColumnWords, DictionaryWords } from "./_dictionary_form.ts";
import { PLACES } from "./_dictionary_places.ts";
import { type Allowed, allowedBy, columnOf } from "./_table.ts";

/** One column of a table. */
export interface DictionaryColumn {
  /** Name as in the header. */
  readonly name: string;
  /** What it means. */
  readonly meaning: BilingualName;
  /** Unit; `-` for a proportion or a rank, empty for names. */
  readonly unit: string;
  /** What its cells may hold, in words. */
  readonly allowed: BilingualName;
  /** Names of the closed list that its cells are taken from; empty without one. */
  readonly names: readonly string[];
  /** Whether a cell may hold several of the names. */
  readonly several: boolean;
  /** Least and greatest number [unit of the column]; null for text. */
  readonly bounds: {
    /** Least [unit of the column]. */
    readonly min: number;
    /** Greatest [unit of the column]; may be infinite. */
    readonly max: number;
    /** Whether it is whole. */
    readonly integer: boolean;
  } | null;
  /** Table whose identifiers the cells must be; empty without one. */
  readonly refersTo: string;
  /** Whether a cell may not be empty. */
  readonly required: boolean;
  /** A cell as it may be filled. */
  readonly example: string;
}

/** One table. */
export interface DictionaryTable {
  /** Name of the file without its ending, and of the sheet. */
  readonly name: string;
  /** Chinese name, which the sheet may have too. */
  readonly sheetZh: string;
  /** What the table is. */
  readonly meaning: BilingualName;
  /** Its columns, in order. */
  readonly columns: readonly DictionaryColumn[];
}

const WORDS: DictionaryWords = { ...PLACES, ...CARE };

/**
 * The data dictionary: every table of a city and every column, in order.
 *
 * What may stand in a cell and whether it may be empty are read from the schemas that check the
 * tables, so that the dictionary cannot say anything else.
 *
 * @returns Tables in the order in which they are read.
 *
 * @example What a column may hold
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { cityDictionary } from "./mod.ts";
 *
 * const wards = cityDictionary().find(({ name }) => name === "wards")!;
 * const type = wards.columns.find(({ name }) => name === "type")!;
 * assertEquals(type.names, ["general", "sub_icu", "icu"]);
 * ```
 */
export function cityDictionary(): DictionaryTable[] {
  return CITY_TABLES.map((name) => {
    const { en, zh } = WORDS[name];
    const words: Readonly<Record<string, ColumnWords>> = WORDS[name].columns;
    return {
      name,
      sheetZh: SHEET_NAMES_ZH[name],
      meaning: { en, zh },
      columns: Object.keys(CITY_COLUMNS[name]).map((key) => columnEntry(name, key, words[key])),
    };
  });
}

function columnEntry(table: CityTableName, key: string, words: ColumnWords): DictionaryColumn {
  const schema = CITY_COLUMNS[table][key as never] as Parameters<typeof allowedBy>[0];
  const allowed = allowedBy(schema);
  const { refersTo = "", required = !schema.safeParse("").success } = words;
  return {
    name: columnOf(key),
    meaning: { en: words.en, zh: words.zh },
    unit: words.unit ?? "",
    allowed: allowedText(allowed, refersTo),
    names: allowed.kind === "names" ? allowed.names : [],
    several: allowed.kind === "names" && allowed.several,
    bounds: allowed.kind === "number" ? allowed : null,
    refersTo,
    required,
    example: words.example,
  };
}

/** What a cell may hold, in words. */
function allowedText(allowed: Allowed, refersTo: string): BilingualName {
  if (refersTo !== "") {
    return {
      en: `a name of the table ${refersTo}`,
      zh: `“${SHEET_NAMES_ZH[refersTo as CityTableName]}”表中的代码`,
    };
  }
  if (allowed.kind === "text") return { en: "text", zh: "文字" };
  if (allowed.kind === "names") {
    const names = allowed.names.join(", ");
    return allowed.several
      ? { en: `several of ${names}, with ; between them`, zh: `${names}，可多项，用 ; 分隔` }
      : { en: `one of ${names}`, zh: `${names} 之一` };
  }
  return numberText(allowed);
}

function numberText({ min, max, integer }: Allowed & { kind: "number" }): BilingualName {
  const kind = integer ? { en: "whole number", zh: "整数" } : { en: "number", zh: "数" };
  if (min === -Infinity) return kind;
  return max === Infinity
    ? { en: `${kind.en}, at least ${min}`, zh: `${kind.zh}，不小于 ${min}` }
    : { en: `${kind.en} from ${min} to ${max}`, zh: `${min} 至 ${max} 的${kind.zh}` };
}
