/**
 * Effects on the training grid: pairs of scenarios that differ in one parameter of the primary level,
 * and a measure downstream of it, in the expected direction in every paired replication.
 */
import { assert } from "@std/assert";
import { measureOf, TRAINING } from "../../support/tiny_network.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { PrimarySpec, Scenario } from "../../../sim/scenario/mod.ts";

const PAIRS = 2;
const DAY = 1440;
type Parts = { [K in keyof PrimarySpec]?: Partial<PrimarySpec[K]> };

const KEY = { green: 0, yellow: 1, red: 1 };

function scenario(parts: Parts, contact: Partial<Scenario["contact"]> = {}): Scenario {
  const primary: Record<string, unknown> = { ...TRAINING.primary, accessMeasures: true };
  for (const [name, part] of Object.entries(parts)) {
    primary[name] = { ...TRAINING.primary[name as keyof Parts] as object, ...part as object };
  }
  return {
    ...TRAINING,
    primary: primary as unknown as PrimarySpec,
    contact: { ...TRAINING.contact, ...contact },
  };
}

/** Asserts that a measure falls from the first to the second scenario in every pair. */
function falls(from: Scenario, to: Scenario, measure: string, groups = {}): void {
  for (let replication = 0; replication < PAIRS; replication++) {
    const [a, b] = [from, to].map((s) =>
      measureOf(runReplication(s, { seed: "effect", replication }), measure, groups)
    );
    assert(b < a, `${measure} ${a} to ${b} in replication ${replication}`);
  }
}

const RED = { colour: "red" };
const TESTS = { kits: { selfTest: KEY } };

Deno.test("more antigen kits shorten the delay to care of the red", () => {
  const kits = (stock: number) => scenario({ kits: { limited: true, stock, selfTest: KEY } });
  falls(kits(0), kits(0.2), "care_delay_mean", RED);
});

Deno.test("more visiting teams shorten the delay to care of the red", () => {
  const teams = (per10k: number) => scenario({ ...TESTS, teams: { limited: true, per10k } });
  falls(teams(0.3), teams(10), "care_delay_mean", RED);
});

Deno.test("follow-up once a day shortens the delay to care of the red", () => {
  const rare = { green: 0, yellow: 3 * DAY, red: 3 * DAY };
  falls(scenario(TESTS, { followUp: rare }), scenario(TESTS), "care_delay_mean", RED);
});

Deno.test("calls of the family doctor shorten the delay to care of the red", () => {
  falls(scenario({}), scenario({ doctors: { calls: 2 * DAY } }), "care_delay_mean", RED);
});

Deno.test("telemedicine lowers referrals beyond the ability of the lower levels", () => {
  falls(scenario({}), scenario({ telemedicine: { advisers: 2 } }), "referrals_beyond_ability");
});

Deno.test("contracts that lead to the own clinic lower the bypass share", () => {
  const all = scenario({}, { contractToPrimary: 1 });
  falls(scenario({}, { contractToPrimary: 0 }), all, "bypass_share");
});
