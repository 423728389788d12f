/**
 * Laws that hold in every small city, whatever its places, people, rules, mechanisms and dated changes.
 *
 * The cases of a usual run are fixed by a seed, which a failure prints with the files of the smallest
 * world that it found. For a longer search:
 *
 *     GRIDCARE_PROPERTY_RUNS=20000 GRIDCARE_PROPERTY_SEED=7 deno test -A tests/property/network/random_city_test.ts
 */
import { assert, assertEquals } from "@std/assert";
import {
  checkBeds,
  checkCensus,
  checkCounts,
  checkPeople,
  checkVehicles,
  linesOf,
} from "../../support/city_log.ts";
import { checkDecisions } from "../../support/city_decisions.ts";
import { bytesOf, holdsFor, runDaily } from "../../support/random_runs.ts";

/** Cases of a usual run. */
const RUNS = 400;

// Seen red, each shrunk to a handful of lines: see the faults named beside each law.
Deno.test("no law breaks in random cities, rules, mechanisms and changes", async () => {
  const count = { decisions: 0, twice: 0, events: 0 };
  const runs = await holdsFor(RUNS, async ({ scenario, seed, code }) => {
    const { world, result } = runDaily(scenario, seed);
    const lines = linesOf(result);
    checkPeople(lines);
    checkBeds(scenario, lines);
    checkCensus(scenario, result, lines);
    checkVehicles(scenario, result, lines);
    checkCounts(scenario, result, lines);
    count.decisions += checkDecisions(world, seed, lines);
    count.events += result.events;
    if (code % 8 !== 0) return;
    count.twice++;
    const again = runDaily(scenario, seed, { log: true });
    assertEquals(await bytesOf(again.result), await bytesOf(result), "the same seed, other bytes");
    const silent = runDaily(scenario, seed, { log: false });
    const rows = { log: false };
    assertEquals(await bytesOf(silent.result, rows), await bytesOf(result, rows), "with a log");
  });
  // The laws say something: decisions were told, runs were repeated, much happened.
  assert(count.decisions > 10 * runs && count.events > 100 * runs && count.twice > runs / 20);
});
