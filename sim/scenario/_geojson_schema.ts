/** Pieces of schema for GeoJSON: coordinates, and lists that say what they are lists of. */
import * as z from "zod";

/** A coordinate within a limit on both sides [deg]. */
export function degrees(limit: number): z.ZodType<number> {
  const error = () => `Expected a number of at least -${limit} and at most ${limit}`;
  return z.number({ error }).gte(-limit, { error }).lte(limit, { error });
}

/** A list of which at least one must be there. */
export function listOf<T>(item: z.ZodType<T>, rule: string): z.ZodArray<z.ZodType<T>> {
  const error = () => rule;
  return z.array(item, { error }).min(1, { error });
}
