/** What a replication of a city costs. */

import { runReplication } from "../../sim/network/mod.ts";
import { loadScenario } from "../../sim/scenario/mod.ts";
import { type Figure, RUNS, timed } from "./_timing.ts";

async function replication(label: string, file: string, runs: number): Promise<Figure[]> {
  const scenario = await loadScenario(file);
  let memory = 0;
  let result = { events: 0, infected: 0, met: 0 };
  const { best, worst, spread } = timed(() => {
    result = runReplication(scenario, {
      seed: "1",
      replication: 0,
      onProgress: () => memory = Math.max(memory, Deno.memoryUsage().rss),
    });
  }, runs);
  const figure = (name: string, value: number, unit: string): Figure => ({
    name: `${label}: ${name}`,
    value,
    unit,
  });
  return [
    { ...figure("one replication, best", best, "s"), spread },
    figure("one replication, worst", worst, "s"),
    figure("peak memory", memory / 1e6, "MB"),
    figure("events", result.events, "events"),
    figure("infected", result.infected, "persons"),
    figure("people who meet the network", result.met, "persons"),
    figure("time per infected", best / result.infected * 1e9, "ns"),
  ];
}

/** All figures of cities; memory is the highest resident set seen at midnight of a simulated day. */
export async function cityFigures(): Promise<Figure[]> {
  return [
    ...await replication("training grid", "scenarios/training.yaml", 5),
    ...await replication("Shijingshan district", "scenarios/district_shijingshan.yaml", RUNS),
    ...await replication("Beijing", "scenarios/plan.yaml", RUNS),
    ...await replication("county, a year", "scenarios/county_low.yaml", 5),
    ...await replication("Beijing 2020", "scenarios/beijing_2020_high.yaml", RUNS),
    ...await replication("training grid in full", "scenarios/training_in_full.yaml", 5),
    ...await replication("Beijing in full", "scenarios/plan_in_full.yaml", RUNS),
  ];
}
