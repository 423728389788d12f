/** Treatment in sessions while a centre is closed (N162-4b, BJ-2b). */
import { assert, assertEquals } from "@std/assert";
import { dated } from "../../support/dated.ts";
import { measureOf, tiny, TRAINING, ward } from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";
import { noCourses } from "../../support/volumes.ts";
import { placesOf } from "../../../sim/network/course_centres.ts";
import { layoutOf } from "../../../sim/network/layout.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import { loadScenario } from "../../../sim/scenario/mod.ts";
import type { Scenario, SessionSpec } from "../../../sim/scenario/mod.ts";

/** The city where no hospital but the designated one treats. */
const alone = (s: Scenario): Scenario => ({
  ...s,
  city: {
    ...s.city,
    facilities: s.city.facilities.map((f) =>
      f.id === "designated" ? f : { ...f, capabilities: [] }
    ),
  },
});

/** A grid of 20,000 residents, 60 of them on dialysis; the nearest centre is the designated hospital. */
function world(
  course: Partial<SessionSpec>,
  closes: boolean,
  { reopens = "2022-12-12", wards = [] }: { reopens?: string; wards?: TinySpec["wards"] } = {},
): Scenario {
  const close = {
    facilities: ["designated"],
    to: "all",
    inpatients: "stay",
    disinfection: 0,
    reopens,
  } as const;
  return tiny({
    residents: 20_000,
    wards: wards ?? [],
    change: (s) => ({
      ...(closes ? dated({ on: "2022-11-14", close })(s) : s),
      wave: { ...s.wave, scale: 0 },
      services: {
        ...s.services,
        courses: {
          ...noCourses(s.services),
          dialysis: {
            ...TRAINING.services.courses.dialysis,
            patients: 0.003,
            isolationShare: 0,
            tolerance: 1,
            reassignedAfter: 2,
            ...course,
          },
        },
      },
    }),
  });
}
const line = "dialysis";
const sessions = (scenario: Scenario, what: string) =>
  measureOf(runReplication(scenario, { seed: "courses", replication: 0 }), `sessions_${what}`, {
    line,
  });

Deno.test("with all centres open nobody is treated elsewhere", () => {
  const scenario = world({}, false);
  assertEquals([sessions(scenario, "elsewhere"), sessions(scenario, "missed")], [0, 0]);
});

// Planted: first sessions on any day of the calendar, those of a weekend on its Monday: 0.957, red.
Deno.test("every three weeks, in ordinary times and with ordinary demand, nobody is late", () => {
  const spec = { pattern: "interval", interval: 21, sessions: 6, tolerance: 7 } as const;
  const scenario = world({ ...spec, patients: 0.0105, use: 0.8 }, false);
  // 210 patients: 14 on each of 15 workdays, and 18 places.
  assertEquals(sessions(scenario, "on_time"), 1);
  assertEquals(sessions(scenario, "late"), 0);
});

// Planted: closed centres with their places still there (`open` gives all): none missed, red.
Deno.test("without another centre the sessions of a closed one are missed", () => {
  const scenario = alone(world({}, true));
  assertEquals(sessions(scenario, "elsewhere"), 0);
  // Sixty patients, three sessions a week, four weeks.
  assertEquals(sessions(scenario, "missed"), 60 * 3 * 4);
});

// Planted: places only where some grid has the hospital nearest, as before: all missed, red.
Deno.test("a hospital that no grid has nearest takes the patients of a closed centre", () => {
  const scenario = world({}, true);
  // Two days' sessions are missed before patients are sent on; from then on all are held.
  const missed = sessions(scenario, "missed");
  assert(missed > 0 && missed <= 60, `${missed}`);
  assert(sessions(scenario, "elsewhere") >= 60 * 3 * 4 - 2 * 60);
});

Deno.test("such a hospital has places by its beds, as the others have for each bed", () => {
  const wards = [
    ward("designated", "general", 100),
    ward("lead", "general", 40),
    ward("lead", "icu", 10),
  ];
  const scenario = world({}, false, { wards });
  const { dialysis } = scenario.services.courses;
  const places = (s: Scenario, ...facilities: string[]) => {
    const layout = layoutOf(s);
    const mean = Float64Array.from(layout.facilities.ids, (id) => id === "designated" ? 30 : 0);
    const all = placesOf({ scenario: s, layout }, { ...dialysis, use: 0.8 }, mean);
    return facilities.map((id) => all[layout.facilities.ids.indexOf(id)]);
  };
  // 30 sessions over 100 beds; the partner has none, and so the mean of the others.
  assertEquals(places(scenario, "designated", "lead", "partner", "sub"), [38, 19, 38, 0]);
  assertEquals(places(alone(scenario), "designated", "lead"), [38, 0]);
});

// Planted: centres hold sessions on every day of the week, as before: as many sessions due, red.
Deno.test("sessions of a Friday that was lost are not made up at the weekend", () => {
  const scenario = alone(world({ pattern: "workdays", use: 1, tolerance: 5 }, false));
  const close = {
    facilities: ["designated"],
    to: "all",
    inpatients: "stay",
    disinfection: 0,
    reopens: "2022-11-19",
  } as const;
  const lost = dated({ on: "2022-11-18", close })(scenario);
  assertEquals([sessions(scenario, "late"), sessions(scenario, "missed")], [0, 0]);
  // Those of Friday are held on Monday, and the courses end a working day later: one fewer is due.
  assertEquals([sessions(lost, "late"), sessions(lost, "missed")], [60, 0]);
  assertEquals(sessions(scenario, "due") - sessions(lost, "due"), 60);
  // Three days on is Monday; a session that bears no more than two is missed at the weekend.
  const soon = { ...lost.services.courses.dialysis, tolerance: 2 };
  const { services } = lost;
  const impatient = {
    ...lost,
    services: { ...services, courses: { ...services.courses, dialysis: soon } },
  };
  assertEquals([sessions(impatient, "late"), sessions(impatient, "missed")], [0, 60]);
});

/** The same on the training city, where the lead hospitals of two grids both treat. */
async function city(reassignedAfter: number, close = true): Promise<Scenario> {
  const s = await loadScenario("scenarios/training_march_2020.yaml");
  const closure = {
    facilities: ["town-lead-1"],
    to: "all",
    inpatients: "move",
    disinfection: 0,
    reopens: "2020-03-23",
  } as const;
  const { dialysis } = s.services.courses;
  return {
    ...(close ? dated({ on: "2020-03-02", close: closure })(s) : s),
    wave: { ...s.wave, scale: 0 },
    services: {
      ...s.services,
      occupancy: 0,
      courses: {
        ...noCourses(s.services),
        dialysis: { ...dialysis, patients: 0.002, reassignedAfter, isolationShare: 0, use: 0.4 },
      },
    },
  };
}

// Planted: members never sent back (`assign` only while shut): all later sessions elsewhere, red.
Deno.test("after the stated days patients are treated at the nearest open centre, then come back", async () => {
  const open = await city(1, false);
  assertEquals([sessions(open, "elsewhere"), sessions(open, "missed")], [0, 0]);
  const soon = await city(1);
  const elsewhere = sessions(soon, "elsewhere");
  // Eighty patients of a grid of 40,000, three sessions a week for twenty days.
  assert(elsewhere > 500 && elsewhere < 800, `${elsewhere}`);
  assert(sessions(soon, "on_time") < 1);
  const late = await city(7);
  assert(sessions(late, "missed") > sessions(soon, "missed"));
  assert(sessions(late, "elsewhere") < elsewhere);
});
