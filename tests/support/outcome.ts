/** How many tests passed and failed, read from what a command printed. */

/** Numbers of tests. */
export interface Outcome {
  /** Tests that passed [-]. */
  readonly passed: number;
  /** Tests that failed [-]. */
  readonly failed: number;
}

/** What a command left. */
export interface Ended {
  /** All that it printed. */
  readonly text: string;
  /** Exit code; not 0 also when a signal ended it [-]. */
  readonly code: number;
}

// deno-lint-ignore no-control-regex
const COLOUR = /\x1b\[[\d;]*m/g;
const DENO = /^(?:ok|FAILED) \| (\d+) passed\b.*? \| (\d+) failed\b/gm;
const OURS = /^(\d+) passed, (\d+) failed$/gm;

/**
 * Outcome of a command that runs tests.
 *
 * The last closing line counts, of `deno test` or of this project's own tools. A command that
 * ended badly without a failed test (a type error, a crash, no tests found) counts as one failure;
 * so does one that ended well without any test, since it checked nothing.
 *
 * @param ended What the command left.
 * @returns Numbers of tests.
 */
export function outcomeOf({ text, code }: Ended): Outcome {
  const plain = text.replace(COLOUR, "");
  const last = [...plain.matchAll(DENO), ...plain.matchAll(OURS)]
    .sort((a, b) => a.index - b.index).at(-1);
  const passed = Number(last?.[1] ?? 0);
  const failed = Number(last?.[2] ?? 0);
  const unseen = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: unseen ? 1 : failed };
}

/** Adds outcomes up. */
export function sumOf(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, outcome) => sum + outcome.passed, 0),
    failed: outcomes.reduce((sum, outcome) => sum + outcome.failed, 0),
  };
}
