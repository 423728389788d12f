/** `manifest.json`: what made a result set. */
import type { Manifest, ScenarioSummary } from "../../experiment/results/mod.ts";
import { MANIFEST_SHAPE } from "./_manifest_shape.ts";
import { shown } from "./_shape.ts";

/** Marks the folder as one of ours; the number is that of the layout of its files. */
const LAYOUT = 2;
const FORMAT = `gridcare-result-${LAYOUT}`;

/**
 * Writes a manifest as indented JSON. NaN, which JSON does not have, becomes null.
 *
 * @param manifest Manifest.
 * @returns JSON text, ended by a line feed; its first key marks the format.
 *
 * @example Marked as ours
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { manifestToJson, TINY_RESULT_SET } from "./mod.ts";
 * const { format } = JSON.parse(manifestToJson(TINY_RESULT_SET.manifest));
 * assertEquals(format, "gridcare-result-2");
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
 * @throws {SyntaxError} If it is not JSON, was written in another format, or lacks what a manifest
 * has, all faults at once.
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
  const found = parseJson(content, file);
  checkFormat(found, file);
  const faults = MANIFEST_SHAPE(found, "");
  if (faults.length > 0) {
    const count = `${faults.length} issue${faults.length === 1 ? "" : "s"}`;
    throw new SyntaxError(
      `Cannot read "${file}" as a manifest of results: ${count}\n${faults.join("\n")}`,
    );
  }
  const { format: _format, ...manifest } = found as Manifest & { format: string };
  const { city } = manifest;
  return {
    ...manifest,
    scenarios: manifest.scenarios.map(withCuts),
    city: { ...city, facilityNames: city.facilityNames ?? [] },
  };
}

/** A scenario with NaN again where the check of its start found no cut. */
function withCuts(scenario: ScenarioSummary): ScenarioSummary {
  const { start } = scenario;
  const mser5Days = Object.fromEntries(
    Object.entries(start.mser5Days).map(([ward, days]) => [ward, days ?? NaN]),
  );
  return { ...scenario, start: { ...start, mser5Days } };
}

/** Whether a text is the manifest of a result folder, of whichever version. */
export function isManifest(content: string): boolean {
  try {
    return layoutOf(parseJson(content, "")) !== undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Reads JSON; throws a SyntaxError that names the file. */
export function parseJson(content: string, file: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SyntaxError(`Cannot read "${file}" as JSON: ${why}`, { cause });
  }
}

function fieldOf(found: unknown, key: string): unknown {
  return typeof found === "object" && found !== null
    ? (found as { readonly [key: string]: unknown })[key]
    : undefined;
}

/** Number of the layout, when it is a layout of ours. */
function layoutOf(found: unknown): number | undefined {
  const number = /^gridcare-result-(\d+)$/.exec(`${fieldOf(found, "format")}`)?.[1];
  return number === undefined ? undefined : Number(number);
}

function checkFormat(found: unknown, file: string): void {
  const layout = layoutOf(found);
  if (layout === LAYOUT) return;
  const message = `Cannot read "${file}" as its format must be "${FORMAT}": current format is ` +
    shown(fieldOf(found, "format"));
  if (layout === undefined) throw new SyntaxError(message);
  const age = layout < LAYOUT ? "an older" : "a newer";
  const command = fieldOf(found, "command");
  const again = typeof command === "string" ? `: ${command}` : "";
  throw new SyntaxError(`${message}, made by ${age} version; make the results again${again}`);
}
