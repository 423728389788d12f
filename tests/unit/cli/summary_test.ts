/** What a run prints at its end where there is nothing to print of a measure. */
import { assert, assertEquals } from "@std/assert";
import { summaryLines } from "../../../sim/cli/summary.ts";
import type { ComparisonRow, ResultSet } from "../../../sim/experiment/mod.ts";
import { syntheticResultSet } from "../../support/result_set.ts";

const SET = syntheticResultSet() as ResultSet;
const WHERE = { folder: "results/x", seconds: 1 };
const RECOVERED = "recovered_by_day_28_of_bed_needing";
const TRANSFERS = ["transfer_delay_mean", "transfer_within_target"];
const HEAD = "Recovered by day 28 of those who needed a bed [-]";

/** Lines below a head. */
function below(lines: readonly string[], head: string): string[] {
  const at = lines.indexOf(head);
  assert(at >= 0, `${head} in\n${lines.join("\n")}`);
  const next = lines.findIndex((line, i) => i > at && !line.startsWith("  "));
  return lines.slice(at + 1, next);
}

const none = (row: ComparisonRow): ComparisonRow => ({
  ...row,
  ...{ reached: 0, mean: NaN, meanLow: NaN, meanHigh: NaN, p50: NaN, difference: NaN },
});

// Planted: rows that are not there passed over, as before: a head with nothing below, red.
Deno.test("summaryLines() says that there is no value and why, once for all scenarios", () => {
  const comparison = SET.comparison.filter(({ measure }) => !TRANSFERS.includes(measure))
    .map((row) => row.measure === RECOVERED ? none(row) : row);
  const lines = summaryLines({ ...SET, comparison }, WHERE);
  assertEquals(below(lines, HEAD), ["  no value: nobody needed a bed"]);
  assertEquals(below(lines, "Mean transfer delay (up to 7 days) [h]"), [
    "  no value: nobody was to be moved",
  ]);
  assertEquals(below(lines, "Transfers within target [-]"), ["  no value: nobody was to be moved"]);
  assert(!lines.some((line) => /not reached|reached in 0/.test(line)), lines.join("\n"));
});

Deno.test("summaryLines() says of one scenario alone that it has no value", () => {
  const { baseline, scenarios } = SET.manifest;
  const comparison = SET.comparison.map((row) =>
    row.measure === RECOVERED && row.scenario === baseline ? none(row) : row
  );
  const shown = below(summaryLines({ ...SET, comparison }, WHERE), HEAD);
  assertEquals(shown.length, scenarios.length);
  assertEquals(shown[0], `  ${baseline}: no value: nobody needed a bed`);
  assert(shown.slice(1).every((line) => !line.includes("no value")), shown.join("\n"));
});
