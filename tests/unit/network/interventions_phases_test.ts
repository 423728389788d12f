/** Rules, links, vehicles and beds that change on a date: exact small worlds. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { dated, instantAt, rulesTo } from "../../support/dated.ts";
import { logged, replicationWith, TIMES, tiny } from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import { numberedRules, phasesOf } from "../../../sim/scenario/mod.ts";
import type { InterventionSpec, Scenario } from "../../../sim/scenario/mod.ts";
import type { RuleSet } from "../../../sim/domain/mod.ts";

type Change = Omit<InterventionSpec, "name" | "clause">;

/** One resident who becomes moderate, sent to the sub-designated hospital. */
function world(wards: NonNullable<TinySpec["wards"]>, ...changes: Change[]): Scenario {
  return tiny({
    residents: 1,
    risk: { moderate: 1 },
    wards,
    change: (s) =>
      dated(...changes)({ ...s, referral: { ...s.referral, rules: rulesTo("sub_designated") } }),
  });
}

const REPLICATION = replicationWith(1, tiny());
const run = (scenario: Scenario) => logged(scenario, REPLICATION);
const at = (scenario: Scenario, word: string) =>
  run(scenario).events.filter(({ event }) => event === word).map((event) => event.at);

const FULL = [["sub", "general", 0], ["designated", "general", 1], ["lead", "general", 1]] as const;
const waiting = world(FULL);
const [ASKED] = at(waiting, "requested");
const ON = instantAt(waiting, ASKED, 600);
const CHANGED = Math.ceil(ASKED) + 600;

Deno.test("who waits has no bed until a rule or a link changes", () => {
  assertEquals(at(waiting, "accepted"), []);
});

// Planted: the time of the request not kept (a new request at every change): two of them, red.
Deno.test("new links serve who waits at the instant, and keep the time of the request", () => {
  const links = [{ grids: ["g"], role: "sub_designated", facilities: ["designated"] }] as const;
  const scenario = world(FULL, { on: ON, links });
  assertEquals(at(scenario, "requested"), [ASKED]);
  assertEquals(at(scenario, "accepted"), [CHANGED]);
  const { result, measure } = run(scenario);
  assertAlmostEquals(
    measure("transfer_part_mean", { line: "wait_for_bed" }),
    (CHANGED - ASKED) / 60,
  );
  const named = result.measures.filter((m) =>
    m.measure === "transfer_delay_mean" && m.rule === "ill"
  );
  assertEquals(named.length, 1);
  assertEquals(phasesOf(scenario).map(({ at }) => at), [-Infinity, CHANGED]);
  assertEquals(numberedRules(scenario)[0].map(({ name }) => name), [
    "ill",
    "others",
    "ill",
    "others",
  ]);
});

Deno.test("a rule that sends elsewhere opens a request of its own", () => {
  const scenario = world(FULL, { on: ON, rules: rulesTo("lead", "elsewhere") });
  const { events } = run(scenario);
  const of = (word: string) =>
    events.filter(({ event }) => event === word).map((
      { at, rule, facility },
    ) => [at, rule, facility]);
  assertEquals(of("requested").map(([at, rule]) => [at, rule]), [[ASKED, "ill"], [
    CHANGED,
    "elsewhere",
  ]]);
  assertEquals(of("accepted"), [[CHANGED, "elsewhere", "lead"]]);
});

Deno.test("a rule without a bed sends who waits home, and closes the request", () => {
  const home: RuleSet = { ...rulesTo("lead"), rules: [rulesTo("lead").rules[1]] };
  const scenario = world(FULL, { on: ON, rules: home });
  assertEquals(at(scenario, "sent home"), [CHANGED]);
  assertEquals(at(scenario, "accepted"), []);
});

// Planted: everybody with a request decided anew: admitted to the lead hospital, red.
Deno.test("accepted transfers go on", () => {
  const beds = [["sub", "general", 1], ["lead", "general", 1]] as const;
  const [accepted] = at(world(beds), "accepted");
  const on = instantAt(waiting, accepted, 5);
  const { events } = run(world(beds, { on, rules: rulesTo("lead") }));
  const admitted = events.filter(({ event }) => event === "admitted");
  assertEquals(admitted.map(({ facility }) => facility), ["sub"]);
});

Deno.test("changes of one instant begin one phase; one back to the old rules begins another", () => {
  const links = [{ grids: ["g"], role: "lead", facilities: ["partner"] }] as const;
  const scenario = world(
    FULL,
    { on: ON, rules: rulesTo("lead") },
    { on: ON, links },
    { on: instantAt(waiting, ASKED, 900), rules: rulesTo("sub_designated") },
  );
  const [first, both, back] = phasesOf(scenario);
  assertEquals([first.first, both.first, back.first].map(([rules]) => rules), [0, 2, 4]);
  assertEquals(both.name, "change 1, change 2");
  assertEquals(both.links.filter(({ role }) => role === "lead").map((l) => l.facility), [
    "partner",
  ]);
  // Rules of those who do not follow get new numbers with the links, and keep them afterwards.
  const { length } = scenario.referral.otherwise.rules;
  assertEquals([first.first[1], both.first[1], back.first[1]], [0, length, length]);
});

Deno.test("vehicles on duty from an instant on fetch who waits for one", () => {
  const spec: TinySpec = {
    residents: 1,
    risk: { moderate: 1, severe: 1 },
    wards: [["designated", "sub_icu", 1]],
    vehicles: [1, 0],
    worsening: "call_120",
  };
  const none = (s: Scenario) => ({ ...s, transfer: { ...s.transfer, vehicleFactor: 0 } });
  const without = tiny({ ...spec, change: none });
  const replication = replicationWith(1, without);
  const away = logged(without, replication).events;
  const called = away.find(({ event }) => event === "contact")!.at;
  assertEquals(away.filter(({ event }) => event === "seen"), []);
  const on = instantAt(without, called, 120);
  const change = (s: Scenario) => dated({ on, vehicles: { factor: 1 } })(none(s));
  const { events, measure } = logged(tiny({ ...spec, change }), replication);
  // Loaded where it stands, ten kilometres at half a kilometre a minute, unloaded, seen.
  const { load, unload, consultation } = TIMES;
  const seen = events.find(({ event }) => event === "seen")!.at;
  assertAlmostEquals(seen, Math.ceil(called) + 120 + load + 20 + unload + consultation);
  assert(measure("vehicle_use") > 0 && measure("vehicle_use") < 0.1);
});

// Planted: lost beds still open: five of them on the next day, red.
Deno.test("beds lost are closed from the instant on; nobody is moved out", () => {
  const scenario = tiny({
    wards: [["sub", "general", 5]],
    change: dated({ on: "2022-11-11", beds: { facility: "sub", ward: "general", lost: 2 } }),
  });
  const { series } = runReplication(scenario, { seed: "beds", replication: 0 });
  const usable = series.find((p) => p.measure === "usable_beds" && p.ward === "general")!.values;
  assertEquals([usable[9], usable[10], usable[80]], [5, 3, 3]);
});
