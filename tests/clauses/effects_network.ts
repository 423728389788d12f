/** Effects of the clauses about grids, links and referral. */

import { type Effect, ladder } from "./_effect.ts";

const ACCESS = { "primary.accessMeasures": true };
const EMERGENCY = { "emergency.modelled": true };
const RED = { name: "transfer_delay_mean", group: { colour: "red" } };
const rules = (name: string) => ({ "referral.rules": `scenarios/rules/${name}.yaml` });
/** Beds that stay free, so that the rule and not the overflow decides who lies where. */
const FREE_BEDS = { "wave.scale": 0.5, "services.occupancy": 0.3 };
const without = (clause: string) => ({ "referral.rules": `plan without ${clause}` });
const PLAN = rules("plan_2022");

/** The rules of one clause of the four lead whom they are for to the nearest able hospital instead. */
const fourRules = (
  clause: string,
  { title, base, measure, moves, set }: Pick<Effect, "title" | "base" | "measure" | "set"> & {
    moves: "rises" | "falls";
  },
): Effect => ({
  clauses: [clause],
  title,
  base,
  ...(set !== undefined && { set }),
  steps: [
    { label: "nearest able hospital", change: without(clause) },
    { label: "the plan", change: PLAN, moves },
  ],
  measure,
});

/** Effects, in the order of the table. */
export const NETWORK: readonly Effect[] = [
  {
    clauses: ["P22-2.1b"],
    title: "hospitals laid out together: overflow to the alliances of neighbour grids",
    base: "training_city",
    steps: [
      { label: "own alliance and partner", change: PLAN },
      { label: "neighbours too", change: rules("mutual_aid"), moves: "falls" },
    ],
    measure: { name: "transfer_delay_median", group: { colour: "red" } },
  },
  {
    clauses: ["P22-2.1c"],
    title: "two-way referral: patients move down when their need falls",
    base: "training",
    steps: ladder("referral.downReferral", [false, true], "falls"),
    measure: { name: "bed_occupancy_mean", group: { ward: "icu" } },
  },
  fourRules("P22-2.2.2(2)", {
    title: "rule 2: moderate cases to the sub-designated hospital",
    base: "training",
    measure: { name: "designated_share_on_2023_01_12" },
    moves: "rises",
  }),
  fourRules("P22-2.2.2(3)", {
    title: "rule 3: severe and critical COVID-19, and dialysis, to the designated hospital",
    base: "training",
    // Of the hospitals of level two only the designated one has an ICU; leads are of level three.
    set: FREE_BEDS,
    measure: { name: "bed_occupancy_mean", group: { ward: "icu", tier: "2" } },
    moves: "rises",
  }),
  {
    clauses: ["P22-2.2.2(3)"],
    title: "rule 3, what it means for hours of boarding",
    base: "training",
    steps: [
      { label: "nearest able hospital", change: without("P22-2.2.2(3)") },
      {
        label: "the plan",
        change: PLAN,
        stays:
          "At the height of the whole wave the wards of both are full: the overflow leads to the same.",
      },
    ],
    measure: { name: "boarding_hours" },
  },
  fourRules("P22-2.2.2(4)", {
    title: "rule 4: severe underlying disease to the lead hospital, which is able",
    base: "training",
    measure: { name: "refusals", group: { rule: "no_capability" } },
    moves: "falls",
  }),
  {
    clauses: ["P22-2.2.2b"],
    title: "first-contact responsibility: a facility takes whom it should take",
    base: "training",
    steps: [
      { label: "in 70 % of cases", change: { "referral.facilityAdherence": 0.7 } },
      { label: "always", change: { "referral.facilityAdherence": 1 }, moves: "falls" },
    ],
    measure: { name: "refusals", group: { rule: "does_not_adhere" } },
  },
  {
    clauses: ["P22-2.2.2b"],
    title: "first-contact responsibility, what it means for the delay",
    base: "training",
    steps: [
      { label: "in 70 % of cases", change: { "referral.facilityAdherence": 0.7 } },
      { label: "always", change: { "referral.facilityAdherence": 1 }, moves: "falls" },
    ],
    measure: RED,
  },
  {
    clauses: ["P22-2.5"],
    title: "green channel for high-risk patients",
    base: "training",
    set: EMERGENCY,
    steps: ladder("referral.greenChannel", [false, true], "falls"),
    measure: { name: "door_to_bed_mean", group: { colour: "red" } },
  },
  {
    clauses: ["P22-2.5"],
    title: "desk for referral: hand-over of high-risk patients, factor on its time",
    base: "training",
    set: EMERGENCY,
    steps: ladder("referral.greenChannelHandOver", [1, 0.2], "falls"),
    measure: { name: "door_to_bed_median", group: { colour: "red" } },
  },
  {
    clauses: ["P22-2.6b"],
    title: "referral platform linked: time between publications of free beds",
    base: "training_city",
    steps: [
      { label: "12 h", change: { "referral.information.publishedEvery": "12 h" } },
      { label: "live", change: { "referral.information.publishedEvery": "0 min" }, moves: "falls" },
    ],
    measure: RED,
  },
  {
    clauses: ["P22-2.6b"],
    title: "records linked: time until a request is seen",
    base: "training_city",
    steps: ladder("referral.information.seenAfter", ["6 h", "0 min"], "falls"),
    measure: RED,
  },
  {
    clauses: ["P22-2.1b"],
    title: "fixed links of a grid: longest travel to a hospital of the list",
    base: "training_city",
    steps: [
      { label: "30 min", change: { "referral.reach": "30 min" } },
      { label: "no limit", change: { "referral.reach": "0 min" }, moves: "falls" },
    ],
    measure: RED,
  },
  {
    clauses: ["N177-2.0"],
    title: "the county as unit: a county medical community instead of the four rules",
    base: "training_county",
    steps: [
      { label: "the plan", change: PLAN },
      { label: "county community", change: rules("county_community"), moves: "falls" },
    ],
    measure: { name: "bed_occupancy_mean", group: { ward: "icu", tier: "3" } },
  },
  {
    clauses: ["BJ-2a"],
    title: "district designated hospitals stop: cases go to municipal ones by zone",
    base: "training_city",
    steps: [
      { label: "of the district", change: rules("beijing_2020_district") },
      { label: "municipal only", change: rules("beijing_2020_municipal"), moves: "rises" },
    ],
    measure: { name: "transfer_part_mean", group: { line: "ride" } },
  },
  {
    clauses: ["DT9-classes"],
    title: "classes of the ninth protocol: mild cases isolated, all others designated",
    base: "training",
    set: ACCESS,
    steps: [
      { label: "the ninth protocol", change: rules("before_december_2022") },
      { label: "the plan", change: PLAN, moves: "falls" },
    ],
    measure: { name: "transfers_unfinished" },
  },
];
