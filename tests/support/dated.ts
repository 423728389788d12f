/** Instants of runs as scenario files write them, and scenarios with dated changes. */
import type { Role, RuleSet } from "../../sim/domain/mod.ts";
import type { InterventionSpec, Scenario } from "../../sim/scenario/mod.ts";

const MINUTE = 60_000;

/** The first whole minute from a time of a run on, as an instant, later by so many minutes. */
export function instantAt({ window }: Pick<Scenario, "window">, time: number, later = 0): string {
  const at = Date.parse(`${window.start}T00:00:00Z`) + (Math.ceil(time) + later) * MINUTE;
  return new Date(at).toISOString().slice(0, 16);
}

/** A change to a scenario that gives it dated changes, named in order. */
export function dated(
  ...changes: readonly Omit<InterventionSpec, "name" | "clause">[]
): (scenario: Scenario) => Scenario {
  return (scenario: Scenario): Scenario => ({
    ...scenario,
    interventions: changes.map((change, i) => ({
      ...change,
      name: `change ${i + 1}`,
      clause: "BJ-2a",
    })),
  });
}

/** Everybody who needs a bed to the general ward of a role, everybody else home. */
export function rulesTo(role: Role, name = "ill"): RuleSet {
  const common = { clause: "", interpretation: false, overflow: [] };
  const ill = { severity: ["moderate", "severe", "critical"] } as const;
  return {
    name: role,
    rules: [
      { ...common, name, when: ill, to: { role, ward: "general" } },
      { ...common, name: "others", when: {}, to: { place: "home" } },
    ],
  };
}
