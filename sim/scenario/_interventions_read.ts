/** Interventions of a file with the names in them turned into facilities, grids and rules. */
import type { City, RuleSet } from "../domain/mod.ts";
import { pathAt } from "./_extends.ts";
import type { Reading } from "./_files.ts";
import type { ScenarioFile } from "./_schema.ts";
import type { Tree } from "./_tree.ts";
import { treeAt } from "./_value_paths.ts";
import type { ClosureSpec, InterventionSpec, LinksChange } from "./interventions_spec.ts";
import { readRules } from "./rules.ts";

/** One intervention as its file says it. */
export type WrittenIntervention = NonNullable<ScenarioFile["interventions"]>[number];
type WrittenLinks = NonNullable<WrittenIntervention["links"]>[number];
type WrittenClosure = NonNullable<WrittenIntervention["close"]>;

/** Rule sets that interventions name, by their place; undefined where there is none to read. */
export async function readNewRules(
  tree: Tree,
  reading: Reading,
): Promise<(RuleSet | undefined)[]> {
  const list = treeAt(tree, ["interventions"]);
  if (list?.kind !== "list") return [];
  const read: (RuleSet | undefined)[] = [];
  for (const index of list.items.keys()) {
    const keys = ["interventions", index, "rules"];
    const leaf = treeAt(tree, keys);
    const named = leaf?.kind === "leaf" && typeof leaf.value === "string" && leaf.value !== "";
    read.push(named ? await readRules(pathAt(tree, keys), reading) : undefined);
  }
  return read;
}

/** Grids that a change of links is about: those named, those of a district, or all. */
export function gridsOf({ grids, district }: WrittenLinks, city: City): readonly string[] {
  if (grids !== undefined) return grids;
  return city.grids.filter((grid) => district === undefined || grid.district === district)
    .map(({ id }) => id);
}

/** Facilities that a closure is about: those named, or those linked in a role, of a tier. */
export function facilitiesOf({ facilities, role, tier }: WrittenClosure, city: City): string[] {
  if (facilities !== undefined) return facilities;
  const linked = new Set(
    city.links.filter((link) => link.role === role).map(({ facility }) => facility),
  );
  return city.facilities.filter(({ id, tier: own }) =>
    linked.has(id) && (tier === undefined || own === tier)
  ).map(({ id }) => id);
}

function linksOf(change: WrittenLinks, city: City): LinksChange {
  const { role, facilities } = change;
  return { grids: gridsOf(change, city), role, facilities };
}

function closureOf(close: WrittenClosure, city: City): ClosureSpec {
  const { to, inpatients, disinfection, reopens = "", as } = close;
  const facilities = facilitiesOf(close, city);
  return { facilities, to, inpatients, disinfection, reopens, ...(as !== undefined && { as }) };
}

/** The interventions of a checked file. */
export function interventionsOf(
  written: readonly WrittenIntervention[],
  { city, rules }: { readonly city: City; readonly rules: readonly (RuleSet | undefined)[] },
): InterventionSpec[] {
  return written.map(({ on, name, clause = "", links, close, vehicles, beds }, i) => {
    const set = rules[i];
    return {
      on,
      name,
      clause,
      ...(set !== undefined && { rules: set }),
      ...(links !== undefined && { links: links.map((change) => linksOf(change, city)) }),
      ...(close !== undefined && { close: closureOf(close, city) }),
      ...(vehicles !== undefined && { vehicles }),
      ...(beds !== undefined && { beds }),
    };
  });
}
