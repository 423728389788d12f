/** Ordinary visits while hospitals are closed to everybody, and remote ones while physicians are few. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { dated } from "../../support/dated.ts";
import { GENERAL, once, plan, services } from "../../support/service_worlds.ts";
import { measureOf, TRAINING } from "../../support/tiny_network.ts";
import { servedOf } from "../../support/volumes.ts";
import type { CountedLine } from "../../../sim/domain/mod.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { ReplicationResult } from "../../../sim/network/mod.ts";
import type { ClosureSpec, LineSpec, Scenario } from "../../../sim/scenario/mod.ts";

const run = (s: Scenario): ReplicationResult =>
  runReplication(s, { seed: "closed", replication: 0 });

/** A line of hospitals: as many visits at tier 2 as at tier 3; nobody comes back. */
const hospital = (minutes: number): Partial<LineSpec> => ({
  volume: [0, 1, 1],
  online: 0,
  minutes,
  returns: 0,
  worsens: 0,
});
const LINES = {
  [GENERAL]: hospital(8),
  imaging: hospital(0),
  chronic_diabetes: hospital(6),
  emergency: { volume: [0.1, 1, 1], online: 0 } as const,
};

/** Weeks from Monday 14 November to 11 December are numbers 2 to 5. */
function closed(facilities: readonly string[], to: ClosureSpec["to"] = "all"): Scenario {
  const close = {
    facilities,
    to,
    inpatients: "stay",
    disinfection: 0,
    reopens: "2022-12-12",
  } as const;
  const delivered = plan({}, { delivered: 0.2 });
  return dated({ on: "2022-11-14", close })(services(LINES, delivered));
}
const OPEN = services(LINES, plan({}, { delivered: 0.2 }));
const [open] = [run(OPEN)];

/** Visits served in the weeks of the closure, against those with all open. */
function ratio(s: Scenario, line: CountedLine, tier: number, weeks = { from: 2, to: 6 }): number {
  const of = ({ volume }: ReplicationResult) => servedOf(volume, s, line, { ...weeks, tier });
  return of(run(s)) / of(open);
}

// Planted: pools that know of no closure (share 1 throughout), as before: all served, red.
Deno.test("the only hospital of a tier closed to all serves nobody there, and all again later", () => {
  const s = closed(["designated"]);
  for (const line of [GENERAL, "imaging", "chronic_diabetes"] as const) {
    assertEquals(ratio(s, line, 2), 0, line);
    assertEquals(ratio(s, line, 3), 1, line);
    assertEquals(ratio(s, line, 2, { from: 7, to: 12 }), 1, line);
  }
  assert(measureOf(run(s), "visits_lost") > 100 * 28 * 2);
});

Deno.test("closed to COVID cases alone, clinics go on", () => {
  const s = closed(["designated"], "covid");
  for (const line of [GENERAL, "imaging", "emergency"] as const) assertEquals(ratio(s, line, 2), 1);
});

// A half of the two hospitals gives a half of the physicians, who were busy for 0.85 of the time.
Deno.test("one of two hospitals alike serves as many as it has time for", () => {
  const s = closed(["lead"]);
  const most = 0.5 / TRAINING.services.workforce.use;
  assertAlmostEquals(ratio(s, "imaging", 3), most, 0.01);
  const visits = (line: CountedLine) => ratio(s, line, 3);
  const minutes = (8 * visits(GENERAL) + 6 * visits("chronic_diabetes")) / 14;
  assert(minutes < most + 0.1 && minutes > most - 0.05, `${minutes}`);
});

// Planted: emergencies of a closed tier left where they are, red.
Deno.test("emergencies of a closed hospital go to another tier; none is lost", () => {
  const s = closed(["designated"]);
  assertEquals(ratio(s, "emergency", 2), 0);
  const all = (result: ReplicationResult) => servedOf(result.volume, s, "emergency");
  assertEquals(all(run(s)), all(open));
  assertAlmostEquals(ratio(s, "emergency", 3), 2, 0.1);
});

Deno.test("a primary facility closed to all serves none of its residents", () => {
  const primary = { [GENERAL]: once(7) };
  const close = {
    facilities: ["chc"],
    to: "all",
    inpatients: "stay",
    disinfection: 0,
    reopens: "",
  } as const;
  const s = dated({ on: "2022-11-14", close })(services(primary, plan({})));
  assertEquals(servedOf(run(s).volume, s, GENERAL, { from: 2 }), 0);
  assert(servedOf(run(s).volume, s, GENERAL, { to: 2 }) > 1000);
});

/** All ask to be served online; so many of the physicians are away. */
function online(away: number, protectedToo = false): Scenario {
  const remote = { ...plan({}).remote, [GENERAL]: 1 };
  const lines = {
    [GENERAL]: { ...once(1), minutes: 8, returns: 0 },
    ...(protectedToo && {
      antenatal: { ...once(1), minutes: 8, protected: true, returns: 0 },
    }),
  };
  return services(lines, plan({}, { remote, diverted: [away, 0, 0] }), {
    workforce: { ...TRAINING.services.workforce, use: 1, remoteTime: 1 },
  });
}

// Planted: remote visits served whatever the minutes (`most` Infinity), as before: nobody lost, red.
Deno.test("remote visits end where the time of the physicians present ends", () => {
  const share = (away: number) => {
    const result = run(online(away));
    const served = measureOf(result, "visits_remote");
    return served / (served + measureOf(result, "visits_lost"));
  };
  assert(share(0) > 0.94, `${share(0)}`);
  assertAlmostEquals(share(0.5), 0.5, 0.01);
  assertAlmostEquals(share(0.9), 0.1, 0.01);
});

// Planted: time of protected visits not kept (`kept` 0): half of them seen, red.
Deno.test("remote visits of other lines leave the time of protected ones in person", () => {
  const s = online(0.5, true);
  const mean = 100 * (s.window.days + s.window.runOnDays);
  assert(servedOf(run(s).volume, s, "antenatal") > 0.95 * mean);
  assert(measureOf(run(s), "visits_remote") < 0.1 * mean);
});
