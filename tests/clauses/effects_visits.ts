/** Effects of the clauses about visits: appointments, online care, prescriptions, primary staff. */

import { type Effect, ladder } from "./_effect.ts";
import { always } from "./_levels.ts";

const HIGH = always("high");
/** Physicians of clinics fall ill with the wave. */
const ILL = { "staff.absence.factor": 1 };
/** Many physicians of the primary level at community control, so that those left are short of time. */
const SHORT = { "services.plans.high.diverted": [0.5, 0.02, 0.02] };
const WAIT = { name: "slot_wait_mean", group: { tier: "1" } };
const volume = (line: string) => ({ name: "service_volume_vs_2019", group: { line } });
const long = (level: "medium" | "high", clauses: readonly string[]): Effect => ({
  clauses,
  title: `prescriptions of twelve weeks at ${level} risk, share of chronic patients`,
  base: "training",
  set: always(level),
  steps: ladder(`services.plans.${level}.longPrescriptions`, [0, 0.5, 1], "falls"),
  measure: volume("chronic_hypertension"),
});

/** Effects, in the order of the table. */
export const VISITS: readonly Effect[] = [
  {
    clauses: ["N162-5", "BJ-3.5"],
    title: "visits by telephone or online at high risk, share",
    base: "training",
    set: HIGH,
    steps: ladder("services.plans.high.remote.outpatient_general", [0.05, 0.3], "falls"),
    measure: { name: "visits_put_off", group: { line: "outpatient_general" } },
  },
  {
    clauses: ["N35-3.2b", "N177-3b"],
    title: "chronic patients followed up online at high risk, share",
    base: "training",
    set: { ...HIGH, ...SHORT },
    steps: [0, 0.3].map((share, i) => ({
      label: `${share}`,
      change: {
        "services.plans.high.remote.chronic_hypertension": share,
        "services.plans.high.remote.chronic_diabetes": share,
        "services.plans.high.remote.chronic_coronary": share,
      },
      ...(i > 0 && { moves: "falls" as const }),
    })),
    measure: WAIT,
  },
  {
    clauses: ["BJ-3.5", "BJ-3.10"],
    title: "drugs delivered to chronic patients at high risk, share of their visits",
    base: "training",
    set: { ...HIGH, ...SHORT },
    steps: ladder("services.plans.high.delivered", [0, 0.3], "falls"),
    measure: WAIT,
  },
  long("high", ["N35-3.3c", "BJ-3.10"]),
  long("medium", ["N177-3c"]),
  {
    clauses: ["N35-3.3c"],
    title: "prescriptions of twelve weeks at high risk, what they spare others in waiting",
    base: "training",
    set: { ...HIGH, ...SHORT },
    steps: ladder("services.plans.high.longPrescriptions", [0, 1], "falls"),
    measure: WAIT,
  },
  {
    clauses: ["BJ-3.4", "N35-3.2a"],
    title: "appointments, share of patients in the morning",
    base: "training",
    steps: ladder("services.appointments.morningShare", [0.65, 0.5], "falls"),
    measure: WAIT,
  },
  {
    clauses: ["BJ-3.4"],
    title: "appointments, most who wait at once in a tertiary clinic, by share in the morning",
    base: "training",
    steps: ladder("services.appointments.morningShare", [0.65, 0.5], "falls"),
    measure: { name: "crowding_peak", group: { tier: "3" } },
  },
  {
    clauses: ["BJ-3.4"],
    title: "numbers of appointments adjusted to crowding while physicians are ill",
    base: "training",
    set: ILL,
    steps: ladder("services.appointments.adjusted", [false, true], "falls"),
    measure: WAIT,
  },
  {
    clauses: ["N177-2.3"],
    title: "primary physicians put to community control at high risk, share",
    base: "training",
    set: HIGH,
    steps: [0, 0.25, 0.5].map((share, i) => ({
      label: `${share}`,
      change: { "services.plans.high.diverted": [share, 0.02, 0.02] },
      ...(i > 0 && { moves: "rises" as const }),
    })),
    measure: WAIT,
  },
  {
    clauses: ["N177-4a"],
    title: "physicians of hospitals who support primary facilities at high risk, share",
    base: "training",
    set: { ...HIGH, ...SHORT },
    steps: ladder("services.plans.high.supportToPrimary", [0, 0.05, 0.2], "falls"),
    measure: WAIT,
  },
];
