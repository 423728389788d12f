/** The kept table of effects, from home to the bed: the first replication has not drifted. */

import { assertEquals } from "@std/assert";
import { driftOfFirst } from "./_drift.ts";
import { NETWORK } from "./effects_network.ts";
import { PRIMARY } from "./effects_primary.ts";
import { TRANSFERS } from "./effects_transfers.ts";

// Planted: disinfection of vehicles of 31 instead of 30 minutes: nearly all values differ, red.
// After a change that moves numbers: deno task clauses, and a line in the change log.
Deno.test("effects.csv holds what the first replication gives: referral, primary level, transfers", async () => {
  assertEquals(await driftOfFirst([...NETWORK, ...PRIMARY, ...TRANSFERS]), []);
});
