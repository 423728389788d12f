import { assertEquals, assertStringIncludes } from "@std/assert";
import type { ComparisonRow, ResultSet } from "../../../../sim/experiment/results/mod.ts";
import {
  decidingEnds,
  drawsOf,
  infectionsOf,
  isClear,
  methodText,
  movedFrom,
  movedNote,
  shownChanges,
  startsOf,
  tooFewDraws,
} from "../../../../sim/report/method/mod.ts";
import { fullResultSet } from "../figures/full_set.ts";

const fixed = fullResultSet({ sequential: true });
const drawn = fullResultSet({ replications: 20, uncertainty: "parameters" });

function withManifest(set: ResultSet, more: Partial<ResultSet["manifest"]>): ResultSet {
  return { ...set, manifest: { ...set.manifest, ...more } };
}

function withChange(set: ResultSet, path: string): ResultSet {
  const scenarios = set.manifest.scenarios.map((one, at) =>
    at === 1 ? { ...one, changes: one.changes.map((change) => ({ ...change, path })) } : one
  );
  return withManifest(set, { scenarios });
}

function deathsOf(set: ResultSet): ComparisonRow {
  return set.comparison.find(({ scenario, measure }) =>
    scenario === "no_tiers" && measure === "deaths"
  )!;
}

const ENDS = {
  differenceLow: 1,
  differenceHigh: 9,
  allLow: -2,
  allHigh: 12,
  differenceP05: 2,
  differenceP95: 8,
};

Deno.test("isClear() asks the simultaneous interval of replications and the quantiles of draws", () => {
  const row = { ...deathsOf(fixed), ...ENDS };
  assertEquals([decidingEnds(fixed, row), isClear(fixed, row)], [[-2, 12], false]);
  assertEquals([decidingEnds(drawn, row), isClear(drawn, row)], [[2, 8], true]);
  assertEquals(isClear(fixed, { ...row, allLow: NaN, allHigh: NaN }), undefined);
});

Deno.test("isClear() says nothing with fewer than 20 sets, however many replications they share", () => {
  const shared = withManifest(drawn, { replicationsPerSet: 2 });
  assertEquals([drawsOf(drawn), tooFewDraws(drawn)], [20, false]);
  assertEquals([drawsOf(shared), tooFewDraws(shared)], [10, true]);
  assertEquals(isClear(shared, { ...deathsOf(drawn), ...ENDS }), undefined);
  assertEquals(tooFewDraws(fixed), false);
});

Deno.test("movedFrom() of draws goes by their quantiles and expects one in ten by chance", () => {
  const row = { ...deathsOf(drawn), ...ENDS };
  const inside = { ...row, colour: "red", allLow: 1, differenceP05: -1 };
  const { moved, compared, byChance } = movedFrom(
    { ...drawn, comparison: [inside, row] },
    "no_tiers",
  );
  assertEquals([moved, compared, byChance], [[row], 2, 0.2]);
  const replications = movedFrom({ ...fixed, comparison: [inside, row] }, "no_tiers");
  assertEquals([replications.moved, replications.byChance], [[inside], 0.1]);
});

Deno.test("movedNote() names criterion and number by chance, or that draws are too few", () => {
  const options = { named: 1, lang: "en" } as const;
  const { compared } = movedFrom(fixed, "no_tiers");
  const said = movedNote(fixed, "no_tiers", options);
  assertStringIncludes(said, "the simultaneous interval leaving out zero");
  assertStringIncludes(said, `(5 % of ${compared}) would stand here by chance`);
  assertStringIncludes(movedNote(drawn, "no_tiers", options), "(10 % of 31)");
  assertEquals(
    movedNote(fullResultSet({ uncertainty: "parameters" }), "no_tiers", options),
    "Draws of parameters are too few to say what has moved.",
  );
});

Deno.test("infectionsOf() is the same only for equal days and untouched wave, window, people, city", () => {
  assertEquals(infectionsOf(fixed), "same");
  const paths = ["wave.peak", "window.days", "people", "city.grids", "referral.rules", "wavelet"];
  assertEquals(
    paths.map((path) => infectionsOf(withChange(fixed, path))),
    ["differ", "differ", "differ", "differ", "same", "same"],
  );
  const later = (row: ResultSet["bands"][number]): string =>
    row.measure === "infected" && row.scenario === "no_tiers" && row.date === "2022-12-10"
      ? "2022-12-20"
      : row.date;
  const bands = fixed.bands.map((row) => ({ ...row, date: later(row) }));
  assertEquals(infectionsOf({ ...fixed, bands }), "differ");
  assertEquals(infectionsOf({ ...fixed, bands: [] }), "unknown");
});

Deno.test("shownChanges() leaves laws of uncertain numbers out where none was drawn", () => {
  const path = "uncertainty.parameters.care.lowerBed";
  const shown = (set: ResultSet): number =>
    shownChanges(set, withChange(set, path).manifest.scenarios[1]).length;
  assertEquals([shown(fixed), shown(drawn)], [0, 1]);
});

Deno.test("startsOf() groups scenarios by start and tells short from settled", () => {
  const verdictOf = (days: number, cut: number): string => {
    const [first, ...others] = fixed.manifest.scenarios;
    const start = { ...first.start, days, mser5Days: { icu: cut } };
    const [group] = startsOf(withManifest(fixed, { scenarios: [{ ...first, start }, ...others] }));
    assertEquals(group.scenarios, ["plan"]);
    return group.verdict;
  };
  assertEquals([verdictOf(34, 0), verdictOf(35, 14), verdictOf(35, 15), verdictOf(35, NaN)], [
    "short",
    "settled",
    "unsettled",
    "unsettled",
  ]);
});

Deno.test("methodText() says of bands and of days in a row only what holds", () => {
  const few = methodText(fixed);
  assertEquals(few.includes("Bands of series"), false);
  const many = methodText(drawn);
  assertStringIncludes(many, "the simultaneous band holds at least 90 % of the curves made");
  for (const text of [few, many]) assertStringIncludes(text, "counted in all, not in a row");
  assertStringIncludes(few, "may pass the bounds of a measure");
  assertStringIncludes(many, "With 20 draws the ends at 5 % and 95 % are themselves uncertain.");
  assertEquals(
    methodText(withManifest(drawn, { replications: 101 })).includes("themselves uncertain"),
    false,
  );
});

Deno.test("methodText() gives the share of parameters in the variance when there is one", () => {
  assertEquals(methodText(drawn).includes("% is parameters"), false);
  const comparison = drawn.comparison.map((row, at) => ({
    ...row,
    parameterShare: at === 0 ? 0.25 : 0.6,
  }));
  assertStringIncludes(methodText({ ...drawn, comparison }), "25 to 60 % is parameters");
});

Deno.test("methodText() does not say that results are free of Deno or alike on any machine", () => {
  const text = methodText(drawn);
  assertStringIncludes(text, "results depend on neither the workers nor the clock");
  assertStringIncludes(text, "The version of Deno is part of what decides them");
  assertStringIncludes(text, "other processors and operating systems were not compared");
  assertEquals(/any operating system/.test(text), false);
  assertStringIncludes(text, "| `plan` | `0123456789abcdef` | `lawsplan` |");
});
