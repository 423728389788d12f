/**
 * Errors in a cell as one plain line, without the list of program lines that led there.
 *
 * The kernel prints an error's `stack`. For the errors that this project words for its users
 * (`Cannot … as …: …`) that list helps nobody, so it is left out; every other error keeps it, since
 * somebody will have to look for its cause.
 */

/** As much of a place in a program as is printed. */
interface Place {
  toString(): string;
}

type Trace = (error: unknown, places: readonly Place[]) => unknown;

const MISSING = /(?:Import|import path) "([^"./][^"]*)" not/;
const PACKAGE = /npm package "?(@?[\w./-]+)/;

/**
 * What an error says about a package that is not there, with the command that adds it.
 *
 * @param message Message of an error of Deno.
 * @returns One line; undefined when the error is about something else.
 *
 * @example A package that no file names
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { missingPackage } from "./plain_errors.ts";
 *
 * const said = 'Import "arquero" not a dependency and not in import map';
 * assertEquals(
 *   missingPackage(said),
 *   'Cannot use "arquero" as the package must be added first: run `deno add npm:arquero` in notebooks/',
 * );
 * ```
 */
export function missingPackage(message: string): string | undefined {
  const name = MISSING.exec(message)?.[1] ?? PACKAGE.exec(message)?.[1];
  if (name === undefined) return undefined;
  return `Cannot use "${name}" as the package must be added first: ` +
    `run \`deno add npm:${name}\` in notebooks/`;
}

/** Whether this project worded an error for its users; JavaScript's own begin alike. */
function isOurs(error: unknown, message: string): boolean {
  if (!message.startsWith("Cannot ")) return false;
  const javaScript = error instanceof TypeError || error instanceof ReferenceError;
  return !javaScript || message.includes(" as ");
}

/**
 * The text that the kernel prints for an error.
 *
 * @param error What was thrown.
 * @param places Program lines that led there, the nearest first.
 * @returns The message alone for an error of this project, else the message and the places.
 *
 * @example Only a foreign error keeps its places
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { printedError } from "./plain_errors.ts";
 *
 * assertEquals(printedError(new RangeError("Cannot x as y: z"), ["f.ts:1"]), "Cannot x as y: z");
 * assertEquals(printedError(new Error("planted"), ["f.ts:1"]), "Error: planted\n    at f.ts:1");
 * ```
 */
export function printedError(error: unknown, places: readonly Place[]): string {
  const { message = "" } = error as Error;
  if (isOurs(error, message)) return message;
  const missing = missingPackage(message);
  if (missing !== undefined) return missing;
  return [String(error), ...places.map((place) => `    at ${place}`)].join("\n");
}

/** Whether this runs in a notebook. */
export function inKernel(): boolean {
  try {
    return (Deno as unknown as { jupyter?: unknown }).jupyter !== undefined;
  } catch {
    return false;
  }
}

/** Prints errors plainly from now on. */
export function printErrorsPlainly(): void {
  (Error as unknown as { prepareStackTrace: Trace }).prepareStackTrace = printedError;
}

/** An error that stops a cell with its message alone. */
export class CellStop extends Error {
  /**
   * Makes the error.
   *
   * @param name What kind of error it is to be called.
   * @param message One line.
   */
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
    this.stack = message;
  }
}

/**
 * A package that not everybody needs.
 *
 * @param load Imports it.
 * @param name Its name.
 * @returns What it exports.
 * @throws {RangeError} When it is not there, with the command that adds it.
 */
export async function packageOf<Package>(
  load: () => Promise<Package>,
  name: string,
): Promise<Package> {
  try {
    return await load();
  } catch (cause) {
    throw new RangeError(missingPackage(`npm package "${name}"`), { cause });
  }
}
