/** CT scanners of fever clinics: scan, disinfection, order of the line, who is scanned. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { PriorityQueues } from "../../../sim/engine/mod.ts";
import { LINE, Patients } from "../../../sim/network/patients.ts";
import { ServiceLine } from "../../../sim/network/service_line.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { ImagingSpec, Scenario } from "../../../sim/scenario/mod.ts";
import { changesOf } from "../../support/paired_runs.ts";
import {
  constant,
  logged,
  replicationWith,
  story,
  tiny,
  TRAINING,
} from "../../support/tiny_network.ts";

const ALL = { mild: 1, moderate: 1, severe: 1, critical: 1 };

const imaging = (change: Partial<ImagingSpec> = {}) => (scenario: Scenario): Scenario => ({
  ...scenario,
  imaging: {
    ...scenario.imaging,
    modelled: true,
    scan: constant(12),
    disinfection: 30,
    share: ALL,
    ...change,
  },
});

const spec = (change: Partial<ImagingSpec>, residents = 1) =>
  tiny({
    residents,
    risk: { moderate: 1 },
    worsening: "hospital",
    wards: [["sub", "general", 4]],
    change: imaging(change),
  });

const ONE = replicationWith(1, tiny());

Deno.test("Scanners let the decision wait for the scan", () => {
  const { events, measure } = logged(spec({}), ONE);
  assertEquals(story(events).slice(2, 4), [
    "615 seen designated 1",
    "627 requested designated moderate 0",
  ]);
  assertEquals(measure("ct_scans"), 1);
  assertEquals(measure("ct_wait_mean"), 0);
});

Deno.test("Scanners scan nobody outside the share, and none where there is no scanner", () => {
  for (const change of [{ share: { ...ALL, moderate: 0 } }, { scanners: [0, 0, 1] as const }]) {
    const { events, measure } = logged(spec(change), ONE);
    assertEquals(story(events)[3], "615 requested designated moderate 0");
    assertEquals(measure("ct_scans"), 0);
  }
});

// Planted: patience not looked at in `send`: somebody at home awaits a scan, this replication stops.
Deno.test("Scanners scan nobody whose patience ended during the consultation", () => {
  const { infected, measures } = runReplication(onGrid(0), { seed: "clauses", replication: 3 });
  assert(measures.length > 0 && infected > 0);
});

// Planted: the disinfection left out of `Scanners`: the second is scanned at once.
Deno.test("Scanners are disinfected after every patient before the next", () => {
  const free = logged(spec({ disinfection: 0 }, 4), replicationWith(4, tiny({ residents: 4 })));
  const seen = free.events.filter(({ event }) => event === "seen").map(({ at }) => at);
  assertEquals(free.measure("ct_wait_mean"), 0);
  // Longer than the time between the first two who are seen, by 60 minutes.
  const disinfection = seen[1] - seen[0] - 12 + 60;
  const kept = logged(
    spec({ disinfection }, 4),
    replicationWith(4, tiny({ residents: 4 })),
  );
  const asked = kept.events.filter(({ event }) => event === "requested").map(({ at }) => at);
  assertAlmostEquals(asked[0] - seen[0], 12, 1e-6);
  assertAlmostEquals(asked[1] - seen[1], 60 + 12, 1e-6);
});

Deno.test("a patient who recovers in the scanner leaves it to be disinfected", () => {
  const replication = replicationWith(4, tiny({ residents: 4 }));
  const { events } = logged(spec({ scan: constant(9000), disinfection: 10 }, 4), replication);
  const recovered = events.filter(({ event }) => event === "recovered");
  assertEquals(recovered.length, 4);
  assert(events.every(({ event }) => event !== "requested"));
});

Deno.test("ServiceLine serves the most ill first, then who came earlier", () => {
  const patients = new Patients();
  const served: number[] = [];
  const line = new ServiceLine({
    queues: new PriorityQueues({
      queues: 1,
      table: patients,
      line: LINE.CLINIC,
      time: (table) => table.arrivedAt,
    }),
    first: 0,
    facilities: 1,
    servers: () => 1,
    begin: (p) => served.push(p) > 0,
  });
  const [a, b, c, d] = [0, 1, 2, 3].map((i) => patients.take(0, i));
  [a, b, c, d].forEach((p, i) => patients.arrivedAt[p] = i);
  line.arrive(a, 0, 6);
  line.arrive(b, 0, 6);
  line.arrive(c, 0, 12);
  line.arrive(d, 0, 6);
  for (let i = 0; i < 4; i++) line.release(0);
  assertEquals(served, [a, c, b, d]);
  assertEquals(line.busy[0], 0);
});

const onGrid = (disinfection: number): Scenario => ({
  ...TRAINING,
  imaging: { ...TRAINING.imaging, modelled: true, disinfection },
});

Deno.test("disinfection after every patient lengthens the wait for a scan", () => {
  const measure = "ct_wait_mean";
  const changes = changesOf({ from: onGrid(0), to: onGrid(15), measure });
  assert(changes.every((change) => change > 60), `${changes}`);
  assert(changesOf({ from: onGrid(15), to: onGrid(30), measure }).every((change) => change > 60));
});
