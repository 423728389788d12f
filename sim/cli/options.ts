/** Options shared by commands, parsed and checked. */
import { InvalidArgumentError } from "commander";

/** Most replications that one command runs [-]. */
const MOST_REPLICATIONS = 100_000;
const MOST_WORKERS = 256;

function wholeNumber(what: string, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < 1 || number > most) {
      throw new InvalidArgumentError(`${what} must be a whole number from 1 to ${most}.`);
    }
    return number;
  };
}

/** Parses a number of replications [-]. */
export const parseReplications: (text: string) => number = wholeNumber(
  "Replications",
  MOST_REPLICATIONS,
);

/** Parses a number of worker threads [-]. */
export const parseWorkers: (text: string) => number = wholeNumber("Workers", MOST_WORKERS);

const MOST_SECONDS = 86_400;

/** Parses a time [s]. */
export const parseSeconds: (text: string) => number = wholeNumber("Seconds", MOST_SECONDS);

/** Parses a number of further replications, 0 allowed [-]. */
export function parseLookAhead(text: string): number {
  return text === "0" ? 0 : wholeNumber("Look-ahead", MOST_REPLICATIONS)(text);
}

const MOST_CONFIDENT = 0.9999;

/** Parses a confidence [-]. */
export function parseConfidence(text: string): number {
  const number = Number(text);
  if (text.trim() === "" || !(number > 0 && number <= MOST_CONFIDENT)) {
    throw new InvalidArgumentError(
      `Confidence must be a number above 0 and at most ${MOST_CONFIDENT}, such as 0.95.`,
    );
  }
  return number;
}
