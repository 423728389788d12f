/** Staff shared between the wards of a hospital by its plan, in tiny worlds: exact beds and times. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { DAY, HOUR, logged, replicationWith, tiny, ward } from "../../support/tiny_network.ts";
import type { LoggedRun } from "../../support/tiny_network.ts";
import type { HospitalPlanSpec, Scenario, StaffMoveSpec } from "../../../sim/scenario/mod.ts";

interface World {
  readonly plan?: Partial<HospitalPlanSpec>;
  readonly icu?: number;
  readonly moves?: readonly StaffMoveSpec[];
}

/** Looks at who is there and who waits alone, as it looks no time ahead. */
const PLAN = { modelled: true, every: DAY, look: 2 * DAY, horizon: 0, delay: 0, safety: 0 };

/** One critical case, an ICU without staff, and forty general beds with theirs: 4 and 16. */
function world({ plan = {}, icu = 0.5, moves = [] }: World): Scenario {
  return tiny({
    risk: { moderate: 1, severe: 1, critical: 1 },
    worsening: "call_120",
    wards: [
      { ...ward("designated", "general", 40, "shared"), physicians: 4, nurses: 16 },
      { ...ward("designated", "icu", 2), physicians: 0, nurses: 0 },
    ],
    change: (s) => ({
      ...s,
      care: { ...s.care, criticalDeathWithout: 0, severeDeathWithout: 0 },
      staff: { ...s.staff, moves },
      wards: {
        ...s.wards,
        hospitalPlan: {
          ...s.wards.hospitalPlan,
          ...PLAN,
          staff: true,
          qualified: { sub_icu: 1, icu },
          ...plan,
        },
      },
    }),
  });
}

const REPLICATION = replicationWith(1, world({}));
const run = (of: World) => logged(world(of), REPLICATION);
const shared = ({ events }: LoggedRun) => events.filter(({ event }) => event === "staff shared");
const at = ({ events }: LoggedRun, word: string) => events.find((e) => e.event === word)?.at;
const beds = ({ result }: LoggedRun, type: string, day: number) =>
  result.series.find((p) => p.measure === "usable_beds" && p.ward === type)!.values[day];

// The case waits for the ICU; at the next 00:00 one physician and 2.5 nurses come from the general
// ward, which keeps 3 and 13.5, for 30 beds. Planted: staff come but are not taken away: stops.
Deno.test("SharedStaff brings general staff to the ICU for a case who waits (N35-4.3)", () => {
  const lent = run({});
  const [from, to, ...rest] = shared(lent);
  const waits = at(lent, "waits")!;
  assertEquals(from.at, Math.ceil(waits / DAY) * DAY);
  assertEquals([from, to].map((e) => [e.at, e.ward, e.value]), [
    [from.at, "general", -3.5],
    [from.at, "icu", 3.5],
  ]);
  assertEquals(at(lent, "accepted"), from.at);
  const day = from.at / DAY;
  assertEquals([day - 1, day].map((d) => beds(lent, "general", d)), [40, 30]);
  assertEquals([day - 1, day].map((d) => beds(lent, "icu", d)), [0, 1]);
  // Back in the morning after the ICU is empty; then nobody is away.
  const left = lent.events.filter(({ event }) => event === "admitted")[1].at;
  const back = rest.filter(({ value }) => value === 0);
  assertEquals(back.map((e) => [e.at, e.ward]), [
    [Math.ceil(left / DAY) * DAY, "general"],
    [Math.ceil(left / DAY) * DAY, "icu"],
  ]);
  assertEquals(lent.measure("staff_shared_peak"), 3.5);
  const days = (back[0].at - from.at) / DAY;
  assertAlmostEquals(lent.measure("staff_shared_person_days"), 3.5 * days, 1e-9);
  assertAlmostEquals(
    lent.measure("staff_shared_person_days", { line: "nurses" }),
    2.5 * days,
    1e-9,
  );
});

Deno.test("SharedStaff brings them the stated delay after the forecast", () => {
  const [prompt, late] = [0, 12 * HOUR].map((delay) => run({ plan: { delay, horizon: delay } }));
  assertEquals(shared(late)[0].at, shared(prompt)[0].at + 12 * HOUR);
});

// A fifth of four physicians is no whole bed.
Deno.test("SharedStaff sends nobody where too few can work in the ICU", () => {
  for (const nobody of [run({ icu: 0.2 }), run({ plan: { staff: false } })]) {
    assertEquals(shared(nobody), []);
    assert(!nobody.events.some(({ event, ward }) => event === "admitted" && ward === "icu"));
  }
});

// Fifteen nurses leave the general ward while staff are lent: one nurse of it is left, no bed can be
// staffed in the ICU, and all return. Planted: staff lent stay lent until the next plan: fewer nurses than none, stops.
Deno.test("SharedStaff takes staff back before they leave the hospital by date", () => {
  const plan = { every: 2 * DAY };
  const day = shared(run({ plan }))[0].at / DAY + 1;
  const date = new Date(Date.UTC(2022, 10, 1 + day)).toISOString().slice(0, 10);
  const gone = run({
    plan,
    moves: [{
      date,
      until: "",
      from: "designated",
      ward: "general",
      to: "",
      joins: "general",
      physicians: 0,
      nurses: 15,
      clause: "N162-2",
    }],
  });
  const last = shared(gone).filter((e) => e.at === day * DAY);
  assertEquals(last.map((e) => [e.ward, e.value]), [["general", 0], ["icu", 0]]);
  assertEquals([beds(gone, "general", day), beds(gone, "icu", day)], [2, 0]);
});
