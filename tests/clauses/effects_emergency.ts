/** Effects of the clauses about emergency departments. */

import { type Effect, ladder } from "./_effect.ts";

const EMERGENCY = { "emergency.modelled": true };
const places = (path: string, label: string, tiers: readonly [number, number, number]) => ({
  label,
  change: { [`emergency.${path}`]: tiers },
});

/** Effects, in the order of the table. */
export const EMERGENCIES: readonly Effect[] = [
  {
    clauses: ["BJ-3.2b"],
    title: "single rooms for suspected cases, secondary and tertiary hospitals",
    base: "training",
    set: EMERGENCY,
    steps: [
      places("isolation", "0, 0", [0, 0, 0]),
      { ...places("isolation", "4, 8", [0, 4, 8]), moves: "falls" },
    ],
    measure: { name: "corridor_hours" },
  },
  {
    clauses: ["BJ-3.2b"],
    title: "suspected cases moved in time: referred before the result, from which severity on",
    base: "training",
    set: { ...EMERGENCY, "laboratory.modelled": true },
    steps: ladder("referral.suspected.from", ["never", "moderate"], "falls"),
    measure: { name: "suspicion_to_transfer_mean" },
  },
  {
    clauses: ["BJ-3.3a"],
    title: "emergency zones: observation beds, secondary and tertiary hospitals",
    base: "training",
    set: EMERGENCY,
    steps: [
      places("observation", "3, 6", [0, 3, 6]),
      { ...places("observation", "6, 12", [0, 6, 12]), moves: "falls" },
    ],
    measure: { name: "corridor_hours" },
  },
  {
    clauses: ["BJ-3.3a"],
    title: "harm of a stay in a corridor, between that of boarding (0) and of no care (1)",
    base: "training",
    set: { ...EMERGENCY, "emergency.observation": [0, 1, 1], "emergency.resuscitation": [0, 1, 1] },
    steps: [
      { label: "0", change: { "emergency.corridor": 0 } },
      {
        label: "1",
        change: { "emergency.corridor": 1 },
        stays:
          "With hardly any place in the departments a stay in a corridor still lasts some two and a " +
          "half hours, and then the patient boards or moves: too short to change many courses.",
      },
    ],
    measure: { name: "deaths" },
  },
  {
    clauses: ["BJ-3.3a"],
    title: "those brought by ambulance who are not urgent go to the fever clinic, share",
    base: "training",
    set: EMERGENCY,
    steps: ladder("emergency.directedShare", [0, 1], "rises"),
    measure: { name: "emergency_directed_elsewhere" },
  },
  {
    clauses: ["BJ-3.3b"],
    title: "green channels for chest pain, stroke, trauma and the pregnant",
    base: "training",
    // Half of the urgent instead of a fifth, as there are few of them in a grid.
    set: { ...EMERGENCY, "emergency.greenShare": 0.5 },
    steps: ladder("emergency.greenChannels", [false, true], "falls"),
    measure: { name: "ordinary_urgent_wait_mean", group: { line: "green_channel" } },
  },
];
