/** Effects of the clauses about hospitals from inside, and ordinary services by level. */

import { type Changes, type Effect, ladder } from "./_effect.ts";

type Level = "low" | "medium" | "high";
const levels = (...list: readonly (readonly [from: string, level: Level])[]): Changes => ({
  "services.levels": list.map(([from, level]) => ({
    from,
    level,
    source: "Chosen to show the clause.",
  })),
});
const always = (level: Level) => levels(["2022-11-01", level]);
const HIGH = always("high");
const FALLS = levels(["2022-11-01", "high"], ["2022-12-15", "low"]);
const INFECTION = { "hospital.infection.rate": "0.3 /d" };
const SURGERY = { "hospital.surgery.counted": true };
const NEVER = { "wards.convertibleOpens": "" };
const FOR_WANT = { name: "deaths", group: { ward: "bed_below_need" } };
const volume = (line: string) => ({ name: "service_volume_vs_2019", group: { line } });
const INFECTED = { name: "in_hospital_infections" };

interface Use {
  readonly date: string;
  readonly facility: string;
  readonly use: string;
}
const uses = (...list: readonly Use[]): Changes => ({
  "wards.uses": list.map((use) => ({
    ward: "general",
    source: "Chosen to show the clause.",
    ...use,
  })),
});
const LEAD = "training-lead-1";
const SET_APART = { date: "2022-12-01", facility: LEAD, use: "covid" };
const SHARED_AGAIN = { date: "2023-01-10", facility: LEAD, use: "shared" };
const IDLE = {
  facility: "training-sub-designated-1",
  ward: "general",
  beds: 60,
  physicians: 6,
  nurses: 24,
  opens: "2022-12-10",
  opensAt: 1,
  leadTime: "24 h",
  clause: "BJ-3.6c",
  source: "Chosen to show the clause.",
};

const hospitalPlan = (modelled: boolean, against: string): Changes => ({
  "wards.hospitalPlan.modelled": modelled,
  "wards.hospitalPlan.against": against,
});

/** Effects, in the order of the table. */
export const HOSPITALS: readonly Effect[] = [
  {
    clauses: ["P22-2.3b"],
    title: "convertible ICU beds, day on which they open",
    base: "training",
    steps: ladder("wards.convertibleOpens", ["", "2022-12-20"], "falls"),
    measure: FOR_WANT,
  },
  {
    clauses: ["P22-2.3b"],
    title: "convertible ICU beds, opened 24 h after the others are 85 % in use",
    base: "training",
    set: NEVER,
    steps: [
      { label: "never", change: { "wards.convertible.trigger": "date" } },
      {
        label: "by occupancy",
        change: { "wards.convertible.trigger": "icu_occupancy" },
        moves: "falls",
      },
    ],
    measure: FOR_WANT,
  },
  {
    clauses: ["P22-2.3b"],
    title: "convertible ICU beds, time to open them",
    base: "training",
    set: { ...NEVER, "wards.convertible.trigger": "icu_occupancy" },
    steps: ladder("wards.convertible.leadTime", ["24 h", "168 h"], "rises"),
    measure: { name: "boarding_hours" },
  },
  {
    clauses: ["N162-1", "N35-2"],
    title: "services by risk level",
    base: "training",
    steps: [
      { label: "low", change: always("low") },
      { label: "medium", change: always("medium"), moves: "falls" },
      { label: "high", change: always("high"), moves: "falls" },
    ],
    measure: volume("outpatient"),
  },
  {
    clauses: ["N35-5", "N162-4e"],
    title: "degree of recovery: the level falls in mid-December",
    base: "training",
    steps: [
      { label: "stays high", change: HIGH },
      { label: "falls to low", change: FALLS, moves: "rises" },
    ],
    measure: { name: "service_volume_vs_2019" },
  },
  {
    clauses: ["N35-3.1"],
    title: "one hospital, one plan: beds kept for the COVID-19 cases that each foresees",
    base: "training",
    steps: [
      { label: "none", change: hospitalPlan(false, "elective") },
      {
        label: "from elective patients",
        change: hospitalPlan(true, "elective"),
        stays:
          "Urgent patients take the beds that elective ones leave: the delay falls by an hour in most " +
          "replications, not in 19 of 20.",
      },
      { label: "from all ordinary ones", change: hospitalPlan(true, "ordinary"), moves: "falls" },
    ],
    measure: { name: "transfer_delay_median" },
  },
  {
    clauses: ["N35-3.1"],
    title: "one hospital, one plan, what it costs elective patients",
    base: "training",
    steps: ladder("wards.hospitalPlan.modelled", [false, true], "falls"),
    measure: volume("inpatient_elective"),
  },
  {
    clauses: ["N35-4.3"],
    title: "staff moved to where they are needed, while some fall ill",
    base: "training",
    set: { "staff.absence.factor": 1, "wards.hospitalPlan.modelled": true },
    steps: ladder("wards.hospitalPlan.staff", [false, true], "falls"),
    measure: { name: "bed_days_lost_to_absence" },
  },
  {
    clauses: ["N35-4.1"],
    title: "the level drives the plan: beds that spacing leaves usable at high risk",
    base: "training",
    set: HIGH,
    steps: ladder("services.plans.high.spacing", [0.75, 1], "falls"),
    measure: { name: "transfer_delay_median" },
  },
  {
    clauses: ["N35-3.4"],
    title: "zones and protection: infectiousness of recognised cases",
    base: "training",
    set: INFECTION,
    steps: ladder("hospital.infection.recognisedFactor", [0.2, 0.05], "falls"),
    measure: INFECTED,
  },
  {
    clauses: ["N35-3.4", "BJ-3.6a"],
    title: "buffer wards against infection in hospital, share of the beds",
    base: "training",
    set: INFECTION,
    steps: ladder("hospital.buffer.share", [0, 0.1], "falls"),
    measure: INFECTED,
  },
  {
    clauses: ["BJ-3.6a"],
    title: "buffer wards as the way in for elective patients, share of the beds",
    base: "training",
    steps: ladder("hospital.buffer.share", [0.1, 0.03], "falls"),
    measure: volume("inpatient_elective"),
  },
  {
    clauses: ["BJ-3.6b"],
    title: "every other bed in ordinary wards at high risk",
    base: "training",
    set: HIGH,
    steps: ladder("wards.spacing.general", [0, 1], "rises"),
    measure: { name: "transfer_delay_median" },
  },
  {
    clauses: ["BJ-3.6b", "N35-3.4"],
    title: "every other bed against infection in hospital, share by which it lowers the rate",
    base: "training",
    set: { ...INFECTION, ...HIGH },
    steps: ladder("hospital.infection.spacingEffect", [0, 0.9], "falls"),
    measure: INFECTED,
  },
  {
    clauses: ["BJ-3.6c"],
    title: "idle wards opened with their staff",
    base: "training",
    steps: [
      { label: "none", change: { "wards.idle": [] } },
      { label: "60 beds on 10 December", change: { "wards.idle": [IDLE] }, moves: "falls" },
    ],
    measure: { name: "transfer_delay_median" },
  },
  {
    clauses: ["BJ-2b"],
    title: "a hospital set apart for COVID-19 gives ordinary service again",
    base: "training",
    steps: [
      { label: "never", change: uses(SET_APART) },
      { label: "from 10 January", change: uses(SET_APART, SHARED_AGAIN), moves: "rises" },
    ],
    measure: volume("inpatient_elective"),
  },
  {
    clauses: ["N35-4.3"],
    title:
      "places moved to where they are needed: the general ward of the lead hospital for COVID-19",
    base: "training",
    steps: [
      { label: "none", change: uses() },
      {
        label: "from 1 December",
        change: uses(SET_APART),
        moves: "falls",
      },
    ],
    measure: { name: "transfer_delay_median" },
  },
  {
    clauses: ["BJ-3.7"],
    title: "intake of elective patients grows after the level has fallen, by week",
    base: "training",
    set: FALLS,
    steps: ladder("hospital.admission.growthPerWeek", [0.1, 0.5], "rises"),
    measure: volume("inpatient_elective"),
  },
  {
    clauses: ["BJ-3.7"],
    title: "inpatients by urgency at high risk, share in the first class",
    base: "training",
    set: { ...HIGH, "hospital.admission.list": true },
    steps: [
      { label: "0", change: { "hospital.admission.priority": { urgent: 0, elective: 0 } } },
      {
        label: "0.3",
        change: { "hospital.admission.priority": { urgent: 0.3, elective: 0.3 } },
        moves: "rises",
      },
    ],
    measure: volume("inpatient_elective"),
  },
  {
    clauses: ["BJ-3.8"],
    title: "surgery by grade: highest grade at high risk",
    base: "training",
    set: { ...HIGH, ...SURGERY },
    steps: ladder("hospital.surgery.highestGrade.high", [4, 2], "falls"),
    measure: { name: "operations" },
  },
  {
    clauses: ["BJ-3.9"],
    title: "negative-pressure theatres for emergencies without a result",
    base: "training",
    set: { ...SURGERY, "hospital.surgery.emergency.unexcludedShare": 1 },
    steps: ladder("hospital.surgery.emergency.negativePressure", [0, 1], "falls"),
    measure: { name: "surgery_wait_mean", group: { line: "emergency" } },
  },
];
