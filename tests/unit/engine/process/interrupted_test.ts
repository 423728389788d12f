import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  Executive,
  Interrupted,
  Preempted,
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
  /** Runs a part, and notes the interrupt that ends it. */
  function* noting(part: Steps): Steps {
    try {
      yield* part;
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      note(`${error.name} by ${error.cause}, ${error.remaining} left`);
    }
  }
  /** Interrupts another at an instant. */
  const strike = (other: Process, at: number, cause: unknown = "bell") =>
    processes.start("striker", function* (self) {
      yield self.hold(at - executive.now);
      other.interrupt(cause);
      note("struck");
    });
  return { executive, processes, log, note, noting, strike };
}

Deno.test("Interrupted ends a hold with the time that was left, in a turn of its own", () => {
  const { executive, processes, log, noting, note, strike } = world();
  const sleeper = processes.start("sleeper", function* (self) {
    yield* noting(function* () {
      yield self.hold(30);
    }());
    yield self.hold(100);
    note("sleeper ends");
  });
  strike(sleeper, 12);
  executive.run();
  // The event at minute 30 is that of the hold that was cut short; it does nothing.
  assertEquals(log, ["12 struck", "12 Interrupted by bell, 18 left", "112 sleeper ends"]);
  assertEquals(executive.eventsDone, 3);
});

Deno.test("Interrupted ends a wait for a signal, which then forgets the process", () => {
  const { executive, processes, log, noting, strike, note } = world();
  const bell = new Signal("bell");
  const waiters = ["a", "b", "c"].map((name) =>
    processes.start(name, function* (self) {
      yield* noting(function* () {
        yield self.wait(bell, { patience: 100 });
        note(`${name} hears`);
      }());
    })
  );
  strike(waiters[1], 5);
  executive.run(10);
  assertEquals([bell.waiting, bell.fire()], [2, 2]);
  executive.run();
  assertEquals(log, ["5 struck", "5 Interrupted by bell, 0 left", "10 a hears", "10 c hears"]);
});

Deno.test("Interrupted ends a wait in a line, which the process leaves at once", () => {
  const { executive, processes, log, note, noting, strike } = world();
  const beds = new Resource(executive, { name: "beds", capacity: 2 });
  processes.start("first", function* (self) {
    yield self.seize(beds);
    yield self.hold(20);
    self.release(beds);
  });
  const wide = processes.start("wide", function* (self) {
    yield* noting(function* () {
      yield self.seize(beds, { units: 2, patience: 50 });
    }());
  });
  processes.start("narrow", function* (self) {
    yield self.seize(beds);
    note("narrow seized");
    self.release(beds);
  });
  strike(wide, 5);
  executive.run();
  assertEquals(log, ["5 struck", "5 narrow seized", "5 Interrupted by bell, 0 left"]);
  assertEquals([beds.statistics.reneged, beds.waiting], [1, 0]);
});

Deno.test("Interrupted leaves no event behind that could end a later wait", () => {
  // The event of the hold and the claim in the line have the same number.
  // Planted fault seen: the event looks at the number alone.
  const { executive, processes, log, note, noting } = world();
  const bed = new Resource(executive, { name: "bed", capacity: 1 });
  const sleeper = processes.start("sleeper", function* (self) {
    yield* noting(function* () {
      yield self.hold(10);
    }());
    note(`sleeper ${yield self.seize(bed)}`);
    self.release(bed);
  });
  processes.start("owner", function* (self) {
    yield self.seize(bed);
    sleeper.interrupt("bell");
    yield self.hold(30);
    self.release(bed);
  });
  executive.run();
  assertEquals(log, ["0 Interrupted by bell, 10 left", "30 sleeper seized"]);
});

Deno.test("Interrupted comes at the next yield to one who is about to go on or has not begun", () => {
  const { executive, processes, log, note, noting } = world();
  const bell = new Signal("bell");
  const listener = processes.start("listener", function* (self) {
    note(`listener ${yield self.wait(bell)}`);
    yield* noting(function* () {
      yield self.hold(7);
    }());
    note(`then ${yield self.hold(1)}`);
  });
  processes.start("striker", function* (self) {
    yield self.hold(5);
    bell.fire();
    listener.interrupt("late");
    const child = processes.start("child", function* (self) {
      note("child begins");
      yield* noting(function* () {
        yield self.wait(bell);
      }());
    });
    child.interrupt("early");
  });
  executive.run();
  assertEquals(log, [
    "5 listener done",
    "5 Interrupted by late, 7 left",
    "5 child begins",
    "5 Interrupted by early, 0 left",
    "6 then done",
  ]);
});

Deno.test("Interrupted comes once for each interrupt, in order", () => {
  const { executive, processes, log, noting } = world();
  const bed = new Resource(executive, { name: "bed", capacity: 1 });
  const sleeper = processes.start("sleeper", function* (self) {
    yield* noting(function* () {
      yield self.hold(10);
    }());
    yield* noting(function* () {
      yield self.seize(bed);
    }());
  });
  executive.on("none", RUNGS.decision, () => {});
  processes.start("striker", function* (self) {
    yield self.hold(4);
    sleeper.interrupt("one");
    sleeper.interrupt("two");
  });
  executive.run();
  assertEquals(log, ["4 Interrupted by one, 6 left", "4 Interrupted by two, 0 left"]);
  assertEquals(bed.statistics.requested, 0);
});

Deno.test("Interrupted that nobody catches breaks the run and names process, cause and clock", () => {
  const { executive, processes, strike } = world();
  const sleeper = processes.start("sleeper", function* (self) {
    yield self.hold(30);
  });
  strike(sleeper, 12, "fire alarm");
  const error = assertThrows(() => executive.run(), SimulationError) as SimulationError;
  assertEquals(
    error.message,
    'Cannot go on with process "sleeper" as it must catch its interrupt: current cause is fire alarm: clock 12 min, entity 0',
  );
  assert(error.cause instanceof Interrupted);
});

Deno.test("Process.interrupt() refuses itself and one that has ended", () => {
  const { executive, processes } = world();
  const brief = processes.start("brief", function* (self) {
    yield self.hold(1);
  });
  executive.run(2);
  assertThrows(
    () => brief.interrupt("late"),
    SimulationError,
    'Cannot interrupt process "brief" as it must not have ended: clock 2 min, entity 0',
  );
  processes.start("self", function* (self) {
    yield self.hold(1);
    self.interrupt("why not");
  });
  assertThrows(
    () => executive.run(),
    SimulationError,
    'Cannot interrupt process "self" as another must do it: clock 3 min, entity 0',
  );
});

Deno.test("Preempted resumes service where it was broken off, in front of its equals", () => {
  const { executive, processes, log, note } = world();
  const theatre = new Resource(executive, {
    name: "theatre",
    capacity: 1,
    discipline: "priority",
    preempts: true,
  });
  const planned = (time: number) =>
    function* (self: Process): Steps {
      for (let left = time; left > 0;) {
        yield self.seize(theatre, { ahead: left < time });
        note(`${self.name} seized`);
        try {
          yield self.hold(left);
          left = 0;
        } catch (error) {
          if (!(error instanceof Preempted)) throw error;
          left = error.remaining;
          note(`${self.name}: ${error.name} of ${error.resource.name} by ${error.cause}, ${left}`);
        }
      }
      self.release(theatre);
      note(`${self.name} ends`);
    };
  processes.start("A", planned(30));
  processes.start("B", planned(5));
  processes.start("E", function* (self) {
    yield self.seize(theatre, { priority: 9 });
    yield self.hold(4);
    self.release(theatre);
    note("E ends");
  }, { after: 10 });
  executive.run();
  assertEquals(log, [
    "0 A seized",
    '10 A: Preempted of theatre by loss of "theatre", 20',
    "14 E ends",
    "14 A seized",
    "34 A ends",
    "34 B seized",
    "39 B ends",
  ]);
});

Deno.test("Preempted repeats service when the process forgets what was left", () => {
  const { executive, processes, log, note } = world();
  const oven = new Resource(executive, { name: "oven", capacity: 1, whenShort: "preempt" });
  processes.start("baker", function* (self) {
    for (let done = false; !done;) {
      yield self.seize(oven);
      try {
        yield self.hold(30);
        self.release(oven);
        done = true;
      } catch (error) {
        if (!(error instanceof Preempted)) throw error;
      }
    }
    note("bread");
  });
  processes.start("power", function* (self) {
    yield self.hold(20);
    oven.setCapacity(0);
    yield self.hold(5);
    oven.setCapacity(1);
  });
  executive.run();
  assertEquals(log, ["55 bread"]);
});

Deno.test("Preempted ends any wait of one who loses units", () => {
  const { executive, processes, log, noting } = world();
  const bed = new Resource(executive, { name: "bed", capacity: 1, preempts: true });
  const shut = new Resource(executive, { name: "shut", capacity: 0 });
  processes.start("low", function* (self) {
    yield self.seize(bed);
    yield* noting(function* () {
      yield self.seize(shut);
    }());
  });
  processes.start("high", function* (self) {
    yield self.hold(3);
    yield self.seize(bed, { priority: 1 });
    self.release(bed);
  });
  executive.run();
  assertEquals([log, shut.waiting], [['3 Preempted by loss of "bed", 0 left'], 0]);
});

Deno.test("Preempted comes at the next yield, or at the release, to one who has not gone on yet", () => {
  const { executive, processes, log, note, noting } = world();
  const bed = new Resource(executive, { name: "bed", capacity: 1, preempts: true });
  const heir = (holds: number) =>
    function* (self: Process): Steps {
      yield self.seize(bed);
      note(`${self.name} seized, ${bed.queue.length} wait`);
      yield* noting(function* () {
        if (holds > 0) yield self.hold(holds);
        self.release(bed);
      }());
    };
  for (const holds of [6, 0]) {
    processes.start("owner", function* (self) {
      yield self.seize(bed);
      yield self.hold(5);
      self.release(bed);
      yield self.seize(bed, { priority: 1 });
      note("owner has it again");
      self.release(bed);
    });
    processes.start(`heir ${holds}`, heir(holds));
    executive.run(executive.now + 50);
  }
  assertEquals(log, [
    "5 owner has it again",
    "5 heir 6 seized, 0 wait",
    '5 Preempted by loss of "bed", 6 left',
    "55 owner has it again",
    "55 heir 0 seized, 0 wait",
    '55 Preempted by loss of "bed", 0 left',
  ]);
  assertEquals([bed.inUse, bed.statistics.preempted], [0, 2]);
});

Deno.test("Preempted comes at once when a process takes units from itself between verb and yield", () => {
  const { executive, processes, log, noting, note } = world();
  const bed = new Resource(executive, { name: "bed", capacity: 1, whenShort: "preempt" });
  processes.start("p", function* (self) {
    yield self.seize(bed);
    yield* noting(function* () {
      const step = self.hold(8);
      bed.setCapacity(0);
      yield step;
    }());
    yield self.hold(2);
    note("p ends");
  });
  executive.run();
  assertEquals(log, ['0 Preempted by loss of "bed", 8 left', "2 p ends"]);
});

Deno.test("Preempted passes a finally that asks what the process holds, and so is not masked", () => {
  const { executive, processes, log, noting, note } = world();
  const bed = new Resource(executive, { name: "bed", capacity: 1, preempts: true });
  const other = new Resource(executive, { name: "other", capacity: 1 });
  processes.start("low", function* (self) {
    yield* noting(function* () {
      yield self.seize(bed);
      note(`low holds ${self.holds(bed)}, ${self.holds(other)}`);
      try {
        yield self.hold(20);
      } finally {
        if (self.holds(bed)) self.release(bed);
      }
    }());
  });
  processes.start("high", function* (self) {
    yield self.hold(3);
    yield self.seize(bed, { priority: 1 });
    self.release(bed);
    note(`high holds ${self.holds(bed)}`);
  });
  executive.run();
  assertEquals(log, [
    "0 low holds true, false",
    "3 high holds false",
    '3 Preempted by loss of "bed", 17 left',
  ]);
});
