/**
 * Exports of a run as the programs read them that they are for. They need Python with pm4py, geopandas
 * or pyarrow, and are left out where it is not:
 *
 *     python3 -m venv py && py/bin/pip install pm4py geopandas pyarrow
 *     GRIDCARE_PYTHON=py/bin/python deno test -A tests/unit/report/export/python_test.ts
 */
import { assertEquals } from "@std/assert";
import { EXPORT_FORMATS, exportFolder } from "../../../../sim/report/export/mod.ts";
import { type LoggedEvent, loggedEvents } from "../../../../sim/report/tables/mod.ts";
import { inOwnFolder, LOG_ROWS, writeLogged } from "../../../support/logged_folder.ts";
import { askPython, pythonWith } from "../../../support/python.ts";
import { runSim } from "../../../support/sim_command.ts";
import { xesFaults } from "../../../support/xes_rules.ts";
import { ocelFaults } from "../../../support/ocel_rules.ts";

/** Runs a test with a Python that has a package; says so when there is none. */
function withPython(name: string, needs: string, test: (python: string) => Promise<void>): void {
  const python = pythonWith(needs);
  const why = `no Python with ${needs} was found; GRIDCARE_PYTHON names one`;
  Deno.test(name, async () => {
    if (python === undefined) console.log(`left out: ${why}`);
    else await test(python);
  });
}

const XES = `
import json, sys, pm4py
log = pm4py.read_xes(sys.argv[1], show_progress_bar=False)
case, name = "case:concept:name", "concept:name"
print(json.dumps({
  "cases": int(log[case].nunique()), "events": len(log),
  "activities": {k: int(v) for k, v in log[name].value_counts().items()},
  "first": log["time:timestamp"].min().isoformat(), "last": log["time:timestamp"].max().isoformat(),
}))`;

const OCEL = `
import json, sys, pm4py
log = pm4py.read_ocel2_json(sys.argv[1])
counts = lambda column: {k: int(v) for k, v in column.value_counts().items()}
print(json.dumps({
  "events": len(log.events), "activities": counts(log.events["ocel:activity"]),
  "objects": counts(log.objects["ocel:type"]), "parts": counts(log.relations["ocel:qualifier"]),
  "values": float(log.events["value"].sum()),
}))`;

const TABLES = `
import json, sys, pyarrow.parquet as parquet
table = parquet.read_table(sys.argv[1])
print(json.dumps({
  "rows": table.num_rows, "types": [str(field.type) for field in table.schema],
  "seed": table.schema.metadata[b"gridcare.seed"].decode(),
  "hours": sum(table["time_min"].to_pylist()) / 60,
}))`;

const MAPS = `
import json, sys, geopandas
grids = geopandas.read_file(sys.argv[1])
print(json.dumps({
  "rows": len(grids), "kinds": list(grids.geom_type), "crs": grids.crs.to_epsg(),
  "places": [list(point.coords[0]) for point in grids.geometry[0].geoms], "name": grids["name_zh"][0],
}))`;

const countBy = (events: readonly LoggedEvent[], of: (event: LoggedEvent) => string) =>
  Object.fromEntries(
    [...Map.groupBy(events, of)].filter(([key]) => key !== "").map(([key, of]) => [key, of.length]),
  );
const differing = (events: readonly LoggedEvent[], of: (event: LoggedEvent) => string): number =>
  new Set(events.map(of).filter((key) => key !== "")).size;
const sorted = (record: unknown) => Object.entries(record as Record<string, number>).sort();

/** Works on the exports of a run of one grid, and its log. */
async function ofRun(test: (out: string, events: LoggedEvent[]) => Promise<void>): Promise<void> {
  await inOwnFolder(async (folder) => {
    const run = ["run", "scenarios/training.yaml", "-n", "1", "--log", "--no-store", "-w", "1"];
    const { code, stderr } = await runSim(...run, "-o", `${folder}/r`);
    assertEquals(code, 0, stderr);
    await exportFolder(`${folder}/r`, { formats: EXPORT_FORMATS, out: `${folder}/out` });
    const path = `${folder}/r/events_training.csv`;
    await test(`${folder}/out`, [...loggedEvents(path, new Set(["training-g1"]))]);
  });
}

Deno.test("the logs of a run keep the rules of XES and OCEL, and every event", async () => {
  await ofRun(async (out, events) => {
    const xes = await Deno.readTextFile(`${out}/events_training.xes`);
    const ocel = JSON.parse(await Deno.readTextFile(`${out}/events_training.ocel.json`));
    assertEquals([xesFaults(xes), ocelFaults(ocel)], [[], []]);
    assertEquals(xes.split("<event>").length - 1, events.filter((e) => e.patient !== "").length);
    assertEquals(xes.split("<trace>").length - 1, differing(events, (e) => e.patient));
    assertEquals(ocel.events.length, events.length);
  });
});

// Planted: a trace for each grid; events without vehicles in OCEL: red.
withPython(
  "pm4py reads the logs of a run: cases, events, activities, objects",
  "pm4py",
  (python) =>
    ofRun(async (out, events) => {
      const ofPatients = events.filter(({ patient }) => patient !== "");
      const xes = await askPython(python, XES, [`${out}/events_training.xes`]) as Record<
        string,
        unknown
      >;
      assertEquals([xes.cases, xes.events], [
        differing(events, (e) => e.patient),
        ofPatients.length,
      ]);
      assertEquals(sorted(xes.activities), sorted(countBy(ofPatients, (e) => e.event)));
      const ocel = await askPython(python, OCEL, [`${out}/events_training.ocel.json`]) as Record<
        string,
        unknown
      >;
      assertEquals(ocel.events, events.length);
      assertEquals(sorted(ocel.activities), sorted(countBy(events, (e) => e.event)));
      assertEquals(ocel.objects, {
        patient: differing(events, (e) => e.patient),
        ward: differing(events, (e) => e.ward && `${e.facility}/${e.ward}`),
        facility: differing(events, (e) => e.facility),
        vehicle: differing(events, (e) => e.vehicle),
        grid: 1,
      });
      const met = (of: (event: LoggedEvent) => string) => events.filter((e) => of(e) !== "").length;
      assertEquals(ocel.parts, {
        patient: ofPatients.length,
        place: met((e) => e.facility),
        ward: met((e) => e.ward),
        residence: events.filter((e) => e.type === "arrival_departure").length,
        vehicle: met((e) => e.vehicle),
      });
    }),
);

withPython("pm4py reads the times of events", "pm4py", async (python) => {
  await inOwnFolder(async (folder) => {
    const out = `${folder}/out`;
    await exportFolder(writeLogged(`${folder}/r`), { formats: ["xes", "ocel"], out });
    const xes = await askPython(python, XES, [`${out}/events_plan.xes`]) as Record<string, unknown>;
    assertEquals([xes.first, xes.last], [
      "2022-12-04T16:00:00+00:00",
      "2022-12-05T17:00:00+00:00",
    ]);
    const ocel = await askPython(python, OCEL, [`${out}/events_plan.ocel.json`]) as Record<
      string,
      unknown
    >;
    assertEquals(ocel.values, 5 + 5 + 1 + 3 + 2);
  });
});

withPython("pyarrow reads the event log of a run with its types", "pyarrow", async (python) => {
  await inOwnFolder(async (folder) => {
    const out = `${folder}/out`;
    await exportFolder(writeLogged(`${folder}/r`), { formats: ["parquet"], out });
    const [text, double] = ["string", "double"];
    assertEquals(await askPython(python, TABLES, [`${out}/events_plan.parquet`]), {
      rows: LOG_ROWS.length,
      types: ["int32", text, text, text, text, double, text, text, text, text, text, double],
      seed: "1",
      hours: (60.5 + 61 + 61.25 + 62 + 70 + 75.5 + 76 + 80.01 + 1500) / 60,
    });
  });
});

withPython("geopandas reads the map of grids", "geopandas", async (python) => {
  await inOwnFolder(async (folder) => {
    const out = `${folder}/out`;
    await exportFolder(writeLogged(`${folder}/r`), { formats: ["geojson"], out });
    assertEquals(await askPython(python, MAPS, [`${out}/grids_plan.geojson`]), {
      rows: 1,
      kinds: ["MultiPoint"],
      crs: 4326,
      places: [[116.4, 39.9]],
      name: "网格1",
    });
  });
});
