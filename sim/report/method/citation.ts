/** How to cite the program and the result. */
import type { ResultSet } from "../../experiment/results/mod.ts";

/**
 * `CITATION.cff` of the program that made a result, with the result's identity: hashes of the inputs
 * of every scenario and of the laws of its uncertain parameters, and the seed.
 *
 * Source: Druskat, Spaaks, Chue Hong, Haines, Baker, Bliven, Willighagen, Pérez-Suárez and Konovalov
 * (2021), "Citation File Format", version 1.2.0.
 *
 * @param set Results.
 * @returns Text in YAML, valid by version 1.2.0 of the format.
 *
 * @example The title
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { citationCff } from "./mod.ts";
 * assertStringIncludes(citationCff(TINY_RESULT_SET), "title: Gridcare\n");
 * ```
 */
export function citationCff({ manifest }: ResultSet): string {
  const { program, seed, scenarios, city, replications } = manifest;
  const version = oneLine(program.slice(program.lastIndexOf(" ") + 1));
  const names = scenarios.map(({ name }) => oneLine(name)).join(", ");
  const about =
    `Discrete-event simulation of patient flow in a city's tiered care network. This result: ${
      oneLine(city.name.en)
    }, ${replications} replications of ${names}, seed ${oneLine(seed)}.`;
  const identifiers = scenarios.flatMap(({ name, hash, lawsHash }) => [
    identifier(oneLine(hash) || "none", `Digest of all inputs of scenario ${oneLine(name)}`),
    ...(oneLine(lawsHash) === "" ? [] : [
      identifier(
        oneLine(lawsHash),
        `Digest of the laws of uncertain parameters of scenario ${oneLine(name)}`,
      ),
    ]),
  ]);
  return `${
    [
      "cff-version: 1.2.0",
      'message: "If you use these results, please cite the program that made them."',
      "type: software",
      "title: Gridcare",
      `version: ${quoted(version || "unknown")}`,
      "license: MIT",
      "authors:",
      '  - name: "Gridcare developers"',
      `abstract: ${quoted(about)}`,
      "identifiers:",
      ...new Set(identifiers),
    ].join("\n")
  }\n`;
}

function identifier(value: string, description: string): string {
  return [
    "  - type: other",
    `    value: ${quoted(value)}`,
    `    description: ${quoted(description)}`,
  ].join("\n");
}

/** A text as YAML 1.2 takes it: every JSON string is one. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
