/** Reading of text files, with every way in which one can be unreadable as an issue. */
import { basename, dirname, extname, join } from "@std/path";
import { type IssueList, nearestName } from "./error.ts";

/** Largest file that is read unless told otherwise [bytes]. */
export const MAX_BYTES = 5_000_000;

/** Who reads, how much, and where problems go. */
export interface Reading {
  readonly issues: IssueList;
  readonly maxBytes: number;
  /** Takes the headers of tables as they stand, by file, when it is there. */
  readonly headers?: Map<string, readonly string[]>;
  /** Takes what is left aside without being wrong, when it is there. */
  readonly ignored?: string[];
  /** Names of files that are looked for themselves, so that none is a slip of another. */
  readonly expected?: ReadonlySet<string>;
}

/** Adds an issue about a whole file; gives undefined. */
export function refuseFile(
  path: string,
  { issues }: Reading,
  { rule, value, nearest }: { rule: string; value: string; nearest?: string | undefined },
): undefined {
  const found = nearest === undefined ? {} : { nearest };
  issues.add({ file: path, line: 0, path: "", rule, value, ...found });
}

/** Text of a file, or undefined after adding an issue. */
export async function readText(path: string, reading: Reading): Promise<string | undefined> {
  const bytes = await readBytes(path, reading);
  if (bytes === undefined) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (text.trim() !== "") return text;
    return refuseFile(path, reading, { rule: "Expected some content", value: "an empty file" });
  } catch {
    return refuseFile(path, reading, { rule: "Expected text in UTF-8", value: "other bytes" });
  }
}

/** Bytes of a file, or undefined after adding an issue. */
export async function readBytes(path: string, reading: Reading): Promise<Uint8Array | undefined> {
  const refuse = (rule: string, value: string, nearest?: string) =>
    refuseFile(path, reading, { rule, value, nearest });
  reading.issues.open(path);
  try {
    const { isFile, size } = await Deno.stat(path);
    if (!isFile) return refuse("Expected a file", "a folder or device");
    if (size > reading.maxBytes) {
      return refuse(`Expected at most ${megabytes(reading.maxBytes)}`, megabytes(size));
    }
    return await Deno.readFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      return refuse("Expected a file that exists", "none", await neighbour(path, reading.expected));
    }
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

/** Bytes in words: `4.2 MB`. */
export function megabytes(bytes: number): string {
  return `${Number((bytes / 1e6).toPrecision(3))} MB`;
}

/** The file of the same folder whose name is nearest, its ending apart, and is not expected itself. */
export async function neighbour(
  path: string,
  expected: ReadonlySet<string> = new Set(),
): Promise<string | undefined> {
  const stem = (name: string) => basename(name, extname(name));
  try {
    const names: string[] = [];
    for await (const { name } of Deno.readDir(dirname(path))) {
      const isNear = nearestName(stem(path), [stem(name)]) !== undefined;
      if (isNear && !expected.has(name)) names.push(name);
    }
    const nearest = nearestName(basename(path), names.sort());
    return nearest === undefined ? undefined : join(dirname(path), nearest);
  } catch {
    return undefined;
  }
}
