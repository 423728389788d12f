/** In which unit a number of a scenario is written, found from the number as it was read. */
import type { Written } from "./_parameter_laws.ts";
import { parseQuantity, QUANTITY_KINDS, type QuantityKind } from "./quantity.ts";

/** Units that some kind of quantity has inside, none first. */
export const INSIDE_UNITS: readonly string[] = ["", "min", "d", "km/min", "/min", "/y", "y"];

/** A value as written, and what it was read as. */
export type Reading = readonly [written: Written, value: number];

/** Kinds of quantity under which all of these values read as they did. */
export function kindsOf(readings: readonly Reading[]): QuantityKind[] {
  return QUANTITY_KINDS.filter((kind) =>
    readings.every(([written, value]) => read(written, kind) === value)
  );
}

/** A value under the first of some kinds that can read it; undefined when none can. */
export function readAs(written: Written, kinds: readonly QuantityKind[]): number | undefined {
  return kinds.map((kind) => read(written, kind)).find((value) => value !== undefined);
}

/** The unit inside of a kind; empty for shares and plain numbers. */
export function unitInside(kind: QuantityKind): string {
  return INSIDE_UNITS.find((unit) => read(`1 ${unit}`, kind) === 1) ?? "";
}

function read(written: Written, kind: QuantityKind): number | undefined {
  try {
    return parseQuantity(written, kind);
  } catch {
    return undefined;
  }
}
