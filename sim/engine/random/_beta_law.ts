/** The beta law, by its two shapes or by its moments. */

import { demand, finite, positive, type Spec } from "./_domain.ts";
import type { ShapedLaw } from "./_shaped_law.ts";
import { betaCdf, betaQuantile } from "./beta.ts";

export function beta(spec: Spec<"beta">): ShapedLaw {
  const { low = 0, high = 1 } = spec;
  demand(low < high && isFinite(high - low), "beta", "low < high", `${low} and ${high}`);
  const width = high - low;
  const [a, b] = "alpha" in spec ? shapesOf(spec) : shapesByMoments(spec, low, high);
  const mean = a / (a + b);
  return {
    mean: low + width * mean,
    variance: width ** 2 * mean * (b / (a + b)) / (a + b + 1),
    quantile: (u) => low + width * betaQuantile(u, a, b),
    cdf: (x) => x <= low ? 0 : x >= high ? 1 : betaCdf((x - low) / width, a, b),
    survival: (x) => x <= low ? 1 : x >= high ? 0 : betaCdf((high - x) / width, b, a),
    upperQuantile: (q) => high - width * betaQuantile(q, b, a),
  };
}

function shapesOf(spec: Extract<Spec<"beta">, { alpha: number }>): [number, number] {
  positive(spec, "alpha", "beta");
  return [spec.alpha, spec.beta];
}

function shapesByMoments(
  spec: Extract<Spec<"beta">, { mean: number }>,
  low: number,
  high: number,
): [number, number] {
  finite(spec, "mean");
  positive(spec, "sd");
  const { mean, sd } = spec;
  const m = (mean - low) / (high - low);
  demand(m > 0 && m < 1, "beta", "mean lies between low and high", `mean is ${mean}`);
  const room = (mean - low) * (high - mean);
  const total = room / sd ** 2 - 1;
  demand(total > 0, "beta", `sd is less than ${Math.sqrt(room)}`, `sd is ${sd}`);
  return [m * total, (1 - m) * total];
}
