/** Worlds for ordinary services: a city without an epidemic, some lines of service, one plan. */
import { COUNTED_LINES, PLANNED_LINES } from "../../sim/domain/mod.ts";
import type { CountedLine, PlannedLine } from "../../sim/domain/mod.ts";
import type { LevelPlan, LineSpec, Scenario } from "../../sim/scenario/mod.ts";
import { constant, DAY, tiny, TRAINING } from "./tiny_network.ts";
import { linesWith } from "./volumes.ts";

/** A line of primary care that takes a physician's time. */
export const GENERAL = "outpatient_general";

/** A line of one visit a year at the primary level; who is put off comes back after so many days. */
export const once = (after: number, worsens = 0): Partial<LineSpec> => ({
  volume: [1, 0, 0],
  online: 0,
  returns: 1 - worsens,
  worsens,
  returnsAfter: constant(after * DAY),
});

/** A plan with everything open and in person, but for what is said. */
export function plan(
  open: { readonly [L in PlannedLine]?: number },
  change: Partial<LevelPlan> = {},
): LevelPlan {
  const all = <T>(names: readonly string[], value: T) =>
    Object.fromEntries(names.map((name) => [name, value]));
  return {
    ...TRAINING.services.plans.low,
    open: { ...all(PLANNED_LINES, 1), ...open } as LevelPlan["open"],
    remote: all(COUNTED_LINES, 0) as LevelPlan["remote"],
    delivered: 0,
    longPrescriptions: 0,
    diverted: [0, 0, 0],
    supportToPrimary: 0,
    ...change,
  };
}

/** 36,500 residents without epidemic; a volume of 1 a year is 100 a day, on every weekday. */
export function services(
  lines: { readonly [L in CountedLine]?: Partial<LineSpec> },
  low: LevelPlan,
  change: Partial<Scenario["services"]> = {},
): Scenario {
  return tiny({
    residents: 36_500,
    change: (s) => ({
      ...s,
      wave: { ...s.wave, scale: 0 },
      services: {
        ...s.services,
        lines: linesWith(s.services, lines),
        plans: { ...s.services.plans, low },
        weekProfile: new Array(7).fill(1),
        holidays: [],
        levels: [{ from: s.window.start, level: "low" }],
        ...change,
      },
    }),
  });
}
