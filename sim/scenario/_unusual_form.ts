/** The form of what is unusual in a city though not wrong. */
import type { CityTableName } from "./_city_tables.ts";

/** One unusual thing. */
export interface Found {
  readonly table: CityTableName;
  /** Rows that it concerns, from 0; empty for the whole table. */
  readonly rows: readonly number[];
  /** Column that it concerns; left out when it is no single one. */
  readonly column?: string;
  readonly en: string;
  readonly zh: string;
}
