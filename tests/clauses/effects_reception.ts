/** Effects of the clauses about laboratories, CT, triage and emergency departments. */

import { type Effect, ladder } from "./_effect.ts";

const LABORATORY = { "laboratory.modelled": true };
const WITHIN_10_H = { name: "pcr_within_10h" };
const TRIAGE_WAIT = { name: "triage_wait_mean" };

/** Effects, in the order of the table. */
export const LABORATORY_AND_IMAGING: readonly Effect[] = [
  {
    clauses: ["BJ-3.13"],
    title: "PCR within 10 h, time from the start of a batch to its results",
    base: "training",
    set: LABORATORY,
    steps: [
      { label: "2 h", change: { "laboratory.cycle": "2 h" } },
      {
        label: "4 h",
        change: { "laboratory.cycle": "4 h" },
        stays: "With 4 h too every sample is back within 10 h: nothing is left to gain.",
      },
      { label: "8 h", change: { "laboratory.cycle": "8 h" }, moves: "falls" },
    ],
    measure: WITHIN_10_H,
  },
  {
    clauses: ["BJ-3.13"],
    title: "PCR round the clock",
    base: "training",
    set: LABORATORY,
    steps: [
      { label: "by day", change: { "laboratory.opens": "8 h", "laboratory.closes": "18 h" } },
      {
        label: "day and night",
        change: { "laboratory.opens": "0 h", "laboratory.closes": "24 h" },
        moves: "falls",
      },
    ],
    measure: { name: "pcr_turnaround_mean" },
  },
  {
    clauses: ["BJ-3.12"],
    title: "CT disinfected after every patient",
    base: "training",
    set: { "imaging.modelled": true },
    steps: ladder("imaging.disinfection", ["0 min", "15 min"], "rises"),
    measure: { name: "ct_wait_mean" },
  },
  {
    clauses: ["N35-3.2a", "BJ-3.1"],
    title: "triage on site, nurses of a fever clinic",
    base: "training",
    steps: ladder("clinics.triage.nurses", [1, 2], "falls"),
    measure: TRIAGE_WAIT,
  },
  {
    clauses: ["N35-3.2a"],
    title: "two stages of triage, share of the mild sent home by the first",
    base: "training",
    set: { "clinics.triage.nurses": 2 },
    steps: ladder("clinics.triage.resolvedShare", [0, 0.5], "falls"),
    measure: { name: "clinic_wait_mean" },
  },
];
