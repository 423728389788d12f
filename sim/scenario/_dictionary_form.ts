/**
 * The form of the words of the dictionary.
 *
 * It is computed from the schemas of the tables, so that a column without words, or words without a
 * column, do not pass the type check.
 */
import type { CityColumns, CityTableName } from "./_city_tables.ts";

/** What is said of a column. */
export interface ColumnWords {
  readonly en: string;
  readonly zh: string;
  /** Unit; `-` for a proportion or a rank, left out for names. */
  readonly unit?: string;
  readonly example: string;
  /** Table whose identifiers the cells must be. */
  readonly refersTo?: CityTableName;
  /** Whether an empty cell is refused by a check between tables though its schema lets it pass. */
  readonly required?: boolean;
}

/** What is said of each table and each of its columns. */
export type DictionaryWords = {
  readonly [T in CityTableName]: {
    readonly en: string;
    readonly zh: string;
    readonly columns: { readonly [C in keyof CityColumns[T]]: ColumnWords };
  };
};
