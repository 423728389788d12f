/** Rules that ask about pregnancy: their table, their look-up, their check. */
import { assertEquals, assertThrows } from "@std/assert";
import { compileRules, lintRules, type ReferralRule } from "../../../../sim/domain/policy/mod.ts";
import { ADULT } from "./_people.ts";
import { CITY } from "./_plan_rules.ts";

const rule = (name: string, when: ReferralRule["when"]): ReferralRule => ({
  name,
  clause: "none",
  interpretation: false,
  when,
  to: { place: "home" },
  overflow: [],
});
const setOf = (...rules: ReferralRule[]) => ({ name: "s", rules });

Deno.test("compileRules() tells the pregnant apart with one more axis value, whatever else is asked", () => {
  const set = setOf(rule("pregnant", { pregnant: true }), rule("others", {}));
  const compiled = compileRules(set, { veryOldAge: 80 });
  assertEquals([compiled.cells, compiled.unmatched, compiled.seesPlace], [2, 0, false]);
  assertEquals(compiled.ruleFor({ ...ADULT, pregnant: true }), 0);
  assertEquals(compiled.ruleFor(ADULT), 1);
  const byAge = compileRules(
    setOf(rule("young", { pregnant: true, ageBand: ["12-19"] }), rule("others", {})),
    { veryOldAge: 80 },
  );
  // Eleven bands, four of them twice.
  assertEquals(byAge.cells, 15);
});

Deno.test("CompiledRules refuses the pregnant of ages at which nobody is", () => {
  const compiled = compileRules(
    setOf(rule("a", { pregnant: true, ageBand: ["30-39"] }), rule("b", {})),
    { veryOldAge: 80 },
  );
  assertThrows(
    () => compiled.ruleFor({ ...ADULT, ageBand: "60-64", pregnant: true }),
    RangeError,
    "Cannot look up rules as a patient must be possible: current patient is severity mild, ",
  );
});

// Planted: pregnancy let in at every age: the first two rules then have patients, red.
Deno.test("lintRules() finds rules about pregnancy that no patient reaches", () => {
  const set = setOf(
    rule("too old", { pregnant: true, ageBand: ["60-64"] }),
    rule("very old", { pregnant: true, veryOld: true }),
    rule("pregnant", { pregnant: true }),
    rule("others", {}),
  );
  const found = lintRules(set, CITY, { veryOldAge: 80, usable: () => 1 })
    .filter(({ kind }) => kind === "unreachable");
  assertEquals(found.map((finding) => [finding.rule, finding.message]), [
    ["too old", "No patient reaches this rule: its conditions contradict one another"],
    ["very old", "No patient reaches this rule: its conditions contradict one another"],
  ]);
});

Deno.test("lintRules() names pregnancy in the smallest example of a case without a rule", () => {
  const found = lintRules(setOf(rule("others", { pregnant: false })), CITY, { veryOldAge: 80 });
  assertEquals(found[0].message, "No rule matches 1 of the 2 combinations that can occur");
  assertEquals(found[0].example, "pregnant true");
});
