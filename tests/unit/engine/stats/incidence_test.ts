import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { incidencesOf, KeyedDraws, keyOf, survivalOf } from "../../../../sim/engine/mod.ts";

const rows = (durations: number[], events: number[]) => ({
  durations: Float64Array.from(durations),
  events: Uint8Array.from(events),
});

/** Durations with many ties, and how they ended. */
function drawn(n: number, kinds: number) {
  const draws = new KeyedDraws(keyOf("incidence", 0));
  const all = Array.from({ length: n }, (_, i) => {
    draws.block(i, 0, 0, 0);
    return [Math.floor(draws.u0 * 40) / 4, Math.floor(draws.u1 * (kinds + 1))];
  });
  return rows(all.map(([duration]) => duration), all.map(([, end]) => end));
}

const TIMES = Array.from({ length: 45 }, (_, i) => i / 4);

// Worked by hand. At 1 of 6: first. At 2 of 5: second, third. At 3 one is censored. At 4 of 2: third.
Deno.test("incidencesOf() gives the estimates of Aalen and Johansen worked by hand", () => {
  const six = rows([1, 2, 2, 3, 4, 5], [1, 2, 3, 0, 3, 0]);
  const [first, second, third] = incidencesOf(six, { events: 3, times: [0, 1, 2, 3, 4, 9] });
  const close = (found: Float64Array, expected: number[]) =>
    expected.forEach((share, i) => assertAlmostEquals(found[i], share, 1e-15));
  close(first, [0, 1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 6]);
  close(second, [0, 0, 1 / 6, 1 / 6, 1 / 6, 1 / 6]);
  // Half are free after 2, of whom one of two comes to it at 4.
  close(third, [0, 0, 1 / 6, 1 / 6, 1 / 6 + 1 / 4, 1 / 6 + 1 / 4]);
});

// Planted: censored before t still at risk (`< t` turned to `< 0`), shares not weighted by those free:
// both red.
Deno.test("incidencesOf() is Survival.incidence() of each event beside all others", () => {
  const four = drawn(500, 4);
  incidencesOf(four, { events: 4, times: TIMES }).forEach((curve, k) => {
    const pooled = four.events.map((end) => end === 0 ? 0 : end === k + 1 ? 1 : 2);
    const alone = survivalOf({ durations: four.durations, events: pooled });
    TIMES.forEach((t, i) => assertAlmostEquals(curve[i], alone.incidence(t), 1e-12));
  });
});

Deno.test("incidencesOf() of all events and those free sum to 1", () => {
  const four = drawn(300, 4);
  const curves = incidencesOf(four, { events: 4, times: TIMES });
  const any = survivalOf({
    durations: four.durations,
    events: four.events.map((end) => Math.min(1, end)),
  });
  TIMES.forEach((t, i) => {
    const sum = curves.reduce((all, curve) => all + curve[i], 0);
    assertAlmostEquals(sum + any.at(t), 1, 1e-12);
  });
  for (const curve of curves) assert(curve.every((share, i) => i === 0 || share >= curve[i - 1]));
});

Deno.test("incidencesOf() without censoring is the share that each event has ended", () => {
  const all = drawn(200, 3);
  const ended = { ...all, events: all.events.map((end) => end === 0 ? 3 : end) };
  incidencesOf(ended, { events: 3, times: TIMES }).forEach((curve, k) =>
    TIMES.forEach((t, i) => {
      const count = ended.durations.filter((d, row) => d <= t && ended.events[row] === k + 1);
      assertAlmostEquals(curve[i], count.length / 200, 1e-12);
    })
  );
});

Deno.test("incidencesOf() of nobody, of nobody with an event, and at no time", () => {
  const [none] = incidencesOf(rows([], []), { events: 1, times: [0, 5] });
  assertEquals([...none], [NaN, NaN]);
  const [free] = incidencesOf(rows([1, 2], [0, 0]), { events: 1, times: [0, 5] });
  assertEquals([...free], [0, 0]);
  assertEquals(incidencesOf(rows([1], [1]), { events: 2, times: [] }).map((c) => c.length), [0, 0]);
});

Deno.test("incidencesOf() refuses times out of order and rows that it cannot read", () => {
  const refused = (durations: number[], events: number[], times: number[], message: string) =>
    assertThrows(
      () => incidencesOf(rows(durations, events), { events: 3, times }),
      RangeError,
      message,
    );
  refused([1], [1], [2, 1], "as times must ascend: current time 1 is 1 after 2");
  refused([1], [1], [NaN], "as times must ascend: current time 0 is NaN");
  refused([1], [4], [1], "and an event 0, 1, 2 or 3: current row 0 has 1 and 4");
  refused([-1], [1], [1], "current row 0 has -1 and 1");
  refused([1, 2], [1], [1], "must have one length: current lengths are 2 and 1");
});
