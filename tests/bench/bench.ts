/**
 * What a replication costs: `deno task bench [--json]`. Times are the best of the runs, with the
 * spread; nothing else should be running. Memory is the highest resident set seen at midnight of a
 * simulated day, Deno and the program included.
 */
import { Executive, KeyedDraws, keyOf, RUNGS } from "../../sim/engine/mod.ts";
import { runReplication } from "../../sim/network/mod.ts";
import { loadScenario } from "../../sim/scenario/mod.ts";

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const RUNS = 3;

/** Best and worst time of several runs [s]. */
function timed(run: () => void, runs = RUNS): { best: number; worst: number } {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return (performance.now() - start) / 1000;
  });
  return { best: Math.min(...times), worst: Math.max(...times) };
}

function hold(pending: number, holds: number): Figure[] {
  const { best } = timed(() => {
    const executive = new Executive({ end: Infinity });
    const draws = new KeyedDraws(keyOf("bench", 0));
    let done = 0;
    const delay = (n: number) => {
      draws.block(n, 0, 0, 0);
      return -Math.log(draws.u0);
    };
    const kind = executive.on("hold", RUNGS.decision, () => {
      if (done++ < holds) executive.after(delay(done), kind, 0);
    });
    for (let n = 0; n < pending; n++) executive.at(delay(-n), kind, n);
    executive.run();
  });
  return [{ name: `hold, ${pending} pending`, value: holds / best / 1e6, unit: "million holds/s" }];
}

function keyedDraws(): Figure[] {
  const blocks = 5_000_000;
  const draws = new KeyedDraws(keyOf("bench", 0));
  let sum = 0;
  const { best } = timed(() => {
    for (let n = 0; n < blocks; n++) {
      draws.block(n, 0, 0, 0);
      sum += draws.u0 + draws.u1 + draws.u2 + draws.u3;
    }
  });
  if (Math.abs(sum / (4 * RUNS * blocks) - 0.5) > 0.001) throw new Error("Draws are not uniform");
  return [{ name: "keyed draw", value: best / blocks / 4 * 1e9, unit: "ns" }];
}

async function replication(label: string, file: string, runs: number): Promise<Figure[]> {
  const scenario = await loadScenario(file);
  let memory = 0;
  let result = { events: 0, infected: 0, met: 0 };
  const { best, worst } = timed(() => {
    result = runReplication(scenario, {
      seed: "1",
      replication: 0,
      onProgress: () => memory = Math.max(memory, Deno.memoryUsage().rss),
    });
  }, runs);
  const figure = (name: string, value: number, unit: string) => ({
    name: `${label}: ${name}`,
    value,
    unit,
  });
  return [
    figure("one replication, best", best, "s"),
    figure("one replication, worst", worst, "s"),
    figure("peak memory", memory / 1e6, "MB"),
    figure("events", result.events, "events"),
    figure("infected", result.infected, "persons"),
    figure("people who meet the network", result.met, "persons"),
    figure("time per infected", best / result.infected * 1e9, "ns"),
  ];
}

const figures = [
  ...keyedDraws(),
  ...hold(100, 2_000_000),
  ...hold(10_000, 2_000_000),
  ...await replication("training grid", "scenarios/training.yaml", 5),
  ...await replication("Shijingshan district", "scenarios/district_shijingshan.yaml", 3),
  ...await replication("Beijing", "scenarios/plan.yaml", RUNS),
].map((f) => ({ ...f, value: Number(f.value.toPrecision(4)) }));

if (Deno.args.includes("--json")) console.log(JSON.stringify(figures, null, 2));
else {for (const { name, value, unit } of figures) {
    console.log(`${name}: ${value.toLocaleString("en")} ${unit}`);
  }}
