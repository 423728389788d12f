import { assertEquals, assertThrows } from "@std/assert";
import {
  Executive,
  type Interrupted,
  Processes,
  RUNGS,
  SimulationError,
} from "../../../../sim/engine/mod.ts";

function world() {
  const executive = new Executive({ end: 100 });
  const processes = new Processes(executive);
  const log: string[] = [];
  const note = (text: string) => log.push(`${executive.now} ${text}`);
  return { executive, processes, log, note };
}

Deno.test("Process.holdUntil() goes on at the very instant, on the rung that is given", () => {
  const { executive, processes, log, note } = world();
  // 0.3 + (0.9 - 0.3) is not 0.9.
  // Planted fault seen: the end is the clock plus the time from it to the instant.
  processes.start("by time", function* (self) {
    yield self.hold(0.3);
    yield self.hold(0.9 - 0.3);
    note("by time");
  });
  processes.start("decides", function* (self) {
    yield self.holdUntil(0.3, RUNGS.decision);
    yield self.holdUntil(0.9, RUNGS.decision);
    note("decides");
  });
  processes.start("releases", function* (self) {
    yield self.hold(0.3);
    note(yield self.holdUntil(0.9));
    note(yield self.holdUntil(0.9));
  });
  executive.run();
  assertEquals(log, ["0.9 done", "0.9 done", "0.9 decides", `${0.3 + (0.9 - 0.3)} by time`]);
});

Deno.test("Process.holdUntil() refuses the past, infinity and no number, and may be interrupted", () => {
  for (const time of [1.5, NaN, Infinity, -Infinity]) {
    const { executive, processes } = world();
    processes.start("p", function* (self) {
      yield self.holdUntil(time);
    }, { after: 2 });
    assertThrows(
      () => executive.run(),
      SimulationError,
      `RangeError: Cannot hold in process "p" as it must end at a finite instant at the clock or later: clock is 2 min, end is ${time} min`,
    );
  }
  const { executive, processes } = world();
  const left: number[] = [];
  const sleeper = processes.start("sleeper", function* (self) {
    for (const time of [30, 40]) {
      try {
        yield self.holdUntil(time);
      } catch (error) {
        left.push((error as Interrupted).remaining);
      }
    }
  });
  processes.start("bell", function* (self) {
    yield self.hold(12);
    sleeper.interrupt("once");
    sleeper.interrupt("twice");
  });
  executive.run();
  assertEquals(left, [18, 28]);
});
