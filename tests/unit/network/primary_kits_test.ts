/** Antigen kits: tests at home, stocks that run out, clinics without a kit. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import {
  constant,
  DAY,
  HOUR,
  logged,
  replicationWith,
  story,
  TIMES,
  tiny,
} from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";
import type { KitSpec, Scenario } from "../../../sim/scenario/mod.ts";
import { Stock } from "../../../sim/network/stock.ts";

const REPLICATION = replicationWith(1, tiny());
const ALL = { green: 1, yellow: 1, red: 1 };
const NONE = { green: 0, yellow: 0, red: 0 };

/** A tiny world with kits, follow-up every day and own notice after four days. */
function withKits(kits: Partial<KitSpec>, spec: TinySpec = {}) {
  const change = (s: Scenario): Scenario => {
    const t = spec.change?.(s) ?? s;
    const { primary, contact } = t;
    return {
      ...t,
      primary: { ...primary, accessMeasures: true, kits: { ...primary.kits, ...kits } },
      contact: {
        ...contact,
        followUp: { green: DAY, yellow: DAY, red: DAY },
        noticeDelay: { ...contact.noticeDelay, moderate: constant(4 * DAY) },
      },
    };
  };
  return logged(tiny({ risk: { moderate: 0.9999 }, ...spec, change }), REPLICATION);
}

Deno.test("Stock lends a unit a day when one arrives a day, and counts the time without", () => {
  const clock = { now: 0, end: 3 * DAY };
  const residents = Float64Array.of(10);
  const stock = new Stock({ residents, perResident: 0, replenished: 0.1 / DAY, clock });
  assertEquals(stock.emptyFor[0], DAY);
  assertEquals(stock.take(0), false);
  clock.now = 1.5 * DAY;
  assertEquals([stock.take(0), stock.take(0)], [true, false]);
  assertEquals(stock.emptyFor[0], 1.5 * DAY);
  clock.now = 2 * DAY;
  assertEquals(stock.take(0), true);
  assertEquals([stock.used[0], stock.wanting[0], stock.emptyFor[0]], [2, 2, 2.5 * DAY]);
});

// Planted: the report left out, so that the case is not known: the contact then comes after 4 days.
Deno.test("a case that tests at home is known, followed up and found before its own notice", () => {
  const { events, measure } = withKits({ limited: true, stock: 1, selfTest: ALL });
  const [test, worse, contact] = events;
  assertEquals([test.event, worse.event, contact.event], [
    "positive at home",
    "worsened",
    "contact",
  ]);
  const found = contact.at - worse.at;
  assertEquals(found > 0 && found <= DAY, true, `${found} min`);
  assertAlmostEquals(measure("care_delay_mean"), found / HOUR, 1e-9);
  assertEquals(measure("kits_used"), 1);
  assertEquals(measure("kits_used", { grid: "g" }), 1);
});

Deno.test("without a kit the case is unknown at home and found by its own notice", () => {
  const { events, measure } = withKits({ limited: true, stock: 0, selfTest: ALL });
  const [worse, contact] = events;
  assertEquals([worse.event, contact.event], ["worsened", "contact"]);
  assertAlmostEquals(contact.at - worse.at, 4 * DAY, 1e-6);
  assertEquals(measure("kits_wanting"), 1);
  assertEquals(measure("days_without_kits"), 120);
});

Deno.test("a case that tests at home still makes the contact it would have made", () => {
  const spec = { onset: "hospital", risk: { moderate: 0 } } as const;
  const { events } = withKits({ selfTest: ALL }, spec);
  assertEquals(story(events), [
    "0 positive at home 1",
    `${TIMES.onsetDelay} contact 3`,
    `${TIMES.onsetDelay + 15} seen designated 1`,
    `${TIMES.onsetDelay + 15} sent home 1`,
  ]);
});

Deno.test("a mild case that tests and needs nothing recovers, counted once", () => {
  const { measure, result } = withKits({ selfTest: ALL }, { risk: { moderate: 0 } });
  assertEquals([measure("infected"), measure("unresolved"), result.met], [1, 0, 1]);
  assertEquals(measure("recovered_by_day_28"), 1);
});

// Planted: the clinic's kit not asked for: "seen chc 1", red.
Deno.test("a primary clinic without kits knows a case by PCR alone, a hospital at once", () => {
  const open = (s: Scenario): Scenario => ({
    ...s,
    city: {
      ...s.city,
      facilities: s.city.facilities.map((f) => ({ ...f, feverOpens: 0, feverCloses: 24 })),
    },
  });
  const seen = (worsening: "primary" | "hospital") => {
    const kits = { limited: true, stock: 0, selfTest: NONE };
    const { events } = withKits(kits, { worsening, risk: { moderate: 1 }, change: open });
    const from = events.findIndex((e) => e.event === "seen");
    return story(events.slice(from)).slice(0, 2);
  };
  assertEquals(
    seen("primary"),
    ["0 seen chc", `${TIMES.pcr} requested chc moderate 0`].map((l, i) => i === 0 ? `${l} 0` : l),
  );
  assertEquals(seen("hospital"), ["0 seen designated 1", "0 requested designated moderate 0"]);
});
