/** Laws that hold in every small world with the primary level switched on in any combination. */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { DAY, logged, tiny } from "../../support/tiny_network.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

const RUNS = 30;
const share = fc.integer({ min: 0, max: 100 }).map((x) => x / 100);
const byColour = fc.record({ green: share, yellow: share, red: share });

const worlds = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 6 }),
  residents: fc.integer({ min: 5, max: 120 }),
  kits: fc.record({
    limited: fc.boolean(),
    stock: share,
    replenished: share.map((x) => x / DAY / 10),
    selfTest: byColour,
  }),
  limited: fc.boolean(),
  per10k: fc.integer({ min: 1, max: 400 }),
  hours: fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 13, max: 24 })),
  sampling: share,
  doctors: fc.record({
    telephone: share,
    notices: share,
    calls: fc.constant(DAY),
    urged: share,
    coverage: fc.record({ under7: share, from65: share, chronic: share, pregnant: share }),
  }),
  advisers: fc.integer({ min: 0, max: 2 }),
  settles: share,
  online: fc.record({ delivered: share, steered: share }),
  careHomes: fc.record({
    mobile: share,
    immobile: share,
    notice: fc.constant(0.5),
    assigned: share,
    seenInPlace: fc.boolean(),
  }),
  antivirals: fc.record({
    stock: share,
    replenished: fc.constant(0),
    offered: byColour,
    worsening: fc.constant(0.5),
  }),
  medicines: fc.record({
    stock: share,
    replenished: fc.constant(0),
    offered: byColour,
    worsening: fc.constant(0.9),
  }),
  shares: fc.tuple(share, share),
  moderate: share,
});
type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never;

const hours = (mean: number) => ({ law: "exponential", mean: mean * 60 } as const);

function primaryOf(s: Scenario, w: World): Scenario["primary"] {
  const { kits, doctors, online, careHomes, antivirals, medicines } = w;
  const [opens, closes] = w.hours.map((h) => h * 60);
  const { teams, telemedicine } = s.primary;
  return {
    accessMeasures: true,
    kits,
    teams: { ...teams, limited: w.limited, per10k: w.per10k, opens, closes, sampling: w.sampling },
    doctors,
    telemedicine: { ...telemedicine, advisers: w.advisers, settles: w.settles, longestWait: 30 },
    online,
    careHomes,
    antivirals,
    medicines,
  };
}

function changed(s: Scenario, w: World): Scenario {
  const [immobile, contract] = w.shares;
  const one = { none: 0.2, online: 0.2, primary: 0.3, hospital: 0.2, call_120: 0.1 };
  return {
    ...s,
    primary: primaryOf(s, w),
    window: { ...s.window, days: 60, runOnDays: 40, warmUpDays: 3 },
    people: s.people.map((row) => ({ ...row, immobile, contract, unstable: 0.5 })),
    course: { ...s.course, mild: { ...s.course.mild, value: 6 * DAY } as never },
    contact: {
      ...s.contact,
      onset: { green: one, yellow: one, red: one },
      worsening: { moderate: one, severe: one, critical: one },
      antigenSensitivity: 0.6,
      contractToPrimary: 0.5,
      followUp: { green: 0, yellow: 2 * DAY, red: DAY },
      noticeDelay: { moderate: hours(48), severe: hours(12), critical: hours(2) },
    },
    referral: { ...s.referral, capabilityNeeds: [{ capability: "cardiology", share: 0.5 }] },
  };
}

Deno.test("with any primary level nobody is lost and every visit due is accounted for", () => {
  fc.assert(
    fc.property(worlds, (w) => {
      const scenario = tiny({
        residents: w.residents,
        age: "80+",
        wards: [["sub", "general", 3], ["designated", "icu", 1], ["lead", "general", 1]],
        risk: {
          moderate: w.moderate,
          severe: 0.5,
          critical: 0.5,
          deathSevere: 0.2,
          deathCritical: 0.5,
        },
        change: (s) => changed(s, w),
      });
      const { events, measure, result } = logged(scenario, 0, w.seed);
      const ends = events.filter((e) => e.event === "died" || e.event === "recovered");
      assertEquals(new Set(ends.map((e) => e.person)).size, ends.length);
      assertEquals(measure("deaths"), result.died.length);
      const stock = w.kits.stock * w.residents + w.kits.replenished * w.residents * 100 * DAY;
      if (w.kits.limited && measure("kits_used") >= 0) assert(measure("kits_used") <= stock + 1e-6);
      const firsts = ["1", "2", "3", "home"].map((tier) => measure("first_visit_share", { tier }));
      const sum = firsts.reduce((a, b) => a + b, 0);
      assert(Number.isNaN(sum) || Math.abs(sum - 1) < 1e-9);
      const out = new Set<number>();
      for (const { event, person } of events) {
        assert(!out.has(person), `${event} after the end of ${person}`);
        if (event === "died") out.add(person);
      }
    }),
    { numRuns: RUNS, seed: 20221207 },
  );
});
