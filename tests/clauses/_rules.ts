/** The plan's rules where those of one clause lead to the nearest able hospital instead. */

const RULES = new URL("../../scenarios/rules/", import.meta.url);
const NAMED = "plan without ";

/** Wards after the one a patient needs, as in the rules without tiers (`nearest.yaml`). */
const LESSER: Readonly<Record<string, readonly string[]>> = {
  icu: ["sub_icu"],
  sub_icu: ["icu", "general"],
  general: [],
};

/** The clause that a text takes out of the plan, e.g. `plan without P22-2.2.2(2)`; nothing for others. */
export function takenOut(text: unknown): string | undefined {
  return typeof text === "string" && text.startsWith(NAMED) ? text.slice(NAMED.length) : undefined;
}

/**
 * The rules of the plan with those of a clause changed: they stay in their places and are for the same
 * people, but lead to the nearest able hospital, as where there are no tiers.
 *
 * @param clause Clause.
 * @returns Text of a file of rules.
 * @throws {RangeError} If the plan has no rule of the clause, or one that leads to no bed.
 */
export function planWithout(clause: string): string {
  const [, ...plan] = rulesIn("plan_2022.yaml");
  const isOf = (rule: string) => rule.includes(`\n    clause: ${clause}\n`);
  if (!plan.some(isOf)) {
    throw new RangeError(
      `Cannot take a clause out of the plan as a rule must name it: current clause is "${clause}"`,
    );
  }
  const rules = plan.map((rule) => isOf(rule) ? toNearest(rule) : rule);
  return `name: plan_without_one_clause\nrules:\n${rules.join("")}`;
}

/** A rule for the same people that leads to the nearest able hospital. */
function toNearest(rule: string): string {
  const [, name] = /^ {2}- name: (\w+)/.exec(rule) ?? [];
  const [when] = /^ {4}when: .*$/m.exec(rule) ?? [];
  const [, ward] = /^ {4}to: .*ward: (\w+)/m.exec(rule) ?? [];
  if (ward === undefined) {
    throw new RangeError(
      `Cannot take a clause out of the plan as its rules must lead to beds: current rule is "${name}"`,
    );
  }
  const bed = (type: string) => `{ role: nearest, ward: ${type} }`;
  return [
    `  - name: nearest_${name}`,
    "    clause: none",
    ...(when === undefined ? [] : [when]),
    `    to: ${bed(ward)}`,
    `    overflow: [${LESSER[ward].map(bed).join(", ")}]`,
    "",
    "",
  ].join("\n");
}

/** Head of a file of rules, then its rules one by one. */
function rulesIn(name: string): string[] {
  return Deno.readTextFileSync(new URL(name, RULES)).split(/(?=^ {2}- name: )/m);
}
