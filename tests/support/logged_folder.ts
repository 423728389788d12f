/** A small result folder with an event log, made of rows that a test chooses. */
import { join } from "@std/path";
import type { Manifest } from "../../sim/experiment/results/mod.ts";
import { EVENT_COLUMNS, TINY_RESULT_SET, writeResultFolder } from "../../sim/report/tables/mod.ts";
import type { PlainResultSet } from "../../sim/report/tables/mod.ts";

/** Rows of a log of grid g1: a patient who waits, rides and lies, one who comes and goes, a vehicle. */
export const LOG_ROWS: readonly string[] = [
  "0,g1-7,red,arrival_departure,arrival,0,,,,g1,,5",
  "0,g1-7,red,step,decided,60.5,h1,,,g1,severe,5",
  "0,g1-7,red,queue,waits for vehicle,61,h1,,,g1,,1",
  "0,g1-12,,arrival_departure,arrival,61.25,,,,g1,,3",
  "0,g1-7,red,resource_use,vehicle assigned,62,h1,,fleet-1,g1,,0",
  "0,g1-12,,arrival_departure,depart,70,,,,g1,,0",
  "0,g1-7,red,resource_use_end,vehicle arrived,75.5,h2,icu,fleet-1,g1,,0",
  "0,g1-7,red,resource_use,admitted,76,h2,icu,,g1,severe,0",
  "0,,,step,vehicle free,80.01,,,fleet-1,,,0",
  "0,g1-7,red,resource_use_end,bed left,1500,h2,icu,,g1,,2",
];

/** The tiny set with one facility that the manifest names. */
export const LOGGED_SET: PlainResultSet = {
  ...TINY_RESULT_SET,
  manifest: {
    ...TINY_RESULT_SET.manifest,
    city: {
      ...TINY_RESULT_SET.manifest.city,
      facilityNames: [
        { id: "h2", name: { en: "Hospital <2>", zh: "二院" }, kind: "hospital", tier: 3 },
      ],
    },
  },
};

/** The same set with something else in its manifest. */
export function withManifest(changes: Partial<Manifest>): PlainResultSet {
  return { ...LOGGED_SET, manifest: { ...LOGGED_SET.manifest, ...changes } };
}

/**
 * Writes a result folder with `events_plan.csv`.
 *
 * @param folder Path.
 * @param rows Rows of the log.
 * @param set Results.
 * @returns The path.
 */
export function writeLogged(
  folder: string,
  rows: readonly string[] = LOG_ROWS,
  set: PlainResultSet = LOGGED_SET,
): string {
  writeResultFolder(set, folder);
  const text = [EVENT_COLUMNS.join(","), ...rows].map((line) => `${line}\n`).join("");
  Deno.writeTextFileSync(join(folder, "events_plan.csv"), text);
  return folder;
}

/** Runs a test in a folder of its own, which is removed afterwards. */
export async function inOwnFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "gridcare-" });
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
