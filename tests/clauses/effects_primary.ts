/** Effects of the clauses about the primary level and access to it. */

import { type Effect, ladder } from "./_effect.ts";

const ACCESS = { "primary.accessMeasures": true };
/** Those at higher risk test themselves at onset, and are then known. */
const TESTS = { ...ACCESS, "primary.kits.selfTest": { green: 0, yellow: 1, red: 1 } };
const CARE_OF_RED = { name: "care_delay_mean", group: { colour: "red" } };
const BEYOND = { name: "referrals_beyond_ability" };
const coverage = (share: number) => ({
  "primary.doctors.coverage": { under7: share, from65: share, chronic: share, pregnant: share },
});
const opening = (from: string, complete: string) => ({
  "clinics.opening": { share: 0.2, from, complete },
});
const teams = (per10k: number) => ({ "primary.teams.per10k": per10k });

/** Effects, in the order of the table. */
export const PRIMARY: readonly Effect[] = [
  {
    clauses: ["P22-2.2.1b"],
    title: "case management: days between follow-ups of the red",
    base: "training",
    set: TESTS,
    steps: ladder("contact.followUp.red", ["3 d", "1 d"], "falls"),
    measure: CARE_OF_RED,
  },
  {
    clauses: ["P22-2.2.1b", "P22-2.3e"],
    title: "visiting teams for 10,000 residents",
    base: "training",
    set: { ...TESTS, "primary.teams.limited": true },
    steps: [
      { label: "0.3", change: teams(0.3) },
      { label: "10", change: teams(10), moves: "falls" },
    ],
    measure: CARE_OF_RED,
  },
  {
    clauses: ["P22-2.2.1b"],
    title: "follow-up by telephone instead of a visit, share of those with a contract",
    base: "training",
    set: { ...TESTS, "primary.teams.limited": true, "primary.teams.per10k": 10 },
    steps: ladder("primary.doctors.telephone", [0, 1], "rises"),
    measure: CARE_OF_RED,
  },
  {
    clauses: ["P22-2.2.1c"],
    title: "family doctor contracts that lead to the own clinic, share followed",
    base: "training",
    set: ACCESS,
    steps: ladder("contact.contractToPrimary", [0, 0.5, 1], "falls"),
    measure: { name: "bypass_share" },
  },
  {
    clauses: ["P22-2.2.1c"],
    title: "contracts of children, the old, the chronically ill and the pregnant, least share",
    base: "training",
    set: ACCESS,
    steps: [
      { label: "as in the table", change: coverage(0) },
      { label: "0.8", change: coverage(0.8), moves: "falls" },
    ],
    measure: { name: "bypass_share" },
  },
  {
    clauses: ["N35-3.5", "BJ-3.10", "P22-2.1c"],
    title: "first visits at primary level, share of contracts that lead there",
    base: "training",
    set: ACCESS,
    steps: ladder("contact.contractToPrimary", [0, 1], "rises"),
    measure: { name: "first_visit_share", group: { tier: "1" } },
  },
  {
    clauses: ["P22-2.2.1d"],
    title: "what is beyond the clinic's ability, share that the lead hospital's advice settles",
    base: "training",
    set: { ...ACCESS, "primary.telemedicine.advisers": 2 },
    steps: ladder("primary.telemedicine.settles", [0, 0.5], "falls"),
    measure: BEYOND,
  },
  {
    clauses: ["P22-2.2.2a"],
    title: "antigen tests of key residents with symptoms, share",
    base: "training",
    set: ACCESS,
    steps: [
      { label: "0", change: { "primary.kits.selfTest": { green: 0, yellow: 0, red: 0 } } },
      {
        label: "1",
        change: { "primary.kits.selfTest": { green: 0, yellow: 1, red: 1 } },
        moves: "falls",
      },
    ],
    measure: CARE_OF_RED,
  },
  {
    clauses: ["P22-2.2.2(1)"],
    title: "care homes: those who can hardly move are seen there",
    base: "training",
    set: {
      ...TESTS,
      "primary.teams.limited": true,
      "primary.careHomes.immobile": 0.5,
      "primary.careHomes.mobile": 0.1,
    },
    steps: ladder("primary.careHomes.seenInPlace", [false, true], "falls"),
    measure: { name: "clinic_visits" },
  },
  {
    clauses: ["P22-2.2.1b"],
    title: "care homes with a facility assigned, share of the contacts that go there",
    base: "training",
    set: {
      ...ACCESS,
      "primary.careHomes.immobile": 0.5,
      "primary.careHomes.mobile": 0.1,
    },
    steps: ladder("primary.careHomes.assigned", [0, 1], "falls"),
    measure: { name: "bypass_share" },
  },
  {
    clauses: ["P22-2.2.2(1)"],
    title: "oral drugs for those treated at home, courses for each resident",
    base: "training",
    steps: ladder("primary.antivirals.stock", [0, 0.02], "falls"),
    measure: { name: "deaths" },
  },
  {
    clauses: ["P22-2.3a"],
    title: "physicians sent to each primary fever clinic",
    base: "training",
    steps: ladder("clinics.support.physicians", [0, 2], "falls"),
    measure: { name: "clinic_wait_mean" },
  },
  {
    clauses: ["P22-3.1"],
    title: "fever clinics all open by a date",
    base: "training_city",
    set: ACCESS,
    steps: [
      { label: "10 January 2023", change: opening("2022-12-20", "2023-01-10") },
      {
        label: "20 December 2022",
        change: opening("2022-12-07", "2022-12-20"),
        moves: "rises",
      },
    ],
    measure: { name: "first_visit_share", group: { tier: "1" } },
  },
  {
    clauses: ["P22-2.3d"],
    title: "antigen kits for each resident served",
    base: "training",
    set: { ...TESTS, "primary.kits.limited": true },
    steps: ladder("primary.kits.stock", [0, 0.15], "falls"),
    measure: CARE_OF_RED,
  },
  {
    clauses: ["P22-2.3d"],
    title: "antigen kits, 15 or 20 % of the residents served, when all with symptoms test",
    base: "training",
    set: {
      ...ACCESS,
      "primary.kits.limited": true,
      "primary.kits.selfTest": { green: 1, yellow: 1, red: 1 },
    },
    steps: ladder("primary.kits.stock", [0.15, 0.2], "falls"),
    measure: { name: "kits_wanting" },
  },
  {
    clauses: ["P22-2.3d"],
    title: "antigen kits, what they mean for deaths",
    base: "training",
    set: { ...TESTS, "primary.kits.limited": true },
    steps: ladder("primary.kits.stock", [0, 0.15], "falls"),
    measure: { name: "deaths" },
  },
  {
    clauses: ["P22-2.3d"],
    title: "Chinese medicines for each resident served",
    base: "training",
    set: ACCESS,
    steps: [
      { label: "0", change: { "primary.medicines.stock": 0 } },
      {
        label: "0.15",
        change: { "primary.medicines.stock": 0.15 },
        stays:
          "No published effect on worsening that could be used: the courses are counted, and the " +
          "factor on worsening is 1.",
      },
    ],
    measure: { name: "deaths" },
  },
  {
    clauses: ["P22-2.3d"],
    title: "Chinese medicines, if they lowered the hazard of worsening: the factor",
    base: "training",
    set: { ...ACCESS, "primary.medicines.stock": 0.15 },
    steps: ladder("primary.medicines.worsening", [1, 0.8], "falls"),
    measure: { name: "bed_requests" },
  },
  {
    clauses: ["P22-2.3e"],
    title: "visiting teams sample at home those without a result, share",
    base: "training",
    set: { ...ACCESS, "primary.teams.limited": true },
    steps: ladder("primary.teams.sampling", [0, 1], "falls"),
    measure: CARE_OF_RED,
  },
  {
    clauses: ["P22-2.6a"],
    title: "telemedicine to the fever clinics, advising physicians",
    base: "training",
    set: ACCESS,
    steps: ladder("primary.telemedicine.advisers", [0, 2], "falls"),
    measure: BEYOND,
  },
  {
    clauses: ["P22-2.6a"],
    title: "telemedicine, what it means for the delay to care",
    base: "training",
    set: ACCESS,
    steps: [
      { label: "0", change: { "primary.telemedicine.advisers": 0 } },
      {
        label: "2",
        change: { "primary.telemedicine.advisers": 2 },
        stays:
          "Advice changes where a patient goes who has come to care already; the delay until they " +
          "come is not its own.",
      },
    ],
    measure: CARE_OF_RED,
  },
  {
    clauses: ["N35-3.2b"],
    title: "remote consultation, longest wait for an adviser",
    base: "training",
    set: {
      ...ACCESS,
      "primary.telemedicine.advisers": 1,
      "primary.telemedicine.advice": { law: "lognormal", mean: "4 h", sd: "2 h" },
    },
    steps: ladder("primary.telemedicine.longestWait", ["15 min", "2 h"], "falls"),
    measure: { name: "advice_not_in_time" },
  },
  {
    clauses: ["P22-2.6c"],
    title: "worsening patients who ask online are steered to the right hospital, share",
    base: "training",
    set: TESTS,
    steps: ladder("primary.online.steered", [0, 1], "falls"),
    measure: { name: "clinic_visits" },
  },
  {
    clauses: ["N162-5", "BJ-3.5"],
    title: "online consultation with drugs delivered instead of a visit, share",
    base: "training",
    set: ACCESS,
    steps: ladder("primary.online.delivered", [0, 0.5], "falls"),
    measure: { name: "clinic_wait_mean" },
  },
  {
    clauses: ["BJ-3.11"],
    title: "calls of the family doctor to all with a contract",
    base: "training",
    set: ACCESS,
    steps: [
      { label: "none", change: { "primary.doctors.calls": "0 min" } },
      { label: "every 2 d", change: { "primary.doctors.calls": "2 d" }, moves: "falls" },
    ],
    measure: CARE_OF_RED,
  },
  {
    clauses: ["BJ-3.11"],
    title: "those with symptoms whom a call urges to be seen, share",
    base: "training",
    set: { ...ACCESS, "primary.doctors.calls": "2 d" },
    steps: ladder("primary.doctors.urged", [0, 0.5], "falls"),
    measure: { name: "contact_delay_mean" },
  },
];
