/** Facilities that close, are emptied, disinfected and opened again: exact small worlds (BJ-2a, BJ-2b). */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { dated, instantAt, rulesTo } from "../../support/dated.ts";
import {
  DAY,
  HOUR,
  logged,
  replicationWith,
  TIMES,
  tiny,
  ward,
} from "../../support/tiny_network.ts";
import type { Event, TinySpec } from "../../support/tiny_network.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { ClosureSpec, InterventionSpec, Scenario } from "../../../sim/scenario/mod.ts";

type Change = Omit<InterventionSpec, "name" | "clause">;

const CLOSURE: ClosureSpec = {
  facilities: ["sub"],
  to: "covid",
  inpatients: "move",
  disinfection: DAY,
  reopens: "",
  as: "ordinary",
};
const TWO: NonNullable<TinySpec["wards"]> = [["sub", "general", 2], ["designated", "general", 2]];
const REPLICATION = replicationWith(1, tiny());

/** One moderate case, by the plan's rules: to the sub-designated, then to the designated hospital. */
function world(changes: readonly Change[], spec: TinySpec = {}): Scenario {
  return tiny({
    residents: 1,
    risk: { moderate: 1 },
    wards: TWO,
    change: dated(...changes),
    ...spec,
  });
}
const run = (scenario: Scenario) => logged(scenario, REPLICATION);
const timesOf = (events: readonly Event[], word: string) =>
  events.filter(({ event }) => event === word).map(({ at }) => at);
const placesOf = (events: readonly Event[], word: string) =>
  events.filter(({ event }) => event === word).map(({ facility }) => facility);

const plain = run(world([])).events;
const [ACCEPTED] = timesOf(plain, "accepted");
const [ADMITTED] = timesOf(plain, "admitted");
const ON = instantAt(world([]), ADMITTED, 60);
const CLOSED = Math.ceil(ADMITTED) + 60;
const RIDE = 10;

// Planted: rank of those who may come in unchanged, so that nobody moves sideways: not moved, red.
Deno.test("Closures moves inpatients by vehicle, disinfects, and opens on the day", () => {
  const reopens = instantAt(world([]), ADMITTED, 60 + 2 * DAY);
  const scenario = world([{ on: ON, close: { ...CLOSURE, reopens } }]);
  const { events, measure } = run(scenario);
  assertEquals(placesOf(events, "admitted"), ["sub", "designated"]);
  // The vehicle of the grid stands at the community, five kilometres from the closed hospital.
  const leaves = CLOSED + TIMES.handOver + RIDE + TIMES.load;
  const [empty] = timesOf(events, "closed wards empty");
  assertAlmostEquals(empty, leaves, 1e-3);
  assertAlmostEquals(timesOf(events, "admitted")[1], leaves + RIDE + TIMES.unload, 1e-3);
  assertAlmostEquals(timesOf(events, "closed wards disinfected")[0], leaves + DAY, 1e-3);
  assertEquals(timesOf(events, "ward reopened"), [CLOSED + 2 * DAY]);
  assertEquals(measure("closure_cases_moved"), 1);
  assertEquals(measure("closure_cases_moved", { facility: "sub" }), 1);
  assertAlmostEquals(measure("closure_move_wait_mean"), (empty - CLOSED) / HOUR);
  assertAlmostEquals(measure("closure_hours_to_empty"), (empty - CLOSED) / HOUR);
  assertEquals(measure("reopening_delay"), 0);
  assertEquals(measure("reopening_day"), 1 + Math.floor((CLOSED + 2 * DAY) / DAY));
  assertEquals(measure("ordinary_beds_given_back"), 2);
});

// Planted: opened on the day whatever the state: at the planned instant, red.
Deno.test("inpatients who stay hold the reopening up; it is later than planned", () => {
  const reopens = instantAt(world([]), ADMITTED, 60 + DAY);
  const { events, measure } = run(
    world([{ on: ON, close: { ...CLOSURE, inpatients: "stay", reopens } }]),
  );
  assertEquals(placesOf(events, "admitted"), ["sub"]);
  const [discharged] = timesOf(events, "discharged");
  assertEquals(discharged, timesOf(plain, "discharged")[0]);
  assertEquals(timesOf(events, "opens later"), [CLOSED + DAY]);
  assertEquals(timesOf(events, "ward reopened"), [discharged + DAY]);
  assertAlmostEquals(measure("reopening_delay"), (discharged - CLOSED) / HOUR);
  assertEquals(measure("closure_cases_moved"), 0);
});

Deno.test("who finds no bed stays in the closed ward and is moved when one is free", () => {
  const on = instantAt(world([]), ADMITTED, 60 + DAY);
  const links = [{ grids: ["g"], role: "sub_designated", facilities: ["lead"] }] as const;
  const wards: TinySpec["wards"] = [["sub", "general", 2], ["lead", "general", 2]];
  const change = (s: Scenario) =>
    dated({ on: ON, close: CLOSURE }, { on, links })({
      ...s,
      referral: { ...s.referral, rules: rulesTo("sub_designated") },
    });
  const { events } = run(world([], { wards, change }));
  assertEquals(placesOf(events, "admitted"), ["sub", "lead"]);
  assertEquals(timesOf(events, "accepted")[1], CLOSED + DAY);
  assertEquals(timesOf(events, "waits"), [CLOSED]);
});

// Planted: the queue of those who have such a bed already, as without the closure: never moved, red.
Deno.test("a bed that opens elsewhere takes who waits in a closed ward", () => {
  const links = [{ grids: ["g"], role: "sub_designated", facilities: ["sub", "lead"] }] as const;
  const date = instantAt(world([]), (Math.floor(CLOSED / DAY) + 1) * DAY).slice(0, 10);
  const uses = [{ date, facility: "lead", ward: "general", use: "covid" }] as const;
  const change = (s: Scenario) =>
    dated({ on: ON, close: CLOSURE }, { on: ON, links })({
      ...s,
      referral: { ...s.referral, rules: rulesTo("sub_designated") },
      wards: { ...s.wards, uses },
    });
  const wards = [ward("sub", "general", 2), ward("lead", "general", 2, "ordinary")];
  const { events } = run(world([], { wards, change }));
  assertEquals(timesOf(events, "accepted")[1], (Math.floor(CLOSED / DAY) + 1) * DAY);
  assertEquals(placesOf(events, "admitted"), ["sub", "lead"]);
});

Deno.test("a bed held where nobody is taken any more is asked for anew, but not from the road", () => {
  const before = instantAt(world([]), ACCEPTED, 1);
  const held = run(world([{ on: before, close: CLOSURE }]));
  assertEquals(placesOf(held.events, "admitted"), ["designated"]);
  assertEquals(held.measure("closure_cases_moved"), 0);
  const road = instantAt(world([]), ACCEPTED, TIMES.handOver + 2);
  const arrived = run(world([{ on: road, close: CLOSURE }]));
  assertEquals(placesOf(arrived.events, "admitted"), ["sub", "designated"]);
});

/** A severe case in the sub-ICU of the designated hospital, with a general bed elsewhere. */
const SEVERE: TinySpec = {
  risk: { moderate: 1, severe: 1 },
  wards: [["designated", "sub_icu", 1], ["sub", "general", 1]],
};
const DESIGNATED = { ...CLOSURE, facilities: ["designated"] };

Deno.test("those past the worst are moved too, to the bed that they need now", () => {
  const stays = run(world([], SEVERE)).events;
  const [better] = timesOf(stays, "convalescent");
  assertEquals(placesOf(stays, "admitted")[0], "designated");
  const on = instantAt(world([]), better, 60);
  const { events } = run(world([{ on, close: DESIGNATED }], SEVERE));
  assertEquals(placesOf(events, "admitted").at(-1), "sub");
  assertEquals(timesOf(events, "accepted").at(-1), Math.ceil(better) + 60);
});

// Planted: those past the worst left in observation (`observe` unchanged): moved a day later, red.
Deno.test("who waited for as good a bed is moved to a lower one when past the worst", () => {
  const stays = run(world([], SEVERE)).events;
  const on = instantAt(world([]), timesOf(stays, "admitted")[0], 60);
  const { events } = run(world([{ on, close: DESIGNATED }], SEVERE));
  const [better] = timesOf(events, "convalescent");
  assertEquals(timesOf(events, "accepted").at(-1), better);
  assertEquals(placesOf(events, "admitted"), ["designated", "sub"]);
});

/** Ordinary patients of a lead hospital, without epidemic. */
function ordinary(use: "ordinary" | "shared", close: Partial<ClosureSpec>): Scenario {
  const whole = { ...CLOSURE, facilities: ["lead"], inpatients: "stay", ...close } as const;
  return tiny({
    wards: [ward("lead", "general", 40, use)],
    change: (s) => ({
      ...dated({ on: "2022-11-11", close: whole })(s),
      wave: { ...s.wave, scale: 0 },
      services: { ...s.services, occupancy: 0.8 },
    }),
  });
}
const seriesOf = (scenario: Scenario, measure: string, line = "") =>
  runReplication(scenario, { seed: "closed", replication: 0 }).series.find((p) =>
    p.measure === measure && p.ward === "general" && (p.line ?? "") === line
  )!.values;

// Planted: a shared ward closed to everybody (2 for 1): the census falls, red.
Deno.test("closed to COVID a shared ward goes on with ordinary patients; closed to all it empties", () => {
  const covid = ordinary("shared", { to: "covid" });
  const { interventions: _, ...open } = covid;
  assertEquals(seriesOf(covid, "census", "ordinary"), seriesOf(open, "census", "ordinary"));
  const all = seriesOf(ordinary("shared", { to: "all" }), "census", "ordinary");
  for (let day = 11; day < 90; day++) assert(all[day] <= all[day - 1]);
  assert(all[9] > 20 && all[85] < 3, `${all[9]} ${all[85]}`);
  const usable = seriesOf(ordinary("ordinary", { to: "all" }), "usable_beds");
  assertEquals([usable[9], usable[10]], [40, 0]);
});

Deno.test("ordinary patients come back when a hospital opens again", () => {
  const again = ordinary("ordinary", { to: "all", reopens: "2022-12-20", disinfection: 0 });
  const census = seriesOf(again, "census", "ordinary");
  const low = Math.min(...census.slice(30, 60));
  assert(census[90] > 20 && low < 12, `${low} ${census[90]}`);
});

Deno.test("a hospital closed to all receives nobody: the sick go to the next one", () => {
  const seenAt = (changes: Change[]) =>
    placesOf(run(world(changes, { wards: [["sub", "general", 1]] })).events, "seen");
  assertEquals(seenAt([]), ["designated"]);
  const close = { ...CLOSURE, facilities: ["designated"], to: "all" } as const;
  const before = instantAt(world([]), 0);
  assertEquals(seenAt([{ on: before, close }]), ["lead"]);
  const reopens = instantAt(world([]), 2 * DAY);
  assertEquals(seenAt([{ on: before, close: { ...close, reopens } }]), ["designated"]);
});
