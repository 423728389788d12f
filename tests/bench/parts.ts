/**
 * Where the time of a replication goes, by part of the model, and what the event log costs.
 *
 * The sampling profiler of V8 runs in this process; it names functions that the compiler has inlined
 * too. Shares are of all samples between the beginning and the end of one replication.
 */

import { Session } from "node:inspector";
import { runReplication } from "../../sim/network/mod.ts";
import { loadScenario, type Scenario } from "../../sim/scenario/mod.ts";
import { partOfFrame } from "./_parts.ts";
import { type Figure, timingOf } from "./_timing.ts";

/** Time between two samples [µs]. */
const INTERVAL = 500;

/** One function of a profile of V8; see its inspector protocol, `Profiler.ProfileNode`. */
export interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
}

/** What of a profile of V8 is read here. */
export interface Profile {
  readonly nodes: readonly ProfileNode[];
  /** Function that ran at each sample, by its id. */
  readonly samples?: readonly number[];
  /** Time since the sample before [µs]. */
  readonly timeDeltas?: readonly number[];
}

/**
 * Share of the time of each part.
 *
 * @param profile A profile.
 * @returns Shares [-] that sum to 1, the largest first.
 */
export function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profile): [string, number][] {
  const part = new Map(
    nodes.map(({ id, callFrame }) => [id, partOfFrame(callFrame.url, callFrame.functionName)]),
  );
  const times = new Map<string, number>();
  let all = 0;
  samples.forEach((id, i) => {
    const name = part.get(id) ?? "other";
    const time = Math.max(0, timeDeltas[i]);
    times.set(name, (times.get(name) ?? 0) + time);
    all += time;
  });
  return [...times].map(([name, time]): [string, number] => [name, time / all])
    .sort((a, b) => b[1] - a[1]);
}

/** Runs something under the profiler. */
async function profiled(run: () => void): Promise<Profile> {
  const session = new Session();
  session.connect();
  const post = (method: string, params = {}) =>
    new Promise<{ profile: Profile }>((resolve, reject) => {
      session.post(method, params, (error: Error | null, result?: object) => {
        if (error) reject(error);
        else resolve(result as { profile: Profile });
      });
    });
  try {
    await post("Profiler.enable");
    await post("Profiler.setSamplingInterval", { interval: INTERVAL });
    await post("Profiler.start");
    run();
    return (await post("Profiler.stop")).profile;
  } finally {
    session.disconnect();
  }
}

async function shareFigures(label: string, file: string): Promise<Figure[]> {
  const scenario = await loadScenario(file);
  const profile = await profiled(() => {
    runReplication(scenario, { seed: "1", replication: 0 });
  });
  return sharesOf(profile).map(([part, share]) => ({
    name: `${label}: share of ${part}`,
    value: 100 * share,
    unit: "%",
  }));
}

/**
 * Share of the time of each part of the model, of one replication with the plan alone and with all its
 * measures.
 *
 * @param say Says what is being measured.
 * @returns Figures, the largest share first in each scenario.
 */
export async function partFigures(say: (text: string) => void): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (
    const [label, file] of [
      ["Beijing", "scenarios/plan.yaml"],
      ["Beijing in full", "scenarios/plan_in_full.yaml"],
    ] as const
  ) {
    say(`profiling ${label}`);
    figures.push(...await shareFigures(label, file));
  }
  return figures;
}

/** Seconds of a replication without and with the event log, turn by turn, and rows of the log. */
function timesOfLog(scenario: Scenario, rounds: number) {
  const times: [number[], number[]] = [[], []];
  let rows = 0;
  for (let run = 0; run < 2 * rounds; run++) {
    const log = run % 2 === 1;
    const start = performance.now();
    const result = runReplication(scenario, { seed: "1", replication: 0, log });
    times[log ? 1 : 0].push((performance.now() - start) / 1000);
    rows = result.log?.rows.rows ?? rows;
  }
  return { off: timingOf(times[0]), on: timingOf(times[1]), rows };
}

/**
 * What the event log costs: the best time with its raw columns over the best without, the two in turn.
 *
 * @param say Says what is being measured.
 * @returns Figures.
 */
export async function logFigures(say: (text: string) => void): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (
    const [label, file, rounds] of [
      ["training grid", "scenarios/training.yaml", 20],
      ["Shijingshan district", "scenarios/district_shijingshan.yaml", 10],
      ["Beijing", "scenarios/plan.yaml", 2],
    ] as const
  ) {
    say(`event log of ${label}`);
    const { off, on, rows } = timesOfLog(await loadScenario(file), rounds);
    figures.push(
      { name: `${label}: event log, rows`, value: rows, unit: "rows" },
      {
        name: `${label}: event log on ÷ off`,
        value: on.best / off.best,
        unit: "-",
        spread: on.spread,
      },
    );
  }
  return figures;
}
