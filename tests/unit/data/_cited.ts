/** Clauses that files of the project cite. */
import { join, relative } from "@std/path";

/** A clause as written: the notice, a hyphen, numbers with points, perhaps a number or letter more. */
const CITED =
  /(?<![A-Za-z0-9])(?:P22|N162|N35|N177|BJ|DT9)-(?:[a-z]+|\d+(?:\.\d+)*(?:\(\d+\)|[a-z](?![a-z]))?)/g;
const TEXT = /\.(?:ts|yaml|csv|md|json)$/;

/** A file and the clauses in it. */
export interface Citing {
  /** Path within the project. */
  readonly path: string;
  /** Clauses, as often as they are cited. */
  readonly cited: readonly string[];
}

/** Text files of folders of the project that cite a clause. */
export async function* citingFiles(
  root: string,
  folders: readonly string[],
): AsyncGenerator<Citing> {
  for (const folder of folders) {
    for await (const entry of Deno.readDir(join(root, folder))) {
      const path = join(root, folder, entry.name);
      if (entry.isDirectory) yield* citingFiles(root, [relative(root, path)]);
      else if (TEXT.test(entry.name)) {
        const cited = (await Deno.readTextFile(path)).match(CITED) ?? [];
        if (cited.length > 0) yield { path: relative(root, path), cited };
      }
    }
  }
}
