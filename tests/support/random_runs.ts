/** Runs of random worlds, and the search through them. */
import fc from "fast-check";
import { beginReplication } from "../../sim/network/replication.ts";
import type { ReplicationResult } from "../../sim/network/mod.ts";
import type { World } from "../../sim/network/world.ts";
import { ScenarioError } from "../../sim/scenario/mod.ts";
import type { Scenario } from "../../sim/scenario/mod.ts";
import { textOf, WorldFolder, worldPlans, writtenOf } from "./random_world.ts";
import type { WorldPlan } from "./random_world.ts";

/** Most worlds tried while a counterexample is made smaller. */
const SHRINKS = 600;
/** Share of plans that the checks of a scenario may refuse [-]. */
const REFUSED = 0.05;

/** A world that was loaded. */
export interface LoadedWorld {
  readonly scenario: Scenario;
  readonly seed: string;
  /** A number from 0 to 999 to choose by. */
  readonly code: number;
}

/** Runs replication 0 of a seed, with every invariant checked once a day. */
export function runDaily(
  scenario: Scenario,
  seed: string,
  { log = true }: { readonly log?: boolean } = {},
): { readonly world: World; readonly result: ReplicationResult } {
  const { world, invariants, finish } = beginReplication(scenario, { seed, replication: 0, log });
  invariants.run(world.executive.end, 1);
  return { world, result: finish() };
}

/** All that a result says, as a digest; with the log unless told otherwise. */
export async function bytesOf(
  result: ReplicationResult,
  { log = true }: { readonly log?: boolean } = {},
): Promise<string> {
  const { measures, series, start, volume, died, infected, met, events } = result;
  const rows = log && result.log !== null
    ? result.log.rows.columns.map((name) => [...result.log!.rows.column(name)])
    : [];
  const all = [measures, series.map((s) => [s.measure, s.ward, s.line, [...s.values]])];
  const text = JSON.stringify([...all, start, [...volume], [...died], infected, met, events, rows]);
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((b) => b.toString(16).padStart(2, "0")).join("");
}

/** Cases to run: those asked for by the environment, or the usual ones. */
function search(usual: number): { numRuns: number; seed: number } {
  return {
    numRuns: Number(Deno.env.get("GRIDCARE_PROPERTY_RUNS") ?? usual),
    seed: Number(Deno.env.get("GRIDCARE_PROPERTY_SEED") ?? 20221207),
  };
}

/**
 * Checks a law in random worlds; the smallest world that breaks it is printed as files.
 *
 * @returns Worlds in which it held.
 */
export async function holdsFor(
  runs: number,
  law: (world: LoadedWorld) => Promise<void> | void,
): Promise<number> {
  const folder = await Deno.makeTempDir({ prefix: "gridcare-" });
  const worlds = new WorldFolder(folder);
  let loaded = 0;
  let refused = 0;
  let tried = 0;
  const load = async (plan: WorldPlan): Promise<LoadedWorld | undefined> => {
    const written = writtenOf(plan);
    try {
      const scenario = await worlds.load(written);
      loaded++;
      return { scenario, seed: written.seed, code: plan.seed };
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      refused++;
      return undefined;
    }
  };
  const options = search(runs);
  try {
    await fc.assert(
      fc.asyncProperty(worldPlans, async (plan) => {
        // Once a law is broken only smaller worlds come; there must be an end to them.
        if (tried > SHRINKS) return;
        if (tried > 0) tried++;
        const world = await load(plan);
        try {
          if (world !== undefined) await law(world);
        } catch (error) {
          tried = Math.max(1, tried);
          throw error;
        }
      }),
      {
        ...options,
        reporter: (details) => {
          if (!details.failed) return;
          const [plan] = details.counterexample ?? [];
          const cause = details.errorInstance as Error | undefined;
          throw new Error(
            `A law breaks, with --seed ${details.seed}, after ${details.numRuns} worlds and ` +
              `${details.numShrinks} steps of making it smaller: ${cause?.message}\n` +
              `${plan === undefined ? "" : textOf(writtenOf(plan))}`,
            { cause },
          );
        },
      },
    );
    if (refused > REFUSED * (loaded + refused)) {
      throw new Error(`The checks refused ${refused} of ${loaded + refused} worlds`);
    }
    return loaded;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
