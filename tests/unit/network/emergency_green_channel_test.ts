/** Green channels: high-risk cases whom primary facilities refer, and ordinary emergencies. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { UrgentLine } from "../../../sim/network/urgent_line.ts";
import type { EmergencySpec, ReferralSpec, Scenario } from "../../../sim/scenario/mod.ts";
import { changesOf } from "../../support/paired_runs.ts";
import { logged, replicationWith, TIMES, tiny, TRAINING } from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";

const REPLICATION = replicationWith(1, tiny());

/** From the request to the admission of one patient [min]. */
function delayOf(spec: TinySpec, referral: Partial<ReferralSpec>): number {
  const { events } = logged(
    tiny({
      risk: { moderate: 1 },
      wards: [["designated", "general", 1], ["sub", "general", 1]],
      ...spec,
      change: (s) => ({ ...s, referral: { ...s.referral, ...referral } }),
    }),
    REPLICATION,
  );
  const [asked, admitted] = ["requested", "admitted"].map((word) =>
    events.find(({ event }) => event === word)!.at
  );
  return admitted - asked;
}

const RED: TinySpec = { age: "80+", disease: "unstable", diseaseSevere: true };
const GREEN: TinySpec = {};
const fast = { greenChannel: true, greenChannelHandOver: 0.2 };
const saved = (spec: TinySpec, referral: Partial<ReferralSpec>) =>
  delayOf(spec, { greenChannel: true }) - delayOf(spec, referral);

// Planted: the colour left out of `#greenFactor`: green residents then save 36 min too.
Deno.test("the green channel hands over red residents of primary facilities sooner, nobody else", () => {
  const short = TIMES.handOver * 0.8;
  const primary = { worsening: "primary" } as const;
  assertAlmostEquals(saved({ ...RED, ...primary }, fast), short, 1e-6);
  assertAlmostEquals(saved({ ...GREEN, ...primary }, fast), 0, 1e-6);
  assertAlmostEquals(saved({ ...RED, worsening: "hospital" }, fast), 0, 1e-6);
  const off = { greenChannel: false, greenChannelHandOver: 0.2 };
  assertAlmostEquals(saved({ ...RED, ...primary }, off), 0, 1e-6);
});

const onGrid = (
  emergency: Partial<EmergencySpec>,
  referral: Partial<ReferralSpec> = {},
): Scenario => ({
  ...TRAINING,
  emergency: { ...TRAINING.emergency, modelled: true, ...emergency },
  referral: { ...TRAINING.referral, ...referral },
});

Deno.test("without the green channel red patients need longer from door to bed", () => {
  const changes = changesOf({
    from: onGrid({}, { greenChannel: true }),
    to: onGrid({}, { greenChannel: false }),
    measure: "door_to_bed_mean",
    groups: { colour: "red" },
  });
  assert(changes.every((change) => change > 24), `${changes}`);
});

Deno.test("ordinary emergencies of the green channels wait less, others do not gain", () => {
  const scenarios = {
    from: onGrid({ greenChannels: false }),
    to: onGrid({ greenChannels: true }),
    measure: "ordinary_urgent_wait_mean",
  };
  const green = changesOf({ ...scenarios, groups: { line: "green_channel" } });
  assert(green.every((change) => change < 0), `${green}`);
});

Deno.test("UrgentLine serves those of the first group in order, passes over who has left", () => {
  const line = new UrgentLine();
  const join = (who: number, until: number, first: boolean) =>
    line.join({ who, since: who, until, green: first }, first);
  join(1, 100, false);
  join(2, 10, true);
  join(3, 100, true);
  const gone: number[] = [];
  const order = [];
  for (let first = line.first(20, (p) => gone.push(p.who)); first; first = line.first(20)) {
    order.push(first.who);
    line.take();
  }
  assertEquals({ order, gone }, { order: [3, 1], gone: [2] });
  assertEquals(line.firstGoesFirst, false);
});
