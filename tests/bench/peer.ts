/**
 * One model of the comparison with other simulators: `deno task bench:peer MODEL N SEED`.
 *
 * Runs a third of N first, untimed, then N, and prints one line of JSON with the rate and what the
 * result is checked by. The models are those of `peers/README.md`: mm1, mmc, carenet, hold (10,000
 * pending), hold-100 and hold-1e6 by event handlers, and each with `-process` by generator processes.
 */

import { VERSION } from "../../sim/mod.ts";
import { asksForHelp } from "../support/command_line.ts";
import { modelNames, modelOf } from "./models/mod.ts";

if (asksForHelp(Deno.args)) {
  console.log(
    `Usage: deno task bench:peer MODEL N SEED, with MODEL one of ${modelNames().join(", ")}`,
  );
  Deno.exit(0);
}
const [name = "", count = "", seed = "", ...more] = Deno.args;
const model = modelOf(name);
const n = Number(count);
if (model === undefined || !(Number.isInteger(n) && n >= 1) || seed === "" || more.length > 0) {
  console.error(
    `Cannot run a model as it takes MODEL N SEED and no more, with MODEL one of ${
      modelNames().join(", ")
    } and ` +
      `N a whole number from 1: current arguments are "${Deno.args.join(" ")}"`,
  );
  Deno.exit(2);
}
model.prepare(Math.max(1000, Math.floor(n / 3)), `${seed}/warm-up`)();
const run = model.prepare(n, seed);
const start = performance.now();
const { events, checks } = run();
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({
  peer: "gridcare",
  version: VERSION,
  model: name,
  n,
  seconds,
  events,
  [model.unit]: n / seconds,
  checks,
}));
