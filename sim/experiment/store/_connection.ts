/** One connection to the store's file: statements, transactions, and errors that say what to do. */
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { storeErrorOf } from "./_faults.ts";

/** A row as SQLite gives it. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** What a connection is to. */
export interface ConnectionOptions {
  /** File. */
  readonly path: string;
  /** How long a statement waits for other processes [ms]. */
  readonly busyTimeout: number;
}

/** One connection to the store's file. */
export class Connection {
  /** File. */
  readonly path: string;
  /** How long a statement waits for other processes [ms] -- constant. */
  readonly busyTimeout: number;
  #database: DatabaseSync;
  #statements = new Map<string, StatementSync>();

  /**
   * Takes over an open database.
   * @param database Database.
   * @param options File and patience.
   */
  constructor(database: DatabaseSync, options: ConnectionOptions) {
    this.#database = database;
    this.path = options.path;
    this.busyTimeout = options.busyTimeout;
  }

  /**
   * Does work on the store; what SQLite throws comes out as a StoreError.
   * @param doing What the work does, as a clause without the store's name.
   * @param work Work.
   * @returns What the work gives.
   * @throws {StoreError} When the store is at fault.
   */
  attempt<T>(doing: string, work: () => T): T {
    const { path, busyTimeout } = this;
    try {
      return work();
    } catch (error) {
      throw storeErrorOf(error, { path, doing: `${doing} ${JSON.stringify(path)}`, busyTimeout });
    }
  }

  /**
   * Does work in one transaction that may write; all of it is kept, on the disk, or nothing.
   * @param work Work.
   * @returns What the work gives.
   */
  transaction<T>(work: () => T): T {
    // Asking for the write lock at once lets SQLite wait for it; a lock that a reader asks for later
    // is refused at once.
    this.run("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.run("COMMIT");
      return result;
    } catch (error) {
      // A full disk ends the transaction by itself.
      if (this.#database.isTransaction) this.run("ROLLBACK");
      throw error;
    }
  }

  /**
   * Runs a statement that gives no rows.
   * @param sql Statement.
   * @param values Its values.
   * @returns Rows changed [rows].
   */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepared(sql).run(...values).changes);
  }

  /**
   * First row of a query.
   * @param sql Query.
   * @param values Its values.
   * @returns Row; undefined when there is none.
   */
  first(sql: string, ...values: SQLInputValue[]): SqlRow | undefined {
    return this.#prepared(sql).get(...values);
  }

  /**
   * All rows of a query.
   * @param sql Query.
   * @param values Its values.
   * @returns Rows.
   */
  all(sql: string, ...values: SQLInputValue[]): SqlRow[] {
    return this.#prepared(sql).all(...values);
  }

  /** Closes the database; twice is once. */
  close(): void {
    this.#statements.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  // `exec` would lose SQLite's result code, so that every statement is prepared.
  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
