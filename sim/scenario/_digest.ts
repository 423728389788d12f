/** The digest of `hashOf`, at once. */
import { createHash } from "node:crypto";
import { canonicalJson } from "./hash.ts";

/** SHA-256 of the canonical JSON of plain data, first 16 hexadecimal digits. */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex").slice(0, 16);
}

/** Hash of the inputs of a scenario: that of a file that says the same. */
export function inputsDigest(scenario: object): string {
  const {
    name: _,
    title: __,
    description: ___,
    hash: ____,
    uncertainty: _____,
    provenance: ______,
    ...inputs
  } = scenario as Record<string, unknown>;
  return digestOf(inputs);
}
