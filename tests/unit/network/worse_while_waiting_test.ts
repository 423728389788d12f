/** Who becomes worse at home in a queue for a bed, and goes nowhere, is decided anew when noticed. */
import { assertEquals } from "@std/assert";
import { logged, replicationWith, story, TIMES, tiny } from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";

/** A worse case seeks no care. Mild, some of these people are to have a bed, and none is free. */
const SILENT: TinySpec = {
  risk: { moderate: 0.6 },
  onset: "hospital",
  worsening: "none",
  wards: [["partner", "general", 1]],
  change: (s) => ({
    ...s,
    referral: { ...s.referral, capabilityNeeds: [{ capability: "oncology", share: 1 }] },
  }),
};
/** Very old, with severe but stable disease: rule 11 sends even a mild case to a bed. */
const ILL = { age: "80+", disease: "stable", diseaseSevere: true } as const;

/** The one infected, in the first world in which the worsening comes after the consultation. */
function worsens(spec: TinySpec) {
  const scenario = tiny(spec);
  for (let seed = 0; seed < 50; seed++) {
    const name = `worse ${seed}`;
    const run = logged(scenario, replicationWith(1, scenario, name), name);
    const at = run.events.findIndex(({ event }) => event === "worsened");
    if (at > 1) return { events: run.events.slice(at), measure: run.measure };
  }
  throw new Error("Cannot test as somebody must become worse after a consultation: nobody does");
}

// None of the hospitals of rule 11 has oncology, the partner of rule 8 does and has a bed.
// Planted: #tell() that does nothing: the audit of the queues stops the run, red; without the audit the
// story ends with "recovered" at home after 5 days in the queue of rule 11, red.
Deno.test("runReplication() decides anew for who waits for a bed when a worsening is noticed", () => {
  const { events, measure } = worsens({ ...SILENT, ...ILL });
  const noticed = TIMES.notice.moderate;
  assertEquals(story(events), [
    "0 worsened 2",
    `${noticed} requested beyond_ability 0`,
    `${noticed} accepted partner/general beyond_ability 0`,
    `${noticed + TIMES.handOver + 60} admitted partner/general beyond_ability 0`,
    `${TIMES.moderate} recovered partner/general 2`,
    `${TIMES.moderate + TIMES.observation} discharged partner/general 0`,
  ]);
  assertEquals(measure("transfers_completed"), 1);
});

Deno.test("runReplication() leaves who asked for no bed at home when a worsening is not acted on", () => {
  assertEquals(story(worsens(SILENT).events), ["0 worsened 2", `${TIMES.moderate} recovered 2`]);
});
