import { assertEquals } from "@std/assert";
import {
  Executive,
  type Process,
  Processes,
  RUNGS,
  Signal,
  type Steps,
} from "../../../../sim/engine/mod.ts";

function world() {
  const executive = new Executive({ end: 1000 });
  const processes = new Processes(executive);
  const log: string[] = [];
  const bell = new Signal("bell");
  function* listener(self: Process): Steps {
    for (let heard = 0; heard < 2; heard++) {
      yield self.wait(bell);
      log.push(`${executive.now} ${self.name}`);
    }
  }
  return { executive, processes, log, bell, listener };
}

Deno.test("Signal.fire() lets all go on in order of waiting; who waits again waits for the next", () => {
  const { executive, processes, log, bell, listener } = world();
  assertEquals([bell.name, bell.waiting, bell.fire()], ["bell", 0, 0]);
  for (const name of ["a", "b", "c"]) processes.start(name, listener);
  assertEquals([bell.waiting, bell.fire(), log], [3, 3, ["0 a", "0 b", "0 c"]]);
  const ring = executive.on("ring", RUNGS.decision, () => bell.fire());
  executive.at(7, ring, 0);
  executive.run();
  assertEquals([bell.waiting, log.slice(3)], [0, ["7 a", "7 b", "7 c"]]);
});

Deno.test("Signal.fireOne() lets the one go on who has waited longest", () => {
  const { executive, processes, log, bell, listener } = world();
  for (const name of ["a", "b"]) processes.start(name, listener);
  const said = Array.from({ length: 5 }, () => bell.fireOne());
  assertEquals([said, log], [
    [true, true, true, true, false],
    ["0 a", "0 b", "0 a", "0 b"],
  ]);
  executive.run();
});
