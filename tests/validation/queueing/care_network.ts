/** Exact worlds and a loss system through the care network itself, by scenarios made in memory. */

import { type DistributionSpec, Tally } from "../../../sim/engine/mod.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
import {
  constant,
  DAY,
  type Event,
  logged,
  type LoggedRun,
  measureOf,
  TIMES,
  tiny,
  type TinySpec,
  TRAINING,
  ward,
} from "../../support/tiny_network.ts";
import { servedOf } from "../../support/volumes.ts";
import { bandFinding, exactFinding, type Finding, type ValidationCase } from "../_case.ts";
import { type Sample, study } from "./_replicate.ts";
import { queueValues } from "./_theory.ts";

const WARD_TYPES = ["general", "sub_icu", "icu"];

function censusOf(run: LoggedRun["result"], type: string, line: string): Float64Array {
  return run.series.find((point) =>
    point.measure === "census" && point.ward === type && point.line === line
  )!.values;
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

function noInfections(name: string): Finding[] {
  const scenario = { ...TRAINING, wave: { ...TRAINING.wave, scale: 0 } };
  const run = runReplication(scenario, { seed: name, replication: 0 });
  return [
    ...WARD_TYPES.map((type) =>
      exactFinding(`COVID patients in beds, most in a day, ${type} [patients]`, 0, {
        ours: Math.max(...censusOf(run, type, "covid")),
      })
    ),
    ...["bed_requests", "clinic_visits", "transfers_completed", "waiting_peak"].map((measure) =>
      exactFinding(`${measure} [-]`, 0, { ours: measureOf(run, measure) })
    ),
  ];
}

/** Everybody moderately ill, brought by own means, journeys taking no time. */
function moderate(name: string, wards: TinySpec["wards"] & object): LoggedRun {
  const change = (scenario: Scenario): Scenario => ({
    ...scenario,
    transfer: { ...scenario.transfer, speed: new Array(24).fill(1e9) },
  });
  return logged(tiny({ residents: 300, risk: { moderate: 1 }, wards, change }), 0, name);
}

const at = (events: readonly Event[], event: string, facility?: string): Event[] =>
  events.filter((e) => e.event === event && (facility === undefined || e.facility === facility));

function oneWard(name: string): Finding[] {
  const { events, result, measure } = moderate(name, [["sub", "general", 300]]);
  const requests = at(events, "requested").length;
  const came = new Map(at(events, "admitted", "sub").map((e) => [e.person, e.at]));
  const window = 120 * DAY;
  const days = sum([...came].map(([person, from]) => {
    const home = events.find((e) => e.person === person && e.event === "discharged");
    return (Math.min(home?.at ?? window, window) - from) / DAY;
  }));
  const elsewhere = events.filter((e) => e.ward !== "" && e.facility !== "sub").length;
  return [
    bandFinding("requests for a bed [patients]", 280, { ours: requests, low: 200, high: 300 }),
    exactFinding("accepted less requests [patients]", 0, {
      ours: at(events, "accepted", "sub").length - requests,
    }),
    exactFinding("patient-days of the ward less those of the log [patients·d]", 0, {
      ours: sum(censusOf(result, "general", "covid")) - days,
      tolerance: 1e-6,
    }),
    exactFinding("events in a bed elsewhere [events]", 0, { ours: elsewhere }),
    exactFinding("wait for a bed with 300 beds [h]", 0, {
      ours: measure("transfer_part_mean", { line: "wait_for_bed" }),
    }),
    exactFinding("refused for want of a bed [requests]", 0, { ours: at(events, "refused").length }),
  ];
}

/** Beds of the sub-designated hospital that are given away at each request, by the log alone. */
function overflowOf(events: readonly Event[], beds: number) {
  const below = new Set<number>();
  const found = { most: 0, overBeds: 0, passedOn: 0, early: 0 };
  for (const { event, facility, person } of events) {
    if (event === "accepted" && facility === "sub") {
      if (below.size >= beds) found.overBeds++;
      found.most = Math.max(found.most, below.add(person).size);
    } else if (event === "accepted") {
      found.passedOn++;
      if (below.size < beds) found.early++;
    } else if (event === "discharged") below.delete(person);
  }
  return found;
}

function overflow(name: string): Finding[] {
  const split = (beds: number) =>
    moderate(name, [["sub", "general", beds], ["designated", "general", 300]]);
  const homes = ({ events }: LoggedRun) =>
    new Map(at(events, "discharged").map((e) => [e.person, e.at]));
  const [few, all] = [split(8), split(300)];
  const [below, home] = [overflowOf(few.events, 8), homes(all)];
  const requests = at(few.events, "requested").length;
  const late = [...homes(few)].filter(([person, time]) => home.get(person) !== time).length;
  return [
    exactFinding("beds in use below, most at a time [beds]", 8, { ours: below.most }),
    exactFinding("accepted below with no bed free there [patients]", 0, { ours: below.overBeds }),
    exactFinding("passed on with a bed free below [patients]", 0, { ours: below.early }),
    exactFinding("accepted below or passed on, less requests [patients]", 0, {
      ours: at(few.events, "accepted", "sub").length + below.passedOn - requests,
    }),
    exactFinding("home at another time than with all beds below [patients]", 0, { ours: late }),
    exactFinding("passed on with all beds below [patients]", 0, {
      ours: overflowOf(all.events, 300).passedOn,
    }),
  ];
}

/** Time of each step after worsening in the general ward [min]. */
function stepsUpAndDown(): [event: string, ward: string, after: number][] {
  const { handOver, load, unload, severe, observation, convalescence } = TIMES;
  const up = handOver + 10 + load + 10 + unload;
  return [
    ["worsened", "general", 0],
    ["requested", "", 0],
    ["accepted", "sub_icu", 0],
    ["admitted", "sub_icu", up],
    ["convalescent", "sub_icu", severe],
    ["accepted", "general", severe + observation],
    ["admitted", "general", severe + observation + handOver + load],
    ["recovered", "general", severe + convalescence],
    ["discharged", "general", severe + convalescence],
  ];
}

function chain(name: string): Finding[] {
  const { events } = logged(
    tiny({
      residents: 120,
      risk: { moderate: 1, severe: 0.9 },
      wards: [["sub", "general", 120], ["designated", "sub_icu", 120], [
        "designated",
        "general",
        120,
      ]],
      vehicles: [120, 0],
    }),
    0,
    name,
  );
  const worsened = events.filter((e) => e.event === "worsened" && e.ward === "general");
  const steps = stepsUpAndDown();
  const wrong = worsened.filter(({ person, at: from }) => {
    const own = events.filter((e) => e.person === person && e.at >= from);
    return own.length !== steps.length ||
      own.some((e, i) =>
        e.event !== steps[i][0] || e.ward !== steps[i][1] ||
        Math.abs(e.at - from - steps[i][2]) > 1e-3
      );
  });
  return [
    bandFinding("turn severe in the ward [patients]", 60, {
      ours: worsened.length,
      low: 10,
      high: 120,
    }),
    exactFinding("of whom another way or other times [patients]", 0, { ours: wrong.length }),
  ];
}

const BEDS = 10;
const LOAD = 8;

/** Days of ordinary care from which the ward is looked at, and how many [d]; whole weeks. */
const WEEKS = { from: 3, to: 16 };

function lossCase(law: string, stay: DistributionSpec): ValidationCase {
  const name =
    `Care network: elective patients of a ward as Erlang B(${BEDS}, ${LOAD}), stay ${law}`;
  const scenario = tiny({
    wards: [{ ...ward("lead", "general", BEDS, "shared") }],
    change: (s) => ({
      ...s,
      wave: { ...s.wave, scale: 0 },
      services: {
        ...s.services,
        occupancy: LOAD / BEDS,
        urgentShare: 0,
        electiveReturns: 0,
        weekProfile: [1, 1, 1, 1, 1, 1, 1],
        holidays: [],
        stay: { general: stay, sub_icu: constant(DAY), icu: constant(DAY) },
      },
    }),
  });
  const values = queueValues({ rate: LOAD, mean: 1, servers: BEDS, most: BEDS });
  const days = (WEEKS.to - WEEKS.from) * 7;
  const run = (_: unknown, replication: number) => {
    const result = runReplication(scenario, { seed: name, replication });
    const census = new Tally();
    censusOf(result, "general", "ordinary").slice(WEEKS.from * 7, WEEKS.to * 7)
      .forEach((beds) => census.add(beds));
    const weeks = (line: "inpatient_urgent" | "inpatient_elective") =>
      servedOf(result.volume, scenario, line, WEEKS);
    const served = weeks("inpatient_urgent") + weeks("inpatient_elective");
    return { census: [census.mean, 1] as Sample, served: [served, days] as Sample };
  };
  return {
    name,
    source: "Erlang (1917); insensitive to the law of the stay (Sevastyanov 1957).",
    // The ward starts filled, with rests of stays; three weeks are forty-two of its mean stays.
    run: (effort) =>
      study({
        name,
        replications: effort === "fast" ? 40 : 1000,
        run,
        quantities: [
          { name: "mean census [patients]", reference: values.present, of: (o) => o.census },
          {
            name: "admitted [patients/d]",
            reference: 2 * LOAD * (1 - values.loss),
            of: (o) => o.served,
          },
        ],
      }),
  };
}

function exactCase(name: string, source: string, run: (name: string) => Finding[]): ValidationCase {
  return { name: `Care network: ${name}`, source, run: () => run(`Care network: ${name}`) };
}

export const cases: readonly ValidationCase[] = [
  exactCase("no infections, no COVID patient in any bed", "By definition.", noInfections),
  exactCase(
    "all to one ward, with beds for everybody",
    "By definition: its census is the demand, nobody waits, and nobody is elsewhere.",
    oneWard,
  ),
  exactCase(
    "eight beds and overflow to the tier above",
    "By the log: a bed below whenever one is free there; the course of illness does not ask where.",
    overflow,
  ),
  exactCase(
    "forced chain of ward, intensive care, ward and home",
    "By hand: hand-over, drive, loading, ride and unloading, then the course's own times.",
    chain,
  ),
  lossCase("exponential", { law: "exponential", mean: DAY / 2 }),
  lossCase("lognormal", { law: "lognormal", mean: DAY / 2, sd: DAY / 2 }),
];
