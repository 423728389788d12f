/**
 * What is wrong with a scenario or a city, all at once: one error that carries every issue.
 */
import { distance } from "fastest-levenshtein";

/** One thing that is wrong with a file. */
export interface Issue {
  /** File, as reached from the path that was asked for. */
  readonly file: string;
  /** Line in the file [1], from 1; 0 when it concerns the whole file. */
  readonly line: number;
  /** Path of the value, e.g. `care.lowerBed` or `communities[3].grid`; empty for the whole file. */
  readonly path: string;
  /** What is expected, as a clause that begins with a capital. */
  readonly rule: string;
  /** What was found, as text; empty when there is nothing to show. */
  readonly value: string;
  /** Nearest valid name, where one is near enough. */
  readonly nearest?: string;
}

/** Most issues that a message lists [issues]; the error carries all. */
const LISTED = 60;
/** Longest piece of a file that a message quotes [characters]. */
const QUOTED = 80;

/**
 * A scenario or a city that cannot be loaded, with every issue found, in file order.
 *
 * @example The message names file, line, path, rule, value and the nearest name
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { ScenarioError } from "./mod.ts";
 *
 * const error = new ScenarioError("scenario", "a.yaml", [{
 *   file: "a.yaml",
 *   line: 3,
 *   path: "care.lowerbed",
 *   rule: "Expected a known key",
 *   value: '"lowerbed"',
 *   nearest: "lowerBed",
 * }]);
 * assertEquals(
 *   error.message,
 *   'Cannot load scenario "a.yaml": 1 issue\n' +
 *     '  a.yaml:3 care.lowerbed: Expected a known key, found "lowerbed"; nearest is "lowerBed"',
 * );
 * ```
 */
export class ScenarioError extends Error {
  /** Every issue, in file order. */
  readonly issues: readonly Issue[];

  /**
   * Builds the error and its message.
   *
   * @param what What could not be loaded: "scenario" or "city".
   * @param path Its path.
   * @param issues Issues, at least one.
   */
  constructor(what: string, path: string, issues: readonly Issue[]) {
    const count = issues.length === 1 ? "1 issue" : `${issues.length} issues`;
    const lines = issues.slice(0, LISTED).map((issue) => `  ${issueText(issue)}`);
    if (issues.length > LISTED) lines.push(`  and ${issues.length - LISTED} more`);
    super(`Cannot load ${what} ${quoted(path)}: ${count}\n${lines.join("\n")}`);
    this.name = "ScenarioError";
    this.issues = issues;
  }
}

/** The issues of one load, collected while it goes on as far as it can. */
export class IssueList {
  readonly #issues: Issue[] = [];
  readonly #files = new Map<string, number>();

  /** Number of issues so far [issues]. */
  get size(): number {
    return this.#issues.length;
  }

  /**
   * Says that a file is being read, which gives it its place in the order.
   *
   * @param file File.
   */
  open(file: string): void {
    if (!this.#files.has(file)) this.#files.set(file, this.#files.size);
  }

  /**
   * Adds an issue.
   *
   * @param issue Issue.
   */
  add(issue: Issue): void {
    this.open(issue.file);
    this.#issues.push(issue);
  }

  /**
   * Ends the load when there are issues.
   *
   * @param what What is being loaded.
   * @param path Its path.
   * @throws {ScenarioError} When there is an issue.
   */
  throwIfAny(what: string, path: string): void {
    if (this.#issues.length > 0) throw new ScenarioError(what, path, this.inOrder());
  }

  /**
   * The issues by file in the order in which files were opened, by line, then as they came.
   *
   * @returns Issues.
   */
  inOrder(): Issue[] {
    const place = (issue: Issue) => this.#files.get(issue.file) ?? 0;
    return this.#issues
      .map((issue, index) => ({ issue, index }))
      .sort((a, b) =>
        place(a.issue) - place(b.issue) || a.issue.line - b.issue.line || a.index - b.index
      )
      .map(({ issue }) => issue);
  }
}

/**
 * Finds the valid name that differs least from a wrong one.
 *
 * @param name Wrong name.
 * @param valid Valid names.
 * @returns The nearest by Levenshtein distance, letters of either case alike, or undefined when
 * more than half of the longer name, rounded up, would have to change; the first of equally near ones.
 *
 * @example A slip of the pen
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { nearestName } from "./mod.ts";
 *
 * assertEquals(nearestName("distict-1", ["district-9", "district-1"]), "district-1");
 * assertEquals(nearestName("xyz", ["district-1"]), undefined);
 * ```
 */
export function nearestName(name: string, valid: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of valid) {
    const steps = distance(name.toLowerCase(), candidate.toLowerCase());
    if (steps >= least) continue;
    if (steps > Math.ceil(Math.max(name.length, candidate.length) / 2)) continue;
    best = candidate;
    least = steps;
  }
  return best;
}

/**
 * Quotes a piece of a file for a message: one line, cut when long.
 *
 * @param text Text.
 * @returns The text in double quotes, control characters escaped.
 *
 * @example A line break does not break the message
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { quoted } from "./mod.ts";
 *
 * assertEquals(quoted("a\nb"), '"a\\nb"');
 * ```
 */
export function quoted(text: string): string {
  return JSON.stringify(text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);
}

function issueText(issue: Issue): string {
  const place = issue.line > 0 ? `${issue.file}:${issue.line}` : issue.file;
  const path = issue.path === "" ? "" : ` ${issue.path}`;
  const found = issue.value === "" ? "" : `, found ${issue.value}`;
  const nearest = issue.nearest === undefined ? "" : `; nearest is ${quoted(issue.nearest)}`;
  return `${place}${path}: ${issue.rule}${found}${nearest}`;
}
