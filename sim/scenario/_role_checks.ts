/** Whether the rules of a scenario find somebody in every grid of its city. */
import type { City, RuleSet } from "../domain/mod.ts";
import type { Locator } from "./_schema_kit.ts";
import type { IssueList } from "./error.ts";

/** Every role that a rule names must have a facility in every grid. */
export function checkRoles(
  city: City,
  sets: { readonly [name: string]: RuleSet | undefined },
  at: Locator,
  issues: IssueList,
): void {
  for (const [name, set] of Object.entries(sets)) {
    const roles = new Set(
      set?.rules.flatMap(({ to, overflow }) => [to, ...overflow]).flatMap((place) =>
        "role" in place && place.role !== "nearest" && (place.grid ?? "own") === "own"
          ? [place.role]
          : []
      ),
    );
    for (const role of roles) {
      const linked = new Set(city.links.filter((link) => link.role === role).map((l) => l.grid));
      const without = city.grids.filter((grid) => !linked.has(grid.id)).map((grid) => grid.id);
      if (without.length === 0) continue;
      const path = ["referral", name];
      const rule = `Expected a facility with the role ${role} in every grid`;
      const value = `none in ${without.slice(0, 5).join(", ")}${without.length > 5 ? ", …" : ""}`;
      issues.add({ ...at.place(path), path: at.name(path), rule, value });
    }
  }
}
