/** Suspected cases: referred before their result from a stated severity on. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { lintRules, type ReferralRule } from "../../../sim/domain/mod.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { Scenario, SuspectedSpec } from "../../../sim/scenario/mod.ts";
import {
  DAY,
  HOUR,
  logged,
  measureOf,
  replicationWith,
  tiny,
  TRAINING,
} from "../../support/tiny_network.ts";
import type { Event, TinyFacility, TinySpec } from "../../support/tiny_network.ts";

const REPLICATION = replicationWith(1, tiny());
type From = SuspectedSpec["from"];

const suspected = (from: From) => (s: Scenario): Scenario => ({
  ...s,
  contact: { ...s.contact, antigenSensitivity: 0 },
  referral: { ...s.referral, suspected: { from } },
});

/** One case, severe from the moment it worsens, seen at a hospital, its antigen test negative. */
const SEVERE: TinySpec = {
  risk: { moderate: 1, severe: 1, critical: 0 },
  worsening: "hospital",
  wards: [["designated", "sub_icu", 1], ["designated", "general", 1]],
};

function run(from: From, spec: TinySpec, change = (s: Scenario): Scenario => s): Event[] {
  const scenario = tiny({ ...spec, change: (s) => change(suspected(from)(s)) });
  return logged(scenario, REPLICATION).events;
}

/** Times of some words since the patient was seen [min]. */
function since(events: readonly Event[], ...words: string[]): (number | undefined)[] {
  const start = events.find(({ event }) => event === "seen")!.at;
  return words.map((word) => {
    const at = events.find(({ event }) => event === word)?.at;
    return at === undefined ? undefined : Math.round((at - start) * 100) / 100;
  });
}

// Planted: the severity compared with > instead of >=: the severe wait for ten hours too, red.
Deno.test("WorkUp refers a severe suspect at once, and the result follows", () => {
  for (const from of ["severe", "moderate"] as const) {
    const events = run(from, SEVERE);
    assertEquals(since(events, "suspected", "requested", "accepted", "result"), [0, 0, 0, 600]);
  }
});

Deno.test("WorkUp keeps who is less ill than that until the result", () => {
  for (const from of ["never", "critical"] as const) {
    const events = run(from, SEVERE);
    assertEquals(since(events, "suspected", "requested", "result"), [undefined, 600, undefined]);
  }
  const moderate = { ...SEVERE, risk: { moderate: 1 } };
  assertEquals(since(run("severe", moderate), "requested"), [600]);
  assertEquals(since(run("moderate", moderate), "requested"), [0]);
});

Deno.test("WorkUp refers a suspect who worsens while the result is awaited", () => {
  // Six hours in the clinic: from a risk so near to 1 the next state comes early, in some person.
  const spec: TinySpec = { ...SEVERE, residents: 60, risk: { moderate: 1, severe: 0.99999 } };
  const scenario = tiny({ ...spec, change: suspected("severe") });
  const { events } = logged(scenario, 0);
  const people = [...new Set(events.map(({ person }) => person))].map((person) =>
    events.filter((e) => e.person === person)
  );
  let found = 0;
  for (const own of people) {
    const seen = own.findIndex(({ event }) => event === "seen");
    const next = own[seen + 1];
    if (seen < 0 || next?.event !== "worsened" || next.at > own[seen].at + 10 * HOUR) continue;
    found++;
    const referred = own.find(({ event }) => event === "suspected")!;
    assertEquals([referred.at, referred.value], [next.at, 3]);
  }
  assert(found > 0);
});

const rule = (name: string, when: ReferralRule["when"], to: TinyFacility): ReferralRule => ({
  name,
  clause: "none",
  interpretation: false,
  when,
  to: { role: to as "lead", ward: "sub_icu" },
  overflow: [],
});
/** Suspects to the lead hospital, known cases to the designated one. */
const BY_RESULT = (s: Scenario): Scenario => ({
  ...s,
  referral: {
    ...s.referral,
    rules: {
      name: "by result",
      rules: [rule("suspected", { known: false }, "lead"), rule("known", {}, "designated")],
    },
  },
});
const TWO: TinySpec = { ...SEVERE, wards: [["lead", "sub_icu", 1], ["designated", "sub_icu", 1]] };
const admissions = (events: readonly Event[]) =>
  events.filter(({ event }) => event === "admitted").map(({ facility, rule }) =>
    `${facility} ${rule}`
  );

// Planted: the decision never taken anew: the last of the three goes to the lead hospital, red.
Deno.test("a result decides anew where a rule asks for it, until the departure", () => {
  assertEquals(admissions(run("never", TWO, BY_RESULT)), ["designated known"]);
  const after = (pcrTurnaround: number) =>
    run("severe", TWO, (s) => ({
      ...BY_RESULT(s),
      contact: { ...s.contact, pcrTurnaround },
    }));
  // 45 min of hand-over, 20 until the vehicle is there, 12 of loading, 20 of driving, 13 of unloading:
  // the result comes to the bed, or on the road.
  for (const minutes of [10 * HOUR, 85]) {
    const events = after(minutes);
    assertEquals(admissions(events), ["lead suspected"]);
    assertEquals(since(events, "suspected", "accepted", "result"), [0, 0, minutes]);
  }
  // Before the departure: the bed held at the lead hospital is given up.
  const early = after(30);
  assertEquals(admissions(early), ["designated known"]);
  assertEquals(
    early.filter(({ event }) => event === "accepted").map(({ at }) => at - early[0].at),
    [
      255,
      285,
    ],
  );
});

Deno.test("a result changes nothing where no rule asks for it", () => {
  const two = (s: Scenario): Scenario => ({
    ...s,
    referral: {
      ...s.referral,
      rules: { name: "all", rules: [rule("all", {}, "lead")] },
    },
  });
  assertEquals(admissions(run("severe", TWO, two)), ["lead all"]);
});

/** Antivirals and medicines that slow the worsening, for everybody and without end. */
const treated = (s: Scenario): Scenario => {
  const course = { stock: 1, replenished: 0, offered: { green: 1, yellow: 1, red: 1 } };
  return {
    ...s,
    primary: {
      ...s.primary,
      antivirals: { ...course, worsening: 0.5 },
      medicines: { ...course, worsening: 0.5 },
    },
  };
};
const TREATMENT = ["antiviral begun", "medicine given"];

// Planted: the first line of WorkUp.#result left out: 34 results of rows given back, red.
Deno.test("a suspect who dies or recovers before the result leaves nothing behind", () => {
  for (const risk of [{ moderate: 1, severe: 1 }, { moderate: 1, severe: 1, deathSevere: 0.9 }]) {
    const events = run("severe", { ...SEVERE, residents: 40, risk, wards: [] }, (s) => ({
      ...treated(s),
      contact: { ...s.contact, antigenSensitivity: 0, pcrTurnaround: 12 * DAY },
    }));
    assert(events.filter(({ event }) => event === "suspected").length > 20);
    assertEquals(events.filter(({ event }) => ["result", ...TREATMENT].includes(event)), []);
  }
  // Rows are used again: no result reaches somebody else. The run itself checks that nobody is lost.
  const grid: Scenario = {
    ...treated(suspected("moderate")(TRAINING)),
    contact: { ...TRAINING.contact, antigenSensitivity: 0, pcrTurnaround: 6 * DAY },
  };
  for (const replication of [0, 1]) {
    assert(runReplication(grid, { seed: "suspected", replication }).met > 1000);
  }
});

// Planted: only those whose row was given back left alone, and Course.slow() for everybody: all of
// them recover twice, red; without the first alone: 34 courses begun after recovery, red.
Deno.test("a suspect who has recovered and awaits discharge begins no treatment with the result", () => {
  const wards: TinySpec["wards"] = [["designated", "general", 40]];
  // Seen ten hours after the worsening, recovered five days after it, discharged a day later.
  const spec: TinySpec = { residents: 40, risk: { moderate: 1 }, worsening: "hospital", wards };
  const events = run("moderate", spec, (s) => ({
    ...treated(s),
    contact: { ...s.contact, pcrTurnaround: 5 * DAY },
    transfer: { ...s.transfer, vehicleFactor: 100 },
  }));
  const count = (...words: string[]) => events.filter(({ event }) => words.includes(event)).length;
  assertEquals([count("suspected"), count("recovered"), count("discharged")], [34, 34, 34]);
  assertEquals([count("result"), count(...TREATMENT)], [0, 0]);
});

const onGrid = (from: From): Scenario => ({
  ...TRAINING,
  emergency: { ...TRAINING.emergency, modelled: true },
  referral: { ...TRAINING.referral, suspected: { from } },
});

/** Suspicion to transfer and hours in corridors of some replications [h]. */
const hoursOf = (from: From): number[][] =>
  [0, 1, 2].map((replication) => {
    const result = runReplication(onGrid(from), { seed: "suspected", replication });
    return ["suspicion_to_transfer_mean", "corridor_hours"].map((m) => measureOf(result, m));
  });

Deno.test("referral before the result shortens suspicion to transfer and empties corridors (BJ-3.2b)", () => {
  const [never, severe, moderate] = (["never", "severe", "moderate"] as const).map(hoursOf);
  never.forEach(([transfer, corridor], i) => {
    assert(severe[i][0] < transfer - 0.5 && severe[i][1] < corridor);
    // About ten hours, the time that a result takes.
    assertAlmostEquals(moderate[i][0], transfer - 10, 0.2);
    assertEquals(moderate[i][1], 0);
  });
});

Deno.test("lintRules() takes a rule for unknown results as meant where suspects are referred", () => {
  const { city } = TRAINING;
  const set = { name: "s", rules: [rule("w", { known: false }, "lead"), rule("k", {}, "lead")] };
  const kinds = (beforeResult: boolean) =>
    lintRules(set, city, { beforeResult }).map(({ kind }) => kind)
      .filter((kind) => kind === "unknown result");
  assertEquals(kinds(false), ["unknown result"]);
  assertEquals(kinds(true), []);
});
