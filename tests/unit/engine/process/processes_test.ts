import { assertEquals, assertThrows } from "@std/assert";
import {
  Executive,
  type Process,
  Processes,
  Resource,
  RUNGS,
  Signal,
  SimulationError,
  type Steps,
} from "../../../../sim/engine/mod.ts";

function world(end = 1000) {
  const executive = new Executive({ end });
  const processes = new Processes(executive);
  const log: string[] = [];
  const note = (text: string) => log.push(`${executive.now} ${text}`);
  return { executive, processes, log, note };
}

Deno.test("Processes lets three patients go through two nurses, in order", () => {
  const { executive, processes, log, note } = world();
  const nurse = new Resource(executive, { name: "nurse", capacity: 2 });
  function* patient(self: Process): Steps {
    note(`${self.name} asks`);
    const outcome = yield self.seize(nurse);
    note(`${self.name} ${outcome}`);
    const held = yield self.hold(10);
    self.release(nurse);
    note(`${self.name} ${held}`);
  }
  processes.start("A", patient);
  processes.start("B", patient, { after: 1 });
  processes.start("C", patient, { after: 2 });
  executive.run();
  assertEquals(log, [
    "0 A asks",
    "0 A seized",
    "1 B asks",
    "1 B seized",
    "2 C asks",
    "10 A done",
    "10 C seized",
    "11 B done",
    "20 C done",
  ]);
  assertEquals([processes.living, nurse.statistics.waits.mean], [0, 8 / 3]);
  // Two beginnings that were scheduled and three ends of holds: grants take no event.
  assertEquals(executive.eventsDone, 5);
});

Deno.test("Processes lets holds end, and units pass, before those who begin at the same instant ask", () => {
  const { executive, processes, log, note } = world();
  const bed = new Resource(executive, { name: "bed", capacity: 1, room: 0 });
  processes.start("late", function* (self) {
    note(`late ${yield self.seize(bed)}`);
    self.release(bed);
  }, { after: 10 });
  processes.start("first", function* (self) {
    yield self.seize(bed);
    yield self.hold(10);
    self.release(bed);
  });
  executive.run();
  // Scheduled before the end of the hold, but on a later rung.
  assertEquals(log, ["10 late seized"]);
});

Deno.test("Processes.start() and hold() put an event on the rung that is given", () => {
  const { executive, processes, log, note } = world();
  const begin = (name: string) =>
    function* (self: Process): Steps {
      note(name);
      yield self.hold(5, name === "x" ? RUNGS.statistics : RUNGS.capacity);
      note(`${name} again`);
    };
  processes.start("x", begin("x"), { after: 5, rung: RUNGS.capacity });
  processes.start("y", begin("y"), { after: 5, rung: RUNGS.statistics });
  processes.start("z", begin("z"), { after: 5 });
  executive.run();
  assertEquals(log, ["5 x", "5 z", "5 y", "10 z again", "10 y again", "10 x again"]);
});

Deno.test("Processes breaks ties of one rung by the order of scheduling", () => {
  const { executive, processes, log, note } = world();
  for (const [name, parts] of [["one", [3, 4]], ["two", [7]], ["three", [1, 6]]] as const) {
    processes.start(name, function* (self) {
      for (const part of parts) yield self.hold(part);
      note(name);
    });
  }
  executive.run();
  assertEquals(log, ["7 two", "7 three", "7 one"]);
});

Deno.test("Processes lets nobody run within another's turn", () => {
  const { executive, processes, log, note } = world();
  const key = new Resource(executive, { name: "key", capacity: 1 });
  const bell = new Signal("bell");
  processes.start("owner", function* (self) {
    yield self.seize(key);
    yield self.hold(5);
    self.release(key);
    note(`owner released, ${key.inUse} in use`);
    bell.fire();
    note("owner fired");
    processes.start("child", function* (self) {
      note("child begins");
      yield self.hold(0);
    });
    note("owner started a child");
  });
  processes.start("heir", function* (self) {
    yield self.seize(key);
    note("heir seized");
    self.release(key);
  });
  processes.start("listener", function* (self) {
    yield self.wait(bell);
    note("listener hears");
  });
  executive.run();
  assertEquals(log, [
    "5 owner released, 1 in use",
    "5 owner fired",
    "5 owner started a child",
    "5 heir seized",
    "5 listener hears",
    "5 child begins",
  ]);
});

Deno.test("Processes keeps the stack flat when 100,000 let one another go on at one instant", () => {
  const { executive, processes } = world();
  const signals = Array.from({ length: 100_000 }, (_, i) => new Signal(`${i}`));
  let passed = 0;
  for (let i = 1; i < signals.length; i++) {
    processes.start("link", function* (self) {
      yield self.wait(signals[i - 1]);
      passed++;
      signals[i].fire();
    });
  }
  signals[0].fire();
  assertEquals([passed, processes.living, executive.eventsDone], [99_999, 0, 0]);
});

Deno.test("Processes.start() gives numbers again, and takes those of the model", () => {
  const { executive, processes } = world();
  function* brief(self: Process): Steps {
    yield self.hold(1);
  }
  const numbers = [
    processes.start("a", brief, { entity: 1 }),
    processes.start("b", brief),
    processes.start("c", brief),
    processes.start("d", brief, { entity: 4_000_000_000 }),
  ].map(({ entity }) => entity);
  assertEquals([numbers, processes.living], [[1, 0, 2, 4_000_000_000], 4]);
  executive.run(1);
  assertEquals(processes.living, 0);
  const again = Array.from({ length: 4 }, () => processes.start("e", brief).entity);
  assertEquals(again.sort(), [0, 1, 2, 3]);
});

Deno.test("Processes.start() refuses numbers in use or wrong, delays below 0, plain functions", () => {
  const { processes } = world();
  function* brief(self: Process): Steps {
    yield self.hold(1);
  }
  processes.start("first", brief, { entity: 3 });
  assertThrows(
    () => processes.start("second", brief, { entity: 3 }),
    RangeError,
    'Cannot start process "second" as its entity must not be in use: current entity is 3, of process "first"',
  );
  for (const entity of [-1, 1.5, NaN, 2 ** 32]) {
    assertThrows(
      () => processes.start("p", brief, { entity }),
      RangeError,
      `Cannot start process "p" as its entity must be a whole number from 0 below 4294967295: current entity is ${entity}`,
    );
  }
  for (const after of [-1, NaN, Infinity]) {
    assertThrows(
      () => processes.start("p", brief, { after }),
      RangeError,
      `Cannot start process "p" as its delay must be finite and >= 0: current delay is ${after} min`,
    );
  }
  assertThrows(
    () => processes.start("p", (() => undefined) as never),
    TypeError,
    'Cannot start process "p" as its routine must be a generator function: current result is undefined',
  );
  assertEquals([processes.living, processes.start("next", brief).entity], [1, 0]);
});

Deno.test("Processes refuses a second one for the same run", () => {
  const { executive } = world();
  assertThrows(
    () => new Processes(executive),
    TypeError,
    'Cannot register a kind of event as its name must be unique: current name is "a process goes on (capacity)"',
  );
});

Deno.test("Processes breaks a run at rest in which processes wait for what does not come", () => {
  const { executive, processes } = world(50);
  const never = new Signal("dawn");
  for (let i = 0; i < 6; i++) {
    processes.start(`guard ${i}`, function* (self) {
      yield self.wait(never);
    });
  }
  assertThrows(
    () => executive.run(),
    SimulationError,
    'Cannot go on as nothing is scheduled and 6 processes wait for what does not come: process "guard 0" (entity 0) waits for "dawn", process "guard 1" (entity 1) waits for "dawn", process "guard 2" (entity 2) waits for "dawn", process "guard 3" (entity 3) waits for "dawn", process "guard 4" (entity 4) waits for "dawn", …: clock 0 min',
  );
});

Deno.test("Processes names one who waits for the end of another, or in a line", () => {
  const first = world(50);
  const never = new Signal("dawn");
  const guard = first.processes.start("guard", function* (self) {
    yield self.wait(never);
  }, { background: true });
  first.processes.start("relief", function* (self) {
    yield self.wait(guard.ended);
  });
  assertThrows(
    () => first.executive.run(),
    SimulationError,
    'Cannot go on as nothing is scheduled and 1 process waits for what does not come: process "relief" (entity 1) waits for "the end of process "guard"": clock 0 min',
  );
  const second = world(50);
  const shut = new Resource(second.executive, { name: "shut", capacity: 0 });
  second.processes.start("p", function* (self) {
    yield self.hold(3);
    yield self.seize(shut);
  });
  assertThrows(
    () => second.executive.run(),
    SimulationError,
    'Cannot go on as nothing is scheduled and 1 request waits for what does not come: process "p" (entity 0) waits for resource "shut": clock 3 min',
  );
});

Deno.test("Processes lets those in the background wait for ever, and all whose time is past the end", () => {
  const { executive, processes } = world(50);
  const never = new Signal("work");
  processes.start("server", function* (self) {
    yield self.wait(never);
  }, { background: true });
  executive.run(40);
  processes.start("caller", function* (self) {
    yield self.hold(20);
    never.fire();
  });
  processes.start("waiter", function* (self) {
    yield self.wait(never);
  });
  executive.run();
  assertEquals([executive.now, processes.living], [50, 3]);
});

Deno.test("Processes ends a run that a routine's own error breaks, and names process and clock", () => {
  for (const thrown of [new RangeError("No such ward"), "No such ward"]) {
    const { executive, processes } = world();
    processes.start("sound", function* (self) {
      yield self.hold(2);
    });
    processes.start("faulty", function* (self) {
      yield self.hold(1);
      throw thrown;
    });
    const error = assertThrows(() => executive.run(), SimulationError) as SimulationError;
    assertEquals(
      error.message,
      `Cannot go on with process "faulty" as its routine must not throw: current error is ${thrown}: clock 1 min, entity 1`,
    );
    assertEquals([error.clock, error.entity, error.cause], [1, 1, thrown]);
  }
});

Deno.test("Processes lets a SimulationError of a routine pass as it is", () => {
  const { executive, processes } = world();
  const own = new SimulationError("Cannot admit as the ward is shut", { clock: 1, entity: 9 });
  processes.start("faulty", function* (self) {
    yield self.hold(1);
    throw own;
  });
  const error = assertThrows(() => executive.run());
  assertEquals(error === own, true);
});
