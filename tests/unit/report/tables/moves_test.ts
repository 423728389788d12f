import { assert, assertEquals } from "@std/assert";
import { LOG_COLUMNS, PERSONS_PER_GRID, runReplication } from "../../../../sim/network/mod.ts";
import { movesCsv, movesOf } from "../../../../sim/report/mod.ts";
import { loadScenario } from "../../../../sim/scenario/mod.ts";

const scenario = await loadScenario("scenarios/training_march_2020_consolidated.yaml");
const { city } = scenario;
const facility = (id: string) => city.facilities.findIndex((f) => f.id === id);
const wardOf = (id: string) =>
  city.wards.findIndex((w) => w.facility === id && w.type === "general");

/** A log from its rows: time in days, person, event, facility whose general ward it is in. */
function logOf(rows: readonly (readonly [day: number, who: number, event: string, id: string])[]) {
  const words = [...new Set(rows.map(([, , event]) => event))];
  const columns = LOG_COLUMNS.map((name) =>
    Float64Array.from(rows, ([day, who, event, id]) => {
      switch (name) {
        case "time_min":
          return day * 1440;
        case "patient":
          return who;
        case "event":
          return words.indexOf(event);
        case "facility":
          return facility(id);
        case "ward":
          return wardOf(id);
        default:
          return 0;
      }
    })
  );
  return { names: LOG_COLUMNS, columns, words };
}

// Planted: beds of those who left not forgotten: the last admission has a facility before, red.
Deno.test("movesOf() counts who goes where on a day; moves inside a facility are none", () => {
  const second = PERSONS_PER_GRID + 7;
  const rows = movesOf(
    scenario,
    logOf([
      [0, 5, "present", "town-designated-1"],
      [1.5, second, "admitted", "county-hospital"],
      [33.1, 5, "admitted", "city-infectious-1"],
      [33.2, 5, "admitted", "city-infectious-1"],
      [33.3, second, "seen", "town-lead-1"],
      [34, 5, "discharged", "city-infectious-1"],
      [40, 5, "admitted", "town-lead-1"],
    ]),
  );
  const common = { ward: "general", patients: 1 };
  assertEquals(rows, [
    { ...common, date: "2020-02-18", grid: "town-g2", from: "", to: "county-hospital" },
    {
      ...common,
      date: "2020-03-21",
      grid: "town-g1",
      from: "town-designated-1",
      to: "city-infectious-1",
    },
    { ...common, date: "2020-03-28", grid: "town-g1", from: "", to: "town-lead-1" },
  ]);
});

Deno.test("movesCsv() of the consolidation: from 21 March all go to the municipal hospital of the zone", () => {
  const { log } = runReplication(scenario, { seed: "1", replication: 0, log: true });
  const columns = LOG_COLUMNS.map((name) => log!.rows.column(name));
  const rows = movesOf(scenario, { names: LOG_COLUMNS, columns, words: log!.events.texts });
  const moved = rows.filter(({ date, from }) => date >= "2020-03-21" && from !== "");
  const of = (id: string) => new Set(moved.filter(({ from }) => from === id).map(({ to }) => to));
  assertEquals([...of("town-designated-1")], ["city-infectious-1"]);
  assertEquals([...of("town-designated-2")], ["city-infectious-2"]);
  assertEquals([...of("county-hospital")], ["city-infectious-2"]);
  const late = rows.filter(({ date }) => date >= "2020-03-22").map(({ to }) => to);
  assert(late.length > 5 && late.every((to) => to.startsWith("city-infectious-")));
  const [header, first] = movesCsv(rows).split("\n");
  assertEquals(header, "date,grid,from,to,ward,patients");
  assertEquals(first.split(",").length, 6);
});
