/** Faults that the random cities have found, each in a world of its own. */
import { assert, assertEquals } from "@std/assert";
import type { ReferralRule } from "../../../sim/domain/mod.ts";
import { beginReplication } from "../../../sim/network/replication.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
import { constant, DAY, logged, tiny, ward } from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";

const rule = (name: string, when: ReferralRule["when"]): ReferralRule => ({
  name,
  clause: "none",
  interpretation: false,
  when,
  to: { role: "designated", ward: "general" },
  overflow: [],
});

/** Suspected cases are referred at once; their result takes a month, and medicines are given with it. */
const late = (s: Scenario): Scenario => ({
  ...s,
  contact: { ...s.contact, antigenSensitivity: 0, pcrTurnaround: 30 * DAY },
  primary: {
    ...s.primary,
    antivirals: { ...s.primary.antivirals, stock: 1, offered: { green: 1, yellow: 1, red: 1 } },
  },
  referral: {
    ...s.referral,
    suspected: { from: "moderate" },
    observation: 60 * DAY,
    rules: { name: "asks", rules: [rule("known", { known: true }), rule("others", {})] },
  },
});

const SPEC: TinySpec = { residents: 20, risk: { moderate: 1, severe: 0.5, deathSevere: 0.5 } };

// Planted: the result taken by whoever had the row: a decision about nobody, red.
Deno.test("a result that comes after its patient has gone is nobody's", () => {
  const { events, measure } = logged(tiny({ ...SPEC, change: late }));
  assertEquals(events.filter(({ event }) => event === "result"), []);
  assertEquals(measure("deaths"), events.filter(({ event }) => event === "died").length);
  assert(events.some(({ event }) => event === "suspected"));
});

// Planted: the same for one who has recovered and awaits discharge: recovers twice, red.
Deno.test("a result that comes after recovery begins no treatment", () => {
  const wards: TinySpec["wards"] = [["designated", "general", 20]];
  const { events } = logged(tiny({ ...SPEC, risk: { moderate: 1 }, wards, change: late }));
  const recovered = events.filter(({ event }) => event === "recovered").map((e) => e.person);
  assertEquals(new Set(recovered).size, recovered.length);
  assert(recovered.length > 5);
  assertEquals(events.filter(({ event }) => event === "antiviral begun"), []);
});

// Planted: all of them taken from the first general ward: 2 physical beds give 3, red.
Deno.test("convertible beds are those of all general wards of a facility", () => {
  const wards = [
    { ...ward("designated", "icu", 1), convertibleBeds: 3, physicians: 8, nurses: 20 },
    ward("designated", "general", 2),
    ward("designated", "general", 2, "shared"),
  ];
  const change = (s: Scenario): Scenario => ({
    ...s,
    wards: { ...s.wards, convertibleOpens: "2022-12-01" },
  });
  const live = beginReplication(tiny({ wards, change }), { seed: "convertible", replication: 0 });
  live.invariants.run(31 * DAY);
  assertEquals([...live.world.wards.converted], [3, -2, -1]);
  assertEquals([...live.world.wards.usable], [4, 0, 1]);
});

// Planted: physicians of clinics counted in whole numbers: half a one away and back leaves 1, red.
Deno.test("half a physician lent by a fever clinic comes back", () => {
  const move = {
    date: "2022-11-05",
    until: "2022-11-09",
    from: "lead",
    ward: "fever_clinic" as const,
    to: "",
    joins: "general" as const,
    physicians: 0.5,
    nurses: 0,
    clause: "none",
  };
  const scenario = tiny({
    change: (s) => ({
      ...s,
      city: {
        ...s.city,
        facilities: s.city.facilities.map((f) => ({ ...f, feverPhysicians: 2 })),
      },
      staff: { ...s.staff, moves: [move] },
    }),
  });
  const live = beginReplication(scenario, { seed: "half", replication: 0 });
  const { physicians } = live.world.flows.clinic;
  live.invariants.run(6 * DAY);
  assertEquals(physicians[3], 1.5);
  live.invariants.run(10 * DAY);
  assertEquals(physicians[3], 2);
});

// Planted: the lines of wards closed only where something of hospitals is on: the means differ, red.
Deno.test("urgent patients who lose patience are counted whether or not hospitals are looked into", () => {
  const scenario = (counted: boolean) =>
    tiny({
      wards: [ward("lead", "general", 10, "ordinary")],
      change: (s) => ({
        ...s,
        window: { ...s.window, days: 28, runOnDays: 0 },
        wave: { ...s.wave, scale: 0 },
        emergency: { ...s.emergency, modelled: true },
        // Beds become free so seldom that somebody is always in line without being there any more.
        services: {
          ...s.services,
          occupancy: 1,
          urgentShare: 1,
          stay: { ...s.services.stay, general: constant(20 * DAY) },
          urgentPatience: { law: "exponential", mean: DAY },
        },
        hospital: {
          ...s.hospital,
          surgery: { ...s.hospital.surgery, counted, share: { urgent: 0, elective: 0 } },
        },
      }),
    });
  const [without, withIt] = [false, true].map((counted) =>
    ["a", "b", "c"].map((seed) =>
      logged(scenario(counted), 0, seed).measure("ordinary_urgent_wait_mean")
    )
  );
  assert(without.some((mean) => mean > 0));
  assertEquals(without, withIt);
});
