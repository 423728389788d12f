import { assertEquals } from "@std/assert";
import { Spans } from "../../../sim/network/spans.ts";

// Planted: groups not copied as the arrays grow: red.
Deno.test("Spans keeps durations, ends and groups in order over many", () => {
  const spans = new Spans();
  for (let i = 0; i < 300; i++) spans.add(i / 2, i % 3 as 0 | 1 | 2, i % 5);
  assertEquals(spans.count, 300);
  const { durations, events } = spans.of((group) => group === 4 || group === 1);
  const wanted = Array.from({ length: 300 }, (_, i) => i).filter((i) => i % 5 === 4 || i % 5 === 1);
  assertEquals([...durations], wanted.map((i) => i / 2));
  assertEquals([...events], wanted.map((i) => i % 3));
});

Deno.test("Spans.of() of no group is empty", () => {
  const spans = new Spans();
  spans.add(5, 1);
  assertEquals(spans.of(() => false), {
    durations: new Float64Array(0),
    events: new Uint8Array(0),
  });
});
