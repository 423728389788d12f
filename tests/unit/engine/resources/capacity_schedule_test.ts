import { assertEquals, assertThrows } from "@std/assert";
import {
  capacityAt,
  type CapacitySchedule,
  Executive,
  Processes,
  Resource,
} from "../../../../sim/engine/mod.ts";
import { mostFrom, nextChange } from "../../../../sim/engine/resources/capacity_schedule.ts";
import { Rows, World } from "../../../support/resource_world.ts";

/** Changes of a schedule from an instant on, as it steps through them. */
function changesOf(schedule: CapacitySchedule, from: number, changes: number): number[][] {
  const seen: number[][] = [[from, capacityAt(schedule, from)]];
  for (let now = from; seen.length <= changes;) {
    now = nextChange(schedule, now);
    seen.push([now, capacityAt(schedule, now)]);
  }
  return seen;
}

const NIGHT: CapacitySchedule = {
  steps: [{ at: 480, capacity: 3 }, { at: 1200, capacity: 1 }],
  period: 1440,
};

Deno.test("capacityAt() holds the last step of the period before until the first", () => {
  assertEquals([0, 479, 480, 1199, 1200, 1440, 1919, 1920].map((at) => capacityAt(NIGHT, at)), [
    1,
    1,
    3,
    3,
    1,
    1,
    1,
    3,
  ]);
  assertEquals(changesOf(NIGHT, -1440, 4), [
    [-1440, 1],
    [-960, 3],
    [-240, 1],
    [480, 3],
    [1200, 1],
  ]);
});

Deno.test("capacityAt() takes a period whose first step lies before 0", () => {
  // Fault found here: the step at -60 was not seen at 1380, where the period begins to come again.
  const schedule = { steps: [{ at: -60, capacity: 1 }, { at: 600, capacity: 2 }], period: 1440 };
  assertEquals(changesOf(schedule, 0, 4), [
    [0, 1],
    [600, 2],
    [1380, 1],
    [2040, 2],
    [2820, 1],
  ]);
});

Deno.test("capacityAt() finds each step at its own instant, for steps and periods of any fraction", () => {
  // Fault found here: 1440.1 − 1440 < 0.1, so that the step was lost; and at 49 periods of 1/49 the
  // period began one too late.
  for (const period of [1440, 1 / 49, 0.1, 10 / 3, 1e-3, 7.7]) {
    const schedule = {
      steps: [0, 0.1, 1 / 3, 0.7].map((share, i) => ({ at: share * period, capacity: i })),
      period,
    };
    changesOf(schedule, 0, 4000).forEach(([, capacity], i) => assertEquals(capacity, i % 4));
  }
});

Deno.test("capacityAt() without a period holds the first step before it and the last for ever", () => {
  const schedule = { steps: [{ at: 0, capacity: 2 }, { at: 5, capacity: Infinity }] };
  assertEquals([-9, 0, 4.9, 5, 1e9].map((at) => capacityAt(schedule, at)), [
    2,
    2,
    2,
    Infinity,
    Infinity,
  ]);
  assertEquals([-9, 0, 5].map((at) => nextChange(schedule, at)), [0, 5, Infinity]);
});

Deno.test("mostFrom() gives the greatest capacity now or later", () => {
  const steps = [{ at: 0, capacity: 5 }, { at: 10, capacity: 3 }, { at: 20, capacity: 1 }];
  const mostAt = (now: number, current: number) => mostFrom({ steps }, current, now);
  assertEquals([mostAt(0, 0), mostAt(9, 5), mostAt(10, 3), mostAt(10, 0), mostAt(20, 1)], [
    3,
    5,
    3,
    1,
    1,
  ]);
  assertEquals([mostFrom({ steps, period: 30 }, 1, 25), mostFrom(7, 2, 0)], [5, 2]);
});

Deno.test("Resource whose shift begins past the end lets who waits for it wait, process or not", () => {
  const executive = new Executive({ end: 400 });
  const steps = [{ at: 0, capacity: 0 }, { at: 480, capacity: 1 }];
  const doctor = new Resource(executive, { name: "doctor", capacity: { steps } });
  new Processes(executive).start("patient", function* (self) {
    yield self.seize(doctor);
  });
  executive.run();
  assertEquals([doctor.waiting, executive.droppedPastEnd], [1, 1]);
});

Deno.test("Resource with a night serves the line in the morning; who holds at dusk finishes", () => {
  const { told, rows, resource } = new World(
    {
      capacity: {
        steps: [{ at: 0, capacity: 0 }, { at: 480, capacity: 1 }, { at: 500, capacity: 0 }],
        period: 1440,
      },
    },
    [{ at: 100, hold: 15 }, { at: 490, hold: 15 }, { at: 491, hold: 15 }],
    { end: 2000 },
  ).run(600);
  assertEquals(told, [
    "480 begins 0",
    "495 ends 0",
    "495 begins 1",
    "510 ends 1",
  ]);
  assertEquals([resource.capacity, resource.free, resource.queue], [0, 0, [2]]);
  // Held 30 min where there were 20 min of capacity.
  assertEquals(resource.statistics.utilisation, 1.5);
  assertEquals(rows.words.filter((row) => row.includes("capacity")), [
    "480 capacity -1",
    "500 capacity -1 0 units",
  ]);
});

Deno.test("Resource with a night takes its units back at once where holders lose them", () => {
  const { told } = new World(
    {
      capacity: {
        steps: [{ at: 0, capacity: 3 }, { at: 10, capacity: 1 }, { at: 30, capacity: 3 }],
      },
      whenShort: "preempt",
    },
    [{ at: 0, hold: 20, priority: 1 }, { at: 1, hold: 20 }, { at: 2, hold: 20 }, {
      at: 3,
      hold: 5,
    }],
    { returns: "resume" },
  ).run();
  assertEquals(told, [
    "0 begins 0",
    "1 begins 1",
    "2 begins 2",
    "10 loses 2",
    "10 loses 1",
    "20 ends 0",
    "20 begins 1",
    "30 begins 2",
    "30 begins 3",
    "31 ends 1",
    "35 ends 3",
    "42 ends 2",
  ]);
});

Deno.test("Resource.setCapacity() beyond the specification lets larger requests in", () => {
  const executive = new Executive({ end: 10 });
  const rows = new Rows();
  const ward = new Resource(executive, { name: "ward", capacity: 1, log: rows });
  assertThrows(
    () => ward.seize(1, 0, { units: 2 }),
    RangeError,
    'Cannot seize resource "ward" for entity 1 as it has at most 1 units: current units are 2',
  );
  ward.setCapacity(2);
  ward.seize(1, 0, { units: 2 });
  assertEquals([ward.inUse, rows.words[0]], [2, "0 capacity -1 2 units"]);
});

Deno.test("Resource refuses schedules that make no sense", () => {
  const refuse = (schedule: CapacitySchedule, message: string): void => {
    assertThrows(
      () => new Resource(new Executive({ end: 10 }), { name: "ward", capacity: schedule }),
      RangeError,
      `Cannot make resource "ward" as ${message}`,
    );
  };
  refuse({ steps: [] }, "its schedule takes at least one step: current number of steps is 0");
  refuse(
    { steps: [{ at: 5, capacity: 1 }] },
    "its schedule must begin at 0 min or before: current first step is at 5 min",
  );
  refuse(
    { steps: [{ at: NaN, capacity: 1 }], period: 10 },
    "the first step of its period must be finite: current first step is at NaN min",
  );
  refuse(
    { steps: [{ at: 0, capacity: 1 }, { at: 0, capacity: 2 }] },
    "the steps of its schedule must rise in time: current step 1 is at 0 min",
  );
  refuse(
    { steps: [{ at: 0, capacity: 0.5 }] },
    "each capacity must be a whole number from 0 or Infinity: current capacity is 0.5",
  );
  refuse(
    { steps: [{ at: -5, capacity: 1 }, { at: 5, capacity: 2 }], period: 10 },
    "its period must be longer than from its first step to its last: current period is 10 min, steps span 10 min",
  );
});
