/** Laws of durations as scenario files write them: `{law: lognormal, mean: 9.3 d, sd: 8 d}`. */
import * as z from "zod";
import { distributionOf, type DistributionSpec } from "../engine/random/mod.ts";
import { flag, list, quantity, record, variantError } from "./_schema_kit.ts";

const LAWS = [
  "constant",
  "uniform",
  "exponential",
  "erlang",
  "gamma",
  "lognormal",
  "weibull",
  "loglogistic",
  "triangular",
  "beta",
  "empirical",
  "truncated",
  "shifted",
  "mixture",
] as const;

/** Least share of a law that the bounds of a truncated one must hold [-]. */
const LEAST_HELD = 1e-6;

const positive = quantity("duration", { above: 0 });
const duration = quantity("duration", { min: 0 });
const shape = quantity("number", { above: 0 });
const moments = { mean: positive.optional(), sd: positive.optional() };

/** The only law with negative values: some below 0 would be a negative duration. */
const normal = record({ law: z.literal("normal"), mean: duration, sd: positive });

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
    record({
      law: z.literal("lognormal"),
      ...moments,
      median: positive.optional(),
      quantile: record({ p: quantity("share"), value: positive }).optional(),
    }),
    record({ law: z.literal("weibull"), shape, scale: positive }),
    record({ law: z.literal("loglogistic"), shape, scale: positive }),
    record({ law: z.literal("triangular"), low: duration, mode: duration, high: positive }),
    record({
      law: z.literal("beta"),
      ...moments,
      alpha: shape.optional(),
      beta: shape.optional(),
      low: duration,
      high: positive,
    }),
    record({ law: z.literal("empirical"), observations: list(duration), interpolated: flag() }),
    record({ law: z.literal("truncated"), of: truncatedLaw, low: duration, high: positive }),
    record({ law: z.literal("shifted"), of: durationLaw, by: duration }),
    record({
      law: z.literal("mixture"),
      parts: list(record({ weight: quantity("number", { min: 0 }), of: durationLaw })),
    }),
  ], { error: lawError }).superRefine((law, context) => {
    const message = problemOf(law as DistributionSpec);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  })
) as unknown as z.ZodType<DistributionSpec>;

/** Error text of a law that has no form here. */
function lawError(issue: { readonly code?: string; readonly input?: unknown }): string {
  const { law } = (issue.input ?? {}) as { law?: unknown };
  if (issue.code !== "invalid_union" || law !== "normal") return variantError(LAWS)(issue);
  return "Expected truncated around a normal law, since no duration is negative";
}

/** What a truncated law may cut: any law of a duration, or a normal one. */
const truncatedLaw = z.unknown().transform((value, context) => {
  const isNormal = (value as { law?: unknown } | null)?.law === "normal";
  const result = (isNormal ? normal : durationLaw).safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    context.issues.push({ ...issue, input: value } as never);
  }
  return z.NEVER;
});

/** What is wrong between the parameters of a law, in words. */
function problemOf(law: DistributionSpec): string | undefined {
  const missing = eitherProblem(law);
  if (missing !== undefined) return missing;
  if (law.law === "triangular") {
    const ordered = law.low <= law.mode && law.mode <= law.high && law.low < law.high;
    return ordered ? undefined : "Expected low <= mode <= high and low < high";
  }
  try {
    if (law.law === "truncated") return cutProblem(law);
    const { mean } = distributionOf(law);
    return Number.isFinite(mean) ? undefined : "Expected a law with a finite mean";
  } catch (error) {
    const [, rule] = /requires (.*): current/s.exec((error as Error).message) ?? [];
    return `Expected ${rule ?? (error as Error).message}`;
  }
}

/** The same for a truncated law, without its moments, whose integrals would take milliseconds. */
function cutProblem({ of, low, high }: DistributionSpec & { law: "truncated" }) {
  if (!(low < high)) return "Expected low < high";
  const whole = distributionOf(of);
  const held = whole.cdf(high) - whole.cdf(low);
  return held >= LEAST_HELD
    ? undefined
    : `Expected bounds that hold at least ${LEAST_HELD} of the law`;
}

/** What is missing or too much where a law can be given in two ways. */
export function eitherProblem(law: object): string | undefined {
  const ways = WAYS[(law as { law: string }).law];
  if (ways === undefined) return undefined;
  const has = (name: string) => (law as Record<string, unknown>)[name] !== undefined;
  const complete = ways.filter((names) => names.every(has));
  const begun = ways.filter((names) => names.some(has));
  if (complete.length === 1 && begun.length === 1) return undefined;
  return `Expected either ${ways.map((names) => names.join(" and ")).join(", or ")}`;
}

const WAYS: { readonly [law: string]: readonly (readonly string[])[] | undefined } = {
  lognormal: [["mean", "sd"], ["median", "quantile"]],
  beta: [["mean", "sd"], ["alpha", "beta"]],
};

/** Largest value of a law [min]; infinite without a bound. */
export function upperBound(law: DistributionSpec): number {
  switch (law.law) {
    case "constant":
      return law.value;
    case "uniform":
    case "triangular":
      return law.high;
    case "beta":
      return law.high ?? 1;
    case "empirical":
      return Math.max(...law.observations);
    case "truncated":
      return Math.min(law.high, upperBound(law.of));
    case "shifted":
      return upperBound(law.of) + law.by;
    case "mixture":
      return Math.max(...law.parts.filter(({ weight }) => weight > 0).map((p) => upperBound(p.of)));
    default:
      return Infinity;
  }
}
