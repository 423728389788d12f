/** What the command line of the proof may say. */

import { parseArgs } from "node:util";
import { optionTrouble } from "../support/command_line.ts";

/** Parts of the proof, in order. */
export const PARTS = ["kill", "cut", "full"] as const;

/** A part of the proof. */
export type ProofPart = typeof PARTS[number];

/** How to call it. */
export const USAGE = `Usage: deno task proof [OPTIONS]
  --instants N      processes that are killed; 20 when left out
  --replications N  replications of each of the two scenarios; 40 when left out
  --seed TEXT       seed of the instants; "1" when left out
  --only PART       kill: processes killed and resumed; cut: copies of the store as after a power cut;
                    full: a disk that is full
  --help            say this
Exit codes: 0 all passed, 1 something failed, 2 bad options.`;

/** What is to be proved. */
export interface ProofOptions {
  /** Processes that are killed [-]. */
  readonly instants: number;
  /** Replications of each scenario [-]. */
  readonly replications: number;
  /** Seed of the instants. */
  readonly seed: string;
  /** Parts that are run. */
  readonly parts: readonly ProofPart[];
}

const TEXT = { type: "string" } as const;
const OPTIONS = {
  instants: { ...TEXT, default: "20" },
  replications: { ...TEXT, default: "40" },
  seed: { ...TEXT, default: "1" },
  only: TEXT,
} as const;

/**
 * Reads the command line.
 *
 * @param args Arguments.
 * @returns Options.
 * @throws {RangeError} If an option is unknown or its value cannot be used.
 */
export function proofOptionsOf(args: readonly string[]): ProofOptions {
  const { instants, replications, seed, only } = valuesOf(args);
  const part = PARTS.find((name) => name === only);
  if (only !== undefined && part === undefined) {
    throw new RangeError(
      `Cannot prove as --only must be one of ${PARTS.join(", ")}: current part is "${only}"`,
    );
  }
  return {
    instants: countOf("--instants", instants),
    replications: countOf("--replications", replications),
    seed,
    parts: part === undefined ? PARTS : [part],
  };
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    const trouble = optionTrouble(error, [...Object.keys(OPTIONS), "help"]);
    throw new RangeError(`Cannot prove: ${trouble}`);
  }
}

function countOf(option: string, text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new RangeError(
    `Cannot prove as ${option} must be a whole number from 1 to 9999: current value is "${text}"`,
  );
}
