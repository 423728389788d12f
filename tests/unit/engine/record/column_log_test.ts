import { assertEquals, assertThrows } from "@std/assert";
import { ColumnLog, Dictionary } from "../../../../sim/engine/mod.ts";

Deno.test("ColumnLog.row() keeps every value over many chunks", () => {
  const log = new ColumnLog(["a", "b", "c"], 4);
  for (let i = 0; i < 11; i++) log.row(i, 10 * i, -i);
  assertEquals(log.rows, 11);
  assertEquals([...log.column("a")], Array.from({ length: 11 }, (_, i) => i));
  assertEquals([...log.column("b")], Array.from({ length: 11 }, (_, i) => 10 * i));
  assertEquals(log.column("c")[10], -10);
});

Deno.test("ColumnLog.row() takes eight columns, and one", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const wide = new ColumnLog(names);
  wide.row(1, 2, 3, 4, 5, 6, 7, 8);
  assertEquals(names.map((name) => wide.column(name)[0]), [1, 2, 3, 4, 5, 6, 7, 8]);
  const narrow = new ColumnLog(["a"], 2);
  for (let i = 0; i < 5; i++) narrow.row(i);
  assertEquals([...narrow.column("a")], [0, 1, 2, 3, 4]);
});

Deno.test("ColumnLog.row() marks what is not given as NaN", () => {
  const log = new ColumnLog(["a", "b"]);
  log.row(1);
  assertEquals(log.column("b")[0], NaN);
});

Deno.test("ColumnLog.column() is empty before the first row", () => {
  assertEquals(new ColumnLog(["a"]).column("a").length, 0);
});

Deno.test("ColumnLog refuses no, too many, repeated and unknown columns", () => {
  assertThrows(
    () => new ColumnLog([]),
    RangeError,
    "Cannot make a log as it takes 1 to 8 columns: current number is 0",
  );
  assertThrows(() => new ColumnLog([..."abcdefghi"]), RangeError, "current number is 9");
  assertThrows(
    () => new ColumnLog(["a", "b", "a"]),
    TypeError,
    'Cannot make a log as each column must have its own name: "a" stands twice',
  );
  assertThrows(
    () => new ColumnLog(["a", "b"]).column("z"),
    RangeError,
    'Cannot read a column as the log must have it: current name is "z", columns are "a", "b"',
  );
});

Deno.test("Dictionary.code() numbers texts as they come and keeps them", () => {
  const dictionary = new Dictionary();
  assertEquals(["x", "y", "x", "z"].map((text) => dictionary.code(text)), [0, 1, 0, 2]);
  assertEquals([dictionary.size, dictionary.text(2), ...dictionary.texts], [3, "z", "x", "y", "z"]);
  assertThrows(
    () => dictionary.text(3),
    RangeError,
    "Cannot read a text as its number must be known: current number is 3, numbers are 0 to 2",
  );
});
