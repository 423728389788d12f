/** Results that a command has left in a folder. */
import { fromFileUrl, relative, resolve } from "@std/path";
import type { ResultSet } from "gridcare/experiment/mod.ts";
import { readResultFolder } from "gridcare/report/mod.ts";

const PROJECT = fromFileUrl(new URL("../../", import.meta.url));

/** The command that makes a folder, for somebody who stands in the project's folder. */
async function commandFor(folder: string): Promise<string> {
  const wanted = relative(PROJECT, resolve(folder));
  const { tasks } = JSON.parse(await Deno.readTextFile(`${PROJECT}deno.json`));
  const task = Object.entries(tasks as Record<string, string>)
    .find(([, command]) => `${command} `.includes(` --out ${wanted} `))?.[0];
  return task === undefined
    ? `deno task sim run scenarios/training.yaml --out ${wanted}`
    : `deno task ${task}`;
}

/**
 * Opens a folder of results; rows of single replications are read from it as they are asked for.
 *
 * @param folder Path as seen from the notebook.
 * @returns Results; the folder must stay while they are in use.
 * @throws {RangeError} When the folder is not there, with the command that makes it.
 * @throws {Error} When a file of it is missing or wrong.
 *
 * @example The command is named where there are no results yet
 * ```ts
 * import { assertRejects } from "@std/assert";
 * import { openResults } from "./open_results.ts";
 *
 * await assertRejects(() => openResults("../results/none"), RangeError, "deno task sim run");
 * ```
 */
export async function openResults(folder: string): Promise<ResultSet> {
  const there = await Deno.stat(folder).then((found) => found.isDirectory, () => false);
  if (!there) {
    throw new RangeError(
      `Cannot open results "${folder}" as the folder must be there: make it with ` +
        `\`${await commandFor(folder)}\` in the project's folder, then run this cell again`,
    );
  }
  return readResultFolder(folder);
}
