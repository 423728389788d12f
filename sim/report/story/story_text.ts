/** A story as text for a terminal. */
import { padded, widthOf, wrapped } from "./_layout.ts";
import { Wording } from "./_wording.ts";
import type { Story, StorySource } from "./told.ts";

/** Columns of the text beside the times [characters]. */
const COLUMNS = 92;
/** Columns of the time since the line before, with a blank in front of the longest [characters]. */
const DELAY = { en: 13, zh: 14 } as const;
const INDENT = "  ";

/**
 * Writes a story: day and clock, time since the line before, what happens.
 *
 * @param story Story.
 * @param source Where it comes from.
 * @returns Lines.
 *
 * @example Somebody of whom nothing is known
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../../scenario/mod.ts";
 * import { storyText } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const run = { grid: "training-g1", id: "training-g1-0", replication: 0, seed: "1" };
 * const source = { scenario, clauses: [], ...run, lang: "en" } as const;
 * const line = { time: 90, delay: 0, level: 0, event: "onset", text: "First symptoms." } as const;
 * assertEquals(storyText({ person: [], lines: [line], end: [] }, source), [
 *   "01 Nov 2022 01:30               First symptoms.",
 * ]);
 * ```
 */
export function storyText(story: Story, source: StorySource): string[] {
  const { person, lines, end } = story;
  const gap = (texts: readonly string[]) => texts.length > 0 && lines.length > 0 ? [""] : [];
  return [
    ...person,
    ...gap(person),
    ...storyRows(story, source).flatMap((row) => rowText(row, source)),
    ...gap(end),
    ...end,
  ];
}

/** A line of a story with its times in words. */
export interface StoryRow {
  /** Day and clock; empty when they are those of the line before. */
  readonly clock: string;
  /** Time since the line before, e.g. `+2 d 2 h`; empty when there was none. */
  readonly since: string;
  /** 0 for what happens, 1 for why and how [-]. */
  readonly level: 0 | 1;
  /** What is said. */
  readonly text: string;
}

/**
 * The lines of a story with their times in words.
 *
 * @param story Story.
 * @param source Where it comes from.
 * @returns One row per line.
 *
 * @example Somebody of whom nothing is known
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../../scenario/mod.ts";
 * import { storyRows } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const run = { grid: "training-g1", id: "training-g1-0", replication: 0, seed: "1" };
 * const source = { scenario, clauses: [], ...run, lang: "en" } as const;
 * const line = { time: 90, delay: 0, level: 0, event: "onset", text: "First symptoms." } as const;
 * assertEquals(storyRows({ person: [], lines: [line], end: [] }, source), [
 *   { clock: "01 Nov 2022 01:30", since: "", level: 0, text: "First symptoms." },
 * ]);
 * ```
 */
export function storyRows({ lines }: Story, { scenario, lang }: StorySource): StoryRow[] {
  const words = new Wording(lang);
  let before = "";
  return lines.map(({ time, delay, level, text }) => {
    const now = words.clock(scenario.window.start, time);
    const shown = now !== before;
    before = now;
    const since = shown && delay >= 0.5 ? `+${words.duration(delay)}` : "";
    return { clock: shown && level === 0 ? now : "", since, level, text };
  });
}

function rowText(
  { clock, since, level, text }: StoryRow,
  { lang, scenario }: StorySource,
): string[] {
  const example = new Wording(lang).clock(scenario.window.start, 0);
  const margin = INDENT.repeat(level);
  return wrapped(text, COLUMNS - margin.length).map((piece, i) => {
    const [when, passed, more] = i === 0 ? [clock, since, ""] : ["", "", INDENT];
    const times = `${padded(when, widthOf(example))}${padded(passed, DELAY[lang], "front")}`;
    return `${times}  ${margin}${more}${piece}`;
  });
}
