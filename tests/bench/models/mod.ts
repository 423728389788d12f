/** The models that are timed, by name. */

import { carenet } from "./carenet.ts";
import { carenetProcess } from "./carenet_process.ts";
import { crowd } from "./crowd.ts";
import { crowdProcess } from "./crowd_process.ts";
import { hold } from "./hold.ts";
import { holdProcess } from "./hold_process.ts";
import type { ModelRun } from "./model_run.ts";
import { queue } from "./queue.ts";
import { queueProcess } from "./queue_process.ts";

/** A model that is timed. */
export interface Model {
  /** What is counted by second. */
  readonly unit: "customers_per_s" | "patients_per_s" | "holds_per_s";
  /** Makes ready for n customers, patients or holds; what it returns runs them. */
  readonly prepare: (n: number, seed: string) => () => ModelRun;
}

const ONE = { rate: 0.9, servers: 1 };
const EIGHT = { rate: 7.2, servers: 8 };

function customers(prepare: Model["prepare"]): Model {
  return { unit: "customers_per_s", prepare };
}

function patients(prepare: Model["prepare"]): Model {
  return { unit: "patients_per_s", prepare };
}

type Hold = (n: number, seed: string, pending: number) => () => ModelRun;

function holds(make: Hold, pending: number): Model {
  return { unit: "holds_per_s", prepare: (n, seed) => make(n, seed, pending) };
}

const MODELS: Readonly<Record<string, Model>> = {
  "mm1": customers((n, seed) => queue(n, seed, ONE)),
  "mmc": customers((n, seed) => queue(n, seed, EIGHT)),
  "carenet": patients(carenet),
  "hold-100": holds(hold, 100),
  "hold": holds(hold, 10_000),
  "hold-1e6": holds(hold, 1_000_000),
  "crowd": patients(crowd),
  "mm1-process": customers((n, seed) => queueProcess(n, seed, ONE)),
  "mmc-process": customers((n, seed) => queueProcess(n, seed, EIGHT)),
  "carenet-process": patients(carenetProcess),
  "hold-100-process": holds(holdProcess, 100),
  "hold-process": holds(holdProcess, 10_000),
  "hold-1e6-process": holds(holdProcess, 1_000_000),
  "crowd-process": patients(crowdProcess),
};

/** A model by name; undefined when there is none of that name. */
export function modelOf(name: string): Model | undefined {
  return Object.hasOwn(MODELS, name) ? MODELS[name] : undefined;
}

/** Names of all models. */
export function modelNames(): string[] {
  return Object.keys(MODELS);
}
