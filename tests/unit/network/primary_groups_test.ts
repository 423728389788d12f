/** Groups at the primary level: contracts by group, care homes' facility, Chinese medicines, rules for the pregnant. */
import { assert, assertEquals } from "@std/assert";
import type { ReferralRule } from "../../../sim/domain/mod.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { PrimarySpec, Scenario } from "../../../sim/scenario/mod.ts";
import {
  logged,
  measureOf,
  replicationWith,
  story,
  tiny,
  TRAINING,
} from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";

const REPLICATION = replicationWith(1, tiny());
const KEY = { green: 0, yellow: 1, red: 1 };
const ALL = { green: 1, yellow: 1, red: 1 };

type Parts = { [K in keyof PrimarySpec]?: Partial<PrimarySpec[K]> };

function withPrimary(s: Scenario, parts: Parts): Scenario {
  const primary: Record<string, unknown> = { ...s.primary, accessMeasures: true };
  for (const [name, part] of Object.entries(parts)) {
    primary[name] = { ...s.primary[name as keyof Parts] as object, ...part as object };
  }
  return { ...s, primary: primary as unknown as PrimarySpec };
}

const onGrid = (parts: Parts): Scenario => withPrimary(TRAINING, parts);

/** A measure of three replications [its unit]. */
const three = (scenario: Scenario, measure: string, groups = {}): number[] =>
  [0, 1, 2].map((replication) =>
    measureOf(runReplication(scenario, { seed: "groups", replication }), measure, groups)
  );

const covered = (group: Partial<PrimarySpec["doctors"]["coverage"]>): Parts => ({
  doctors: { coverage: { ...TRAINING.primary.doctors.coverage, ...group } },
});

Deno.test("contracts for all with chronic disease lead more first visits to the primary level", () => {
  const share = (chronic: number) =>
    three(onGrid(covered({ chronic })), "first_visit_share", { tier: "1" });
  const [none, all] = [share(0), share(1)];
  none.forEach((before, i) => assert(all[i] > before + 0.02, `${before} to ${all[i]}`));
});

// Planted: the coverage not handed to the profiles: the hospital, red.
Deno.test("a contract for the pregnant leads a pregnant patient to the own primary facility", () => {
  const spec: TinySpec = { onset: "hospital", age: "30-39" };
  const place = (pregnant: number) => {
    const change = (s: Scenario): Scenario =>
      withPrimary({
        ...s,
        people: s.people.map((row) => row.ageBand === "30-39" ? { ...row, pregnant: 1 } : row),
        contact: { ...s.contact, contractToPrimary: 1 },
      }, { doctors: { coverage: { under7: 0, from65: 0, chronic: 0, pregnant } } });
    const { events } = logged(tiny({ ...spec, change }), REPLICATION);
    return events.find(({ event }) => event === "seen")?.facility;
  };
  assertEquals([place(0), place(1)], ["designated", "chc"]);
});

const rule = (name: string, when: ReferralRule["when"], role: "lead" | "designated") => ({
  name,
  clause: "none",
  interpretation: false,
  when,
  to: { role, ward: "general" } as const,
  overflow: [],
});

Deno.test("a rule may send the pregnant elsewhere, and nobody else", () => {
  const taken = (pregnant: number) => {
    const change = (s: Scenario): Scenario => ({
      ...s,
      people: s.people.map((row) => row.ageBand === "30-39" ? { ...row, pregnant } : row),
      referral: {
        ...s.referral,
        rules: {
          name: "by pregnancy",
          rules: [rule("pregnant", { pregnant: true }, "lead"), rule("all", {}, "designated")],
        },
      },
    });
    const wards = [["lead", "general", 1], ["designated", "general", 1]] as const;
    const scenario = tiny({ age: "30-39", risk: { moderate: 1 }, wards, change });
    const { events } = logged(scenario, REPLICATION);
    return events.filter(({ event }) => event === "admitted")
      .map((e) => `${e.facility} ${e.rule}`);
  };
  assertEquals(taken(1), ["lead pregnant"]);
  assertEquals(taken(0), ["designated all"]);
});

// Planted: the assigned facility asked for those outside care homes too: the second is red.
Deno.test("a visit of a care home's resident goes to the facility assigned to the home", () => {
  const place = (assigned: number, mobile: number) => {
    const change = (s: Scenario): Scenario =>
      withPrimary(s, { careHomes: { mobile, immobile: 0.5, assigned } });
    const { events } = logged(tiny({ age: "80+", onset: "hospital", change }), REPLICATION);
    return events.find(({ event }) => event === "seen")?.facility;
  };
  assertEquals([place(1, 1), place(1, 0), place(0, 1)], ["chc", "designated", "designated"]);
});

Deno.test("assigned facilities lower the share of visits that bypass the primary level", () => {
  const homes = (assigned: number): Parts => ({
    careHomes: { mobile: 0.5, immobile: 0.9, assigned },
  });
  const share = (assigned: number) => three(onGrid(homes(assigned)), "bypass_share");
  const [without, all] = [share(0), share(1)];
  without.forEach((before, i) => assert(all[i] < before));
});

// Planted: the stock not asked: two are given one course, red.
Deno.test("Chinese medicines are given while the stock of the grid lasts, once to each case", () => {
  const change = (s: Scenario): Scenario =>
    withPrimary(s, {
      medicines: { stock: 0.5, replenished: 0, offered: ALL, worsening: 1 },
    });
  const scenario = tiny({ residents: 2, onset: "hospital", change });
  const { events, measure } = logged(scenario, replicationWith(2, scenario));
  const seen = events.filter(({ event }) => event === "seen").length;
  assertEquals(seen, 2);
  assertEquals([measure("medicines_given"), measure("medicines_wanting")], [1, 1]);
  const lines = story(events).filter((line) => line.includes("medicine given"));
  assertEquals(lines.length, 1);
});

Deno.test("a stock for 15 to 20 % of residents leaves fewer without medicines than one for 2 % (P22-2.3d)", () => {
  const stock = (units: number): Parts => ({
    kits: { selfTest: KEY },
    medicines: { stock: units, replenished: 0, offered: ALL, worsening: 1 },
  });
  const wanting = (units: number) => three(onGrid(stock(units)), "medicines_wanting");
  const [few, enough] = [wanting(0.02), wanting(0.2)];
  few.forEach((n, i) => assert(enough[i] < n, `${n} to ${enough[i]}`));
});
