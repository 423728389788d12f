/** Changed copies of scenarios. */
import { assertEquals, assertRejects } from "@std/assert";
import { addBeds, type MoreBeds, openScenario } from "../../notebooks/toolkit/mod.ts";

const plan = await openScenario("training");
const naming = { name: "more", title: { en: "More beds", zh: "更多床位" } };
const place = { facility: "training-lead-1", ward: "icu" };

Deno.test("addBeds() changes one ward of a copy, and says so", async () => {
  const before = structuredClone(plan.city.wards);
  const copy = await addBeds(plan, naming, { ...place, beds: 5, nurses: 12, physicians: 2 });
  const changed = copy.city.wards.filter((ward, i) => ward.beds !== before[i]!.beds);
  const [ward] = before.filter(({ facility, type }) =>
    facility === place.facility && type === place.ward
  );
  assertEquals(changed, [{
    ...ward!,
    beds: ward!.beds + 5,
    nurses: ward!.nurses + 12,
    physicians: ward!.physicians + 2,
  }]);
  assertEquals(plan.city.wards, before);
  assertEquals([copy.name, copy.hash === plan.hash], ["more", false]);
  assertEquals(copy.provenance.at(-1)?.path, "city");
});

Deno.test("addBeds() refuses a ward that is not there, and less than none", async () => {
  const refused = (more: MoreBeds, text: string) =>
    assertRejects(() => addBeds(plan, naming, more), RangeError, text);
  await refused(
    { ...place, ward: "icus", beds: 1 },
    'current ward is "training-lead-1 icus"; nearest is "training-lead-1 icu"',
  );
  await refused(
    { ...place, beds: -11 },
    "whole number of at least 0: there are 10, to be added are -11",
  );
  await refused({ ...place, beds: 1, nurses: 0.5 }, "Cannot add nurses");
});
