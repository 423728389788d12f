/** Laws of durations as scenario files write them: `{law: lognormal, mean: 9.3 d, sd: 8 d}`. */
import * as z from "zod";
import type { DistributionSpec } from "../engine/random/mod.ts";
import { quantity, record, variantError } from "./_schema_kit.ts";

const LAWS = [
  "constant",
  "uniform",
  "exponential",
  "erlang",
  "gamma",
  "lognormal",
  "weibull",
  "triangular",
  "truncated",
] as const;

const positive = quantity("duration", { above: 0 });
const duration = quantity("duration", { min: 0 });

/** A law of a duration [min]. */
export const durationLaw: z.ZodType<DistributionSpec> = z.lazy(() =>
  z.discriminatedUnion("law", [
    record({ law: z.literal("constant"), value: duration }),
    record({ law: z.literal("uniform"), low: duration, high: positive }),
    record({ law: z.literal("exponential"), mean: positive }),
    record({
      law: z.literal("erlang"),
      stages: quantity("number", { min: 1, integer: true }),
      mean: positive,
    }),
    record({ law: z.literal("gamma"), mean: positive, sd: positive }),
    record({ law: z.literal("lognormal"), mean: positive, sd: positive }),
    record({
      law: z.literal("weibull"),
      shape: quantity("number", { above: 0 }),
      scale: positive,
    }),
    record({ law: z.literal("triangular"), low: duration, mode: duration, high: positive }),
    record({ law: z.literal("truncated"), of: durationLaw, low: duration, high: positive }),
  ], { error: variantError(LAWS) }).superRefine((law, context) => {
    const message = orderProblem(law);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  })
) as unknown as z.ZodType<DistributionSpec>;

function orderProblem(law: DistributionSpec): string | undefined {
  if (law.law === "triangular") {
    const ordered = law.low <= law.mode && law.mode <= law.high && law.low < law.high;
    return ordered ? undefined : "Expected low <= mode <= high and low < high";
  }
  if (law.law !== "uniform" && law.law !== "truncated") return undefined;
  return law.low < law.high ? undefined : "Expected low < high";
}

/** Largest value of a law [min]; infinite without a bound. */
export function upperBound(law: DistributionSpec): number {
  if (law.law === "constant") return law.value;
  if (law.law === "uniform" || law.law === "triangular" || law.law === "truncated") return law.high;
  return Infinity;
}
