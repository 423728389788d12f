/** Reading of text files, with every way in which one can be unreadable as an issue. */
import { basename, dirname, join } from "@std/path";
import { type IssueList, nearestName } from "./error.ts";

/** Largest file that is read unless told otherwise [bytes]. */
export const MAX_BYTES = 5_000_000;

/** Who reads, how much, and where problems go. */
export interface Reading {
  readonly issues: IssueList;
  readonly maxBytes: number;
}

/** Text of a file, or undefined after adding an issue. */
export async function readText(path: string, reading: Reading): Promise<string | undefined> {
  const refuse = (rule: string, value: string, nearest?: string) => {
    const found = nearest === undefined ? {} : { nearest };
    reading.issues.add({ file: path, line: 0, path: "", rule, value, ...found });
    return undefined;
  };
  reading.issues.open(path);
  try {
    const { isFile, size } = await Deno.stat(path);
    if (!isFile) return refuse("Expected a file", "a folder or device");
    if (size > reading.maxBytes) {
      return refuse(`Expected at most ${megabytes(reading.maxBytes)}`, megabytes(size));
    }
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await Deno.readFile(path));
    if (text.trim() === "") return refuse("Expected some content", "an empty file");
    return text;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      return refuse("Expected a file that exists", "none", await neighbour(path));
    }
    if (error instanceof TypeError) return refuse("Expected text in UTF-8", "other bytes");
    return refuse("Expected a file that can be read", String(error));
  }
}

/** True when there is something at the path. */
export async function exists(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch {
    return false;
  }
}

function megabytes(bytes: number): string {
  return `${Number((bytes / 1e6).toPrecision(3))} MB`;
}

/** The file of the same folder whose name is nearest. */
async function neighbour(path: string): Promise<string | undefined> {
  try {
    const names: string[] = [];
    for await (const entry of Deno.readDir(dirname(path))) names.push(entry.name);
    const nearest = nearestName(basename(path), names.sort());
    return nearest === undefined ? undefined : join(dirname(path), nearest);
  } catch {
    return undefined;
  }
}
