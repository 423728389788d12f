/** The plan's rules with those of one clause taken out. */

const RULES = new URL("../../scenarios/rules/", import.meta.url);
const NAMED = "plan without ";

/** The clause that a text takes out of the plan, e.g. `plan without P22-2.2.2(2)`; nothing for others. */
export function takenOut(text: unknown): string | undefined {
  return typeof text === "string" && text.startsWith(NAMED) ? text.slice(NAMED.length) : undefined;
}

/**
 * The rules of the plan without those of a clause; whom these are for goes where there are no tiers:
 * to the nearest able hospital.
 *
 * @param clause Clause.
 * @returns Text of a file of rules.
 * @throws {RangeError} If the plan has no rule of the clause.
 */
export function planWithout(clause: string): string {
  const [, ...plan] = rulesIn("plan_2022.yaml");
  const [, ...nearest] = rulesIn("nearest.yaml");
  const kept = plan.filter((rule) => !rule.includes(`\n    clause: ${clause}\n`));
  if (kept.length === plan.length) {
    throw new RangeError(
      `Cannot take a clause out of the plan as a rule must name it: current clause is "${clause}"`,
    );
  }
  const rules = [...kept, ...nearest.map((rule) => rule.replace(/^ {2}- name: /, "$&nearest_"))];
  return `name: plan_without_one_clause\nrules:\n${rules.join("")}`;
}

/** Head of a file of rules, then its rules one by one. */
function rulesIn(name: string): string[] {
  return Deno.readTextFileSync(new URL(name, RULES)).split(/(?=^ {2}- name: )/m);
}
