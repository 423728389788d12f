/** Wards that change: idle beds, uses, spacing by ward type; usable beds exact. */
import { assert, assertEquals } from "@std/assert";
import { DAY, logged, measureOf, replicationWith, tiny, ward } from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { IdleWardSpec, Scenario, WardsSpec } from "../../../sim/scenario/mod.ts";
import { ordinaryWards } from "../../../sim/scenario/mod.ts";

const wards = (change: Partial<WardsSpec>) => (s: Scenario): Scenario => ({
  ...s,
  wards: { ...s.wards, ...change },
});
const IDLE: IdleWardSpec = {
  facility: "sub",
  ward: "general",
  beds: 3,
  physicians: 1,
  nurses: 2,
  opens: "2022-11-11",
  opensAt: 1,
  leadTime: DAY,
  clause: "BJ-3.6c",
};

function series(spec: TinySpec, measure: string, type = "general", line = "") {
  const { series } = runReplication(tiny(spec), { seed: "wards", replication: 0 });
  return series.find((p) => p.measure === measure && p.ward === type && (p.line ?? "") === line)!
    .values;
}

Deno.test("IdleWards opens beds with their staff on the date (BJ-3.6c)", () => {
  const sub = { ...ward("sub", "general", 2), physicians: 1, nurses: 0.8 };
  const usable = series({ wards: [sub], change: wards({ idle: [IDLE] }) }, "usable_beds");
  assertEquals([usable[9], usable[10]], [2, 5]);
  const few = wards({ idle: [{ ...IDLE, nurses: 0.4 }] });
  assertEquals(series({ wards: [sub], change: few }, "usable_beds")[10], 3);
});

// Planted: opened at the occupancy instead of the lead time after it: a day early, red.
Deno.test("IdleWards opens the lead time after the ward has filled", () => {
  const scenario = tiny({
    residents: 2,
    risk: { moderate: 1 },
    wards: [["sub", "general", 1]],
    change: wards({ idle: [{ ...IDLE, opens: "", physicians: 1, nurses: 2 }] }),
  });
  const run = logged(scenario, replicationWith(2, scenario));
  const of = (word: string) => run.events.filter(({ event }) => event === word);
  assertEquals(of("idle ward opened").map(({ at, value }) => [at, value]), [
    [of("accepted")[0].at + DAY, 3],
  ]);
  assertEquals(run.measure("usable_beds_peak", { ward: "general" }), 4);
});

const USE = { date: "2022-11-11", facility: "lead", ward: "general" as const };

// Planted: ordinary patients let into a ward of any use: the census does not fall, red.
Deno.test("a ward set apart for COVID on a date lets no ordinary patient in, and sends none away", () => {
  const spec = (uses: WardsSpec["uses"]): TinySpec => ({
    wards: [ward("lead", "general", 40, "ordinary")],
    change: (s) => ({
      ...wards({ uses })(s),
      wave: { ...s.wave, scale: 0 },
      services: { ...s.services, occupancy: 0.8 },
    }),
  });
  const before = series(spec([]), "census", "general", "ordinary");
  const after = series(spec([{ ...USE, use: "covid" }]), "census", "general", "ordinary");
  for (let day = 0; day < 10; day++) assertEquals(after[day], before[day]);
  for (let day = 11; day < 90; day++) assert(after[day] <= after[day - 1]);
  assert(after[10] > 10 && after[80] < 3, `${after[10]} ${after[80]}`);
  const back = spec([{ ...USE, use: "covid" }, { ...USE, date: "2022-12-11", use: "ordinary" }]);
  const again = series(back, "census", "general", "ordinary");
  assert(again[39] < 5 && again[80] > 20);
});

Deno.test("a ward that takes COVID from a date on admits those who wait for it", () => {
  const scenario = (use: "covid" | "shared" | "ordinary") =>
    tiny({
      residents: 1,
      risk: { moderate: 1 },
      wards: [ward("sub", "general", 2, "ordinary")],
      change: wards({ uses: [{ ...USE, facility: "sub", date: "2022-11-02", use }] }),
    });
  const replication = replicationWith(1, tiny());
  const admitted = (use: "covid" | "shared" | "ordinary") =>
    logged(scenario(use), replication).events.filter(({ event }) => event === "admitted").length;
  assertEquals([admitted("covid"), admitted("shared"), admitted("ordinary")], [1, 1, 0]);
  // On the day itself: somebody waiting since the day before is accepted at its 00:00.
  const events = logged(scenario("covid"), replication).events;
  const waits = events.find(({ event }) => event === "requested")!.at;
  const date = new Date(Date.UTC(2022, 10, 2 + Math.floor(waits / DAY))).toISOString().slice(0, 10);
  const late = tiny({
    residents: 1,
    risk: { moderate: 1 },
    wards: [ward("sub", "general", 2, "ordinary")],
    change: wards({ uses: [{ ...USE, facility: "sub", date, use: "covid" }] }),
  });
  const run = logged(late, replication);
  const accepted = run.events.find(({ event }) => event === "accepted")!.at;
  assertEquals(accepted, (Math.floor(waits / DAY) + 1) * DAY);
  assertEquals(run.measure("refusals", { rule: "closed" }), 1);
});

Deno.test("spacing acts on each ward type as far as it follows the level (BJ-3.6b)", () => {
  const usable = (type: "general" | "icu", strength: number) =>
    series(
      {
        wards: [ward("lead", type, 20, "shared")],
        change: (s) => {
          const spacing = { general: 1, sub_icu: 1, icu: 1, [type]: strength };
          const low = { ...s.services.plans.low, spacing: 0.5 };
          const plans = { ...s.services.plans, low };
          return { ...wards({ spacing })(s), services: { ...s.services, plans } };
        },
      },
      "usable_beds",
      type,
    )[5];
  assertEquals([usable("general", 1), usable("general", 0.5)], [10, 15]);
  assertEquals([usable("icu", 1), usable("icu", 0)], [10, 20]);
});

Deno.test("ordinaryWards() has nothing of the epidemic, and wards as they are without it", () => {
  const scenario = tiny({
    wards: [ward("lead", "general", 4, "covid"), ward("partner", "general", 4, "covid")],
    change: (s) => ({
      ...wards({ idle: [IDLE], uses: [{ ...USE, use: "shared" }] })(s),
      staff: { ...s.staff, absence: { ...s.staff.absence, factor: 1 } },
    }),
  });
  const plain = ordinaryWards(scenario);
  assertEquals(plain.city.wards.map(({ use }) => use), ["ordinary", "ordinary"]);
  assertEquals([plain.wards.idle.length, plain.wards.uses.length], [0, 0]);
  assertEquals(plain.staff.absence.factor, 0);
  const result = runReplication({ ...scenario, ...plain }, { seed: "o", replication: 0 });
  assertEquals(measureOf(result, "staff_absent_peak"), NaN);
});
