/** Ordinary volume of a replication, by line. */
import { COUNTED_LINES, LINES } from "../../sim/domain/mod.ts";
import type { CountedLine, Line } from "../../sim/domain/mod.ts";
import { volumesOf } from "../../sim/network/mod.ts";
import type { LineSpec, Scenario, ServicesSpec } from "../../sim/scenario/mod.ts";

/** Volume of a line over all or some weeks and all tiers or one. */
export function servedOf(
  volume: Float64Array,
  { window }: Pick<Scenario, "window">,
  line: Line,
  { from = 0, to = Infinity, tier }: {
    readonly from?: number;
    readonly to?: number;
    readonly tier?: number;
  } = {},
): number {
  const { weekly } = volumesOf(volume, window);
  return weekly.reduce((sum, n, i) => {
    const week = Math.floor(i / (LINES.length * 3));
    const here = Math.floor(i / 3) % LINES.length === LINES.indexOf(line) &&
      week >= from && week < to && (tier === undefined || i % 3 === tier - 1);
    return here ? sum + n : sum;
  }, 0);
}

/** The courses of a scenario without patients. */
export function noCourses({ courses }: Pick<ServicesSpec, "courses">): ServicesSpec["courses"] {
  const { dialysis, chemotherapy, radiotherapy } = courses;
  return {
    dialysis: { ...dialysis, patients: 0 },
    chemotherapy: { ...chemotherapy, patients: 0 },
    radiotherapy: { ...radiotherapy, patients: 0 },
  };
}

/** The lines of a scenario with no demand but for those named. */
export function linesWith(
  { lines }: Pick<ServicesSpec, "lines">,
  change: { readonly [L in CountedLine]?: Partial<LineSpec> } = {},
): ServicesSpec["lines"] {
  const quiet = { volume: [0, 0, 0] } as const;
  return Object.fromEntries(
    COUNTED_LINES.map((line) => [line, { ...lines[line], ...quiet, ...change[line] }]),
  ) as unknown as ServicesSpec["lines"];
}
