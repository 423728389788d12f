/** From which kind of place to which the cases go. */
import { assert, assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { FLOW_PLACES } from "../../../sim/domain/mod.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import { loadScenario } from "../../../sim/scenario/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
import { dated, rulesTo } from "../../support/dated.ts";
import { left, passagesOf, passagesOfLog } from "../../support/details.ts";
import type { Counts } from "../../support/details.ts";
import { measureOf, tiny } from "../../support/tiny_network.ts";

const scenarioOf = (name: string) =>
  loadScenario(fromFileUrl(new URL(`../../../scenarios/${name}.yaml`, import.meta.url)));
const run = (scenario: Scenario, log = false) =>
  runReplication(scenario, { seed: "passages", replication: 0, log });
const sorted = (counts: Counts) => Object.fromEntries([...counts].sort());

const NAMES = [
  "training_no_tiers",
  "training_city",
  "training_county",
  "training_from_census",
  "training_in_full",
];

// Planted: the kind taken of the facility left, not entered; moves within a facility counted; those
// who recover before their discharge counted at the end of the run too: all red.
for (const name of NAMES) {
  Deno.test(`passages are those of the event log: ${name}`, async () => {
    const scenario = await scenarioOf(name);
    // Cut short, so that cases are in every kind of place when the run ends.
    const short = { ...scenario, window: { ...scenario.window, days: 50, runOnDays: 0 } };
    const result = run(short, true);
    const counts = passagesOf(result, short);
    assertEquals(sorted(counts), sorted(passagesOfLog(result, short)));
    const open = [...counts].filter(([passage]) => passage.endsWith("> unresolved"));
    assert(open.length >= 2, `${open}`);
  });
}

/** Ends and sources of passages. */
const OUTER = ["present_at_start", "home", "recovered", "died", "unresolved"];

// Planted: the kind looked up anew on leaving instead of kept: consolidated, red.
for (
  const name of [...NAMES, "training_march_2020_consolidated", "training_beijing_2020_district"]
) {
  Deno.test(`what goes into a kind of place goes out of it or is still there: ${name}`, async () => {
    const scenario = await scenarioOf(name);
    const result = run(scenario);
    const counts = passagesOf(result, scenario);
    for (const place of FLOW_PLACES) {
      if (!OUTER.includes(place)) assertEquals(left(counts, place), 0, place);
    }
    const measure = (measure: string) => measureOf(result, measure);
    assertEquals(left(counts, "died"), measure("deaths"));
    const inNoBed = (how: string) => counts.get(`home > ${how}`) ?? 0;
    assertEquals(inNoBed("recovered") + inNoBed("died"), measure("never_in_bed"));
    const came = -left(counts, "home") - left(counts, "present_at_start");
    assert(came >= measure("needed_bed") && came > 40, `${came} of ${measure("needed_bed")}`);
    if (name.includes("census")) {
      assertEquals(-left(counts, "present_at_start"), measure("present_at_start"));
    }
  });
}

/** Sixty residents of whom all become moderate, with a bed each; the partner is designated too, later. */
const relinked = () =>
  tiny({
    residents: 60,
    risk: { moderate: 1 },
    wards: [["partner", "general", 60]],
    change: (s) => ({
      ...dated({
        on: "2022-12-20",
        links: [{ grids: ["g"], role: "designated", facilities: ["partner"] }],
      })(s),
      referral: { ...s.referral, rules: rulesTo("partner") },
    }),
  });

// Planted: links of the first day kept throughout: no designated bed, red.
Deno.test("a kind of place is that of the links which hold when the bed is entered", () => {
  const scenario = relinked();
  const counts = passagesOf(run(scenario), scenario);
  const [before, after] = ["partner", "designated"].map((kind) =>
    counts.get(`home > ${kind}`) ?? 0
  );
  assert(before > 5 && after > 5, `${before}, ${after}`);
  assertEquals([left(counts, "partner"), left(counts, "designated")], [0, 0]);
  assertEquals(counts.get("partner > recovered"), before);
});

Deno.test("who needs no bed and has none is in no passage", () => {
  const scenario = tiny({ residents: 50, risk: {}, onset: "hospital" });
  assertEquals(passagesOf(run(scenario), scenario).size, 0);
});
