/** The line of one laboratory: when batches start, what is in them, when results are there. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { SampleLine } from "../../../sim/network/sample_line.ts";
import type { SampleLineSpec } from "../../../sim/network/sample_line.ts";

const SPEC: SampleLineSpec = {
  batchSize: 3,
  longestWait: 120,
  cycle: 240,
  machines: 1,
  opens: 0,
  closes: 1440,
  others: 0,
  start: 0,
};

/** Results of samples that arrive at given times, as a laboratory with notices would give them. */
function resultsOf(spec: Partial<SampleLineSpec>, arrivals: readonly number[]): number[] {
  const line = new SampleLine({ ...SPEC, ...spec });
  const results: number[] = [];
  const started = (sample: number, at: number) => results[sample] = at;
  arrivals.forEach((at, sample) => {
    line.advance(at, started, true);
    line.add(sample, at);
  });
  for (let at = line.next(); at < Infinity; at = line.next()) line.advance(at, started);
  return results;
}

Deno.test("SampleLine starts a full batch at once", () => {
  assertEquals(resultsOf({}, [0, 10, 30]), [270, 270, 270]);
});

// Planted: the wait counted from the last sample instead of the first: 370 for both.
Deno.test("SampleLine starts a batch that is not full when the first has waited long enough", () => {
  assertEquals(resultsOf({}, [0, 10]), [360, 360]);
});

Deno.test("SampleLine keeps samples waiting for a machine, and fills the batch meanwhile", () => {
  assertEquals(resultsOf({}, [0, 0, 0, 5, 150, 200, 210]), [240, 240, 240, 480, 480, 480, 720]);
  assertEquals(resultsOf({ machines: 2 }, [0, 0, 0, 5, 5, 5]), [240, 240, 240, 245, 245, 245]);
});

Deno.test("SampleLine starts no batch while the laboratory is closed", () => {
  const hours = { opens: 480, closes: 1080 };
  assertEquals(resultsOf(hours, [0]), [480 + 240]);
  assertEquals(resultsOf(hours, [900, 970]), [1260, 1260]);
  assertEquals(resultsOf(hours, [1000]), [1440 + 480 + 240]);
});

Deno.test("SampleLine lets samples of others fill batches", () => {
  // One of theirs at 60, 120, 180, ...: ours of 100 goes with those of 60 and 120.
  assertEquals(resultsOf({ others: 1 / 60 }, [100]), [360]);
  // Those of 60 and 120 wait for a third until 180; ours of 200 then waits for the machine.
  assertEquals(resultsOf({ others: 1 / 60 }, [200]), [660]);
});

/** The same line, minute by minute over every sample, to check the reckoning. */
function byMinutes(spec: SampleLineSpec, arrivals: readonly number[], minutes: number): number[] {
  const results: number[] = [];
  const waiting: { at: number; sample: number }[] = [];
  const free = new Array(spec.machines).fill(-Infinity);
  for (let t = 0; t < minutes; t++) {
    arrivals.forEach((at, sample) => at === t && waiting.push({ at, sample }));
    if (spec.others > 0 && t > 0 && t % (1 / spec.others) === 0) {
      waiting.push({ at: t, sample: -1 });
    }
    const open = t % 1440 >= spec.opens && t % 1440 < spec.closes;
    for (;;) {
      const machine = free.findIndex((at) => at <= t);
      const due = waiting.length >= spec.batchSize ||
        (waiting.length > 0 && waiting[0].at + spec.longestWait <= t);
      if (!open || machine < 0 || !due) break;
      free[machine] = t + spec.cycle;
      for (const { sample } of waiting.splice(0, spec.batchSize)) {
        if (sample >= 0) results[sample] = t + spec.cycle;
      }
    }
  }
  return results;
}

// Planted: `our < other` in `#fill`, so that of two at one minute that of others goes first.
Deno.test("SampleLine agrees with a laboratory followed minute by minute", () => {
  let state = 12345;
  const random = (n: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor(state / 2 ** 32 * n);
  };
  for (let world = 0; world < 60; world++) {
    const spec: SampleLineSpec = {
      batchSize: 1 + random(6),
      longestWait: random(200),
      cycle: 30 + random(200),
      machines: 1 + random(3),
      opens: world % 3 === 0 ? 480 : 0,
      closes: world % 3 === 0 ? 1200 : 1440,
      others: world % 2 === 0 ? 0 : 1 / (64 * (1 + random(3))),
      start: 0,
    };
    const arrivals = Array.from({ length: 40 }, () => random(4000)).sort((a, b) => a - b);
    const expected = byMinutes(spec, arrivals, 20000);
    const found = resultsOf(spec, arrivals);
    found.forEach((at, i) => assertAlmostEquals(at, expected[i], 1e-6, `world ${world}`));
    assertEquals(found.length, 40);
  }
});
