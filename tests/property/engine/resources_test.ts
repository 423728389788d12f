/** Laws of a resource, whatever is asked of it; counterexamples are shrunk to the few that matter. */

import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { type Discipline, RESOURCE_EVENTS as EVENTS } from "../../../sim/engine/mod.ts";
import { RUNGS } from "../../../sim/engine/mod.ts";
import { statisticsOfLog } from "../../../sim/engine/stats/mod.ts";
import { type Rows, type Visit, World } from "../../support/resource_world.ts";

const END = 1000;
const RUNS = { numRuns: 300, seed: 7 };

/** A visitor; small whole numbers, so that many things fall at one instant. */
const visit = fc.record({
  at: fc.nat(30),
  hold: fc.nat(12),
  units: fc.integer({ min: 1, max: 3 }),
  priority: fc.nat(2),
  ahead: fc.boolean(),
  patience: fc.option(fc.nat(10), { nil: Infinity }),
  /** When the model takes it out of the line, if it still waits. */
  leaves: fc.option(fc.nat(40), { nil: Infinity }),
});

/** A world as plain data, so that it shrinks. */
const plan = fc.record({
  visits: fc.array(visit, { maxLength: 40 }),
  capacity: fc.integer({ min: 3, max: 5 }),
  changes: fc.array(fc.record({ at: fc.nat(50), capacity: fc.nat(5) }), { maxLength: 5 }),
  discipline: fc.constantFrom<"fifo" | "lifo" | "priority" | "units">(
    "fifo",
    "lifo",
    "priority",
    "units",
  ),
  room: fc.option(fc.nat(6), { nil: Infinity }),
  preempts: fc.boolean(),
  whenShort: fc.constantFrom<"finish" | "preempt">("finish", "preempt"),
  returns: fc.constantFrom<"never" | "resume">("never", "resume"),
});
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

const byUnits: Discipline = ({ units }) => units;

function worldOf(plan: Plan): World {
  const { discipline, capacity, room, preempts, whenShort, returns } = plan;
  const visits: Visit[] = plan.visits.map(({ leaves: _, ...visit }) => visit);
  const world = new World(
    {
      capacity,
      room,
      preempts,
      whenShort,
      discipline: discipline === "units" ? byUnits : discipline,
      balks: (who) => who % 7 === 3,
    },
    visits,
    { end: END, returns },
  );
  const { executive, resource } = world;
  const change = executive.on("change", RUNGS.capacity, (units) => resource.setCapacity(units));
  for (const { at, capacity } of plan.changes) executive.at(at, change, capacity);
  const leave = executive.on("leave", RUNGS.decision, (who) => {
    if (resource.isWaiting(world.claims[who])) resource.leave(world.claims[who]);
  });
  plan.visits.forEach(({ leaves }, who) => {
    if (leaves < Infinity) executive.at(leaves, leave, who);
  });
  return world;
}

/** Runs instant by instant up to just before the end, where nobody would be let wait. */
function eachInstant(world: World, look: () => void): void {
  while (world.executive.pending > 0) {
    world.run(world.executive.nextTime);
    look();
  }
  world.run(END - 1);
}

/** Level of units in use after each row. */
function inUseAfter({ event, units }: Rows): number[] {
  let level = 0;
  return event.map((code, row) => {
    if (code === EVENTS.seized) level += units[row];
    if (code === EVENTS.released || code === EVENTS.preempted) level -= units[row];
    return level;
  });
}

/** Level before units were taken away for the claim of a row; 0 when none were. */
function levelReplaced({ event, claim }: Rows, levels: readonly number[], row: number): number {
  let asked = row - 1;
  while (event[asked] === EVENTS.preempted) asked--;
  const replaces = asked < row - 1 && event[asked] === EVENTS.requested &&
    claim[asked] === claim[row];
  return replaces ? levels[asked] : 0;
}

// Planted faults that were seen to turn these red: one unit too many handed over; the line passed by who
// finds units free, not served after somebody left it, or after the capacity rose; a reneged request kept
// in it; `ahead` put at its end; units of a pre-empted claim kept in use; equals pre-empted; the claim
// told of its loss before the units are handed over; levels not brought up to now.
Deno.test("Resource never hands over units that it does not have", () => {
  fc.assert(
    fc.property(plan, (plan) => {
      const world = worldOf(plan);
      eachInstant(world, () => {});
      let capacity = plan.capacity;
      const { rows } = world;
      const levels = inUseAfter(rows);
      rows.event.forEach((event, row) => {
        if (event === EVENTS.capacity) capacity = rows.units[row];
        if (event === EVENTS.seized) {
          assert(levels[row] <= Math.max(capacity, levelReplaced(rows, levels, row)));
        }
        assert(levels[row] >= 0);
      });
    }),
    RUNS,
  );
});

Deno.test("Resource loses nobody, and holds nothing back from the first who waits", () => {
  fc.assert(
    fc.property(plan, (plan) => {
      const world = worldOf(plan);
      const { resource, rows } = world;
      eachInstant(world, () => {
        const { statistics } = resource;
        assertEquals(
          statistics.requested,
          statistics.seized + resource.waiting + statistics.reneged + statistics.noRoom +
            statistics.balked,
        );
        assertEquals(statistics.seized, statistics.waits.count);
        assertEquals(resource.inUse, inUseAfter(rows).at(-1) ?? 0);
        if (plan.whenShort === "preempt") assert(resource.free >= 0);
        const [first] = resource.queue;
        assert(first === undefined || resource.free < plan.visits[first].units);
      });
    }),
    RUNS,
  );
});

interface Waiter {
  readonly claim: number;
  readonly who: number;
  readonly order: number;
}

/** Who goes first of two that wait, as the discipline says. */
function goesFirst({ discipline, visits }: Plan, a: Waiter, b: Waiter): number {
  const [x, y] = [visits[a.who], visits[b.who]];
  const byRank = discipline === "priority"
    ? y.priority - x.priority
    : discipline === "units"
    ? x.units - y.units
    : 0;
  if (byRank !== 0) return byRank;
  return discipline === "lifo" ? b.order - a.order : orderOf(x, a) - orderOf(y, b);
}

function orderOf({ ahead }: Visit, { order }: Waiter): number {
  return ahead ? -order : order;
}

Deno.test("Resource serves in the order of its line", () => {
  fc.assert(
    fc.property(plan, (any) => {
      const plan: Plan = { ...any, preempts: false, returns: "never" };
      const world = worldOf(plan);
      eachInstant(world, () => {});
      const { rows } = world;
      const line: Waiter[] = [];
      rows.event.forEach((event, row) => {
        const claim = rows.claim[row];
        if (event === EVENTS.requested) line.push({ claim, who: rows.entity[row], order: row });
        if (event !== EVENTS.seized && event !== EVENTS.reneged) return;
        if (event === EVENTS.seized) {
          const [first] = line.toSorted((a, b) => goesFirst(plan, a, b));
          assertEquals(rows.entity[row], first.who);
        }
        line.splice(line.findIndex((waiter) => waiter.claim === claim), 1);
      });
    }),
    RUNS,
  );
});

Deno.test("Resource has the statistics of its log, after a flush too", () => {
  fc.assert(
    fc.property(plan, fc.integer({ min: 1, max: 120 }), (plan, halves) => {
      // Whole ones fall at the instants of events.
      const warmUp = halves / 2;
      const world = worldOf(plan);
      world.run(warmUp).resource.statistics.flush(warmUp);
      const { statistics } = world.run(END - 1).resource;
      const again = statisticsOfLog(world.rows, {
        end: END - 1,
        capacity: plan.capacity,
        warmUp,
      });
      const counts = [
        statistics.requested - statistics.noRoom - statistics.balked,
        statistics.seized,
        statistics.released,
        statistics.reneged,
        statistics.noRoom + statistics.balked,
        statistics.preempted,
      ];
      assertEquals(counts, again.counts.slice(0, 6));
      assertAlmostEquals(statistics.waits.sum, again.wait.sum, 1e-9);
      assertAlmostEquals(statistics.meanInUse, again.inUse, 1e-12);
      assertAlmostEquals(statistics.meanWaiting, again.waiting, 1e-12);
      if (again.capacity > 0) {
        assertAlmostEquals(statistics.utilisation, again.utilisation, 1e-12);
      }
    }),
    RUNS,
  );
});
