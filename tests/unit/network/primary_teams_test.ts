/** Visiting teams: hours, order, overload, samples, care homes. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import {
  constant,
  DAY,
  HOUR,
  logged,
  replicationWith,
  story,
  tiny,
} from "../../support/tiny_network.ts";
import { buildProfiles } from "../../../sim/domain/mod.ts";
import { KeyedDraws, keyOf } from "../../../sim/engine/mod.ts";
import type { TinySpec } from "../../support/tiny_network.ts";
import type { CareHomeSpec, Scenario, TeamSpec } from "../../../sim/scenario/mod.ts";

const REPLICATION = replicationWith(1, tiny());
const ALL = { green: 1, yellow: 1, red: 1 };
const TRAVEL = 10;

/** One known case at home, followed up daily by a team that is on duty day and night. */
function withTeams(teams: Partial<TeamSpec>, spec: TinySpec & { tests?: boolean } = {}) {
  const change = (s: Scenario): Scenario => {
    const t = spec.change?.(s) ?? s;
    const { primary } = t;
    const always = { opens: 0, closes: DAY, travel: constant(TRAVEL), visit: constant(20) };
    return {
      ...t,
      primary: {
        ...primary,
        accessMeasures: true,
        kits: { ...primary.kits, selfTest: spec.tests === false ? primary.kits.selfTest : ALL },
        teams: { ...primary.teams, limited: true, ...always, ...teams },
      },
      contact: { ...t.contact, followUp: { green: DAY, yellow: DAY, red: DAY } },
    };
  };
  return logged(tiny({ ...spec, change }), REPLICATION);
}

const visits = (events: { event: string; at: number }[]) =>
  events.filter((e) => e.event === "visited").map((e) => e.at);

Deno.test("a team visits a known case every day until it is well", () => {
  const { events, measure } = withTeams({});
  const at = visits(events);
  assertEquals(at.length, 6);
  at.slice(1).forEach((t, i) => assertAlmostEquals(t - at[i], DAY, 1e-6));
  assertEquals([measure("home_visits_due"), measure("home_visits_made")], [6, 1]);
  assertAlmostEquals(measure("home_visit_delay_mean"), TRAVEL / HOUR, 1e-9);
  assertAlmostEquals(measure("follow_up_interval_mean"), 24, 1e-9);
  assertEquals(measure("recovered_by_day_28"), 1);
});

// A visit of two days: of six due the 1st, 2nd and 4th are made, the 3rd and 5th missed, the last not
// needed. Planted: the visit waiting taken out where the next is due: 1 missed, red.
Deno.test("an overloaded team misses visits and lengthens the interval", () => {
  const { events, measure } = withTeams({ visit: constant(2 * DAY) });
  const at = visits(events);
  assertEquals(at.length, 3);
  assertAlmostEquals(at[1] - at[0], 2 * DAY + TRAVEL, 1e-6);
  assertEquals(measure("home_visits_due"), 6);
  assertEquals(measure("home_visits_made"), 0.6);
  assertAlmostEquals(measure("follow_up_interval_mean"), (2 * DAY + TRAVEL) / HOUR, 1e-9);
  assertEquals(measure("home_visits_late"), 2 / 3);
});

Deno.test("no visit is begun outside the hours", () => {
  const { events } = withTeams({ opens: 9 * HOUR, closes: 9 * HOUR + 1 });
  const minutes = visits(events).map((t) => Math.round(t % DAY));
  assertEquals(new Set(minutes), new Set([9 * HOUR + TRAVEL]));
});

// Planted: `foundByVisit` does nothing: the contact comes after the own notice of ten days, red.
Deno.test("a team finds a worsening and leads the case to care", () => {
  const { events } = withTeams({}, {
    risk: { moderate: 0.9999 },
    change: (s) => ({
      ...s,
      contact: {
        ...s.contact,
        noticeDelay: { ...s.contact.noticeDelay, moderate: constant(10 * DAY) },
      },
    }),
  });
  const worse = events.findIndex((e) => e.event === "worsened");
  const [visited, contact] = events.slice(worse + 1);
  assertEquals([visited.event, contact.event, contact.at], ["visited", "contact", visited.at]);
  assertEquals(visited.at - events[worse].at <= DAY + TRAVEL, true);
});

/** Colour of a person, drawn again. */
function colourOf(scenario: Scenario): (person: number) => number {
  const draws = new KeyedDraws(keyOf("tiny", 0));
  const profiles = buildProfiles({
    people: scenario.people,
    ageShares: scenario.city.ageShares,
    severity: scenario.course.severity,
    veryOldAge: scenario.referral.veryOldAge,
  });
  return (person) => {
    draws.block(person, 0, 0, 0);
    return profiles.colour[profiles.index(draws.u0)];
  };
}

// Planted: one bucket for all colours: as many visits a head for the green as for the red, red.
Deno.test("the red are visited before the green", () => {
  const scenario = tiny({
    residents: 200,
    age: "70-79",
    change: (s) => ({
      ...s,
      people: s.people.map((row) => ({ ...row, unstable: 0.5, full: 1 })),
      contact: { ...s.contact, followUp: { green: DAY, yellow: DAY, red: DAY } },
      primary: {
        ...s.primary,
        kits: { ...s.primary.kits, selfTest: ALL },
        teams: { ...s.primary.teams, limited: true, per10k: 50, visit: constant(60) },
      },
    }),
  });
  const { events, measure } = logged(scenario);
  const colour = colourOf(scenario);
  const count = [0, 0, 0];
  for (const { event, person } of events) if (event === "visited") count[colour(person)]++;
  const [green, , red] = ["green", "yellow", "red"].map((c, i) =>
    count[i] / measure("infected", { colour: c })
  );
  assertEquals(red > 2 * green && green > 0, true, `green ${green}, red ${red} visits a head`);
});

const UNDECIDED = (s: Scenario): Scenario => ({
  ...s,
  contact: {
    ...s.contact,
    antigenSensitivity: 0,
    noticeDelay: { ...s.contact.noticeDelay, moderate: constant(4 * DAY) },
  },
});

Deno.test("a case sent home undecided is sampled there, known by PCR and then followed up", () => {
  const spec = { onset: "hospital", change: UNDECIDED, tests: false } as const;
  const { events, measure } = withTeams({ sampling: 1 }, spec);
  assertEquals(story(events).slice(0, 3), ["0 contact 3", "15 seen designated 0", "25 visited 0"]);
  assertEquals(events.slice(3).every((e) => ["visited", "recovered"].includes(e.event)), true);
  assertEquals(events.length > 5, true);
  assertEquals(measure("sampled_at_home"), 1);
});

/** Very old residents who can hardly move, all in a care home. */
function inCareHome(careHomes: Partial<CareHomeSpec>, spec: TinySpec = {}) {
  return withTeams({ limited: false }, {
    age: "80+",
    onset: "primary",
    tests: false,
    ...spec,
    change: (s) => ({
      ...(spec.change?.(s) ?? s),
      people: s.people.map((row) => ({ ...row, immobile: 1 })),
      primary: {
        ...s.primary,
        careHomes: { ...s.primary.careHomes, immobile: 1, ...careHomes },
      },
    }),
  } as TinySpec);
}

Deno.test("a resident of a care home who can hardly move is seen there and treated in place", () => {
  const { events, measure } = inCareHome({ seenInPlace: true });
  assertEquals(story(events).slice(0, 3), ["0 contact 2", "10 visited 2", "10 sent home 1"]);
  assertEquals(measure("first_visit_share", { tier: "home" }), 1);
  assertEquals([measure("first_seen_in_place"), measure("clinic_visits")], [1, 0]);
});

Deno.test("staff of a care home notice a worsening sooner", () => {
  const spec = { onset: "none", risk: { moderate: 1 } } as const;
  const delay = (notice: number) => inCareHome({ notice }, spec).measure("care_delay_mean");
  assertAlmostEquals(delay(0.25), 2.5, 1e-9);
  assertAlmostEquals(delay(1), 10, 1e-9);
});
