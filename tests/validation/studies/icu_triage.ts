/**
 * Deaths of those admitted to intensive care and of those refused, without triage and with it.
 *
 * Without triage whoever is admitted is a fair sample of those who come, so that deaths over admissions
 * are the sum of share times mortality, in a steady state as in a wave. With 45 beds and a constant
 * demand the share refused is Erlang's loss formula, whatever the stays of the groups. Where free beds
 * are kept from the groups of highest mortality and stays are exponential, the beds in use are a birth
 * and death process.
 */

import { Tally } from "../../../sim/engine/mod.ts";
import { type Effort, exactFinding, type Finding, zFinding } from "../_case.ts";
import type { Fault, ValidationCase } from "../_case.ts";
import {
  BEDS,
  constantDemand,
  DIES_IF_REFUSED,
  GROUPS,
  icuRun,
  type Outcome,
  type Policy,
  type Setting,
  WAVE,
} from "./_icu_triage.ts";

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const all = (): boolean => true;
const grave = (group: number): boolean => group >= 4;

/** Patients of some groups. */
type Which = (group: number) => boolean;
const countOf = (counts: readonly number[], which: Which = all): number =>
  sumOf(counts.filter((_, group) => which(group)));

/** Share among independent patients: deaths over admissions. */
function shareOfPatients(quantity: string, exact: number, [part, of]: [number, number]): Finding {
  return zFinding(`${quantity} [-]`, exact, {
    ours: part / of,
    error: Math.sqrt(exact * (1 - exact) / of),
  });
}

/** Share whose error is that between runs, as patients of one run depend on each other. */
function shareOfRuns(
  quantity: string,
  exact: number,
  runs: readonly (readonly [part: number, of: number])[],
): Finding {
  const parts = sumOf(runs.map(([part]) => part));
  const wholes = sumOf(runs.map(([, of]) => of));
  const rest = new Tally();
  for (const [part, of] of runs) rest.add(part - parts / wholes * of);
  const error = Math.sqrt(rest.variance * runs.length) / wholes;
  return zFinding(`${quantity} [-]`, exact, { ours: parts / wholes, error });
}

/** Deaths over admissions of some groups, when all of them are admitted alike [-]. */
const mortality = (which: Which = all): number =>
  sumOf(GROUPS.map(({ share, dies }, g) => which(g) ? share * dies : 0)) /
  sumOf(GROUPS.map(({ share }, g) => which(g) ? share : 0));

/** Sum of share times mortality, cut to five places [-]. */
const DIED_OF_ADMITTED = 0.40859;

/** Law of the patients who are admitted and of what becomes of them, without triage. */
function fairFindings(outcomes: readonly Outcome[]): Finding[] {
  const total = (field: keyof Outcome, which: Which = all): number =>
    sumOf(outcomes.map((outcome) => countOf(outcome[field], which)));
  const findings = [
    exactFinding("died of admitted, theory [-]", DIED_OF_ADMITTED, {
      ours: mortality(),
      tolerance: 1e-5,
    }),
    shareOfPatients("died of admitted", mortality(), [total("diedAdmitted"), total("admitted")]),
    shareOfPatients("died of refused", DIES_IF_REFUSED, [total("diedRefused"), total("refused")]),
  ];
  GROUPS.forEach(({ share, dies }, group) => {
    const own: Which = (g) => g === group;
    const admitted = total("admitted", own);
    const name = `group ${group + 1}`;
    findings.push(
      shareOfPatients(`${name}, share of admitted`, share, [admitted, total("admitted")]),
      shareOfPatients(`${name}, died of admitted`, dies, [total("diedAdmitted", own), admitted]),
    );
  });
  return findings;
}

/** Runs of a setting. */
function outcomesOf(seed: string, setting: Setting, count: number): Outcome[] {
  return Array.from({ length: count }, (_, replication) => icuRun({ seed, replication }, setting));
}

/** Patients in the beds if nobody were refused [patients]. */
const LOAD = 60;
const DAYS = 1200;

/**
 * Shares of time with 0 to 45 beds in use, when some patients are refused from a number on.
 * @param reserved Free beds that are kept from the gravest groups [beds].
 */
function bedLaw(reserved: number): number[] {
  const open = 1 - sumOf(GROUPS.map(({ share }, g) => grave(g) ? share : 0));
  const weights = [1];
  for (let n = 1; n <= BEDS; n++) {
    const rate = LOAD * (BEDS - (n - 1) <= reserved ? open : 1);
    weights.push(weights[n - 1] * rate / n);
  }
  const sum = sumOf(weights);
  return weights.map((weight) => weight / sum);
}

/** Share refused of the groups that are always welcome, and of the others [-]. */
function refusedShares(reserved: number): { open: number; grave: number } {
  const law = bedLaw(reserved);
  return { open: law[BEDS], grave: sumOf(law.slice(BEDS - reserved)) };
}

const withBeds = (runs: readonly Outcome[], which: Which): (readonly [number, number])[] =>
  runs.map(({ admitted, refused }) => {
    const lost = countOf(refused, which);
    return [lost, lost + countOf(admitted, which)] as const;
  });

const deathsOf = (runs: readonly Outcome[]): (readonly [number, number])[] =>
  runs.map(({ admitted, refused, diedAdmitted, diedRefused }) =>
    [countOf(diedAdmitted) + countOf(diedRefused), countOf(admitted) + countOf(refused)] as const
  );

/** Deaths over all who come, given how many of each kind are refused [-]. */
function deathsInTheory(refused: { open: number; grave: number }): number {
  return sumOf(GROUPS.map(({ share, dies }, g) => {
    const lost = grave(g) ? refused.grave : refused.open;
    return share * (lost * DIES_IF_REFUSED + (1 - lost) * dies);
  }));
}

/** Erlang's loss formula with 45 beds and a load of 60 [-]. */
const LOSS = 0.286244;
const FIRST_COME: Policy = { reserved: 0, stays: "byGroup" };
const TRIAGED: Policy = { reserved: 6, stays: "exponential" };

const STEADY = "Intensive care without triage, 45 beds and a demand for 60";

function runSteady(effort: Effort): Finding[] {
  const setting = { demand: constantDemand(LOAD, DAYS), policy: FIRST_COME };
  const runs = outcomesOf(STEADY, setting, effort === "full" ? 5000 : 50);
  const refused = refusedShares(0);
  return [
    ...fairFindings(runs),
    exactFinding("refused, theory [-]", LOSS, { ours: refused.open, tolerance: 5e-7 }),
    shareOfRuns("refused", refused.open, withBeds(runs, all)),
    shareOfRuns("died of all", deathsInTheory(refused), deathsOf(runs)),
  ];
}

const IN_WAVE = "Intensive care without triage in a wave";

function runWave(effort: Effort): Finding[] {
  const setting = { demand: WAVE, policy: FIRST_COME };
  return fairFindings(outcomesOf(IN_WAVE, setting, effort === "full" ? 30_000 : 300));
}

const WITH_TRIAGE = "Intensive care with triage, six of 45 beds kept from the gravest";

function runTriaged(effort: Effort): Finding[] {
  const setting = { demand: constantDemand(LOAD, DAYS), policy: TRIAGED };
  const runs = outcomesOf(WITH_TRIAGE, setting, effort === "full" ? 5000 : 50);
  const refused = refusedShares(TRIAGED.reserved);
  const shares = GROUPS.map(({ share }, g) =>
    share * (1 - (grave(g) ? refused.grave : refused.open))
  );
  const admitted = sumOf(shares);
  const died = sumOf(GROUPS.map(({ dies }, g) => dies * shares[g])) / admitted;
  const ofAdmitted = runs.map((run) => [countOf(run.diedAdmitted), countOf(run.admitted)] as const);
  return [
    shareOfRuns("refused of the others", refused.open, withBeds(runs, (g) => !grave(g))),
    shareOfRuns("refused of the gravest", refused.grave, withBeds(runs, grave)),
    shareOfRuns("died of admitted", died, ofAdmitted),
    shareOfRuns("died of all", deathsInTheory(refused), deathsOf(runs)),
  ];
}

const SOURCE =
  "Wood, Pratt, Kenward, McWilliams, Booton, Thomas, Bourdeaux and Vasilakis (2021), The value " +
  "of triage during periods of intense COVID-19 demand: simulation modeling study, Medical Decision " +
  "Making 41(4), 393–407: shares and mortalities.";

/** Cases of the intensive care unit. */
export const cases: readonly ValidationCase[] = [
  { name: STEADY, source: `${SOURCE} Theory: Erlang's loss formula, M/G/45/45.`, run: runSteady },
  { name: IN_WAVE, source: `${SOURCE} Theory: the admitted are a fair sample.`, run: runWave },
  { name: WITH_TRIAGE, source: `${SOURCE} Theory: birth and death process.`, run: runTriaged },
];

const MODEL = "tests/validation/studies/_icu_triage.ts";

/** Faults that these cases must see. */
export const faults: readonly Fault[] = [
  {
    name: "icu_mortality_of_the_next_group",
    what: "Who dies is decided by the mortality of the next group.",
    file: MODEL,
    find: "(group) => GROUPS[group].dies);",
    replace: "(group) => GROUPS[(group + 1) % 6].dies);",
    red: [STEADY, IN_WAVE, WITH_TRIAGE],
  },
  {
    name: "icu_triage_one_bed_late",
    what: "The gravest are refused only when fewer beds are free than are kept from them.",
    file: MODEL,
    find: "this.#unit.free <= this.#policy.reserved",
    replace: "this.#unit.free < this.#policy.reserved",
    red: [WITH_TRIAGE],
  },
];
