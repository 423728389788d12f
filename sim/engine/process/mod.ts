/** Models as processes: routines that hold, seize, wait and are interrupted. */
export { Interrupted, Preempted } from "./interrupted.ts";
export { Signal } from "./occasion.ts";
export type { Occasion } from "./occasion.ts";
export type {
  Outcome,
  Process,
  RequestOptions,
  Routine,
  StartOptions,
  Step,
  Steps,
  WaitOptions,
} from "./process.ts";
export { Processes } from "./processes.ts";
