/** Paths of scenarios and cities that are not there, and what is there instead. */
import { dirname, join } from "@std/path";
import { nearestName, quoted } from "../scenario/mod.ts";
import { InputError } from "./exit.ts";

/** Folders in which scenarios and cities mostly stand. */
const USUAL = ["scenarios", "data"];

/**
 * Refuses a path at which nothing stands.
 *
 * @param what What was to be done with it, e.g. `describe`.
 * @param path Path.
 * @param words What else may stand in place of a path.
 * @throws {InputError} With the nearest word, scenario or folder.
 */
export async function checkThere(
  what: string,
  path: string,
  words: readonly string[] = [],
): Promise<void> {
  try {
    await Deno.stat(path);
    return;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) return;
  }
  const nearest = await nearestOf(path, words);
  throw new InputError(
    `Cannot ${what} ${quoted(path)} as there must be such a folder or scenario: there is none` +
      (nearest === undefined ? "" : `; nearest is ${quoted(nearest)}`),
  );
}

/** The nearest word, neighbour of the path, or scenario or city of the usual folders. */
async function nearestOf(path: string, words: readonly string[]): Promise<string | undefined> {
  const trimmed = path.replace(/[/\\]+$/, "");
  const places = new Map(words.map((word) => [word, word]));
  for (const name of await namesIn(dirname(trimmed))) {
    const place = join(dirname(trimmed), name);
    places.set(place, place);
  }
  if (dirname(trimmed) === ".") {
    for (const folder of USUAL) {
      for (const name of await namesIn(folder)) {
        const bare = name.replace(/\.ya?ml$/, "");
        if (!places.has(bare)) places.set(bare, join(folder, name));
      }
    }
  }
  const nearest = nearestName(trimmed, places.keys());
  return nearest === undefined ? undefined : places.get(nearest);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const names: string[] = [];
    for await (const { name } of Deno.readDir(folder)) if (!name.startsWith(".")) names.push(name);
    return names.sort();
  } catch {
    return [];
  }
}
