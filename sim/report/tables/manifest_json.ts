/** `manifest.json`: what made a result set. */
import type { Manifest } from "../../experiment/mod.ts";

/** Marks the folder as one of ours, and the layout of its files. */
const FORMAT = "gridcare-result-1";

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === "string";
const isNumber: Check = (value) => typeof value === "number" && Number.isFinite(value);
const isList: Check = (value) => Array.isArray(value);

const EXPECTED: readonly (readonly [path: string, what: string, check: Check])[] = [
  ["format", `"${FORMAT}"`, (value) => value === FORMAT],
  ["program", "a text", isText],
  ["seed", "a text", isText],
  ["replications", "a number", isNumber],
  ["baseline", "a text", isText],
  ["scenarios", "a list", isList],
  ["city.id", "a text", isText],
  ["city.name.en", "a text", isText],
  ["city.name.zh", "a text", isText],
  ["city.population", "a number", isNumber],
  ["city.facilities", "a number", isNumber],
  ["city.outlines", "a list", isList],
  ["city.grids", "a list", isList],
  ["window.start", "a text", isText],
  ["window.days", "a number", isNumber],
  ["window.runOnDays", "a number", isNumber],
  ["command", "a text", isText],
  ["clock.finished", "a text", isText],
  ["clock.workers", "a number", isNumber],
  ["clock.seconds", "a number", isNumber],
  ["clock.deno", "a text", isText],
];

const EXPECTED_OF_SCENARIO: readonly (readonly [path: string, what: string, check: Check])[] = [
  ["name", "a text", isText],
  ["title.en", "a text", isText],
  ["title.zh", "a text", isText],
  ["description.en", "a text", isText],
  ["description.zh", "a text", isText],
  ["hash", "a text", isText],
  ["grades", "a table", (value) => typeof value === "object" && value !== null],
  ["provenance", "a list", isList],
];

/**
 * Writes a manifest as indented JSON.
 *
 * @param manifest Manifest.
 * @returns JSON text, ended by a line feed; its first key marks the format.
 *
 * @example Marked as ours
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { manifestToJson, TINY_RESULT_SET } from "./mod.ts";
 * const { format } = JSON.parse(manifestToJson(TINY_RESULT_SET.manifest));
 * assertEquals(format, "gridcare-result-1");
 * ```
 */
export function manifestToJson(manifest: Manifest): string {
  return JSON.stringify({ format: FORMAT, ...manifest }, null, 2) + "\n";
}

/**
 * Reads back what {@link manifestToJson} wrote.
 *
 * @param content Text of the file.
 * @param file Name of the file, for messages.
 * @returns Manifest.
 * @throws {SyntaxError} If it is not JSON or lacks what a manifest has, all faults at once.
 *
 * @example There and back
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { manifestToJson, parseManifest, TINY_RESULT_SET } from "./mod.ts";
 * const { manifest } = TINY_RESULT_SET;
 * assertEquals(parseManifest(manifestToJson(manifest)), manifest);
 * ```
 */
export function parseManifest(content: string, file = "manifest.json"): Manifest {
  const found = parsed(content, file);
  const faults = faultsOf(found, EXPECTED, "");
  const scenarios = at(found, "scenarios");
  if (Array.isArray(scenarios)) {
    scenarios.forEach((scenario, index) => {
      faults.push(...faultsOf(scenario, EXPECTED_OF_SCENARIO, `scenarios[${index}].`));
    });
  }
  if (faults.length > 0) {
    const count = `${faults.length} issue${faults.length === 1 ? "" : "s"}`;
    throw new SyntaxError(
      `Cannot read "${file}" as a manifest of results: ${count}\n${faults.join("\n")}`,
    );
  }
  const { format: _format, ...manifest } = found as Manifest & { format: string };
  return manifest;
}

function faultsOf(found: unknown, expected: typeof EXPECTED, prefix: string): string[] {
  return expected
    .filter(([path, , check]) => !check(at(found, path)))
    .map(([path, what]) =>
      `  ${prefix}${path}: Expected ${what}, found ${JSON.stringify(at(found, path)) ?? "nothing"}`
    );
}

function at(found: unknown, path: string): unknown {
  let value = found;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as { [key: string]: unknown })[key];
  }
  return value;
}

function parsed(content: string, file: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SyntaxError(`Cannot read "${file}" as JSON: ${why}`, { cause });
  }
}
