/** Clock, calendar and the ladder of ties. */
export { Calendar } from "./calendar.ts";
export { SimulationError } from "./errors.ts";
export type { SimulationErrorContext } from "./errors.ts";
export { Executive } from "./executive.ts";
export type { ExecutiveOptions, Handler } from "./executive.ts";
export { RUNGS } from "./ties.ts";
export type { Rung } from "./ties.ts";
