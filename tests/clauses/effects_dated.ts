/** Effects of the clauses about dated changes and arrivals, on the training city of March 2020. */

import type { Changes, Effect } from "./_effect.ts";

const SOURCE = "Chosen to show the clause.";
const ON = "2020-03-21T00:00";
const HOSPITALS = ["town-designated-1", "town-designated-2", "county-hospital"];
const [WEST, EAST] = ["city-infectious-1", "city-infectious-2"];

/** From 21 March all cases go to the municipal hospitals, by zone. */
const MUNICIPAL = [
  {
    on: ON,
    name: "municipal hospitals only",
    clause: "BJ-2a",
    source: SOURCE,
    rules: "scenarios/rules/beijing_2020_municipal.yaml",
  },
  {
    on: ON,
    name: "zones",
    clause: "BJ-2a",
    source: SOURCE,
    links: [
      { grids: ["town-g1"], role: "designated", facilities: [WEST, EAST] },
      { grids: ["town-g2", "county-g1"], role: "designated", facilities: [EAST, WEST] },
    ],
  },
];

/** The designated hospitals of districts stop on 21 March, and open again on a day. */
const stop = (reopens: string, disinfection = "24 h") => ({
  on: ON,
  name: "district hospitals stop",
  clause: "BJ-2b",
  source: SOURCE,
  close: {
    facilities: HOSPITALS,
    to: "covid",
    inpatients: "move",
    disinfection,
    reopens,
    as: "ordinary",
  },
});
const interventions = (...list: readonly unknown[]): Changes => ({ interventions: list });

/** People from elsewhere, screened in single places. */
const arrivals = (
  clause: string,
  { perDay, places }: { perDay: number; places: number },
): Changes => ({
  arrivals: [{
    name: "from_risk_areas",
    clause,
    source: SOURCE,
    arrivals: [{ from: "2020-03-01", perDay }],
    infectedShare: "10 %",
    facility: WEST,
    places,
    excludedAfter: { law: "gamma", mean: "24 h", sd: "12 h" },
  }],
});

/** Effects, in the order of the table. */
export const DATED: readonly Effect[] = [
  {
    clauses: ["BJ-2a"],
    title: "on 21 March new rules and zones: cases go to municipal hospitals",
    base: "training_march_2020",
    steps: [
      { label: "as before", change: interventions() },
      { label: "municipal by zone", change: interventions(...MUNICIPAL), moves: "rises" },
    ],
    measure: { name: "transfer_part_mean", group: { line: "ride" } },
  },
  {
    clauses: ["BJ-2b"],
    title: "district designated hospitals give ordinary service again",
    base: "training_march_2020",
    steps: [
      { label: "never", change: interventions(...MUNICIPAL) },
      {
        label: "from 23 March",
        change: interventions(...MUNICIPAL, stop("2020-03-23T00:00")),
        moves: "rises",
      },
    ],
    measure: { name: "service_volume_vs_2019", group: { line: "inpatients" } },
  },
  {
    clauses: ["BJ-2b"],
    title: "time of disinfection and review of a hospital that is to open on 23 March",
    base: "training_march_2020",
    steps: [
      { label: "24 h", change: interventions(...MUNICIPAL, stop("2020-03-23T00:00")) },
      {
        label: "120 h",
        change: interventions(...MUNICIPAL, stop("2020-03-23T00:00", "120 h")),
        moves: "rises",
      },
    ],
    measure: { name: "reopening_delay" },
  },
  {
    clauses: ["N177-2.1"],
    title: "people from risk areas screened, a day",
    base: "training_march_2020",
    steps: [
      { label: "0", change: arrivals("N177-2.1", { perDay: 0, places: 20 }) },
      { label: "10", change: arrivals("N177-2.1", { perDay: 10, places: 20 }), moves: "rises" },
    ],
    measure: { name: "bed_requests" },
  },
  {
    clauses: ["BJ-3.2a"],
    title: "all from high-risk regions to one hospital, single places there",
    base: "training_march_2020",
    steps: [
      { label: "8", change: arrivals("BJ-3.2a", { perDay: 10, places: 8 }) },
      { label: "16", change: arrivals("BJ-3.2a", { perDay: 10, places: 16 }), moves: "falls" },
    ],
    measure: { name: "arrivals_wait_mean", group: { line: "from_risk_areas" } },
  },
];
