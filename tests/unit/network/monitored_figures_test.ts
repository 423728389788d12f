/** What is noted by day for the monitoring of institutions of level two and above (BJ-3.18). */
import { assert, assertEquals } from "@std/assert";
import { MONITORED } from "../../../sim/domain/mod.ts";
import type { Monitored } from "../../../sim/domain/mod.ts";
import { runReplication, volumesOf, weekdayOf } from "../../../sim/network/mod.ts";
import type { ReplicationResult } from "../../../sim/network/mod.ts";
import type { Scenario, SurgerySpec } from "../../../sim/scenario/mod.ts";
import { constant, DAY, measureOf, tiny, ward } from "../../support/tiny_network.ts";
import { servedOf } from "../../support/volumes.ts";

const TERTIARY = 3;

/** Fifty ordinary beds of a tertiary hospital, no epidemic, stays of so many days. */
const world = (
  stayDays: number,
  surgery: Partial<SurgerySpec>,
  services: Partial<Scenario["services"]> = {},
): Scenario =>
  tiny({
    wards: [ward("lead", "general", 50, "shared")],
    change: (s) => ({
      ...s,
      wave: { ...s.wave, scale: 0 },
      hospital: { ...s.hospital, surgery: { ...s.hospital.surgery, ...surgery } },
      services: {
        ...s.services,
        occupancy: 0.8,
        stay: {
          general: constant(stayDays * DAY),
          sub_icu: constant(DAY),
          icu: constant(DAY),
        },
        ...services,
      },
    }),
  });

const run = (scenario: Scenario): ReplicationResult =>
  runReplication(scenario, { seed: "monitored", replication: 0 });

/** A figure day by day in a tier. */
function byDay({ volume }: ReplicationResult, { window }: Scenario, figure: Monitored, tier = 3) {
  const { daily } = volumesOf(volume, window);
  const place = MONITORED.indexOf(figure);
  return Array.from(
    { length: window.days + window.runOnDays },
    (_, day) => daily[(day * MONITORED.length + place) * TERTIARY + tier - 1],
  );
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const ALL = { urgent: 1, elective: 1 };

// Nobody leaves a bed within the run. Planted: the last midnight left out: 0 on the last day.
Deno.test("inpatients in bed are noted at every midnight, the last one too", () => {
  const scenario = world(1000, {});
  const inBed = byDay(run(scenario), scenario, "inpatients");
  const days = scenario.window.days + scenario.window.runOnDays;
  assertEquals(inBed.length, days);
  assert(inBed[days - 1] > 0 && inBed[days - 1] >= inBed[days - 2], `${inBed.slice(-2)}`);
});

// Planted: operations noted on admission although they wait for a theatre: weekends have some.
Deno.test("operations are noted on the day of the theatre where theatres are counted", () => {
  const theatres = { counted: true, share: ALL, longestList: 1000 };
  const scenario = world(2, theatres, { urgentShare: 0 });
  const result = run(scenario);
  const { days } = scenario.window;
  const operations = byDay(result, scenario, "operations");
  assertEquals(sum(operations.slice(0, days)), measureOf(result, "operations"));
  const start = scenario.window.start;
  assert(operations.every((n, day) => weekdayOf(start, day) < 5 || n === 0), "none at weekends");
  assertEquals(servedOf(result.volume, scenario, "surgery", { tier: TERTIARY }), sum(operations));
});

Deno.test("operations are noted on admission where theatres are not counted, as in 2019", () => {
  const every = world(2, { counted: false, share: ALL });
  const all = run(every);
  assertEquals(byDay(all, every, "operations"), byDay(all, every, "admissions"));
  assert(sum(byDay(all, every, "operations")) > 1000);
  const none = world(2, { counted: false, share: { urgent: 0, elective: 0 } });
  const result = run(none);
  assertEquals(sum(byDay(result, none, "operations")), 0);
  assertEquals(byDay(result, none, "admissions"), byDay(all, every, "admissions"));
});
