/** The event log: its words, what rules saw, vehicles, beginnings and ends; one person in depth. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { explainRules } from "../../../sim/domain/mod.ts";
import {
  eventTypeOf,
  LOG_EVENTS,
  runReplication,
  seenCode,
  seenOf,
  vehicleNames,
} from "../../../sim/network/mod.ts";
import type { ReplicationResult } from "../../../sim/network/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
import {
  allEventsOf,
  constant,
  DAY,
  replicationWith,
  tiny,
  TRAINING,
} from "../../support/tiny_network.ts";
import type { Event } from "../../support/tiny_network.ts";

const SMALL: Scenario = {
  ...TRAINING,
  referral: { ...TRAINING.referral, adherence: 0.5 },
  wave: { ...TRAINING.wave, scale: 0.5 },
};
const RUN = runReplication(SMALL, { seed: "log", replication: 0, log: true });
const EVENTS = allEventsOf(SMALL, RUN);

function column({ log }: ReplicationResult, name: string): Float64Array {
  return log!.rows.column(name);
}

const NETWORK = new URL("../../../sim/network/", import.meta.url);

// Planted: "bed left" taken out of the list: red.
Deno.test("every word that the sources log is listed, once, with a kind", async () => {
  const words = new Set<string>();
  for await (const { name } of Deno.readDir(NETWORK)) {
    if (name === "log_events.ts" || !name.endsWith(".ts")) continue;
    const text = await Deno.readTextFile(new URL(name, NETWORK));
    const calls = /\b(?:log|depth\(p\))\??\.(?:patient|referral|ward|vehicle)\(\s*([^,]*),/g;
    for (const [, first] of text.matchAll(calls)) {
      for (const [, word] of first.matchAll(/"([^"]+)"/g)) words.add(word);
    }
  }
  const listed = LOG_EVENTS.map(({ event }) => event);
  assertEquals(new Set(listed).size, listed.length);
  assertEquals([...words].filter((word) => !listed.includes(word)), []);
  assert(words.size > 40, "the calls must be found");
  assertEquals(
    [...new Set(EVENTS.map(({ event }) => event))].filter((w) => !listed.includes(w)),
    [],
  );
  assertEquals(eventTypeOf("no such word"), "step");
});

Deno.test("seenOf() is the inverse of seenCode(), and refuses what no patient can be", () => {
  const codes = new Set(
    EVENTS.filter(({ event }) => event === "decided" || event === "arrival").map((e) => e.value),
  );
  assert(codes.size > 500);
  for (const code of codes) assertEquals(seenCode(seenOf(code)), code);
  for (const code of [-1, 0.5, NaN, 2 ** 27]) {
    assertThrows(() => seenOf(code), RangeError, "as the code must be one that the log writes");
  }
});

// Planted: the parts of the number packed in another order than they are read: red.
Deno.test("the rule of every decision follows from what the log says that the rules saw", () => {
  const { rules, otherwise } = SMALL.referral;
  const [set, rule, value, event] = ["rule_set", "rule", "value", "event"].map((name) =>
    column(RUN, name)
  );
  const decided = RUN.log!.events.texts.indexOf("decided");
  const sets = new Map<number, number>();
  event.forEach((code, i) => {
    if (code !== decided) return;
    sets.set(set[i], (sets.get(set[i]) ?? 0) + 1);
    const explained = explainRules(set[i] === 0 ? rules : otherwise, seenOf(value[i]));
    assertEquals(explained.findIndex(({ matched }) => matched), rule[i]);
  });
  assert(sets.get(0)! > 500 && sets.get(1)! > 500);
});

/** Events by person, in order. */
function byPerson(events: readonly Event[]): Event[][] {
  const people = Map.groupBy(events.filter(({ person }) => person >= 0), ({ person }) => person);
  return [...people.values()];
}

Deno.test("everybody arrives first and departs last, and uses are begun before they end", () => {
  for (const events of byPerson(EVENTS)) {
    assertEquals(events[0].event, "arrival");
    const departs = events.findIndex(({ event }) => event === "depart");
    assert(departs < 0 || departs === events.length - 1);
    for (
      const [begins, ends] of [["admitted", "bed left"], ["vehicle assigned", "vehicle arrived"]]
    ) {
      let open = 0;
      for (const { event } of events) {
        if (event === begins) open++;
        if (event === ends) open--;
        // A vehicle that is called off never arrives with the patient.
        assert(open >= 0 && (begins !== "admitted" || open <= 1), `${begins} and ${ends}`);
      }
    }
  }
});

Deno.test("a vehicle is assigned, drives, arrives and is free, under its own number", () => {
  const names = vehicleNames(SMALL);
  assertEquals(
    names,
    ["training-fleet-g1-1", "training-fleet-g1-2", "training-fleet-g1-3"].concat(
      "training-fleet-pool-1",
    ),
  );
  const steps = EVENTS.filter(({ event }) => /^vehicle|^picked up/.test(event));
  for (const [, of] of Map.groupBy(steps, ({ value }) => value)) {
    const words = of.filter(({ event }) => event !== "vehicle called off").map(({ event }) =>
      event
    );
    const trips = words.join().split("vehicle free");
    // Who dies on the road does not arrive.
    const whole = /^,?vehicle assigned,(?:picked up,(?:vehicle arrived,)?)?$|^,?$/;
    assert(trips.slice(0, -1).every((trip) => whole.test(trip)), trips.find((t) => !whole.test(t)));
  }
});

Deno.test("a log that follows one person has that one's events, and more, and changes nothing", () => {
  const key = byPerson(EVENTS).toSorted((a, b) => b.length - a.length)[0][0].person;
  const options = { seed: "log", replication: 0, log: true, follow: key };
  const followed = runReplication(SMALL, options);
  assertEquals(followed.measures, RUN.measures);
  const inDepth = new Set(LOG_EVENTS.filter((e) => e.inDepth).map(({ event }) => event));
  const own = allEventsOf(SMALL, followed);
  assertEquals(
    own.filter(({ event, person }) => !inDepth.has(event) && person === key),
    EVENTS.filter(({ person }) => person === key),
  );
  assertEquals(own.slice(0, 2).map(({ event }) => event), ["infected", "onset"]);
  assert(own.some(({ event }) => event === "place in queue"));
});

// Planted: those as high and later counted too: red.
Deno.test("the place in the queue counts those as high and earlier", () => {
  const scenario = tiny({
    residents: 5,
    risk: { moderate: 1 },
    wards: [["sub", "general", 1]],
    change: (s) => ({ ...s, course: { ...s.course, moderate: constant(40 * DAY) } }),
  });
  const replication = replicationWith(5, scenario);
  const run = (follow?: number) =>
    runReplication(scenario, {
      ...{ seed: "tiny", replication, log: true },
      ...(follow !== undefined && { follow }),
    });
  const order = allEventsOf(scenario, run()).filter(({ event }) => event === "waits")
    .map(({ person }) => person);
  const places = order.map((person) =>
    allEventsOf(scenario, run(person)).find(({ event }) => event === "place in queue")?.value
  );
  assertEquals(places, [1, 2, 3, 4]);
});
