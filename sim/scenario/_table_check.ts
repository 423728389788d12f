/** What must hold within a table, and between two. */
import { type IssueList, nearestName, quoted } from "./error.ts";
import type { Columns, RowOf, Table } from "./_table.ts";

/** Adds issues about one table. */
export class TableCheck<C extends Columns> {
  constructor(readonly table: Table<C>, private readonly issues: IssueList) {}

  add(index: number, column: string, rule: string, value: string, nearest?: string): void {
    const { file, name } = this.table;
    const path = index < 0 ? name : `${name}[${index}].${column}`;
    const found = nearest === undefined ? {} : { nearest };
    const line = index < 0 ? 0 : this.table.lineOf(index);
    this.issues.add({ file, line, path, rule, value, ...found });
  }

  /** Refuses a key that occurs twice. */
  unique(column: string, keyOf: (row: RowOf<C>) => string): void {
    const seen = new Set<string>();
    this.table.rows.forEach((row, index) => {
      const key = keyOf(row);
      if (seen.has(key)) this.add(index, column, `Expected every ${column} once`, quoted(key));
      seen.add(key);
    });
  }

  /** Refuses a name that is not in another table. */
  known(
    column: string,
    nameOf: (row: RowOf<C>) => string,
    valid: ReadonlySet<string> | undefined,
    ruleOf: (row: RowOf<C>) => string,
  ): void {
    if (valid === undefined) return;
    this.table.rows.forEach((row, index) => {
      const name = nameOf(row);
      if (valid.has(name)) return;
      this.add(index, column, ruleOf(row), quoted(name), nearestName(name, valid));
    });
  }
}
