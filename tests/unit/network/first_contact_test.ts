/** Worlds of one patient: from the first contact to the decision; whole logs compared. */
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
import type { Scenario } from "../../../sim/scenario/mod.ts";

const REPLICATION = replicationWith(1, tiny());
const run = (spec: TinySpec) => logged(tiny(spec), REPLICATION);

/** A patient whose first contact falls at an hour of the day [h]. */
function contactAt(hour: number, spec: TinySpec) {
  const before = run(spec).events[0].at;
  const later = (hour * HOUR - before % DAY + DAY) % DAY;
  const change = (s: Scenario): Scenario => {
    const scenario = spec.change?.(s) ?? s;
    const onsetDelay = constant(TIMES.onsetDelay + later);
    return { ...scenario, contact: { ...scenario.contact, onsetDelay } };
  };
  return run({ ...spec, change });
}

Deno.test("runReplication() leaves a mild case without contact unseen, and recovered", () => {
  const { events, measure } = run({ onset: "none" });
  assertEquals(events, []);
  assertEquals(measure("infected"), 1);
  assertEquals(measure("recovered_by_day_28"), 1);
  assertEquals(measure("unresolved"), 0);
  assertEquals(measure("needed_bed"), 0);
});

Deno.test("runReplication() sends a mild case seen by day home", () => {
  const { events, measure } = contactAt(10, { onset: "primary" });
  assertEquals(events[0].at % DAY, 10 * HOUR);
  assertEquals(story(events), ["0 contact 2", "15 seen chc 1", "15 sent home 1"]);
  assertEquals(measure("clinic_visits"), 1);
  assertEquals(measure("clinic_wait_mean"), 0);
  assertEquals(measure("recovered_by_day_28"), 1);
});

// Planted: `minute < closes` left out of `walkTo`: the case of 22:00 is then seen at 22:15.
Deno.test("runReplication() lets a mild case before a closed clinic wait for the morning", () => {
  const { events } = contactAt(22, { onset: "primary" });
  assertEquals(story(events), [
    "0 contact 2",
    "600 contact 2",
    "615 seen chc 1",
    "615 sent home 1",
  ]);
  assertEquals(events[1].at % DAY, 8 * HOUR);
});

Deno.test("runReplication() takes a moderate case before a closed clinic to a hospital", () => {
  const atNight = (s: Scenario): Scenario => ({
    ...s,
    city: {
      ...s.city,
      facilities: s.city.facilities.map((f) =>
        f.id === "chc" ? { ...f, feverOpens: 0, feverCloses: 1 } : f
      ),
    },
  });
  const start = run({ worsening: "primary", risk: { moderate: 1 } }).events[1].at % DAY;
  const shift = (12 * HOUR - start + DAY) % DAY;
  const { events } = run({
    worsening: "primary",
    risk: { moderate: 1 },
    change: (s) => ({
      ...atNight(s),
      contact: {
        ...s.contact,
        noticeDelay: {
          ...s.contact.noticeDelay,
          moderate: constant(TIMES.notice.moderate + shift),
        },
      },
    }),
  });
  assertEquals(story(events, events[1].at).slice(1, 3), ["0 contact 2", "15 seen designated 1"]);
});

// Planted: the vehicle is free where it is although `returnsHome` says it drives home first: red.
Deno.test("runReplication() drives a caller of 120 to the hospital by ambulance", () => {
  const { events, measure } = run({ onset: "call_120" });
  const ride = 10 / 0.5;
  const seen = TIMES.load + ride + TIMES.unload + TIMES.consultation;
  assertEquals(story(events), ["0 contact 4", `${seen} seen designated 1`, `${seen} sent home 1`]);
  assertEquals(measure("response_time_mean"), 0);
  const busy = TIMES.load + 2 * ride + TIMES.unload + TIMES.disinfection;
  const days = 92;
  assertAlmostEquals(measure("vehicle_use"), busy / DAY / days, 1e-8);
});

Deno.test("runReplication() frees a vehicle at its destination when it does not return", () => {
  const { measure } = run({
    onset: "call_120",
    change: (s) => ({ ...s, transfer: { ...s.transfer, returnsHome: false } }),
  });
  const busy = TIMES.load + 20 + TIMES.unload + TIMES.disinfection;
  assertAlmostEquals(measure("vehicle_use"), busy / DAY / 92, 1e-8);
});

const NOT_FOUND = (s: Scenario): Scenario => ({
  ...s,
  contact: { ...s.contact, antigenSensitivity: 0 },
});

// Planted: the result of the laboratory comes at once: "requested" then stands at 615.
Deno.test("runReplication() refers the ill with a negative antigen test after the PCR test", () => {
  const { events } = run({
    risk: { moderate: 1 },
    wards: [["sub", "general", 1]],
    change: NOT_FOUND,
  });
  const decided = 600 + TIMES.consultation + TIMES.pcr;
  assertEquals(
    story(events).slice(0, 5),
    [
      "0 worsened 2",
      "600 contact 3",
      "615 seen designated",
      `${decided} requested designated moderate`,
      `${decided} accepted sub/general moderate`,
    ].map((line) => / (seen|requested|accepted)/.test(line) ? `${line} 0` : line),
  );
});

Deno.test("runReplication() sends the mild with a negative antigen test home undecided", () => {
  const { events } = run({ onset: "hospital", change: NOT_FOUND });
  assertEquals(story(events), ["0 contact 3", "15 seen designated 0"]);
});

Deno.test("runReplication() directs an online contact to the hospital, or ends it", () => {
  assertEquals(story(run({ onset: "online" }).events), [
    "0 contact 1",
    "15 seen designated 1",
    "15 sent home 1",
  ]);
  const ended = run({
    onset: "online",
    change: (s) => ({ ...s, contact: { ...s.contact, onlineDirected: 0 } }),
  });
  assertEquals(ended.events, []);
});

Deno.test("runReplication() leads contracted residents to their own primary facility", () => {
  const { events } = contactAt(10, {
    onset: "hospital",
    change: (s) => ({
      ...s,
      people: s.people.map((row) => ({ ...row, contract: 1 })),
      contact: { ...s.contact, contractToPrimary: 1 },
    }),
  });
  assertEquals(story(events), ["0 contact 2", "15 seen chc 1", "15 sent home 1"]);
});

// Planted: patience never compared with the time waited: red.
Deno.test("runReplication() lets the mild leave when their patience ends before their turn", () => {
  const consultation = 30 * DAY;
  const crowd = tiny({
    residents: 4,
    onset: "hospital",
    change: (s) => ({
      ...s,
      clinics: {
        ...s.clinics,
        consultation: constant(consultation),
        patience: constant(5 * DAY),
      },
      window: { ...s.window, days: 92, runOnDays: 300 },
    }),
  });
  const { events, measure } = logged(crowd, replicationWith(4, crowd));
  const contacts = events.filter((e) => e.event === "contact").map((e) => e.at);
  const expected: string[] = [];
  let free = -Infinity;
  for (const at of contacts) {
    const begins = Math.max(at, free);
    if (begins - at > 5 * DAY) expected.push("left unseen");
    else {
      expected.push("seen");
      free = begins + consultation;
    }
  }
  const outcomes = new Map(
    events.filter((e) => e.event === "seen" || e.event === "left unseen").map((
      e,
    ) => [e.person, e.event]),
  );
  const people = events.filter((e) => e.event === "contact").map((e) => e.person);
  assertEquals(people.map((person) => outcomes.get(person)), expected);
  const unseen = expected.filter((e) => e === "left unseen").length;
  assertEquals(unseen > 0, true);
  assertEquals(measure("clinic_left_unseen"), unseen / 4);
});

// Follow-up once a day finds a red patient before their own notice after ten days.
Deno.test("runReplication() finds a known case that worsens at home at the next follow-up", () => {
  const late = (s: Scenario): Scenario => ({
    ...s,
    contact: {
      ...s.contact,
      followUp: { green: DAY, yellow: DAY, red: DAY },
      noticeDelay: { ...s.contact.noticeDelay, moderate: constant(4 * DAY) },
    },
  });
  const spec = { onset: "hospital", risk: { moderate: 0.9999 }, change: late } as const;
  const worsened = (events: ReturnType<typeof run>["events"]) =>
    events.findIndex((e) => e.event === "worsened");
  const known = run({
    ...spec,
    change: (s) => {
      const t = late(s);
      return { ...t, contact: { ...t.contact, onsetDelay: constant(1) } };
    },
  }).events;
  const i = worsened(known);
  assertEquals(known[i - 1].event, "sent home");
  const noticed = known[i + 1].at - known[i].at;
  assertEquals(known[i + 1].event, "contact");
  assertEquals(noticed > 0 && noticed <= DAY, true, `noticed after ${noticed} min`);
});

/** A world whose people are to be seen soon after onset and then worsen. */
function soon(notice: number, change: (s: Scenario) => Scenario = (s) => s): TinySpec {
  return {
    risk: { moderate: 1, severe: 0.9999 },
    worsening: "hospital",
    change: (s) => {
      const t = change(s);
      const noticeDelay = {
        moderate: constant(2 * DAY),
        severe: constant(notice),
        critical: constant(HOUR),
      };
      return { ...t, contact: { ...t.contact, noticeDelay } };
    },
  };
}

// Planted: the later contact put in the place of the earlier one: seen after 30 days, red.
Deno.test("runReplication() never puts a contact off because the patient gets worse", () => {
  const { events } = run(soon(30 * DAY));
  const [moderate, severe, contact] = events;
  assertEquals([moderate.event, severe.event, contact.event], ["worsened", "worsened", "contact"]);
  assertEquals(contact.at - moderate.at, 2 * DAY);
});

Deno.test("runReplication() brings a contact forward when the patient gets worse", () => {
  const { events } = run(soon(1 * HOUR));
  const [, severe, contact] = events;
  assertEquals(contact.event, "contact");
  assertAlmostEquals(contact.at - severe.at, HOUR, 1e-6);
});

// Planted: who would act on their own notice, and does not, passed over by the follow-up too: red.
Deno.test("runReplication() finds at the follow-up one who noticed and did nothing", () => {
  const { events } = run({
    risk: { moderate: 0.9999 },
    onset: "hospital",
    change: (s) => ({
      ...s,
      contact: {
        ...s.contact,
        onsetDelay: constant(1),
        noticeDelay: { ...s.contact.noticeDelay, moderate: constant(1) },
        followUp: { green: 4 * DAY, yellow: 4 * DAY, red: 4 * DAY },
        worsening: {
          ...s.contact.worsening,
          moderate: { none: 0.999999, online: 0, primary: 0, hospital: 0.000001, call_120: 0 },
        },
      },
    }),
  });
  const worsened = events.findIndex((e) => e.event === "worsened");
  const contact = events[worsened + 1];
  assertEquals(contact?.event, "contact");
  const after = contact.at - events[worsened].at;
  assertEquals(after > 1 && after <= 4 * DAY, true, `${after} min`);
});
