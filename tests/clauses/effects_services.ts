/** Effects of the clauses about ordinary services: levels, protected lines, sessions, ramps. */

import { type Changes, type Effect, ladder, type Step } from "./_effect.ts";
import { always, fallsTo, levels } from "./_levels.ts";

const HIGH = always("high");
/** Physicians of clinics fall ill with the wave, so that those left must choose. */
const ILL = { "staff.absence.factor": 1 };
const volume = (line: string) => ({ name: "service_volume_vs_2019", group: { line } });
const visitsOf = (grid: string) => ({
  name: "service_volume_vs_2019",
  group: { line: "visits", grid },
});
const putOff = (line: string) => ({ name: "visits_put_off", group: { line } });

/** A line of visits that goes first, while physicians are ill. */
/** A protected line may be limited at no level. */
const openAtAll = (line: string) => ({
  [`services.plans.medium.open.${line}`]: 1,
  [`services.plans.high.open.${line}`]: 1,
});
const first = (clause: string, line: string, who: string): Effect => ({
  clauses: [clause],
  title: `${who} go first while physicians are ill`,
  base: "training",
  set: { ...ILL, ...openAtAll(line) },
  steps: ladder(`services.lines.${line}.protected`, [false, true], "falls"),
  measure: putOff(line),
});

/** The county of the training city at a level of its own, the towns at the low one. */
const COUNTY_ALONE: readonly Step[] = [
  { label: "all low", change: always("low") },
  {
    label: "the county high",
    change: levels(["2022-11-01", "low"], ["2022-11-15", "high", "county"]),
  },
];
const countyAlone = (step: Pick<Step, "moves" | "stays">): Step[] => [
  COUNTY_ALONE[0],
  { ...COUNTY_ALONE[1], ...step },
];

/** The lead hospital of the first town grid, closed for three weeks, with its places for dialysis. */
const CENTRE_CLOSED: Changes = {
  interventions: [{
    on: "2020-03-02T00:00",
    name: "a centre closes",
    clause: "N162-4b",
    source: "Chosen to show the clause.",
    close: {
      facilities: ["town-lead-1"],
      to: "all",
      inpatients: "move",
      disinfection: "0 h",
      reopens: "2020-03-23T00:00",
    },
  }],
};

/** Growth a week of what is open after the level fell. */
const ramp = (level: string, values: readonly number[]): Step[] =>
  ladder(`services.plans.${level}.rampPerWeek.outpatient`, values, "rises");

/** Effects, in the order of the table. */
export const SERVICES: readonly Effect[] = [
  {
    clauses: ["N162-1", "N177-2.0"],
    title: "a county at the high level alone: its residents' visits",
    base: "training_city",
    steps: countyAlone({ moves: "falls" }),
    measure: visitsOf("county-g1"),
  },
  {
    clauses: ["N162-1", "N177-2.0"],
    title: "a county at the high level alone: visits of residents of the town",
    base: "training_city",
    steps: countyAlone({
      stays: "A level holds in its own district: what residents of the town ask for stays open.",
    }),
    measure: visitsOf("town-g1"),
  },
  {
    clauses: ["N162-1"],
    title: "levels by reported cases instead of the low level throughout",
    base: "training",
    set: { "wave.reported.modelled": true },
    steps: ladder("services.levelRule.modelled", [false, true], "falls"),
    measure: volume("outpatient"),
  },
  first("N162-4a", "chronic_hypertension", "patients with hypertension"),
  first("N162-4a", "chronic_tb", "patients with tuberculosis"),
  {
    clauses: ["N162-4a"],
    title: "visits of chronic patients left open at high risk, were they not protected, share",
    base: "training",
    set: { ...HIGH, "services.lines.chronic_diabetes.protected": false },
    steps: ladder("services.plans.high.open.chronic_diabetes", [0.5, 1], "rises"),
    measure: volume("chronic_diabetes"),
  },
  {
    clauses: ["N162-4b"],
    title: "dialysis while a centre is closed, time until patients are treated elsewhere",
    base: "training_march_2020",
    set: CENTRE_CLOSED,
    steps: ladder("services.courses.dialysis.reassignedAfter", ["14 d", "1 d"], "falls"),
    measure: { name: "sessions_missed", group: { line: "dialysis" } },
  },
  {
    clauses: ["N162-4b"],
    title: "dialysis of the infectious, share of the places kept for them",
    base: "training",
    steps: ladder("services.courses.dialysis.isolationShare", [0, 0.1], "falls"),
    measure: { name: "sessions_missed", group: { line: "dialysis" } },
  },
  {
    clauses: ["N162-4b"],
    title: "chemotherapy while staff are ill, days after which a session is given up",
    base: "training",
    set: ILL,
    steps: ladder("services.courses.chemotherapy.tolerance", ["1 d", "7 d"], "falls"),
    measure: { name: "sessions_missed", group: { line: "chemotherapy" } },
  },
  first("N162-4c", "antenatal", "pregnant women"),
  first("N162-4c", "child_checkup", "children"),
  first("N162-4c", "elderly_checkup", "the old"),
  first("N35-3.3b", "chronic_psychiatric", "patients with mental illness"),
  {
    clauses: ["N35-3.3b"],
    title: "special groups at high risk, were they not protected, visits left open",
    base: "training",
    set: {
      ...HIGH,
      "services.lines.chronic_psychiatric.protected": false,
      "services.lines.antenatal.protected": false,
      "services.lines.chronic_coronary.protected": false,
    },
    steps: [0.5, 1].map((share, i) => ({
      label: `${share}`,
      change: {
        "services.plans.high.open.chronic_psychiatric": share,
        "services.plans.high.open.antenatal": share,
        "services.plans.high.open.chronic_coronary": share,
      },
      ...(i > 0 && { moves: "falls" as const }),
    })),
    measure: putOff("chronic_psychiatric"),
  },
  {
    clauses: ["N162-4e"],
    title: "services come back step by step after the level fell to low, growth a week",
    base: "training",
    set: fallsTo("low"),
    steps: ramp("low", [0.02, 0.1, 0.5]),
    measure: volume("outpatient"),
  },
  {
    clauses: ["N162-3", "N177-2.2"],
    title: "services come back step by step after the level fell to medium, growth a week",
    base: "training",
    set: fallsTo("medium"),
    steps: ramp("medium", [0.02, 0.1]),
    measure: volume("outpatient"),
  },
  {
    clauses: ["N177-3a"],
    title: "public-health follow-up at low risk, share left open",
    base: "training",
    steps: ladder("services.plans.low.open.public_health_follow_up", [0, 1], "rises"),
    measure: volume("public_health"),
  },
  {
    clauses: ["N177-3b"],
    title: "check-ups of the old put off at high risk",
    base: "training",
    set: HIGH,
    steps: ladder("services.plans.high.open.elderly_checkup", [1, 0], "falls"),
    measure: volume("elderly_checkup"),
  },
  {
    clauses: ["N177-3b"],
    title: "check-ups of the old put off at high risk, what it spares others in waiting",
    base: "training",
    set: { ...HIGH, ...ILL },
    steps: ladder("services.plans.high.open.elderly_checkup", [1, 0], "falls"),
    measure: { name: "slot_wait_mean", group: { tier: "1" } },
  },
  {
    clauses: ["N177-3b"],
    title: "vaccination adjusted at high risk, share left open",
    base: "training",
    set: HIGH,
    steps: ladder("services.plans.high.open.vaccination", [1, 0.5], "falls"),
    measure: volume("vaccination"),
  },
  {
    clauses: ["BJ-3.12"],
    title: "CT and MRI by appointment at high risk, share left open",
    base: "training",
    set: HIGH,
    steps: ladder("services.plans.high.open.imaging", [0.5, 1], "rises"),
    measure: volume("imaging"),
  },
];
