/** Treatment in sessions while a centre is closed (N162-4b, BJ-2b). */
import { assert, assertEquals } from "@std/assert";
import { dated } from "../../support/dated.ts";
import { measureOf, tiny, TRAINING } from "../../support/tiny_network.ts";
import { noCourses } from "../../support/volumes.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import { loadScenario } from "../../../sim/scenario/mod.ts";
import type { Scenario, SessionSpec } from "../../../sim/scenario/mod.ts";

/** A grid of 20,000 residents, 60 of them on dialysis; the nearest centre is the designated hospital. */
function world(course: Partial<SessionSpec>, closes: boolean, reopens = "2022-12-12"): Scenario {
  const close = {
    facilities: ["designated"],
    to: "all",
    inpatients: "stay",
    disinfection: 0,
    reopens,
  } as const;
  return tiny({
    residents: 20_000,
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

// Planted: closed centres with their places still there (`open` gives all): none missed, red.
Deno.test("without another centre the sessions of a closed one are missed", () => {
  // No other centre treats anybody in this city: it has no places for them.
  const scenario = world({}, true);
  assertEquals(sessions(scenario, "elsewhere"), 0);
  // Sixty patients, three sessions a week, four weeks.
  assertEquals(sessions(scenario, "missed"), 60 * 3 * 4);
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
