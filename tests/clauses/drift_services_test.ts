/** The kept table of effects, ordinary services: the first replication has not drifted. */

import { assertEquals } from "@std/assert";
import { driftOfFirst } from "./_drift.ts";
import { DATED } from "./effects_dated.ts";
import { SERVICES } from "./effects_services.ts";
import { VISITS } from "./effects_visits.ts";

// Planted: a use of physicians' time of 0.86 instead of 0.85: all waits in clinics differ, red.
// After a change that moves numbers: deno task clauses, and a line in the change log.
Deno.test("effects.csv holds what the first replication gives: services, visits, dated changes", async () => {
  assertEquals(await driftOfFirst([...SERVICES, ...VISITS, ...DATED]), []);
});
