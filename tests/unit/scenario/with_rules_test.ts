import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "@std/path";
import { rulesFromFunction } from "../../../sim/domain/mod.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import { loadRules, loadScenario, ScenarioError, withRules } from "../../../sim/scenario/mod.ts";
import { ROOT } from "./_copy.ts";

const load = (name: string) => loadScenario(join(ROOT, `scenarios/${name}.yaml`));
const plan = await load("training");

/** Everybody with a need of a bed to the lead hospital; who counts as ill is up to the test. */
const toLead = (ill: readonly string[]) =>
  rulesFromFunction({
    name: "to_lead",
    attributes: ["severity"],
    outcomes: {
      lead: {
        clause: "none",
        to: { role: "lead", ward: "general" },
        overflow: [{ role: "lead", ward: "icu" }],
      },
      home: { clause: "none", to: { place: "home" } },
    },
    rule: ({ severity }) => ill.includes(severity) ? "lead" : "home",
  });
const ILL = ["moderate", "severe", "critical"];

Deno.test("withRules() gives the hash of a file that says the same", async () => {
  const rules = await loadRules(join(ROOT, "scenarios/rules/nearest.yaml"));
  assertEquals((await withRules(plan, { rules })).hash, (await load("training_no_tiers")).hash);
  assertEquals((await withRules(plan, {})).hash, plan.hash);
});

Deno.test("withRules() puts what a function decided into the hash and the run, the function itself nowhere", async () => {
  const one = await withRules(plan, { rules: toLead(ILL) });
  const same = await withRules(plan, { rules: toLead([...ILL].reverse()) });
  const other = await withRules(plan, { rules: toLead(["severe", "critical"]) });
  assertEquals(one.hash, same.hash);
  assert(one.hash !== other.hash && one.uncertainty.hash !== plan.uncertainty.hash);
  assert(Object.isFrozen(one.referral.rules.decisions?.cells));
  const sent = structuredClone(one);
  const short = (scenario: typeof one) => {
    const { measures } = runReplication(scenario, { seed: "1", replication: 0 });
    return measures.filter(({ measure }) =>
      measure === "transfers_unfinished" || measure === "dead"
    );
  };
  assertEquals(short(sent), short(one));
  assert(short(one).length > 0);
});

Deno.test("withRules() refuses rules with errors unless the scenario says that they shall run", async () => {
  const rules = {
    name: "none",
    rules: toLead(ILL).rules.slice(0, 1).map((r) => ({
      ...r,
      when: { severity: ["mild"] as const },
    })),
  };
  await assertRejects(
    () => withRules(plan, { rules }),
    ScenarioError,
    'Cannot load scenario "training": 2 issues\n  training referral.rules: Expected rules that hold, found No rule matches 4 of the 5 combinations that can occur (severity asymptomatic)',
  );
  const knowingly = { ...plan, referral: { ...plan.referral, lint: "off" as const } };
  assertEquals((await withRules(knowingly, { rules })).referral.rules.name, "none");
});
