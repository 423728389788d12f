import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  bandsOf,
  compareMeasures,
  exceedancesOf,
  PrecisionProcedure,
} from "../../../../sim/experiment/analysis/mod.ts";
import type { PrecisionRule } from "../../../../sim/experiment/results/mod.ts";
import { TINY_RESULT_SET } from "../../../../sim/report/tables/mod.ts";

const { manifest, measures, series } = TINY_RESULT_SET;
const rule = manifest.precision as PrecisionRule;
const names = manifest.scenarios.map(({ name }) => name);

/** Rows with the same fields and words, and numbers equal to ten digits. */
function assertSameRows(found: readonly object[], expected: readonly object[]): void {
  assertEquals(found.length, expected.length);
  found.forEach((row, at) => {
    for (const [field, value] of Object.entries(expected[at])) {
      const there = (row as { readonly [field: string]: unknown })[field];
      if (typeof value !== "number" || Number.isNaN(value)) assertEquals(there, value, field);
      else assertAlmostEquals(there as number, value, 1e-9);
    }
  });
}

const paths = names.flatMap((scenario) =>
  [0, 1, 2].map((replication) => {
    const rows = series.filter((row) =>
      row.scenario === scenario && row.replication === replication
    );
    const { date: _, value: __, ...path } = rows[0];
    const values = Float64Array.from(rows, ({ value }) => value);
    return { ...path, dates: rows.map(({ date }) => date), values };
  })
);

const options = {
  uncertainty: manifest.uncertainty,
  grades: Object.fromEntries(names.map((name) => [name, "assumed"])),
};

Deno.test("TINY_RESULT_SET compares as the analysis does", () => {
  assertSameRows(TINY_RESULT_SET.comparison, compareMeasures(measures, "plan", options));
  const turned = compareMeasures(measures, "no_tiers", options);
  assertSameRows(TINY_RESULT_SET.pairs, turned.filter(({ scenario }) => scenario === "plan"));
});

Deno.test("TINY_RESULT_SET has the bands and probabilities of its series", () => {
  assertSameRows(TINY_RESULT_SET.bands, bandsOf(paths, options));
  const [{ exceedances: specs }] = manifest.requests;
  const rows = exceedancesOf(paths, specs, { ...options, baseline: "plan" });
  assertSameRows(TINY_RESULT_SET.exceedances, rows);
});

Deno.test("TINY_RESULT_SET stops where its rule does", () => {
  const procedure = new PrecisionProcedure(rule, names);
  const stops = [0, 1, 2].map((replication) =>
    procedure.add(
      names.map((name) =>
        measures.filter((row) => row.scenario === name && row.replication === replication)
      ),
    )
  );
  assertEquals(stops, ["more", "more", {
    stop: manifest.replications,
    recommended: manifest.recommended,
  }]);
  assertSameRows(TINY_RESULT_SET.precision, procedure.rows);
});

Deno.test("TINY_RESULT_SET has rows in every table, and sets for its parameters", () => {
  const { manifest: _, ...tables } = TINY_RESULT_SET;
  for (const [name, rows] of Object.entries(tables)) assert(rows.length > 0, name);
  const paths = manifest.scenarios.flatMap(({ parameters }) => parameters.map(({ path }) => path));
  assertEquals(
    new Set(TINY_RESULT_SET.parameters.map(({ path }) => path)),
    new Set(paths),
  );
  assertEquals(TINY_RESULT_SET.parameters.length, 2 * manifest.replications);
});
