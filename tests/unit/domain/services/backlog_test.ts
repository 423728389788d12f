import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { splitBacklog, spreadReturns, wholeShare } from "../../../../sim/domain/services/mod.ts";

const percent = fc.integer({ min: 0, max: 100 }).map((x) => x / 100);
const uniform = fc.integer({ min: 1, max: 999 }).map((x) => x / 1000);

Deno.test("wholeShare() has the exact mean and never falls with count or share", () => {
  const mean = Array.from({ length: 1000 }, (_, i) => wholeShare(7, 0.3, (i + 0.5) / 1000))
    .reduce((a, b) => a + b, 0) / 1000;
  assertAlmostEquals(mean, 2.1, 1e-9);
  fc.assert(fc.property(fc.nat(500), percent, uniform, (count, share, u) => {
    const n = wholeShare(count, share, u);
    assert(n >= 0 && n <= count);
    assert(wholeShare(count + 1, share, u) >= n);
    assert(wholeShare(count, Math.min(1, share + 0.01), u) >= n);
  }));
});

// Planted: those who worsen taken of those who return (`returning: both`), the sum is too high: red.
Deno.test("splitBacklog() loses nobody from the books", () => {
  fc.assert(fc.property(fc.nat(1000), percent, uniform, (count, returns, u) => {
    const { returning, worsened, lost } = splitBacklog(count, {
      returns,
      worsens: (1 - returns) / 2,
    }, u);
    assertEquals(returning + worsened + lost, count);
    assert(returning >= 0 && worsened >= 0 && lost >= 0);
  }));
});

Deno.test("spreadReturns() brings all back, the last by the last day", () => {
  fc.assert(fc.property(fc.nat(1000), uniform, (count, u) => {
    const days = spreadReturns(count, [0.2, 0.5, 0.6], u);
    assertEquals(days.reduce((a, b) => a + b, 0), count);
    assert(days.every((n) => n >= 0));
  }));
  assertEquals([...spreadReturns(10, [0.2, 0.5, 0.6], 0.5)], [2, 3, 5]);
});
