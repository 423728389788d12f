/** How a record is found and read: never without a look at its digest. */
import type { ReplicationRecord } from "../results/mod.ts";
import { decodeRecord, layoutText } from "./_codec.ts";
import type { StoredRecord } from "./_codec.ts";
import type { Connection } from "./_connection.ts";
import { describeKey } from "./run_key.ts";
import type { RunKey } from "./run_key.ts";
import { StoreError } from "./store_error.ts";

/** Condition that finds one replication. */
export const AT_KEY = "program = ? AND scenario = ? AND seed = ? AND replication = ?";

/**
 * Values of a key, in the order of `AT_KEY`.
 *
 * @param key Key.
 * @returns Values.
 */
export function valuesOf(
  { program, scenario, seed, replication }: RunKey,
): [string, string, string, number] {
  return [program, scenario, seed, replication];
}

/** Digits of a digest that a message shows [-]. */
const SHOWN = 12;

/**
 * Reads one record and checks its digest.
 *
 * @param connection Store.
 * @param key Which replication.
 * @returns Record; undefined when there is none.
 * @throws {StoreError} When what is kept is not what was written.
 */
export function readRecord(connection: Connection, key: RunKey): ReplicationRecord | undefined {
  const row = connection.first(
    "SELECT layout, replication.digest AS digest, numbers, died, text FROM replication " +
      `LEFT JOIN layout ON layout.digest = replication.layout WHERE ${AT_KEY}`,
    ...valuesOf(key),
  );
  if (row === undefined) return undefined;
  const stored = row as unknown as StoredRecord & { readonly text: Uint8Array | null };
  const { path } = connection;
  const digest = stored.digest.toHex();
  const refuse = (found: string, cause?: unknown) =>
    new StoreError(
      `Cannot read ${describeKey(key)} from store ${JSON.stringify(path)} as its digest must be ` +
        `${digest.slice(0, SHOWN)}: current ${found}; ` +
        "`deno task sim store --check` names all that are damaged",
      { path, fault: "damaged", cause },
    );
  if (stored.text === null) throw refuse("layout is missing");
  let decoded: ReturnType<typeof decodeRecord>;
  try {
    decoded = decodeRecord(stored, key, layoutText(stored.text));
  } catch (error) {
    throw refuse(`record cannot be unpacked (${(error as Error).message})`, error);
  }
  const found = decoded.digest.toHex();
  if (found !== digest) throw refuse(`digest is ${found.slice(0, SHOWN)}`);
  return decoded.record;
}
