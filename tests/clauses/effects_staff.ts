/** Effects of the clauses about staff: ratios, reserve, illness, rest, those who are sent and lent. */

import { type Changes, type Effect, ladder } from "./_effect.ts";

const ILL = { "staff.absence.factor": 1 };
/** A reserve that is hardly ever called, so that usable beds are measured. */
const SMALL_RESERVE = { "staff.reserve.share": { general: 0.01, sub_icu: 0, icu: 0 } };
const LOST = { name: "bed_days_lost_to_absence" };

/** Staff for each ICU bed, as a factor on the plan's. */
const perBed = (factor: number): Changes => ({
  "wards.staff.icu": { physicians: factor, nurses: 2.5 * factor },
});

interface Move {
  readonly clause: string;
  readonly date: string;
  readonly until?: string;
  readonly from?: string;
  readonly to?: string;
  readonly ward?: string;
  readonly joins?: string;
  readonly physicians: number;
  readonly nurses?: number;
}

const moves = (...list: readonly Move[]): Changes => ({
  "staff.moves": list.map((move) => ({
    until: "",
    from: "",
    to: "",
    ward: "general",
    joins: "general",
    nurses: 0,
    source: "Chosen to show the clause.",
    ...move,
  })),
});

/** Staff of the lead hospital's general wards who go to another city. */
const sentAway = (clause: string, until = ""): Changes =>
  moves({ clause, date: "2022-11-10", until, from: "training-lead-1", physicians: 5, nurses: 20 });

/** Physicians of the lead hospital who see patients in the primary fever clinic. */
const lent = (clause: string): Changes =>
  moves({
    clause,
    date: "2022-12-01",
    from: "training-lead-1",
    to: "training-chc-1",
    joins: "fever_clinic",
    physicians: 2,
  });

/** Effects, in the order of the table. */
export const STAFF: readonly Effect[] = [
  {
    clauses: ["P22-2.3c"],
    title: "staff for each ICU bed, factor on 1 physician and 2.5 nurses",
    base: "training",
    set: SMALL_RESERVE,
    steps: [
      { label: "0.8", change: perBed(0.8) },
      {
        label: "1",
        change: perBed(1),
        stays:
          "Every ward has the staff for its physical beds at the plan's ratio; with a lower ratio " +
          "the beds bind and nothing is gained.",
      },
      { label: "1.2", change: perBed(1.2), moves: "falls" },
    ],
    measure: { name: "usable_beds_mean", group: { ward: "icu" } },
  },
  {
    clauses: ["P22-2.3c"],
    title: "staff infected by the wave, factor on the residents' attack",
    base: "training",
    steps: ladder("staff.absence.factor", [0, 1], "rises"),
    measure: { name: "deaths_excess" },
  },
  {
    clauses: ["P22-2.3c"],
    title: "reserve when staff fall ill, share of front-line staff",
    base: "training",
    set: { ...ILL, "staff.reserve.roles": [] },
    steps: [
      { label: "0.01", change: SMALL_RESERVE },
      {
        label: "0.3",
        change: { "staff.reserve.share": { general: 0.3, sub_icu: 0.3, icu: 0.3 } },
        moves: "falls",
      },
    ],
    measure: LOST,
  },
  {
    clauses: ["P22-2.3f"],
    title: "physicians of a hospital work in a primary fever clinic",
    base: "training",
    steps: [
      { label: "none", change: moves() },
      { label: "2 physicians", change: lent("P22-2.3f"), moves: "falls" },
    ],
    measure: { name: "clinic_wait_mean" },
  },
  {
    clauses: ["N177-4a"],
    title: "the lead hospital sends staff to a weak primary facility",
    base: "training",
    steps: [
      { label: "none", change: moves() },
      { label: "2 physicians", change: lent("N177-4a"), moves: "falls" },
    ],
    measure: { name: "clinic_left_unseen" },
  },
  {
    clauses: ["N162-2"],
    title: "services are offered in full but where staff were sent away",
    base: "training",
    steps: [
      { label: "sent away", change: sentAway("N162-2") },
      { label: "none", change: moves(), moves: "falls" },
    ],
    measure: { name: "transfer_delay_median" },
  },
  {
    clauses: ["N162-3"],
    title: "staff who were sent away come back",
    base: "training",
    steps: [
      { label: "never", change: sentAway("N162-3") },
      { label: "on 10 December", change: sentAway("N162-3", "2022-12-10"), moves: "falls" },
    ],
    measure: { name: "transfer_delay_median" },
  },
  {
    clauses: ["N177-5"],
    title: "rest between two duties",
    base: "training",
    set: SMALL_RESERVE,
    steps: ladder("staff.roster.rest", ["32 h", "16 h"], "rises"),
    measure: { name: "usable_beds_mean", group: { ward: "general" } },
  },
  {
    clauses: ["BJ-3.14"],
    title: "staff report their health every day",
    base: "training",
    set: ILL,
    steps: ladder("staff.absence.dailyReports", [false, true], "falls"),
    measure: { name: "staff_infectious_days" },
  },
  {
    clauses: ["BJ-3.16"],
    title:
      "staff deployed by need: from outside to the sub-designated hospital while own staff fall ill",
    base: "training",
    set: ILL,
    steps: [
      { label: "none", change: moves() },
      {
        label: "10 physicians, 40 nurses",
        change: moves({
          clause: "BJ-3.16",
          date: "2022-12-10",
          to: "training-sub-designated-1",
          physicians: 10,
          nurses: 40,
        }),
        moves: "falls",
      },
    ],
    measure: { name: "transfer_delay_mean", group: { colour: "red" } },
  },
];
