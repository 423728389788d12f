/**
 * Laws between two runs of random small cities: a mechanism at its neutral size, one more resident,
 * facilities that take more of those they should take. How to search longer: `random_city_test.ts`.
 */
import { assert, assertEquals } from "@std/assert";
import type { Line } from "../../support/city_log.ts";
import { linesOf } from "../../support/city_log.ts";
import { NEUTRAL_TWINS } from "../../support/neutral_twins.ts";
import { holdsFor, runDaily } from "../../support/random_runs.ts";
import { REFUSALS } from "../../../sim/domain/mod.ts";
import type { ReplicationResult } from "../../../sim/network/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

const GROUPS = ["grid", "tier", "facility", "ward", "colour", "rule", "line"] as const;

/** Values by measure and groups. */
function rowsOf({ measures }: ReplicationResult): Map<string, number> {
  return new Map(
    measures.map((row) => [
      [row.measure, ...GROUPS.map((group) => row[group] ?? "")].join("/"),
      row.value,
    ]),
  );
}

Deno.test("a mechanism at its neutral size changes no measure", async () => {
  const seen = new Set<string>();
  await holdsFor(200, ({ scenario, seed, code }) => {
    const fit = NEUTRAL_TWINS.filter(({ applies }) => applies?.(scenario) ?? true);
    const { name, twin } = fit[code % fit.length];
    seen.add(name);
    const rows = rowsOf(runDaily(scenario, seed, { log: false }).result);
    const others = rowsOf(runDaily(twin(scenario), seed, { log: false }).result);
    for (const [key, value] of rows) {
      assert(Object.is(others.get(key), value), `${name}: ${key} ${value}, ${others.get(key)}`);
    }
  });
  assertEquals(seen.size, NEUTRAL_TWINS.length, `not tried: ${unseen(seen)}`);
});

function unseen(seen: ReadonlySet<string>): string {
  return NEUTRAL_TWINS.map(({ name }) => name).filter((name) => !seen.has(name)).join(", ");
}

/** The scenario with one resident more in the last community. */
function withOneMore(scenario: Scenario): { readonly more: Scenario; readonly grid: number } {
  const { communities, grids } = scenario.city;
  const last = communities[communities.length - 1];
  const changed = [...communities.slice(0, -1), { ...last, population: last.population + 1 }];
  return {
    more: { ...scenario, city: { ...scenario.city, communities: changed } },
    grid: grids.findIndex(({ id }) => id === last.grid),
  };
}

/** When everybody came to matter, and as whom; those present at the start were never infected here. */
function arrivals(lines: readonly Line[]): Map<number, Line> {
  const present = new Set(lines.filter((e) => e.event === "present").map((e) => e.person));
  const came = lines.filter(({ event, person }) => event === "arrival" && !present.has(person));
  return new Map(came.map((line) => [line.person, line]));
}

// Which bed somebody has may change with one resident more; who falls ill when, and as whom, may not.
Deno.test("one resident more leaves everybody else who they are and when they fall ill", async () => {
  let compared = 0;
  await holdsFor(50, ({ scenario: given, seed }) => {
    // Beds decide who of the others is found by screening; kits are shared out by residents.
    const scenario = {
      ...given,
      referral: { ...given.referral, screenedShare: 0 },
      primary: { ...given.primary, kits: { ...given.primary.kits, limited: false } },
    };
    const { more, grid } = withOneMore(scenario);
    const before = arrivals(linesOf(runDaily(scenario, seed).result));
    const after = arrivals(linesOf(runDaily(more, seed).result));
    for (const [person, line] of before) {
      const now = after.get(person);
      if (line.grid !== grid) assertEquals(now, line);
      else if (now !== undefined) {
        // The same infection in a larger grid comes a little earlier: its share of residents is less.
        assert(now.at <= line.at + 1e-6, `${person} comes at ${line.at}, then at ${now.at}`);
        assertEquals(now.value, line.value, `who ${person} is`);
      }
      compared++;
    }
  });
  assert(compared > 1000, `${compared} arrivals`);
});

/** Beds and staff for everybody and no ordinary patient, so that only willingness can refuse. */
function roomy(scenario: Scenario, facilityAdherence: number): Scenario {
  const wards = scenario.city.wards.map((ward) => ({
    ...ward,
    beds: 5000,
    physicians: 50_000,
    nurses: 50_000,
  }));
  return {
    ...scenario,
    city: { ...scenario.city, wards },
    referral: { ...scenario.referral, facilityAdherence },
    services: { ...scenario.services, occupancy: 0 },
  };
}

/** Refusals of each first request by those who do not adhere; the request by person, time and rule. */
function refusalsOf(lines: readonly Line[]): Map<string, number> {
  const found = new Map<string, number>();
  const open = new Map<number, string>();
  for (const { person, event, at, rule, set, value } of lines) {
    if (event === "requested") {
      if (open.has(person)) open.set(person, "");
      else {
        open.set(person, `${person} at ${at} by ${set}/${rule}`);
        found.set(open.get(person)!, 0);
      }
    }
    const request = open.get(person);
    if (event === "accepted" || event === "waits") open.set(person, "");
    const isRefusal = event === "refused" && REFUSALS[value] === "does_not_adhere";
    if (isRefusal && request) found.set(request, found.get(request)! + 1);
  }
  return found;
}

Deno.test("facilities that adhere more never refuse a given request more often", async () => {
  let refused = 0;
  await holdsFor(50, ({ scenario: given, seed, code }) => {
    const scenario = { ...given, start: undefined, wards: { ...given.wards, uses: [], idle: [] } };
    const low = (code % 10) / 10;
    const high = low + (1 - low) * (1 + code % 7) / 7;
    const [less, more] = [low, high].map((share) =>
      refusalsOf(linesOf(runDaily(roomy(scenario as never, share), seed).result))
    );
    for (const [request, n] of less) {
      const later = more.get(request);
      if (later === undefined) continue;
      assert(later <= n, `${request}: ${n} refusals at ${low}, ${later} at ${high}`);
      refused += n - later;
    }
  });
  assert(refused > 50, `${refused} refusals less`);
});
