/**
 * What the program costs: `deno task bench [--engine] [--city] [--json]`, or beside other simulators
 * `deno task bench --peers [--only …] [--models …]`. Times are the best of several runs, with the
 * spread; nothing else should be running.
 */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { type Figure, lineOf } from "./_timing.ts";
import { cityFigures } from "./city.ts";
import { engineFigures } from "./engine.ts";
import { comparePeers } from "./peers.ts";

function optionsOf(args: readonly string[]): { engine: boolean; city: boolean; json: boolean } {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { engine: flag, city: flag, json: flag },
  });
  const all = !values.engine && !values.city;
  return { engine: all || values.engine, city: all || values.city, json: values.json };
}

async function comparison(args: readonly string[]): Promise<number> {
  try {
    return await comparePeers(args);
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
}

if (Deno.args.includes("--peers")) {
  Deno.exit(await comparison(Deno.args.filter((argument) => argument !== "--peers")));
}
try {
  const { engine, city, json } = optionsOf(Deno.args);
  console.error(`load of the machine at the start: ${loadavg()[0].toFixed(2)}`);
  const figures: Figure[] = [
    ...engine ? await engineFigures((text) => console.error(text)) : [],
    ...city ? await cityFigures() : [],
  ].map((figure) => ({ ...figure, value: Number(figure.value.toPrecision(4)) }));
  if (json) console.log(JSON.stringify(figures, null, 2));
  else for (const figure of figures) console.log(lineOf(figure));
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`Cannot measure: ${error.message}`);
  Deno.exit(2);
}
