/** What a store holds, whether it is sound, and how room is made. */
import type { Connection } from "./_connection.ts";
import { AT_KEY, readRecord, valuesOf } from "./_read.ts";
import { describeKey } from "./run_key.ts";
import type { RunKey } from "./run_key.ts";
import { StoreError } from "./store_error.ts";

/** What a store holds of one program, scenario and seed. */
export interface StoreContents extends Omit<RunKey, "replication"> {
  /** Replications kept [-]. */
  readonly replications: number;
  /** Their size without what they share [bytes]. */
  readonly bytes: number;
}

/** Which replications to remove: those to which all that is named here applies. */
export interface Removal {
  /** Of any program but this. */
  readonly otherThan?: string;
  /** Of this scenario, by its hash. */
  readonly scenario?: string;
  /** Of this seed. */
  readonly seed?: string;
  /** Only those whose digest differs, so that they are run again. */
  readonly damaged?: true;
}

function keysWhere(connection: Connection, removal: Removal): RunKey[] {
  const { otherThan, scenario, seed } = removal;
  const said = [["program <> ?", otherThan], ["scenario = ?", scenario], ["seed = ?", seed]]
    .filter((pair): pair is [string, string] => pair[1] !== undefined);
  const where = said.map(([condition]) => ` AND ${condition}`).join("");
  return connection.all(
    "SELECT program, scenario, seed, replication FROM replication " +
      `WHERE true${where} ORDER BY program, scenario, seed, replication`,
    ...said.map(([, value]) => value),
  ) as unknown as RunKey[];
}

/** What the work finds wrong; damage that stops the work is found too. */
function foundBy(connection: Connection, doing: string, work: () => string[]): string[] {
  try {
    return connection.attempt(doing, work);
  } catch (error) {
    if (error instanceof StoreError && error.fault === "damaged") return [error.message];
    throw error;
  }
}

/** What is wrong with one record; empty when it is sound. */
function damageOf(connection: Connection, key: RunKey): string[] {
  return foundBy(connection, `read ${describeKey(key)} from store`, () => {
    readRecord(connection, key);
    return [];
  });
}

/**
 * Everything that is wrong with a store.
 *
 * @param connection Store.
 * @returns One sentence each: what SQLite finds, then every damaged record in the order of keys.
 */
export function damagesOf(connection: Connection): string[] {
  const { path } = connection;
  const whole = foundBy(connection, "check store", () =>
    connection.all("PRAGMA integrity_check")
      .map(({ integrity_check }) => String(integrity_check))
      .filter((line) => line !== "ok")
      .map((line) => `Cannot trust store ${JSON.stringify(path)}: ${line}`));
  const records = foundBy(
    connection,
    "list replications of store",
    () => keysWhere(connection, {}).flatMap((key) => damageOf(connection, key)),
  );
  return [...whole, ...records];
}

/**
 * Removes replications and gives their room back to the disk.
 *
 * @param connection Store.
 * @param removal Which.
 * @returns Replications removed [-].
 */
export function removeRecords(connection: Connection, removal: Removal): number {
  const keys = keysWhere(connection, removal)
    .filter((key) => !removal.damaged || damageOf(connection, key).length > 0);
  connection.transaction(() => {
    for (const key of keys) {
      connection.run(`DELETE FROM replication WHERE ${AT_KEY}`, ...valuesOf(key));
    }
    connection.run("DELETE FROM layout WHERE digest NOT IN (SELECT layout FROM replication)");
  });
  if (keys.length > 0) {
    connection.run("VACUUM");
    connection.all("PRAGMA wal_checkpoint(TRUNCATE)");
  }
  return keys.length;
}

/**
 * What a store holds.
 *
 * @param connection Store.
 * @returns Rows by program, scenario, seed.
 */
export function contentsOf(connection: Connection): StoreContents[] {
  return connection.all(
    "SELECT program, scenario, seed, count(*) AS replications, " +
      "sum(length(numbers) + length(died)) AS bytes " +
      "FROM replication GROUP BY program, scenario, seed ORDER BY program, scenario, seed",
  ).map((row) => ({ ...row }) as unknown as StoreContents);
}
