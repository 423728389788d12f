import { assertEquals, assertThrows } from "@std/assert";
import { compileRules, type ReferralRule } from "../../../../sim/domain/policy/mod.ts";
import { CRITICAL, MODERATE, SEVERE } from "../../../../sim/domain/terms/mod.ts";
import { PLAN, PLAN_RULES } from "./_plan_rules.ts";

/** The plan's destination by a case distinction written out apart from the rules. */
function planned(
  [severity, mainCause, , disease, diseaseSevere, , veryOld, immobile, dialysis, beyond]: number[],
): string {
  if (severity >= SEVERE) {
    if (mainCause === 1) return "severe_underlying";
    return severity === CRITICAL ? "critical_covid" : "severe_covid";
  }
  if (dialysis) return "dialysis";
  if (beyond) return "beyond_ability";
  if (severity === MODERATE) return "moderate";
  if (!veryOld) return "home";
  if (immobile) return "in_place";
  return disease === 1 && diseaseSevere ? "very_old_severe_disease" : "home";
}

/** Every combination of codes, in mixed radix. */
function* combinations(): Generator<number[]> {
  const sizes = [5, 2, 3, 3, 2, 11, 2, 2, 2, 2];
  const total = sizes.reduce((product, size) => product * size, 1);
  for (let n = 0; n < total; n++) {
    let rest = n;
    yield sizes.map((size) => {
      const code = rest % size;
      rest = (rest - code) / size;
      return code;
    });
  }
}

type Codes = Parameters<ReturnType<typeof compileRules>["ruleOf"]>;

Deno.test("compileRules() gives the plan's rule for every feasible combination", () => {
  const compiled = compileRules(PLAN, { veryOldAge: 80 });
  const reached = new Map<string, number>();
  let feasible = 0;
  for (const codes of combinations()) {
    const [, , , disease, diseaseSevere, ageBand, veryOld] = codes;
    if (disease === 0 && diseaseSevere === 1) continue;
    if ((veryOld === 1) !== (ageBand === 10)) continue;
    feasible++;
    const rule = PLAN_RULES[compiled.ruleOf(...codes as Codes)].name;
    if (rule !== planned(codes)) assertEquals(rule, planned(codes), codes.join());
    reached.set(rule, (reached.get(rule) ?? 0) + 1);
  }
  assertEquals(feasible, 13_200);
  // Of 13,200: 1 in 5 per severity, half per flag, 1 in 11 very old, 1 in 5 stable and severe.
  assertEquals(Object.fromEntries(reached), {
    critical_covid: 1320,
    severe_covid: 1320,
    severe_underlying: 2640,
    dialysis: 3960,
    beyond_ability: 1980,
    moderate: 660,
    in_place: 60,
    very_old_severe_disease: 12,
    home: 1248,
  });
});

Deno.test("compileRules() keeps one cell per combination of the attributes that are used", () => {
  const compiled = compileRules(PLAN, { veryOldAge: 80 });
  assertEquals(compiled.attributes, [
    "severity",
    "mainCause",
    "disease",
    "diseaseSevere",
    "veryOld",
    "immobile",
    "dialysis",
    "beyondAbility",
  ]);
  assertEquals(compiled.cells, 5 * 2 * 3 * 2 ** 5);
  assertEquals(compiled.unmatched, 0);
});

/** A set with one rule. */
function only(when: ReferralRule["when"]): { name: string; rules: ReferralRule[] } {
  return { name: "one", rules: [{ ...PLAN_RULES[0], name: "only", when }] };
}

Deno.test("compileRules() gives -1 where no rule matches, and counts feasible cells only", () => {
  const compiled = compileRules(only({ veryOld: true, ageBand: ["80+"] }), { veryOldAge: 80 });
  assertEquals(compiled.ruleOf(1, 0, 0, 0, 0, 10, 1, 0, 0, 0), 0);
  assertEquals(compiled.ruleOf(1, 0, 0, 0, 0, 9, 0, 0, 0, 0), -1);
  assertEquals(compiled.cells, 22);
  assertEquals(compiled.unmatched, 10);
});

Deno.test("compileRules() takes both answers as feasible when very old age begins within a band", () => {
  const compiled = compileRules(only({ veryOld: true, ageBand: ["80+"] }), { veryOldAge: 75 });
  // Nine bands below, one answer each; both answers of 70-79; the very old of 80+ are matched.
  assertEquals(compiled.unmatched, 9 + 2);
});

Deno.test("compileRules() of an empty set matches nobody; an empty list of values matches nobody", () => {
  const none = compileRules({ name: "none", rules: [] }, { veryOldAge: 80 });
  assertEquals([none.cells, none.unmatched], [1, 1]);
  assertEquals(none.ruleOf(4, 1, 2, 2, 1, 10, 1, 1, 1, 1), -1);
  const empty = compileRules(only({ colour: [] }), { veryOldAge: 80 });
  assertEquals(empty.ruleOf(4, 1, 2, 2, 1, 10, 1, 1, 1, 1), -1);
});

Deno.test("compileRules() refuses conditions and values that do not exist", () => {
  assertThrows(
    () => compileRules(only({ colour: ["blue" as "red"] }), { veryOldAge: 80 }),
    RangeError,
    'Cannot compile rule "only" as colour must be one of green, yellow, red: current value is "blue"',
  );
  assertThrows(
    () => compileRules(only({ age: 80 } as ReferralRule["when"]), { veryOldAge: 80 }),
    RangeError,
    'Cannot compile rule "only" as a condition must be one of severity, mainCause, colour, disease, diseaseSevere, ageBand, veryOld, immobile, dialysis, beyondAbility: current condition is "age"',
  );
});
