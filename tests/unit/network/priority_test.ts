/** Who is served first: severity, colour with the green channel, time. Queues read from the log. */
import { assert, assertEquals } from "@std/assert";
import { constant, DAY, logged, tiny } from "../../support/tiny_network.ts";
import type { Event, TinySpec } from "../../support/tiny_network.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

/** Ages, half of them 40-49 (green) and half 80+ with stable disease (yellow or red). */
const mixed = (s: Scenario): Scenario => ({
  ...s,
  city: {
    ...s.city,
    ageShares: s.people.map(({ ageBand }) => ageBand === "40-49" || ageBand === "80+" ? 0.5 : 0),
  },
  people: s.people.map((row) => row.ageBand === "80+" ? { ...row, stable: 1, full: 0 } : row),
});

/** Colours of people by their keys, told by ways of contact that differ by colour. */
function coloursOf(residents: number): Map<number, string> {
  const one = (way: string) => ({
    none: 0,
    online: 0,
    primary: 0,
    hospital: 0,
    call_120: 0,
    [way]: 1,
  });
  const scenario = tiny({
    residents,
    change: (s) => ({
      ...mixed(s),
      contact: {
        ...s.contact,
        onset: { green: one("primary"), yellow: one("hospital"), red: one("call_120") },
      },
    }),
    vehicles: [residents, 0],
  });
  const contacts = logged(scenario).events.filter((e) => e.event === "contact");
  return new Map(contacts.map((e) => [e.person, ["", "", "green", "yellow", "red"][e.value]]));
}

interface Wait {
  readonly since: number;
  readonly severity: number;
  readonly colour: number;
}

/** Bed grants that went to someone although one who goes before waited for the same ward. */
function outOfTurn(
  events: readonly Event[],
  wardType: string,
  goesBefore: (a: Wait, b: Wait) => boolean,
  colour: Map<number, string>,
): string[] {
  const CODES = ["green", "yellow", "red"];
  const waiting = new Map<number, Wait>();
  const requested = new Map<number, number>();
  const severity = new Map<number, number>();
  const found: string[] = [];
  for (const e of events) {
    if (e.event === "worsened") severity.set(e.person, e.value);
    if (e.event === "requested") requested.set(e.person, e.at);
    if (e.event === "waits") {
      waiting.set(e.person, {
        since: requested.get(e.person)!,
        severity: severity.get(e.person)!,
        colour: CODES.indexOf(colour.get(e.person) ?? "green"),
      });
    } else if (e.event === "accepted" && e.ward === wardType && waiting.has(e.person)) {
      const mine = waiting.get(e.person)!;
      waiting.delete(e.person);
      for (const [person, other] of waiting) {
        if (goesBefore(other, mine)) found.push(`${e.at}: ${e.person} before ${person}`);
      }
    } else if (e.event !== "refused") waiting.delete(e.person);
  }
  return found;
}

const CROWDED: TinySpec = {
  residents: 60,
  risk: { moderate: 1 },
  wards: [["sub", "general", 1]],
  change: (s) => {
    const t = mixed(s);
    return { ...t, course: { ...t.course, moderate: constant(25 * DAY) } };
  },
};

const withChannel = (greenChannel: boolean): Scenario => {
  const s = tiny(CROWDED);
  return { ...s, referral: { ...s.referral, greenChannel } };
};

const earlier = (a: Wait, b: Wait) => a.since < b.since;
const redder = (a: Wait, b: Wait) =>
  a.colour > b.colour || (a.colour === b.colour && a.since < b.since);

// Planted: the order of colours turned round: red.
Deno.test("runReplication() gives a freed bed to red before green with the green channel", () => {
  const colours = coloursOf(60);
  assertEquals(new Set(colours.values()), new Set(["green", "red"]));
  const { events } = logged(withChannel(true));
  assert(events.filter((e) => e.event === "accepted").length >= 3, "some must be served");
  assertEquals(outOfTurn(events, "general", redder, colours), []);
  assert(outOfTurn(events, "general", earlier, colours).length > 0, "colour must matter here");
});

Deno.test("runReplication() gives a freed bed by time alone without the green channel", () => {
  const colours = coloursOf(60);
  const { events } = logged(withChannel(false));
  assertEquals(outOfTurn(events, "general", earlier, colours), []);
  assert(outOfTurn(events, "general", redder, colours).length > 0, "colour must not matter here");
});

// ICU beds under rules that send severe and critical cases there: the critical go first.
Deno.test("runReplication() gives a freed bed to the critical before the severe", () => {
  const all = { role: "designated", ward: "icu" } as const;
  const scenario = tiny({
    residents: 60,
    risk: { moderate: 1, severe: 1, critical: 0.5 },
    wards: [["designated", "icu", 1]],
    change: (s) => ({
      ...s,
      course: { ...s.course, severe: constant(30 * DAY), critical: constant(30 * DAY) },
      care: { ...s.care, severeWithout: 0 },
      referral: {
        ...s.referral,
        rules: {
          name: "icu",
          rules: s.referral.rules.rules.filter((r) => "role" in r.to)
            .map((r) => ({ ...r, to: all, overflow: [] })),
        },
      },
    }),
  });
  const { events } = logged(scenario);
  const colours = new Map<number, string>();
  const moreIll = (a: Wait, b: Wait) =>
    a.severity > b.severity || (a.severity === b.severity && a.since < b.since);
  assert(events.some((e) => e.event === "worsened" && e.value === 4), "some must be critical");
  assertEquals(outOfTurn(events, "icu", moreIll, colours), []);
  assert(outOfTurn(events, "icu", earlier, colours).length > 0, "severity must matter here");
});

Deno.test("runReplication() sends the vehicle to the more ill first", () => {
  const scenario = tiny({
    residents: 60,
    risk: { moderate: 1, severe: 0.5 },
    wards: [["sub", "general", 60], ["designated", "sub_icu", 60]],
    change: (s) => ({
      ...s,
      transfer: { ...s.transfer, privateShare: 0, disinfection: 1.5 * DAY },
    }),
  });
  const { events } = logged(scenario);
  const trips = events.flatMap((e, i) => {
    if (e.event !== "accepted" || e.rule === "") return [];
    const end = events.slice(i).find((x) =>
      x.person === e.person && x.event === "admitted" && x.ward === e.ward
    );
    return [{
      ready: e.at + 45,
      admitted: end?.at ?? Infinity,
      severe: e.rule === "severe_covid",
      e,
    }];
  });
  const severe = trips.filter((r) => r.severe);
  const moderate = trips.filter((r) => !r.severe);
  assert(severe.length > 3 && moderate.length > 3, "both kinds must be transported");
  // A trip takes less than two hours; who was ready before the other set out goes first.
  const found = severe.flatMap((s) =>
    moderate.filter((m) => m.admitted < s.admitted && m.admitted - 120 > s.ready)
      .map((m) => `${m.e.person} before ${s.e.person}`)
  );
  assertEquals(found, []);
});

/** A general ward shared with ordinary patients who are all urgent, more than it can hold. */
function besideOrdinary(wardType: "general" | "sub_icu", risk: TinySpec["risk"]) {
  return logged(tiny({
    residents: 30,
    ...(risk && { risk }),
    wards: [{
      facility: "designated",
      type: wardType,
      use: "shared",
      beds: 10,
      convertibleBeds: 0,
      physicians: 100,
      nurses: 100,
    }],
    change: (s) => ({
      ...s,
      services: {
        ...s.services,
        occupancy: 2,
        urgentShare: 1,
        stay: { general: constant(5 * DAY), sub_icu: constant(5 * DAY), icu: constant(5 * DAY) },
        urgentPatience: constant(200 * DAY),
      },
    }),
  }));
}

// Twice the demand and endless patience: ordinary urgent patients always wait.
Deno.test("runReplication() serves ordinary urgent patients before moderate cases", () => {
  const { events, measure } = besideOrdinary("general", { moderate: 1 });
  assert(measure("bed_requests") > 20, "moderate cases must ask");
  assertEquals(events.filter((e) => e.event === "admitted").length, 0);
});

// Planted: an ordinary patient who came earlier goes first: nobody severe is ever admitted, red.
Deno.test("runReplication() serves severe cases before ordinary urgent patients", () => {
  const { events } = besideOrdinary("sub_icu", { moderate: 1, severe: 1 });
  assert(events.filter((e) => e.event === "admitted").length > 15, "severe cases must be admitted");
});
