/**
 * The urgent care centre in four scenarios, as published and with its arrivals put right.
 *
 * The published program keeps a candidate by the rate at the arrival before, not at its own time. Both
 * are reproduced: the printed table with arrivals drawn like that, and another with arrivals by
 * thinning of the library, for which the published program was run with that one line put right.
 */

import { Tally } from "../../../sim/engine/mod.ts";
import { type Effort, exactFinding, type Finding, zFinding } from "../_case.ts";
import type { Fault, ValidationCase } from "../_case.ts";
import { BASE, type Capacities, type Coming, MEASURES } from "./_urgent_care.ts";
import { dayInEvents } from "./_urgent_care_events.ts";
import { dayInProcesses } from "./_urgent_care_processes.ts";

const SCENARIOS: readonly (readonly [name: string, capacities: Capacities])[] = [
  ["base", BASE],
  ["triage +1", { ...BASE, triage: 2 }],
  ["examination +1", { ...BASE, examination: 4 }],
  ["treatment +1", { ...BASE, treatment: 2 }],
];

/** By measure and scenario, in the orders of `MEASURES` and `SCENARIOS`. */
type Table = readonly (readonly number[])[];

/** Means of the published program, 50 replications. */
// deno-fmt-ignore
const PUBLISHED: Table = [
  [227.720, 227.720, 227.720, 227.720],
  [35.243, 1.325, 35.243, 35.243],
  [0.607, 0.304, 0.607, 0.607],
  [105.573, 135.915, 105.573, 105.573],
  [0.841, 0.844, 0.841, 0.841],
  [25.553, 26.689, 0.147, 25.553],
  [0.850, 0.854, 0.668, 0.850],
  [136.661, 138.575, 151.808, 2.281],
  [0.867, 0.869, 0.868, 0.629],
  [234.336, 232.133, 223.064, 192.192],
  [151.681, 175.135, 151.681, 151.681],
  [0.827, 0.841, 0.827, 0.827],
  [14.305, 14.997, 14.305, 14.305],
  [0.501, 0.507, 0.501, 0.501],
  [292.280, 282.784, 292.280, 292.280],
  [162.160, 162.920, 165.880, 195.300],
];

/** Means of the published program with its thinning put right, 1,500 replications (sets 0 to 1,499). */
// deno-fmt-ignore
const PUT_RIGHT: Table = [
  [229.503, 229.503, 229.503, 229.503],
  [31.182, 1.309, 31.182, 31.182],
  [0.6047, 0.3023, 0.6047, 0.6047],
  [103.366, 129.677, 103.366, 103.366],
  [0.8503, 0.8531, 0.8503, 0.8503],
  [25.179, 26.015, 0.1427, 25.179],
  [0.8627, 0.8661, 0.6778, 0.8627],
  [134.140, 136.143, 149.498, 2.090],
  [0.8816, 0.8836, 0.8823, 0.6331],
  [227.845, 225.566, 216.592, 185.833],
  [151.834, 172.330, 151.834, 151.834],
  [0.8469, 0.8547, 0.8469, 0.8469],
  [17.708, 18.355, 17.708, 17.708],
  [0.5070, 0.5139, 0.5070, 0.5070],
  [290.653, 283.471, 290.653, 290.653],
  [166.078, 166.812, 169.864, 198.609],
];

/** Means of replications with their variances, by scenario and measure. */
function talliesOf(seed: string, coming: Coming, replications: number): Tally[][] {
  return SCENARIOS.map(([, capacities]) => {
    const tallies = MEASURES.map(() => new Tally());
    for (let replication = 0; replication < replications; replication++) {
      const day = dayInEvents({ seed, replication, coming, capacities });
      day.forEach((value, measure) => tallies[measure].add(value));
    }
    return tallies;
  });
}

const errorOf = (tally: Tally, replications = tally.count): number =>
  Math.sqrt(tally.variance / replications);

/**
 * Ours against a table. Where the table has the number of the base scenario again, nothing upstream
 * of it has changed, and ours must be the same to the last digit.
 */
function againstTable(
  ours: readonly Tally[][],
  { table, replications }: { readonly table: Table; readonly replications: number },
): Finding[] {
  return SCENARIOS.flatMap(([scenario], s) =>
    MEASURES.map((measure, m) => {
      const tally = ours[s][m];
      const reference = table[m][s];
      const quantity = `${scenario}: ${measure}`;
      if (s > 0 && reference === table[m][0]) {
        return exactFinding(`${quantity}, as in base`, ours[0][m].mean, { ours: tally.mean });
      }
      const referenceError = errorOf(tally, replications);
      return zFinding(quantity, reference, {
        ours: tally.mean,
        error: errorOf(tally),
        referenceError,
      });
    })
  );
}

const AS_PUBLISHED = "Urgent care centre as published, rate frozen at the arrival before";

function runAsPublished(effort: Effort): Finding[] {
  const ours = talliesOf(AS_PUBLISHED, "frozen", effort === "full" ? 10_000 : 200);
  return againstTable(ours, { table: PUBLISHED, replications: 50 });
}

const AS_IT_SHOULD = "Urgent care centre with arrivals at the rate of their own time";

/** Expected arrivals of the 19 hours [patients]. */
const EXACT_ARRIVALS = 229.5;
/** Two numbers of another run of the published program put right. */
const OTHER_RUN = { replications: 1500, treatmentUse: 0.882, throughput: 166.12 };

function runAsItShould(effort: Effort): Finding[] {
  const ours = talliesOf(AS_IT_SHOULD, "thinning", effort === "full" ? 10_000 : 200);
  const { replications, treatmentUse, throughput } = OTHER_RUN;
  const base = (measure: typeof MEASURES[number]): Tally => ours[0][MEASURES.indexOf(measure)];
  const other = (measure: typeof MEASURES[number], reference: number): Finding => {
    const tally = base(measure);
    const referenceError = errorOf(tally, replications);
    const error = errorOf(tally);
    return zFinding(`base: ${measure}, of another run`, reference, {
      ours: tally.mean,
      error,
      referenceError,
    });
  };
  const arrivals = base("arrivals [patients]");
  return [
    zFinding("arrivals [patients], exact", EXACT_ARRIVALS, {
      ours: arrivals.mean,
      error: Math.sqrt(EXACT_ARRIVALS / arrivals.count),
    }),
    other("treatment use [-]", treatmentUse),
    other("throughput [patients]", throughput),
    ...againstTable(ours, { table: PUT_RIGHT, replications }),
  ];
}

const IN_PROCESSES = "Urgent care centre in processes, against the same in events";

function runInProcesses(effort: Effort): Finding[] {
  const days = effort === "full" ? 1000 : 100;
  return SCENARIOS.flatMap(([scenario, capacities]) => {
    const events = MEASURES.map(() => new Tally());
    const farthest = MEASURES.map(() => 0);
    for (let replication = 0; replication < days; replication++) {
      const day = { seed: IN_PROCESSES, replication, coming: "thinning", capacities } as const;
      const inProcesses = dayInProcesses(day);
      dayInEvents(day).forEach((value, m) => {
        events[m].add(value);
        farthest[m] = Math.max(farthest[m], Math.abs(inProcesses[m] - value));
      });
    }
    // A gap is added to the clock, where an event has its instant: the last digits may differ.
    return MEASURES.map((measure, m) =>
      exactFinding(`${scenario}: ${measure}, farthest day`, events[m].mean, {
        ours: events[m].mean + farthest[m],
        tolerance: 1e-8,
      })
    );
  });
}

const MODEL =
  "Nelson (2013), Foundations and methods of stochastic simulation, Springer, exercise 13 of " +
  "chapter 4; Monks and Harper, treat-sim 3.0.0, Python package";

/** Cases of the urgent care centre. */
export const cases: readonly ValidationCase[] = [
  {
    name: AS_PUBLISHED,
    source:
      `${MODEL}: means of random number sets 0 to 49. Their error is taken from our variance.`,
    run: runAsPublished,
  },
  {
    name: AS_IT_SHOULD,
    source:
      `${MODEL}, with candidates kept by the rate at their own time: means of random number ` +
      "sets 0 to 1,499. Their error is taken from our variance. Exact arrivals: sum of the rates.",
    run: runAsItShould,
  },
  {
    name: IN_PROCESSES,
    source: `${MODEL}. Two ways to write one model, with the same draws, must give the same days.`,
    run: runInProcesses,
  },
];

/** Faults that these cases must see. */
export const faults: readonly Fault[] = [
  {
    name: "urgent_care_decision_left_out_of_draws",
    what: "All that a patient draws comes from one uniform.",
    file: "tests/validation/studies/_urgent_care.ts",
    find: "this.#draws.block(patient, 0, decision, 0);",
    replace: "this.#draws.block(patient, 0, 0, 0);",
    red: [AS_PUBLISHED, AS_IT_SHOULD],
  },
  {
    name: "urgent_care_place_kept",
    what: "In events, a patient who goes on keeps the place.",
    file: "tests/validation/studies/_urgent_care_events.ts",
    find: "this.resource.release(claim);\n      then(patient);",
    replace: "then(patient);",
    red: [AS_PUBLISHED, AS_IT_SHOULD, IN_PROCESSES],
  },
  {
    name: "urgent_care_place_given_back_too_soon",
    what: "In processes, a place is given back as soon as it is taken.",
    file: "tests/validation/studies/_urgent_care_processes.ts",
    find: "yield self.hold(duration);\n    self.release(here.resource);",
    replace: "self.release(here.resource);\n    yield self.hold(duration);",
    red: [IN_PROCESSES],
  },
];
