/**
 * Laws of uncertain numbers as scenario files write them, and what they are inside.
 *
 * All of them are bounded, so that the ends can be held against the schema when the file is read.
 */
import * as z from "zod";
import type { DistributionSpec } from "../engine/random/mod.ts";
import { eitherProblem } from "./_distribution_schema.ts";
import { list, quantity, record, text, variantError } from "./_schema_kit.ts";

/** Laws with bounds. */
export const BOUNDED = ["uniform", "triangular", "pert", "beta", "truncated"] as const;
/** Laws without, which may stand inside `truncated`. */
const INSIDE = ["normal", "lognormal", "gamma"] as const;
/** Other laws of the engine, refused by name. */
const OTHERS = [
  "constant",
  "exponential",
  "erlang",
  "weibull",
  "loglogistic",
  "shifted",
  "mixture",
];

/** A number as written, with or without a unit. */
export type Written = string | number;

const amount = z.custom<Written>(
  (value) => typeof value === "string" || typeof value === "number",
  {
    error: () => "Expected a number, with its unit",
  },
);
const shape = quantity("number", { above: 0 });
const ends = { low: amount, high: amount };
const moments = { mean: amount.optional(), sd: amount.optional() };

const inner = z.discriminatedUnion("law", [
  record({ law: z.literal("normal"), mean: amount, sd: amount }),
  record({
    law: z.literal("lognormal"),
    ...moments,
    median: amount.optional(),
    quantile: record({ p: quantity("share"), value: amount }).optional(),
  }),
  record({ law: z.literal("gamma"), mean: amount, sd: amount }),
], { error: variantError(INSIDE) });

const bounded = z.discriminatedUnion("law", [
  record({ law: z.literal("uniform"), ...ends }),
  record({ law: z.literal("triangular"), ...ends, mode: amount }),
  record({ law: z.literal("pert"), ...ends, mode: amount, shape: shape.optional() }),
  record({
    law: z.literal("beta"),
    ...ends,
    ...moments,
    alpha: shape.optional(),
    beta: shape.optional(),
  }),
  record({ law: z.literal("truncated"), ...ends, of: inner }),
], { error: variantError(BOUNDED) });

/** A law as written, its form checked. */
export type WrittenLaw = z.output<typeof bounded>;

/** A law of a number, by its form alone. */
export const parameterLaw = z.unknown().transform((value, context) => {
  const refuse = (message: string, path: string[]) => {
    context.issues.push({ code: "custom", message, path, input: value });
    return z.NEVER;
  };
  const name = (value as { law?: unknown } | null)?.law;
  if ([...INSIDE, ...OTHERS].includes(String(name))) {
    const others =
      `Expected a law with bounds (${BOUNDED.join(", ")}), so that every value it can ` +
      "draw is checked here; truncated puts bounds around normal, lognormal and gamma";
    return refuse(others, ["law"]);
  }
  const result = bounded.safeParse(value);
  if (!result.success) {
    for (const issue of result.error.issues) {
      context.issues.push({ ...issue, input: value } as never);
    }
    return z.NEVER;
  }
  const { data } = result;
  const gap = eitherProblem(data.law === "truncated" ? data.of : data);
  return gap === undefined ? data : refuse(gap, []);
});

/** The section of a scenario file, by its form alone. */
export const uncertaintySection = record({
  parameters: z.record(z.string(), z.unknown(), { error: () => "Expected a map" }).optional(),
  sets: text().optional(),
  fixed: list(text()).optional(),
});

/** The law inside; `read` turns what was written into the unit inside. */
export function lawInside(law: WrittenLaw, read: (written: Written) => number): DistributionSpec {
  const low = read(law.low);
  const high = read(law.high);
  switch (law.law) {
    case "uniform":
      return { law: "uniform", low, high };
    case "triangular":
      return { law: "triangular", low, mode: read(law.mode), high };
    case "pert": {
      // Beta law with mean (low + shape × mode + high) ÷ (shape + 2).
      // Source: Malcolm, Roseboom, Clark and Fazar (1959), "Application of a technique for research
      // and development program evaluation", Operations Research 7(5), 646-669, where shape is 4.
      const weight = (law.shape ?? 4) / (high - low);
      const mode = read(law.mode);
      return {
        law: "beta",
        alpha: 1 + weight * (mode - low),
        beta: 1 + weight * (high - mode),
        low,
        high,
      };
    }
    case "beta":
      return law.alpha === undefined
        ? { law: "beta", mean: read(law.mean!), sd: read(law.sd!), low, high }
        : { law: "beta", alpha: law.alpha, beta: law.beta!, low, high };
    case "truncated":
      return { law: "truncated", of: innerOf(law.of, read), low, high };
  }
}

function innerOf(
  law: z.output<typeof inner>,
  read: (written: Written) => number,
): DistributionSpec {
  if (law.law !== "lognormal" || law.median === undefined) {
    return { law: law.law, mean: read(law.mean!), sd: read(law.sd!) } as DistributionSpec;
  }
  const { p, value } = law.quantile!;
  return { law: "lognormal", median: read(law.median), quantile: { p, value: read(value) } };
}

/** A law in words, e.g. `triangular 6 d to 10 d, mode 8 d`. */
export function writtenLaw(law: WrittenLaw): string {
  const range = `${law.low} to ${law.high}`;
  const words = (part: object) =>
    Object.entries(part).filter(([key]) => !["law", "low", "high", "of"].includes(key))
      .map(([key, value]) =>
        typeof value === "object" ? `${key} ${value.p} at ${value.value}` : `${key} ${value}`
      ).join(", ");
  if (law.law === "truncated") return `${law.of.law} ${words(law.of)}, truncated to ${range}`;
  const rest = words(law);
  return rest === "" ? `${law.law} ${range}` : `${law.law} ${range}, ${rest}`;
}
