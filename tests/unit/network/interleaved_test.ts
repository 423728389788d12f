import { assert, assertEquals } from "@std/assert";
import { layOut, STRIDE } from "../../../sim/network/interleaved.ts";
import { Patients } from "../../../sim/network/patients.ts";

/** A table with more columns of one width than a row of one bank holds. */
function wide(): Record<string, Uint8Array | Int8Array | Float64Array> {
  const table: Record<string, Uint8Array | Int8Array | Float64Array> = {};
  for (let i = 0; i < 2 * STRIDE + 3; i++) table[`byte${i}`] = new Uint8Array(1);
  table.signed = new Int8Array(1);
  table.time = new Float64Array(1);
  return table;
}

// Planted: `place * width` as `place`: red (the runtime refuses it); a bank of one more column: red.
Deno.test("layOut() gives every column a place of its own in every row, and keeps it as rows are added", () => {
  const table = wide();
  layOut(table, 5, 0);
  const names = Object.keys(table);
  for (let row = 0; row < 5; row++) {
    names.forEach((name, i) => table[name][row * STRIDE] = 20 * row + i - 50 * (row % 2));
  }
  const before = names.map((name) => [0, 1, 2, 3, 4].map((row) => table[name][row * STRIDE]));
  assertEquals(before[names.indexOf("time")][4], 80 + names.indexOf("time"));
  layOut(table, 40, 5);
  assertEquals(
    names.map((name) => [0, 1, 2, 3, 4].map((row) => table[name][row * STRIDE])),
    before,
  );
  for (const name of names) assertEquals(table[name][39 * STRIDE], 0);
});

Deno.test("layOut() puts the columns of one width side by side", () => {
  const table = { a: new Float64Array(1), flag: new Uint8Array(1), b: new Float64Array(1) };
  layOut(table, 3, 0);
  assert(table.a.buffer === table.b.buffer);
  assertEquals(table.b.byteOffset - table.a.byteOffset, 8);
  assert(table.flag.buffer as ArrayBuffer !== table.a.buffer);
});

Deno.test("Patients keeps rows as it grows, uses given ones again, and names those in use in order", () => {
  const patients = new Patients(1);
  const handles = Array.from({ length: 50 }, (_, i) => patients.take(i % 3, i));
  for (const [i, p] of handles.entries()) patients.dies[p] = i / 7;
  assertEquals([...patients.handles()], handles);
  assertEquals(
    handles.map((p) => [patients.grid[p], patients.ordinal[p], patients.dies[p]]),
    handles.map((_, i) => [i % 3, i, i / 7]),
  );
  const stamp = patients.pathStamp[handles[7]];
  patients.give(handles[7]);
  assertEquals([...patients.handles()].length, 49);
  assertEquals(patients.take(1, 99), handles[7]);
  assert(patients.pathStamp[handles[7]] > stamp);
});
