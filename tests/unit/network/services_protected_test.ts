/** Who comes first when physicians are few, and what needs none: protected lines, drugs delivered. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { GENERAL, once, plan, services } from "../../support/service_worlds.ts";
import { measureOf, TRAINING } from "../../support/tiny_network.ts";
import { servedOf } from "../../support/volumes.ts";
import type { CountedLine } from "../../../sim/domain/mod.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { ReplicationResult } from "../../../sim/network/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

const run = (s: Scenario): ReplicationResult =>
  runReplication(s, { seed: "services", replication: 0 });

/** Physicians have no time to spare, and come for every visit of 2019. */
const BUSY = {
  workforce: { ...TRAINING.services.workforce, use: 1, remoteTime: 1 },
};

/** A line beside general outpatients, as long each, with so many of the physicians away. */
function beside(line: CountedLine, isProtected: boolean, away: number): Scenario {
  const lines = {
    [GENERAL]: { ...once(1), minutes: 8, returns: 0 },
    [line]: { ...once(1), minutes: 8, returns: 0, protected: isProtected },
  };
  return services(lines, plan({}, { diverted: [away, 0, 0] }), BUSY);
}

/** Share of those who ask for a line who are seen when half of the physicians are away. */
function seen(line: CountedLine, isProtected: boolean): number {
  const [few, all] = [0.5, 0].map((away) => {
    const scenario = beside(line, isProtected, away);
    return servedOf(run(scenario).volume, scenario, line);
  });
  return few / all;
}

/** Half of the physicians see nearly everybody of a protected line, and fewer when it is none. */
function assertFirst(line: CountedLine): void {
  const [first, amongAll] = [seen(line, true), seen(line, false)];
  assert(first > 0.95, `${line} protected: ${first}`);
  assert(amongAll < 0.6, `${line} among all: ${amongAll}`);
}

// Planted: lines served in the order of their codes (`#order = lines`): red for each of the three.
Deno.test("chronic patients who need drugs are seen first when physicians are away (N162-4a)", () => {
  for (const line of ["chronic_hypertension", "chronic_tb"] as const) assertFirst(line);
});

Deno.test("the pregnant and, where a scenario says so, children are seen first (N162-4c)", () => {
  for (const line of ["antenatal", "child_checkup", "vaccination"] as const) assertFirst(line);
});

Deno.test("patients with mental illness and other special groups are seen first (N35-3.3b)", () => {
  for (const line of ["chronic_psychiatric", "antenatal"] as const) assertFirst(line);
});

// Planted: nothing delivered (`delivered` 0 in `#ask`): all come in person, red.
Deno.test("drugs delivered take chronic patients out of the slots, and nobody else (BJ-3.5)", () => {
  const lines = {
    [GENERAL]: { ...once(1), minutes: 8 },
    chronic_diabetes: { ...once(1), minutes: 8 },
  };
  const of = (delivered: number) => {
    const scenario = services(lines, plan({}, { delivered }));
    const result = run(scenario);
    const inPerson = (line: CountedLine) => servedOf(result.volume, scenario, line);
    return {
      chronic: inPerson("chronic_diabetes"),
      general: inPerson(GENERAL),
      away: measureOf(result, "visits_remote", { line: "chronic_diabetes" }),
      elsewhere: measureOf(result, "visits_remote", { line: GENERAL }),
    };
  };
  const [none, third] = [of(0), of(0.3)];
  assertEquals([none.away, none.elsewhere, third.elsewhere], [0, 0, 0]);
  assertAlmostEquals(third.chronic / none.chronic, 0.7, 0.02);
  assertAlmostEquals((third.chronic + third.away) / none.chronic, 1, 0.01);
  assertAlmostEquals(third.general / none.general, 1, 0.01);
});
