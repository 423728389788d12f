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
