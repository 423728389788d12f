/**
 * A process of its own that uses a store: `write PATH PROGRAM FROM TO` writes records as fast as it
 * can and prints the number of each as soon as it is kept; `try PATH OPTIONS` opens the store, reads
 * replication 0, writes replication 1, and prints what came of it; `try PATH OPTIONS nobody` does so without the rights of root,
 * for whom no file is read-only.
 */
import process from "node:process";
import { ResultStore, StoreError } from "../../../../sim/experiment/store/mod.ts";
import { keyOf, recordOf, SMALL } from "./_records.ts";

const [what, path, ...rest] = Deno.args;

function write(program: string, from: number, to: number): void {
  using store = ResultStore.open(path);
  const out = new TextEncoder();
  for (let i = from; i < to; i++) {
    store.write(keyOf(i, program), recordOf(i));
    Deno.stdout.writeSync(out.encode(`${i}\n`));
  }
}

function tryOnce(options: string): void {
  let read: number | undefined;
  try {
    using store = ResultStore.open(path, JSON.parse(options));
    read = store.read(keyOf(0))?.events;
    store.write(keyOf(1), recordOf(1, SMALL));
    console.log(JSON.stringify({ read, wrote: store.read(keyOf(1))?.events }));
  } catch (error) {
    const fault = error instanceof StoreError ? error.fault : undefined;
    console.log(JSON.stringify({ read, fault, message: (error as Error).message }));
  }
}

if (what === "write") write(rest[0], Number(rest[1]), Number(rest[2]));
else {
  if (rest[1] === "nobody") process.setuid!(65534);
  tryOnce(rest[0] ?? "{}");
}
