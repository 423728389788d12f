/**
 * What the program costs: `deno task bench [--engine] [--city] [--parts] [--log] [--experiment]
 * [--json]`, or beside other simulators `deno task bench --peers [--only …] [--models …]`. Times are the best of several
 * runs, with the spread; nothing else should be running.
 */
import { loadavg } from "node:os";
import { asksForHelp } from "../support/command_line.ts";
import { USAGE, type Wanted, wantedOf } from "./_options.ts";
import { type Figure, lineOf } from "./_timing.ts";
import { cityFigures } from "./city.ts";
import { engineFigures } from "./engine.ts";
import { experimentFigures } from "./experiment.ts";
import { logFigures, partFigures } from "./parts.ts";
import { comparePeers } from "./peers.ts";

const say = (text: string) => console.error(text);

async function measureAll({ engine, city, parts, log, experiment, json }: Wanted): Promise<void> {
  say(`load of the machine at the start: ${loadavg()[0].toFixed(2)}`);
  const figures: Figure[] = [
    ...engine ? await engineFigures(say) : [],
    ...city ? await cityFigures() : [],
    ...parts ? await partFigures(say) : [],
    ...log ? await logFigures(say) : [],
    ...experiment ? await experimentFigures(say) : [],
  ].map((figure) => ({ ...figure, value: Number(figure.value.toPrecision(4)) }));
  if (json) console.log(JSON.stringify(figures, null, 2));
  else for (const figure of figures) console.log(lineOf(figure));
}

/**
 * Runs the command line.
 *
 * @param args Arguments, without the program's name.
 * @returns Exit code: 0 done, 1 a result is not what it should be, 2 bad options.
 */
export async function main(args: readonly string[]): Promise<number> {
  if (asksForHelp(args)) {
    console.log(USAGE);
    return 0;
  }
  if (args.includes("--peers")) return await peers(args.filter((one) => one !== "--peers"));
  let wanted: Wanted;
  try {
    wanted = wantedOf(args);
  } catch (error) {
    return refused(error);
  }
  await measureAll(wanted);
  return 0;
}

async function peers(args: readonly string[]): Promise<number> {
  try {
    return await comparePeers(args);
  } catch (error) {
    return refused(error);
  }
}

function refused(error: unknown): number {
  if (!(error instanceof Error)) throw error;
  say(error instanceof RangeError ? `${error.message}\n${USAGE}` : error.message);
  return 2;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
