import { assertEquals, assertThrows } from "@std/assert";
import {
  checkPrecisionRule,
  formatPrecisionTarget,
  parsePrecisionTarget,
} from "../../../../sim/experiment/analysis/mod.ts";
import type { PrecisionRule } from "../../../../sim/experiment/results/mod.ts";

const rule = (texts: readonly string[], changes: Partial<PrecisionRule> = {}): PrecisionRule => ({
  targets: texts.map(parsePrecisionTarget),
  atLeast: 3,
  atMost: 100,
  confidence: 0.95,
  lookAhead: 5,
  ...changes,
});

Deno.test("parsePrecisionTarget() reads shares, widths and differences", () => {
  assertEquals(parsePrecisionTarget(" deaths  5% "), {
    measure: "deaths",
    groups: {},
    of: "mean",
    kind: "relative",
    halfWidth: 0.05,
  });
  assertEquals(parsePrecisionTarget("bed_occupancy_peak[ward=icu] 0.02"), {
    measure: "bed_occupancy_peak",
    groups: { ward: "icu" },
    of: "mean",
    kind: "absolute",
    halfWidth: 0.02,
  });
  assertEquals(parsePrecisionTarget("difference deaths 50"), {
    measure: "deaths",
    groups: {},
    of: "difference",
    kind: "absolute",
    halfWidth: 50,
  });
});

Deno.test("formatPrecisionTarget() writes what parsePrecisionTarget() reads", () => {
  for (
    const text of [
      "deaths 5 %",
      "deaths[colour=red] 0.7 %",
      "bed_occupancy_peak[ward=icu] 0.02",
      "difference bed_occupancy_mean[tier=3,ward=icu] 1e-7",
      "difference transfer_delay_mean[rule=otherwise: severe] 2.5",
    ]
  ) assertEquals(formatPrecisionTarget(parsePrecisionTarget(text)), text);
  const third = { ...parsePrecisionTarget("deaths 5 %"), halfWidth: 1 / 3 };
  assertEquals(parsePrecisionTarget(formatPrecisionTarget(third)), third);
});

Deno.test("parsePrecisionTarget() refuses text that has another form", () => {
  for (
    const text of ["", "deaths", "deaths five", "deaths[red] 5", "5 %", "differences deaths 50"]
  ) {
    assertThrows(
      () => parsePrecisionTarget(text),
      SyntaxError,
      `Cannot read precision "${text}": expected a form like "deaths 5 %", "bed_occupancy_peak[ward=icu] 0.02" or "difference deaths 50"`,
    );
  }
});

Deno.test("checkPrecisionRule() passes what can be followed", () => {
  checkPrecisionRule(rule(["deaths 5 %"]), { scenarios: 1 });
  checkPrecisionRule(rule(["deaths 5 %", "deaths 4 %"], { confidence: 0.9999 }), { scenarios: 1 });
  const edge = { atLeast: 3, atMost: 3, lookAhead: 0 };
  checkPrecisionRule(rule(["deaths 5 %", "difference deaths[colour=red] 1"], edge), {
    scenarios: 2,
  });
});

Deno.test("checkPrecisionRule() says one problem in one line", () => {
  const refused = (one: PrecisionRule, message: string) =>
    assertThrows(() => checkPrecisionRule(one, { scenarios: 1 }), RangeError, message);
  const begin = "Cannot stop by precision as ";
  refused(
    rule(["deths 5 %"]),
    `${begin}target "deths 5 %": the measure must be in the catalogue: current measure is "deths"; nearest is "deaths"`,
  );
  refused(
    rule(["deaths[color=red] 5"]),
    `${begin}target "deaths[color=red] 5": groups must be those of "deaths": current group is "color"; nearest is "colour"`,
  );
  refused(
    rule(["difference deaths 5"]),
    `${begin}target "difference deaths 5": a difference needs a scenario beside the baseline: current number of scenarios is 1`,
  );
  for (const confidence of [0, 0.99991, 1 - 1e-16, NaN]) {
    refused(
      rule(["deaths 5"], { confidence }),
      `${begin}the confidence must lie above 0 and be at most 0.9999: current confidence is ${confidence}`,
    );
  }
  refused(
    rule(["deaths[colour=red] 5 %", "deaths 5 %", "deaths[ colour = red ] 5.0 %"]),
    `${begin}each target must come once: "deaths[colour=red] 5 %" comes 2 times`,
  );
  refused(rule([]), `${begin}there must be a target: current number is 0`);
  refused(
    rule(["deaths 5"], { atMost: 2.5 }),
    `${begin}atMost must be a whole number from atLeast: current atMost is 2.5, atLeast is 3`,
  );
});

Deno.test("checkPrecisionRule() says all problems at once", () => {
  const targets = [
    ...rule(["deaths 0 %", "deaths -3"]).targets,
    { ...parsePrecisionTarget("deaths 5 %"), halfWidth: Infinity },
  ];
  assertThrows(
    () =>
      checkPrecisionRule(
        { targets, atLeast: 2, atMost: 1, confidence: 1, lookAhead: -1 },
        { scenarios: 1 },
      ),
    RangeError,
    "Cannot stop by precision: 7 problems\n" +
      '  target "deaths 0 %": the half-width must be finite and above 0: current half-width is 0\n' +
      '  target "deaths -3": the half-width must be finite and above 0: current half-width is -3\n' +
      '  target "deaths Infinity": the half-width must be finite and above 0: current half-width is Infinity\n' +
      "  atLeast must be a whole number from 3: current atLeast is 2\n" +
      "  atMost must be a whole number from atLeast: current atMost is 1, atLeast is 2\n" +
      "  the confidence must lie above 0 and be at most 0.9999: current confidence is 1\n" +
      "  lookAhead must be a whole number from 0: current lookAhead is -1",
  );
});
