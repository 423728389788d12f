/** Facilities by day, curves and flows of experiments, and of several put together. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { mergeResultSets, ResultStore, runExperiment } from "../../../sim/experiment/mod.ts";
import type { ResultSet } from "../../../sim/experiment/mod.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import { loadScenario } from "../../../sim/scenario/mod.ts";
import { censusOf, passagesOf } from "../../support/details.ts";
import { TRAINING } from "../../support/tiny_network.ts";

const NO_TIERS = await loadScenario(
  fromFileUrl(new URL("../../../scenarios/training_no_tiers.yaml", import.meta.url)),
);
const base = { replications: 2, seed: "d" };
const tablesOf = ({ facilityDays, curves, flows }: ResultSet) => ({ facilityDays, curves, flows });

const both = await runExperiment({ ...base, scenarios: [TRAINING, NO_TIERS], workers: 1 });

Deno.test("runExperiment() gives the tables of details in the order of scenarios", () => {
  const runs = [0, 1].map((replication) => runReplication(TRAINING, { seed: "d", replication }));
  const { facilityDays, flows, curves } = both;
  for (const rows of [facilityDays, flows, curves]) {
    const names = rows.map(({ scenario }) => scenario);
    const turns = names.filter((name, i) => name !== names[i - 1]);
    assertEquals(turns, ["training", "training_no_tiers"]);
  }
  const census = runs.map((run) => censusOf(run, TRAINING));
  const day = 40;
  for (const [id] of census[0]) {
    const row = facilityDays.filter((r) => r.scenario === "training" && r.facility === id)[day];
    assertEquals(row.date, "2022-12-11");
    const mean = (what: "usable" | "covid" | "ordinary") =>
      (census[0].get(id)![what][day] + census[1].get(id)![what][day]) / 2;
    assertEquals([row.usable, row.covid, row.ordinary], [
      mean("usable"),
      mean("covid"),
      mean("ordinary"),
    ]);
  }
  const counts = runs.map((run) => passagesOf(run, TRAINING));
  const own = flows.filter(({ scenario }) => scenario === "training");
  for (const { from, to, mean } of own) {
    const sum = counts.reduce((all, passages) => all + (passages.get(`${from} > ${to}`) ?? 0), 0);
    assertEquals(mean, sum / 2, `${from} > ${to}`);
  }
  assertEquals(own.length, new Set(counts.flatMap((passages) => [...passages.keys()])).size);
});

Deno.test("flows of a result set are conserved in every kind of facility, in the mean", () => {
  const places = new Set(both.flows.map(({ from }) => from));
  for (const scenario of ["training", "training_no_tiers"]) {
    for (const place of places) {
      if (place === "home" || place === "present_at_start") continue;
      const rows = both.flows.filter((row) => row.scenario === scenario);
      const sum = (side: "from" | "to") =>
        rows.filter((row) => row[side] === place).reduce((all, { mean }) => all + mean, 0);
      assertAlmostEquals(sum("to"), sum("from"), 1e-9, `${scenario} ${place}`);
    }
  }
});

// Planted: details summed up in the order in which workers end: sums of other order, red at times.
Deno.test("tables of details do not depend on the number of workers", async () => {
  const two = await runExperiment({ ...base, scenarios: [TRAINING, NO_TIERS], workers: 2 });
  assertEquals(tablesOf(two), tablesOf(both));
});

Deno.test("tables of details are the same when replications come from a store on the disk", async () => {
  const folder = await Deno.makeTempDir();
  try {
    using store = ResultStore.open(`${folder}/s.sqlite`);
    const options = { ...base, scenarios: [TRAINING, NO_TIERS], store };
    await runExperiment(options);
    let ran = -1;
    const again = await runExperiment({ ...options, onProgress: (_, now) => ran = now.run });
    assertEquals(ran, 0);
    assertEquals(tablesOf(again), tablesOf(both));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

// Planted: the tables of the first set alone: red.
Deno.test("mergeResultSets() keeps the tables of details of all sets, each scenario once", async () => {
  const parts = await Promise.all([[TRAINING], [TRAINING, NO_TIERS]].map(async (scenarios, i) => ({
    name: `${i}`,
    set: await runExperiment({ ...base, scenarios }),
  })));
  assertEquals(tablesOf(mergeResultSets(parts, "")), tablesOf(both));
  const older = { ...parts[0].set, facilityDays: [], curves: [], flows: [] };
  const merged = mergeResultSets([{ name: "older", set: older }, parts[1]], "");
  assert(merged.flows.length > 0 && merged.flows.every((r) => r.scenario === "training_no_tiers"));
});
