/** The kept table of effects, in hospitals: the first replication has not drifted. */

import { assertEquals } from "@std/assert";
import { driftOfFirst } from "./_drift.ts";
import { EMERGENCIES } from "./effects_emergency.ts";
import { HOSPITALS } from "./effects_hospitals.ts";
import { LABORATORY_AND_IMAGING } from "./effects_reception.ts";
import { STAFF } from "./effects_staff.ts";

// Planted: disinfection of vehicles of 31 instead of 30 minutes: nearly all values differ, red.
// After a change that moves numbers: deno task clauses, and a line in the change log.
Deno.test("effects.csv holds what the first replication gives: hospitals, staff, laboratory, emergency", async () => {
  assertEquals(
    await driftOfFirst([
      ...HOSPITALS,
      ...STAFF,
      ...LABORATORY_AND_IMAGING,
      ...EMERGENCIES,
    ]),
    [],
  );
});
