import { assertEquals, assertThrows } from "@std/assert";
import {
  Executive,
  type Process,
  Processes,
  type RequestOptions,
  Resource,
  Signal,
  SimulationError,
  type Step,
  type Steps,
} from "../../../../sim/engine/mod.ts";

function world(end = 1000) {
  const executive = new Executive({ end });
  const processes = new Processes(executive);
  const log: string[] = [];
  const note = (text: string) => log.push(`${executive.now} ${text}`);
  return { executive, processes, log, note };
}

/** The error in a routine, or of it, that does this at minute 2 as the only one, with a bed to hold. */
function broken(routine: (self: Process, bed: Resource) => Steps): string {
  const { executive, processes } = world();
  const bed = new Resource(executive, { name: "bed", capacity: 1 });
  processes.start("p", (self) => routine(self, bed), { after: 2 });
  const error = assertThrows(() => executive.run(), SimulationError) as SimulationError;
  const { name, message } = (error.cause ?? error) as Error;
  return `${name}: ${message}`;
}

Deno.test("Process.seize() comes to seized, reneged, no room or balked", () => {
  const { executive, processes, log, note } = world();
  const clerk = new Resource(executive, {
    name: "clerk",
    capacity: 1,
    room: 2,
    balks: (entity) => entity === 9,
  });
  const customer = (options?: RequestOptions) =>
    function* (self: Process): Steps {
      const outcome = yield self.seize(clerk, options);
      note(`${self.name} ${outcome}`);
      if (outcome !== "seized") return;
      yield self.hold(10);
      self.release(clerk);
    };
  processes.start("first", customer());
  processes.start("patient", customer());
  processes.start("impatient", customer({ patience: 4 }));
  processes.start("too many", customer());
  processes.start("later", customer(), { after: 5 });
  processes.start("shy", customer(), { after: 12, entity: 9 });
  executive.run();
  assertEquals(log, [
    "0 first seized",
    "0 too many no room",
    "4 impatient reneged",
    "10 patient seized",
    "12 shy balked",
    "20 later seized",
  ]);
  const { reneged, noRoom, balked, released } = clerk.statistics;
  assertEquals([reneged, noRoom, balked, released], [1, 1, 1, 3]);
});

Deno.test("Process.seize() hands units, priority and place in line to the resource", () => {
  const { executive, processes, log, note } = world();
  const porters = new Resource(executive, {
    name: "porters",
    capacity: 3,
    discipline: "priority",
  });
  const job = (options: RequestOptions) =>
    function* (self: Process): Steps {
      yield self.seize(porters, options);
      note(`${self.name}, ${porters.inUse} in use`);
      yield self.hold(10);
      self.release(porters);
    };
  processes.start("all", job({ units: 3 }));
  processes.start("low", job({ units: 2 }));
  processes.start("high", job({ units: 2, priority: 5 }));
  processes.start("ahead", job({ priority: 5, ahead: true }));
  executive.run();
  assertEquals(log, [
    "0 all, 3 in use",
    "10 ahead, 3 in use",
    "10 high, 3 in use",
    "20 low, 2 in use",
  ]);
});

Deno.test("Process.seize() of units that are there does not end the turn", () => {
  const { executive, processes, log, note } = world();
  const rooms = new Resource(executive, { name: "rooms", capacity: 2 });
  for (const name of ["a", "b"]) {
    processes.start(name, function* (self) {
      yield self.hold(5);
      note(`${name} asks`);
      yield self.seize(rooms);
      note(`${name} has one`);
      self.release(rooms);
    });
  }
  executive.run();
  assertEquals(log, ["5 a asks", "5 a has one", "5 b asks", "5 b has one"]);
});

Deno.test("Process.release() gives back the claim seized latest, or the one that is named", () => {
  const { executive, processes, log, note } = world();
  const bays = new Resource(executive, { name: "bays", capacity: 3, identity: true });
  processes.start("p", function* (self) {
    yield self.seize(bays);
    const first = self.claimOf(bays);
    yield self.seize(bays);
    const second = self.claimOf(bays);
    yield self.seize(bays);
    note([first, second, self.claimOf(bays)].map((claim) => bays.unitOf(claim)).join());
    self.release(bays, second);
    self.release(bays);
    note(`${bays.inUse} in use, unit ${bays.unitOf(self.claimOf(bays))}`);
    self.release(bays);
    assertThrows(
      () => self.claimOf(bays),
      SimulationError,
      'Cannot name the claim on resource "bays" in process "p" as it must hold its units: clock 0 min, entity 0',
    );
  });
  assertEquals(log, ["0 0,1,2", "0 1 in use, unit 0"]);
  executive.run();
});

Deno.test("Process.wait() lets wait with patience, and for an end that has come already", () => {
  const { executive, processes, log, note } = world();
  const bell = new Signal("bell");
  const child = processes.start("child", function* (self) {
    yield self.hold(10);
  });
  for (const [name, patience] of [["short", 3], ["long", 30]] as const) {
    processes.start(name, function* (self) {
      note(`${name} ${yield self.wait(bell, { patience })}`);
    });
  }
  processes.start("parent", function* (self) {
    note(`parent ${yield self.wait(child.ended)}, ${child.hasEnded}`);
    yield self.hold(2);
    note(`again ${yield self.wait(child.ended)}`);
    assertEquals([bell.waiting, bell.fire(), bell.waiting], [1, 1, 0]);
  });
  executive.run();
  assertEquals(log, ["3 short reneged", "10 parent done, true", "12 again done", "12 long done"]);
});

Deno.test("Process.wait() sees an end that is asked for only after it came", () => {
  const { executive, processes, log, note } = world();
  const child = processes.start("child", function* (self) {
    yield self.hold(1);
  });
  executive.run(5);
  processes.start("parent", function* (self) {
    note(`parent ${yield self.wait(child.ended)}`);
  });
  assertEquals([log, child.ended.isOver, child.ended.name], [
    ["5 parent done"],
    true,
    'the end of process "child"',
  ]);
});

Deno.test("Process takes parts of routines by yield*, with what they return", () => {
  const { executive, processes, log, note } = world();
  const bed = new Resource(executive, { name: "bed", capacity: 1 });
  function* stay(self: Process, time: number): Steps<number> {
    yield self.seize(bed);
    yield self.hold(time);
    self.release(bed);
    return executive.now;
  }
  processes.start("p", function* (self) {
    note(`first until ${yield* stay(self, 3)}`);
    note(`second until ${yield* stay(self, 4)}`);
  });
  executive.run();
  assertEquals(log, ["3 first until 3", "7 second until 7"]);
});

Deno.test("Process lets a step that is over before it is yielded go on at once", () => {
  const { executive, processes, log, note } = world();
  const bed = new Resource(executive, { name: "bed", capacity: 1 });
  const bell = new Signal("bell");
  processes.start("p", function* (self) {
    yield self.seize(bed);
    const second = self.seize(bed);
    self.release(bed);
    note(`p ${yield second}`);
    self.release(bed);
    const heard = self.wait(bell);
    bell.fire();
    note(`p ${yield heard}`);
    yield self.hold(1);
    note("p ends");
  });
  executive.run();
  assertEquals(log, ["0 p seized", "0 p done", "1 p ends"]);
});

Deno.test("Process refuses times that are negative, infinite or no number", () => {
  for (const time of [-1, NaN, Infinity]) {
    assertEquals(
      broken(function* (self) {
        yield self.hold(time);
      }),
      `RangeError: Cannot hold in process "p" as its time must be finite and >= 0: current time is ${time} min`,
    );
  }
  assertEquals(
    broken(function* (self) {
      yield self.wait(new Signal("s"), { patience: -2 });
    }),
    'RangeError: Cannot wait in process "p" as its patience must be >= 0: current time is -2 min',
  );
});

Deno.test("Process refuses to release what it does not hold, and to end while it holds", () => {
  const rule = 'Cannot release resource "bed" in process "p" as it must hold its units';
  assertEquals(
    broken(function* (self, bed) {
      yield self.hold(1);
      self.release(bed);
    }),
    `SimulationError: ${rule}: clock 3 min, entity 0`,
  );
  assertEquals(
    broken(function* (self, bed) {
      yield self.seize(bed);
      self.release(bed, self.claimOf(bed) + 1);
    }),
    `SimulationError: ${rule}: clock 2 min, entity 0`,
  );
  assertEquals(
    broken(function* (self, bed) {
      yield self.seize(bed);
    }),
    'SimulationError: Cannot end process "p" as it must have released what it holds: it holds resource "bed": clock 2 min, entity 0',
  );
});

Deno.test("Process can catch what a resource refuses, and go on", () => {
  const { executive, processes, log, note } = world();
  const bed = new Resource(executive, { name: "bed", capacity: 1 });
  processes.start("p", function* (self) {
    assertThrows(() => self.seize(bed, { units: 2 }), RangeError, "units");
    note(yield self.seize(bed));
    self.release(bed);
  });
  assertEquals(log, ["0 seized"]);
  executive.run();
});

Deno.test("Process refuses yields of anything but its own steps, each at once and once", () => {
  const rule =
    'SimulationError: Cannot go on with process "p" as it must yield a step of its own, once: current value is';
  for (const value of [5, undefined, "hold", { isStep: true }]) {
    assertEquals(
      broken(function* () {
        yield value as unknown as Step;
      }),
      `${rule} ${String(value)}: clock 2 min, entity 0`,
    );
  }
  assertEquals(
    broken(function* (self) {
      const step = self.hold(1);
      yield step;
      yield step;
    }),
    `${rule} a step of before or of another: clock 3 min, entity 0`,
  );
  assertEquals(
    broken(function* (self) {
      self.hold(1);
      yield self.hold(1);
    }),
    'TypeError: Cannot hold in process "p" as the step before must be yielded first: it was not',
  );
  assertEquals(
    broken(function* (self) {
      yield self.hold(1);
      self.hold(1);
    }),
    'SimulationError: Cannot end process "p" as its last step must be yielded: it was not: clock 3 min, entity 0',
  );
});

Deno.test("Process refuses verbs outside of its turn", () => {
  const { executive, processes } = world();
  const sleeper = processes.start("sleeper", function* (self) {
    yield self.hold(10);
  });
  assertThrows(
    () => sleeper.hold(1),
    TypeError,
    'Cannot hold in process "sleeper" as only its own routine may: current turn is nobody\'s',
  );
  const bed = new Resource(executive, { name: "bed", capacity: 1 });
  processes.start("meddler", function* (self) {
    yield self.hold(1);
    yield sleeper.seize(bed);
  });
  assertThrows(
    () => executive.run(),
    SimulationError,
    'Cannot seize in process "sleeper" as only its own routine may: current turn is that of process "meddler"',
  );
});

Deno.test("Process.number never comes again, while the entity does", () => {
  const { executive, processes } = world();
  const numbers: number[][] = [];
  function* brief(self: Process): Steps {
    numbers.push([self.number, self.entity]);
    yield self.hold(1);
  }
  processes.start("outer", (self) => {
    processes.start("inner", brief);
    return brief(self);
  });
  executive.run(5);
  processes.start("later", brief);
  processes.start("given", brief, { entity: 7 });
  executive.run();
  assertEquals(numbers, [[1, 1], [0, 0], [2, 0], [3, 7]]);
});

Deno.test("Process can catch a hold that the calendar refuses, and go on", () => {
  const { executive, processes, log, note } = world();
  processes.start("p", function* (self) {
    yield self.hold(1);
    assertThrows(() => self.hold(1, 99 as never), TypeError, "kind");
    note(yield self.hold(1));
  });
  executive.run();
  assertEquals(log, ["2 done"]);
});

Deno.test("Process.seize() refuses a resource of another executive", () => {
  const other = new Resource(new Executive({ end: 10 }), { name: "elsewhere", capacity: 1 });
  assertEquals(
    broken(function* (self) {
      yield self.seize(other);
    }),
    'TypeError: Cannot seize resource "elsewhere" in process "p" as both must have the same executive: current resource has another',
  );
  assertEquals(other.inUse, 0);
});
