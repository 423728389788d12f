/** What must hold within a table, and between two. */
import { type IssueList, nearestName, quoted } from "./error.ts";
import type { Columns, RowOf, Table } from "./_table.ts";

/** Adds issues about one table. */
export class TableCheck<C extends Columns> {
  constructor(readonly table: Table<C>, private readonly issues: IssueList) {}

  add(index: number, column: string, rule: string, value: string, nearest?: string): void {
    const { file, name } = this.table;
    const path = index < 0 ? name : `${name}[${this.table.rankOf(index)}].${column}`;
    const found = nearest === undefined ? {} : { nearest };
    const line = index < 0 ? 0 : this.table.lineOf(index);
    this.issues.add({ file, line, path, rule, value, ...found });
  }

  /** Refuses a key that occurs twice, also in rows with another cell that is wrong. */
  unique(column: string, keyOf: (row: RowOf<C>) => string): void {
    const { file, name, written } = this.table;
    const seen = new Set<string>();
    written.forEach(({ row, line, rank }) => {
      const key = keyOf(row);
      const path = `${name}[${rank}].${column}`;
      const rule = `Expected every ${column} once`;
      if (seen.has(key)) this.issues.add({ file, line, path, rule, value: quoted(key) });
      else if (key !== "") seen.add(key);
    });
  }

  /** Refuses a name that is not in another table, also in rows with another cell that is wrong. */
  known(
    column: string,
    nameOf: (row: RowOf<C>) => string,
    valid: ReadonlySet<string> | undefined,
    ruleOf: (row: RowOf<C>) => string,
  ): void {
    if (valid === undefined) return;
    const { file, name: table, written } = this.table;
    written.forEach(({ row, line, rank, isRight }) => {
      const name = nameOf(row);
      if (valid.has(name) || (name === "" && !isRight)) return;
      const nearest = nearestName(name, valid);
      const found = nearest === undefined ? {} : { nearest };
      const path = `${table}[${rank}].${column}`;
      this.issues.add({ file, line, path, rule: ruleOf(row), value: quoted(name), ...found });
    });
  }
}
