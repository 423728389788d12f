/** Beds as a platform publishes them: who is passed over, what stale numbers cost, who then waits. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { REFUSALS } from "../../../sim/domain/mod.ts";
import type { WardSpec } from "../../../sim/domain/mod.ts";
import { SimulationError } from "../../../sim/engine/mod.ts";
import { beginReplication } from "../../../sim/network/replication.ts";
import type { InformationSpec, Scenario } from "../../../sim/scenario/mod.ts";
import {
  constant,
  DAY,
  HOUR,
  logged,
  replicationWith,
  TIMES,
  tiny,
  TRAINING,
  ward,
} from "../../support/tiny_network.ts";
import type { TinyFacility } from "../../support/tiny_network.ts";
import { PairedRuns } from "../../support/paired_runs.ts";

const REPLICATION = replicationWith(1, tiny());
/** Longer than any run [min]. */
const NEVER = 1000 * DAY;

const informed = (information: Partial<InformationSpec>) => (s: Scenario): Scenario => ({
  ...s,
  referral: {
    ...s.referral,
    information: { ...s.referral.information, confirmation: constant(12), ...information },
  },
});

/** Wards of which some change on the second day whom they take, so that they open or close. */
function changing(uses: readonly (readonly [TinyFacility, WardSpec["use"], WardSpec["use"]])[]) {
  const date = new Date(Date.parse(`${TRAINING.window.start}T00:00:00Z`) + DAY * 60_000)
    .toISOString().slice(0, 10);
  return {
    wards: uses.map(([facility, use]) => ward(facility, "general", 1, use)),
    later: (s: Scenario): Scenario => ({
      ...s,
      wards: {
        ...s.wards,
        uses: uses.map(([facility, , use]) => ({ date, facility, ward: "general", use }) as const),
      },
    }),
  };
}

/** What a moderate case hears of wards, and when the bed is ready for the way. */
function asks(uses: Parameters<typeof changing>[0], information: Partial<InformationSpec>) {
  const { wards, later } = changing(uses);
  const change = (s: Scenario) => informed(information)(later(s));
  const { events, measure } = logged(tiny({ risk: { moderate: 1 }, wards, change }), REPLICATION);
  const requested = events.find((e) => e.event === "requested")!;
  const told = events.flatMap((e) => {
    if (e.event === "refused") return [`${e.facility} ${REFUSALS[e.value]}`];
    return e.event === "accepted" ? [`${e.facility} takes`] : [];
  });
  const accepted = events.find((e) => e.event === "accepted");
  return { told, measure, requestedAt: requested.at, acceptedAt: accepted?.at ?? NaN };
}

/** The sub-designated ward closes, the designated one opens, the lead one is open all the time. */
const THREE = [
  ["sub", "covid", "ordinary"],
  ["designated", "ordinary", "covid"],
  ["lead", "covid", "covid"],
] as const;

const HAND_OVER = { line: "hand_over" };

Deno.test("runReplication() sees beds live where nothing is published", () => {
  const { told, measure } = asks(THREE, {});
  assertEquals(told, ["sub closed", "designated takes"]);
  assertAlmostEquals(measure("transfer_part_mean", HAND_OVER) * 60, TIMES.handOver, 1e-9);
  assertEquals(measure("refusals", { rule: "stale" }), NaN);
  assertEquals(measure("refusals", { rule: "too_far" }), NaN);
  assertEquals(measure("free_beds_unseen"), NaN);
});

// Planted: the live state asked after all: red ("sub closed", "designated takes").
// Planted: the time of confirmation not added: red (45 min, not 57).
Deno.test("runReplication() passes over a ward published full and confirms one published free", () => {
  const { told, measure, requestedAt, acceptedAt } = asks(THREE, { publishedEvery: NEVER });
  assertEquals(told, ["sub stale", "designated no_bed", "lead takes"]);
  assertEquals(acceptedAt, requestedAt);
  assertAlmostEquals(measure("transfer_part_mean", HAND_OVER) * 60, TIMES.handOver + 12, 1e-9);
  assertEquals(measure("refusals", { rule: "stale" }), 1);
  assertAlmostEquals(measure("confirmation_hours"), 12 / 60, 1e-12);
});

Deno.test("runReplication() gives a bed that has opened to those who wait at the next publication", () => {
  const only = [["designated", "ordinary", "covid"]] as const;
  const { requestedAt } = asks(only, {});
  const publishedEvery = requestedAt + 90;
  const { told, acceptedAt } = asks(only, { publishedEvery });
  assertEquals(told, ["designated no_bed", "designated takes"]);
  assertAlmostEquals(acceptedAt, publishedEvery, 1e-6);
  // The ward opened before the request: with a publication since, it is known.
  assertEquals(asks(only, { publishedEvery: 7 * HOUR }).told, ["designated takes"]);
});

Deno.test("runReplication() adds the time before a request is seen, and the calls after it", () => {
  const late = asks(THREE, { seenAfter: 30 });
  assertAlmostEquals(late.measure("transfer_part_mean", HAND_OVER) * 60, TIMES.handOver + 30, 1e-9);
  const both = asks(THREE, { seenAfter: 30, publishedEvery: NEVER });
  assertAlmostEquals(both.measure("transfer_part_mean", HAND_OVER) * 60, TIMES.handOver + 42, 1e-9);
});

/** Forty who want a few beds. */
const crowd = (information: Partial<InformationSpec>, change = (s: Scenario) => s) =>
  tiny({
    residents: 40,
    risk: { moderate: 1, severe: 0.5, critical: 0.3 },
    wards: [["sub", "general", 2], ["designated", "general", 2], ["designated", "sub_icu", 2], [
      "lead",
      "icu",
      1,
    ]],
    change: (s) => informed(information)(change(s)),
  });

// Planted: freed beds given to those who wait between publications: red, `check` stops the run.
Deno.test("runReplication() counts free beds that nobody can know of, and beds found gone", () => {
  const { measure } = logged(crowd({ publishedEvery: 6 * HOUR }));
  assert(measure("refusals", { rule: "stale" }) > 0);
  assert(measure("free_beds_unseen") > 0);
});

Deno.test("runReplication() offers beds to those found by screening at publications alone", () => {
  const every = 6 * HOUR;
  const screened = (s: Scenario): Scenario => ({
    ...s,
    referral: {
      ...s.referral,
      screenedShare: 1,
      rules: {
        name: "all",
        rules: s.referral.rules.rules.slice(0, 1).map((rule) => ({
          ...rule,
          when: {},
          to: { role: "sub_designated" as const, ward: "general" as const },
        })),
      },
    },
  });
  const mild = (information: Partial<InformationSpec>) =>
    tiny({
      residents: 60,
      wards: [["sub", "general", 3]],
      change: (s) => informed(information)(screened(s)),
    });
  const { events, result } = logged(mild({ publishedEvery: every }));
  const accepted = events.filter((e) => e.event === "accepted");
  assert(accepted.length > 5);
  for (const { at } of accepted) assertAlmostEquals(at % every, 0, 1e-9);
  // Nobody is taken up who finds no bed.
  assertEquals(result.met, accepted.length);
});

Deno.test("runReplication() draws the time of a confirmation for person, request and ward", () => {
  const exponential = { law: "exponential", mean: 20 } as const;
  const lost = (uses: Parameters<typeof asks>[0]) =>
    asks(uses, { publishedEvery: NEVER, confirmation: exponential }).measure("confirmation_hours");
  assertEquals(lost(THREE), lost([...THREE, ["partner", "covid", "covid"]]));
});

Deno.test("BedPlatform.check() refuses a bed that nobody can know of", () => {
  const scenario = tiny({
    wards: [["sub", "general", 0], ["lead", "general", 1]],
    change: informed({ publishedEvery: DAY }),
  });
  const { world } = beginReplication(scenario, { seed: "tiny", replication: 0 });
  const { platform } = world.flows;
  platform!.check(1);
  assertThrows(
    () => platform!.check(0),
    SimulationError,
    'Cannot hold a bed of ward "sub/general" as it must be published as free: published 0, free 0',
  );
});

const effect = (information: Partial<InformationSpec>) =>
  new PairedRuns(TRAINING, informed(information)(TRAINING));

Deno.test("beds published every four hours lengthen transfers and leave more without a bed (P22-2.6b)", () => {
  const pairs = effect({ publishedEvery: 4 * HOUR });
  for (const measure of ["transfer_delay_mean", "never_in_bed", "deaths"]) {
    const changes = pairs.changes(measure);
    assert(changes.every((change) => change > 0), `${measure} ${changes}`);
  }
});

Deno.test("requests seen six hours late lengthen the hand-over and transfers (P22-2.6b)", () => {
  const pairs = effect({ seenAfter: 6 * HOUR });
  const parts = pairs.changes("transfer_part_mean", HAND_OVER);
  assert(parts.every((change) => change > 1), `${parts}`);
  const delays = pairs.changes("transfer_delay_mean");
  assert(delays.every((change) => change > 0), `${delays}`);
});
