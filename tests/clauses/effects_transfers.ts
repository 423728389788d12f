/** Effects of the clauses about vehicles and who goes first. */

import { type Effect, ladder } from "./_effect.ts";

const VEHICLES = {
  clauses: ["P22-2.4"],
  base: "training",
  steps: ladder("transfer.vehicleFactor", [0.5, 1, 2], "falls"),
} as const;

/** Effects, in the order of the table. */
export const TRANSFERS: readonly Effect[] = [
  {
    ...VEHICLES,
    title: "transfer vehicles by grid, factor on their number",
    measure: { name: "transfer_delay_median", group: { colour: "red" } },
  },
  {
    ...VEHICLES,
    title: "transfer vehicles by grid, the part of the delay that is theirs",
    measure: { name: "transfer_part_mean", group: { line: "wait_for_vehicle" } },
  },
];
