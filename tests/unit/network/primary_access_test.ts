/** Access: first visits, delays, family doctors, online care, telemedicine, antivirals. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import {
  constant,
  DAY,
  HOUR,
  logged,
  replicationWith,
  story,
  TIMES,
  tiny,
} from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";
import type { PrimarySpec, Scenario } from "../../../sim/scenario/mod.ts";

const REPLICATION = replicationWith(1, tiny());
type Parts = { [K in keyof PrimarySpec]?: Partial<PrimarySpec[K]> };

const OPEN = (s: Scenario): Scenario => ({
  ...s,
  city: {
    ...s.city,
    facilities: s.city.facilities.map((f) => ({ ...f, feverOpens: 0, feverCloses: 24 })),
  },
});
const CONTRACT = (s: Scenario): Scenario => ({
  ...s,
  people: s.people.map((row) => ({ ...row, contract: 1 })),
});

function run(parts: Parts, spec: TinySpec = {}) {
  const change = (s: Scenario): Scenario => {
    const t = spec.change?.(s) ?? s;
    const primary: Record<string, unknown> = { ...t.primary, accessMeasures: true };
    for (const [name, part] of Object.entries(parts)) {
      primary[name] = { ...t.primary[name as keyof Parts] as object, ...part as object };
    }
    return { ...t, primary: primary as unknown as PrimarySpec };
  };
  return logged(tiny({ ...spec, change }), REPLICATION);
}

Deno.test("measures of access of one case by its own choice at a hospital", () => {
  const { measure } = run({}, { onset: "hospital", change: OPEN });
  assertEquals(measure("first_visit_share", { tier: "2" }), 1);
  assertEquals(measure("first_visit_share", { tier: "1" }), 0);
  assertEquals([measure("bypass_share"), measure("cross_grid_share")], [1, 0]);
  assertAlmostEquals(measure("contact_delay_mean"), TIMES.onsetDelay / HOUR, 1e-9);
});

// Planted: whether the own clinic is open not asked: 1, red.
Deno.test("nobody bypasses a clinic that is closed, nor by ambulance", () => {
  const closed = (s: Scenario): Scenario => ({
    ...s,
    city: {
      ...s.city,
      facilities: s.city.facilities.map((f) => f.id === "chc" ? { ...f, feverPhysicians: 0 } : f),
    },
  });
  assertEquals(run({}, { onset: "hospital", change: closed }).measure("bypass_share"), 0);
  assertEquals(run({}, { onset: "call_120", change: OPEN }).measure("bypass_share"), 0);
});

Deno.test("the delay to care is the own notice, and seven days without contact", () => {
  const risk = { moderate: 1 };
  const { measure } = run({}, { risk });
  assertAlmostEquals(measure("care_delay_mean"), TIMES.notice.moderate / HOUR, 1e-9);
  assertEquals(measure("care_within_day"), 1);
  const never = run({}, { risk, worsening: "none" });
  assertEquals(never.measure("care_delay_mean"), 168);
  assertEquals(never.measure("care_within_day"), 0);
});

Deno.test("measures of access are given only where the scenario asks for them", () => {
  const { result } = logged(tiny({ onset: "hospital" }), REPLICATION);
  assertEquals(result.measures.some((row) => row.measure === "bypass_share"), false);
});

const LATE = (s: Scenario): Scenario => ({
  ...CONTRACT(s),
  contact: {
    ...s.contact,
    noticeDelay: { ...s.contact.noticeDelay, moderate: constant(4 * DAY) },
  },
});

// Planted: calls to those alone who are known: the contact then comes after 4 days, red.
Deno.test("calls of the family doctor find a worsening of a case that nobody knew", () => {
  const found = (notices: number) => {
    const doctors = { calls: DAY, notices };
    const { events } = run({ doctors }, { risk: { moderate: 1 }, change: LATE });
    return events[1].at - events[0].at;
  };
  assertEquals(found(1) > 0 && found(1) <= DAY, true);
  assertAlmostEquals(found(0), 4 * DAY, 1e-6);
});

Deno.test("a call urges one who would seek no care to go to the own clinic", () => {
  const change = (s: Scenario) => CONTRACT(OPEN(s));
  const { events } = run({ doctors: { calls: DAY, urged: 1 } }, { onset: "none", change });
  assertEquals(story(events), ["0 contact 2", "15 seen chc 1", "15 sent home 1"]);
  const without = run({ doctors: { calls: DAY, urged: 1 } }, { onset: "none", change: OPEN });
  assertEquals(without.events, []);
});

Deno.test("follow-up by telephone takes no team and may fail to notice", () => {
  const found = (notices: number) => {
    const { events, measure } = run({
      kits: { selfTest: { green: 1, yellow: 1, red: 1 } },
      teams: { limited: true },
      doctors: { telephone: 1, notices },
    }, {
      risk: { moderate: 0.9999 },
      change: (s) => {
        const t = LATE(s);
        return { ...t, contact: { ...t.contact, followUp: { green: DAY, yellow: DAY, red: DAY } } };
      },
    });
    assertEquals(measure("home_visits_due"), 0);
    const worse = events.findIndex((e) => e.event === "worsened");
    return events[worse + 1].at - events[worse].at;
  };
  assertEquals(found(1) <= DAY, true);
  assertAlmostEquals(found(0), 4 * DAY, 1e-6);
});

Deno.test("an online contact may have drugs delivered instead of a visit", () => {
  const { events, measure } = run({ online: { delivered: 1 } }, { onset: "online" });
  assertEquals(events, []);
  assertEquals(measure("online_contacts", { line: "delivered" }), 1);
});

Deno.test("an online contact after a worsening is referred at once by the rules", () => {
  const { events, measure } = run({
    online: { steered: 1 },
    kits: { selfTest: { green: 1, yellow: 1, red: 1 } },
  }, { risk: { moderate: 0.9999 }, worsening: "online", wards: [["sub", "general", 1]] });
  const contact = events.findIndex((e) => e.event === "contact");
  assertEquals(story(events.slice(contact)).slice(0, 3), [
    "0 contact 1",
    "0 requested moderate 0",
    "0 accepted sub/general moderate 0",
  ]);
  assertEquals(measure("online_contacts", { line: "steered" }), 1);
});

/** A moderate case in the primary clinic that needs cardiology, which the lower levels lack. */
function beyond(parts: Parts) {
  return run(parts, {
    disease: "unstable",
    risk: { moderate: 1 },
    worsening: "primary",
    wards: [["sub", "general", 1], ["lead", "general", 1]],
    change: (s) => ({
      ...OPEN(s),
      referral: { ...s.referral, capabilityNeeds: [{ capability: "cardiology", share: 1 }] },
    }),
  });
}

const ADVICE = { advisers: 1, delay: constant(5), advice: constant(10), longestWait: 60 };

// Planted: `advised` left out of `beyondAbility`: the case is sent to the lead hospital all the same.
Deno.test("advice settles a case beyond the ability of the lower levels, or not", () => {
  const from = (parts: Parts) => {
    const { events, measure } = beyond(parts);
    const seen = events.findIndex((e) => e.event === "seen");
    return {
      told: story(events.slice(seen)).slice(1, 4),
      beyond: measure("referrals_beyond_ability"),
    };
  };
  const settled = from({ telemedicine: { ...ADVICE, settles: 1 } });
  assertEquals(settled.told, [
    "0 asks for advice chc 2",
    "15 advised chc 1",
    "15 requested chc moderate 0",
  ]);
  assertEquals(settled.beyond, 0);
  const open = from({ telemedicine: { ...ADVICE, settles: 0 } });
  assertEquals(open.told[2], "15 requested chc beyond_ability 0");
  assertEquals([open.beyond, from({}).beyond], [1, 1]);
});

Deno.test("a case whose state gets worse while it waits for advice is referred at once", () => {
  const { events } = run({ telemedicine: { ...ADVICE, delay: constant(30 * DAY) } }, {
    disease: "unstable",
    risk: { moderate: 1, severe: 0.9999 },
    worsening: "primary",
    wards: [["designated", "sub_icu", 1]],
    change: (s) => ({
      ...OPEN(s),
      referral: { ...s.referral, capabilityNeeds: [{ capability: "cardiology", share: 1 }] },
      contact: { ...s.contact, noticeDelay: { ...s.contact.noticeDelay, moderate: constant(1) } },
    }),
  });
  const asked = events.findIndex((e) => e.event === "asks for advice");
  assertEquals(events.slice(asked + 1, asked + 3).map((e) => e.event), ["worsened", "requested"]);
});

// Planted: the course not slowed: "worsened" follows "antiviral begun", red.
Deno.test("an antiviral slows the worsening of the state in which it is begun, while stock lasts", () => {
  const offered = { green: 1, yellow: 1, red: 1 };
  const course = (stock: number) => {
    const { events, measure } = run({
      antivirals: { stock, worsening: 1e-9, offered, replenished: 1e-12 },
    }, {
      risk: { moderate: 1, severe: 0.9999 },
      change: (s) => {
        const { noticeDelay } = s.contact;
        const soon = { ...noticeDelay, moderate: constant(1) };
        return { ...OPEN(s), contact: { ...s.contact, noticeDelay: soon } };
      },
    });
    const words = events.map((e) => e.event);
    const from = words.indexOf("antiviral begun");
    return { after: from < 0 ? words : words.slice(from), begun: measure("antivirals_begun") };
  };
  const treated = course(1);
  assertEquals([treated.after[0], treated.begun], ["antiviral begun", 1]);
  assertEquals([treated.after.includes("worsened"), treated.after.at(-1)], [false, "recovered"]);
  const without = course(0);
  assertEquals([without.after.filter((e) => e === "worsened").length, without.begun], [2, 0]);
});
