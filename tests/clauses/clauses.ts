/**
 * `deno task clauses`: what each clause does, in pairs of scenarios that differ in it alone; the kept
 * table; and clauses taken out.
 *
 * Exit codes: 0 all effects as expected and, where asked, no drift; 1 an effect is missing, another one
 * is seen or the table has drifted, or a test stays green without its clause; 2 bad options; 130
 * interrupted.
 */

import { loadClauses, ScenarioError } from "../../sim/scenario/mod.ts";
import { asksForHelp, OptionError } from "../support/command_line.ts";
import { countdown } from "../support/countdown.ts";
import { Interrupted } from "../support/fault_copy.ts";
import { inResultsFolder } from "../support/results_folder.ts";
import type { Effect } from "./_effect.ts";
import { judge, type Judged } from "./_judge.ts";
import { toMarkdown } from "./_markdown.ts";
import { type ClauseOptions, holds, optionsOf, REPLICATIONS, USAGE } from "./_options.ts";
import { runEffects } from "./_run.ts";
import { type EffectRow, lineOf, rowsOf, TABLE } from "./_table.ts";
import { EFFECTS, NO_EFFECT } from "./effects.ts";
import { renderWithout, runWithout } from "./without.ts";

const FOLDER = new URL("./", import.meta.url);
const KEPT = new URL("effects.csv", FOLDER);
const READABLE = new URL("EFFECTS.md", FOLDER);

function keptRows(): EffectRow[] {
  try {
    return TABLE.fromCsv(Deno.readTextFileSync(KEPT));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

/** Rows in the order of the effects; those that were not run stay as they are kept. */
function joined(fresh: readonly EffectRow[], chosen: readonly Effect[]): EffectRow[] {
  const kept = keptRows();
  return EFFECTS.flatMap((effect) =>
    (chosen.includes(effect) ? fresh : kept).filter(({ title }) => title === effect.title)
  );
}

async function render(rows: readonly EffectRow[]): Promise<void> {
  const { notices } = await loadClauses();
  const parts = { effects: EFFECTS, without: NO_EFFECT, notices };
  await Deno.writeTextFile(READABLE, toMarkdown(rows, parts));
}

/** Runs effects; what the steps are written to goes when they are done or the user stops them. */
async function valuesOf(effects: readonly Effect[], { replications, jobs }: ClauseOptions) {
  return await inResultsFolder("clauses", async (folder, signal) => {
    const options = { replications, jobs, folder, onDone: twentieths(), signal };
    try {
      return await runEffects(effects, options);
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new Interrupted("Interrupted: nothing is written");
    }
  });
}

/** Says how far the work has come, twenty times. */
function twentieths(): (done: number, count: number) => void {
  let [say, at] = [(_done: number, _about: string, _name: string) => {}, 0];
  return (done, count) => {
    if (done === 1) say = countdown(count);
    const twentieth = Math.floor(done / count * 20);
    if (twentieth > at) say(done, "replications", "");
    at = twentieth;
  };
}

/** A line for each comparison that is not as its effect says. */
function surprises(effect: Effect, judged: readonly Judged[]): string[] {
  return judged.filter(({ verdict, expected }) => verdict !== expected).map(
    ({ step, verdict, expected }) =>
      `${effect.title}, ${effect.steps[step - 1].label} to ${effect.steps[step].label}: ` +
      `expected ${expected}, seen ${verdict}`,
  );
}

async function runTable(options: ClauseOptions): Promise<number> {
  const { only, replications, check } = options;
  const chosen = EFFECTS.filter((effect) => holds(effect, only));
  const started = performance.now();
  const values = await valuesOf(chosen, options);
  const judged = chosen.map((effect, i) => judge(effect, values[i]));
  const rows = chosen.flatMap((effect, i) => rowsOf(effect, judged[i], replications));
  for (const row of rows) console.log(lineOf(row));
  const wrong = chosen.flatMap((effect, i) => surprises(effect, judged[i]));
  for (const line of wrong) console.log(`not as expected: ${line}`);
  const kept = keptRows().filter(({ title }) => chosen.some((effect) => effect.title === title));
  const drift = check ? TABLE.driftOf(kept, rows) : [];
  for (const line of drift) console.log(`drift: ${line}`);
  if (!check && replications === REPLICATIONS) {
    const all = joined(rows, chosen);
    await Deno.writeTextFile(KEPT, TABLE.toCsv(all));
    await render(all);
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${rows.length} comparisons in ${seconds.toFixed(0)} s: ${
      rows.length - wrong.length
    } as expected, ` +
      `${wrong.length} not`,
  );
  return wrong.length > 0 || drift.length > 0 ? 1 : 0;
}

function list(): void {
  for (const { clauses, title, steps } of EFFECTS) {
    console.log(`${clauses.join(" ")}: ${title}: ${steps.map(({ label }) => label).join(", ")}`);
  }
}

/**
 * Runs the command line.
 *
 * @param args Arguments, without the program's name.
 * @returns Exit code.
 */
export async function main(args: readonly string[]): Promise<number> {
  if (asksForHelp(args)) {
    console.log(USAGE);
    return 0;
  }
  try {
    return await run(optionsOf(args, EFFECTS));
  } catch (error) {
    if (error instanceof OptionError) {
      console.error(`${error.message}\n${USAGE}`);
      return 2;
    }
    if (!(error instanceof Interrupted || error instanceof ScenarioError)) throw error;
    console.error(error.message);
    return error instanceof Interrupted ? 130 : 1;
  }
}

async function run(options: ClauseOptions): Promise<number> {
  if (options.without !== "") return await runWithout(options);
  if (!options.list && !options.render) return await runTable(options);
  if (options.list) list();
  if (options.render) {
    await render(keptRows());
    await renderWithout();
  }
  return 0;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
