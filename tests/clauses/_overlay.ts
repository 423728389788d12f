/** Scenarios of steps: files laid over those of the project, loaded with every check. */

import { fromFileUrl } from "@std/path";
import { loadScenario } from "../../sim/scenario/mod.ts";
import type { Scenario } from "../../sim/scenario/mod.ts";
import type { Changes, Effect } from "./_effect.ts";
import { planWithout, takenOut } from "./_rules.ts";

const PROJECT = fromFileUrl(new URL("../../", import.meta.url));

/** A step as it is run: the base and all that is laid over it. */
export interface Overlay {
  /** Scenario that it extends, by name. */
  readonly base: string;
  /** What is laid over it, by path. */
  readonly changes: Changes;
}

/** The steps of an effect. */
export function overlaysOf({ base, set, steps }: Effect): Overlay[] {
  return steps.map(({ change }) => ({ base, changes: { ...set, ...change } }));
}

/** A key that is the same for overlays that say the same. */
export function overlayKey({ base, changes }: Overlay): string {
  return JSON.stringify([base, Object.entries(changes).sort(([a], [b]) => a < b ? -1 : 1)]);
}

/**
 * A scenario file that makes the changes, in JSON, which YAML holds.
 *
 * @param overlay Base and changes.
 * @returns Its text.
 * @throws {RangeError} If one path goes through what another one sets to a value.
 */
export function overlayText({ base, changes }: Overlay): string {
  const file: Record<string, unknown> = { extends: `${PROJECT}scenarios/${base}.yaml` };
  for (const [path, value] of Object.entries(changes)) put(file, path, value);
  return JSON.stringify(
    file,
    (_, value) =>
      typeof value === "string" && value.startsWith("scenarios/") ? PROJECT + value : value,
  );
}

function put(file: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split(".");
  const last = keys.pop()!;
  let node = file;
  for (const key of keys) {
    const next = node[key] ??= {};
    if (typeof next !== "object" || Array.isArray(next)) {
      throw new RangeError(
        `Cannot change ${path} as each key on the way must be a map: current ${key} is ${next}`,
      );
    }
    node = next as Record<string, unknown>;
  }
  if (last in node) {
    throw new RangeError(`Cannot change ${path} as it must be said once: it is said twice`);
  }
  node[last] = value;
}

/**
 * Loads the scenarios of overlays.
 *
 * @param overlays Overlays.
 * @param folder Folder that the files are written to.
 * @returns Scenarios in the same order.
 * @throws {ScenarioError} If the loader refuses one.
 */
export async function loadOverlays(
  overlays: readonly Overlay[],
  folder: string,
): Promise<Scenario[]> {
  const scenarios: Scenario[] = [];
  for (const [i, overlay] of overlays.entries()) {
    const path = `${folder}/step_${i}.yaml`;
    const clause = takenOut(overlay.changes["referral.rules"]);
    const rules = `${folder}/rules_${i}.yaml`;
    if (clause !== undefined) await Deno.writeTextFile(rules, planWithout(clause));
    const { base, changes } = overlay;
    const written = clause === undefined ? changes : { ...changes, "referral.rules": rules };
    await Deno.writeTextFile(path, overlayText({ base, changes: written }));
    scenarios.push(await loadScenario(path));
  }
  return scenarios;
}
