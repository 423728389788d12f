/** The tables of a store, and what tells a store's file from another. */
import type { Connection } from "./_connection.ts";
import { StoreError } from "./store_error.ts";

/** "Grid" in ASCII: tells a store from other SQLite databases. */
const APPLICATION_ID = 0x47726964;
/** Version of the tables below; another version is another schema. */
const SCHEMA_VERSION = 1;

const TABLES = [
  `CREATE TABLE layout (
     digest BLOB PRIMARY KEY,
     text BLOB NOT NULL
   ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE replication (
     program TEXT NOT NULL,
     scenario TEXT NOT NULL,
     seed TEXT NOT NULL,
     replication INTEGER NOT NULL,
     layout BLOB NOT NULL REFERENCES layout (digest),
     digest BLOB NOT NULL,
     numbers BLOB NOT NULL,
     died BLOB NOT NULL,
     PRIMARY KEY (program, scenario, seed, replication)
   ) STRICT`,
  `CREATE TABLE experiment (
     id TEXT PRIMARY KEY,
     text TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('running', 'finished')),
     at TEXT NOT NULL
   ) STRICT`,
];

/**
 * The error of a file that cannot serve as a store.
 *
 * @param path File.
 * @param fault What is wrong.
 * @param rule What it must be, and what it is.
 * @returns Error.
 */
export function unfit(path: string, fault: "foreign" | "version", rule: string): StoreError {
  const message = `Cannot open store ${JSON.stringify(path)} as ${rule}; name another store file`;
  return new StoreError(message, { path, fault });
}

/**
 * Whether a database is new and empty.
 *
 * @param connection Database.
 * @returns Whether it has no tables yet; else it is a store of this schema.
 * @throws {StoreError} When it is something else, or a store of another schema.
 */
export function isNew(connection: Connection): boolean {
  const { path } = connection;
  const value = (pragma: string) => Number(connection.first(`PRAGMA ${pragma}`)?.[pragma]);
  const id = value("application_id");
  const version = value("user_version");
  const tables = Number(connection.first("SELECT count(*) AS n FROM sqlite_schema")?.n);
  if (id === 0 && version === 0 && tables === 0) return true;
  if (id !== APPLICATION_ID) {
    const found = "current file is another SQLite database";
    throw unfit(path, "foreign", `it must be a store of results: ${found}`);
  }
  if (version !== SCHEMA_VERSION) {
    const whose = version < SCHEMA_VERSION ? "an older" : "a newer";
    const found = `current version is ${version}, of ${whose} program`;
    throw unfit(path, "version", `its schema must be version ${SCHEMA_VERSION}: ${found}`);
  }
  return false;
}

/**
 * Makes the tables unless they are there, and sees that the file can be written.
 *
 * @param connection Database.
 */
export function makeTables(connection: Connection): void {
  connection.transaction(() => {
    if (!isNew(connection)) {
      // Writes nothing, and yet is refused where nothing can be written: now, not hours later.
      connection.run("DELETE FROM layout WHERE false");
      return;
    }
    for (const table of TABLES) connection.run(table);
    connection.run(`PRAGMA application_id = ${APPLICATION_ID}`);
    connection.run(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  });
}
