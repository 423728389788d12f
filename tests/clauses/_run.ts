/** Runs the steps of effects in paired replications, each scenario once though several ask for it. */

import { cellKey, NO_GROUPS, referenceOf, restorationOf } from "../../sim/experiment/mod.ts";
import type { ReplicationRecord } from "../../sim/experiment/mod.ts";
import { runTasks } from "../../sim/experiment/workers/mod.ts";
import type { Task } from "../../sim/experiment/workers/mod.ts";
import type { Scenario } from "../../sim/scenario/mod.ts";
import type { Effect, MeasureCell } from "./_effect.ts";
import { loadOverlays, overlayKey, overlaysOf } from "./_overlay.ts";

/** Seed of all replications. */
const SEED = "clauses";

/** Measures of a scenario beside its reference, which then runs too. */
const BESIDE_REFERENCE: readonly string[] = ["service_volume_vs_2019", "week_of_full_recovery"];

/** Values of an effect's measure [unit of the measure], by step and replication. */
export type StepValues = readonly (readonly number[])[];

/** How effects are run. */
export interface RunOptions {
  /** Replications of every step [-]. */
  readonly replications: number;
  /** Worker threads [-]. */
  readonly jobs: number;
  /** Folder for the files of the steps. */
  readonly folder: string;
  /** Told of each replication that is done, and how many there are. */
  readonly onDone?: (done: number, count: number) => void;
  /** Stops the work. */
  readonly signal?: AbortSignal;
}

/** One scenario to be run, and the places in its effects that ask for it. */
interface Wanted {
  readonly scenario: Scenario;
  /** The reference beside it [index in the list of runs]; -1 for none. */
  readonly reference: number;
  /** Effect and step of each place. */
  readonly places: readonly { readonly effect: number; readonly step: number }[];
}

/** The scenarios to be run, references first. */
async function wantedOf(effects: readonly Effect[], folder: string): Promise<Wanted[]> {
  const overlays = effects.flatMap((one, effect) =>
    overlaysOf(one).map((overlay, step) => ({ overlay, key: overlayKey(overlay), effect, step }))
  );
  const distinct = [...Map.groupBy(overlays, ({ key }) => key).values()];
  const scenarios = await loadOverlays(distinct.map(([{ overlay }]) => overlay), folder);
  const wanted: Wanted[] = [];
  const references = distinct.map((places, i) => {
    const asked = places.some(({ effect }) =>
      BESIDE_REFERENCE.includes(effects[effect].measure.name)
    );
    return asked ? wanted.push({ ...ALONE, scenario: referenceOf(scenarios[i]) }) - 1 : -1;
  });
  distinct.forEach((places, i) =>
    wanted.push({ scenario: scenarios[i], reference: references[i], places })
  );
  return wanted;
}

const ALONE = { reference: -1, places: [] };

/**
 * The value of a measure in a replication.
 *
 * @param rows Measures of the replication.
 * @param cell Which one.
 * @returns Value [unit of the measure]; NaN when it was not reached or has no cases.
 * @throws {RangeError} If the replication does not give it.
 */
export function valueOf(rows: ReplicationRecord["measures"], { name, group }: MeasureCell): number {
  const key = cellKey({ ...NO_GROUPS, measure: name, ...group });
  const found = rows.find((row) => cellKey({ ...NO_GROUPS, ...row }) === key);
  if (found !== undefined) return found.value;
  const near = rows.filter(({ measure }) => measure === name)
    .map((row) => JSON.stringify({ ...row, measure: undefined, value: undefined }));
  throw new RangeError(
    `Cannot read measure ${name} as the replication must give it: current group is ` +
      `${JSON.stringify(group ?? {})}, given are ${near.join(", ") || "none of that name"}`,
  );
}

/** Takes records as they come; those beside a reference are read when all are there. */
class Values {
  /** Values by effect, step and replication. */
  readonly byEffect: number[][][];
  readonly #effects: readonly Effect[];
  readonly #volumes = new Map<string, Float64Array>();
  readonly #late: (() => void)[] = [];

  constructor(effects: readonly Effect[]) {
    this.#effects = effects;
    this.byEffect = effects.map(({ steps }) => steps.map(() => []));
  }

  /** Takes the record of a run, the reference of others when nobody asks for its own measures. */
  take(wanted: Wanted, { scenario, replication }: Task, record: ReplicationRecord): void {
    if (wanted.places.length === 0) {
      this.#volumes.set(`${scenario} ${replication}`, record.volume);
    } else if (wanted.reference < 0) this.#read(wanted, replication, record.measures);
    else {
      this.#late.push(() => {
        const beside = this.#volumes.get(`${wanted.reference} ${replication}`)!;
        const { window, city } = wanted.scenario;
        const grids = city.grids.map(({ id }) => id);
        const { rows } = restorationOf(window, { volume: record.volume, reference: beside, grids });
        this.#read(wanted, replication, [...record.measures, ...rows]);
      });
    }
  }

  #read({ places }: Wanted, replication: number, rows: ReplicationRecord["measures"]): void {
    for (const { effect, step } of places) {
      this.byEffect[effect][step][replication] = valueOf(rows, this.#effects[effect].measure);
    }
  }

  /** Reads what waited for references. */
  end(): void {
    for (const read of this.#late) read();
  }
}

/**
 * Runs the steps of effects.
 *
 * @param effects Effects.
 * @param options Replications, threads, folder.
 * @returns Values of each effect.
 */
export async function runEffects(
  effects: readonly Effect[],
  { replications, jobs, folder, onDone, signal }: RunOptions,
): Promise<StepValues[]> {
  const wanted = await wantedOf(effects, folder);
  const values = new Values(effects);
  const count = wanted.length * replications;
  const tasks = Array.from({ length: count }, (_, id) => ({
    id,
    scenario: id % wanted.length,
    replication: Math.floor(id / wanted.length),
    seed: SEED,
    set: null,
    log: false,
    weight: 1,
  }));
  let done = 0;
  await runTasks(wanted.map(({ scenario }) => scenario), tasks, {
    workers: jobs,
    ...(signal !== undefined && { signal }),
    onDone: (task, { record }) => {
      values.take(wanted[task.scenario], task, record);
      onDone?.(++done, count);
      return "more";
    },
  });
  values.end();
  return values.byEffect;
}
