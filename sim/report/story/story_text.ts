/** A story as text for a terminal. */
import { padded, wrapped } from "./_layout.ts";
import { Wording } from "./_wording.ts";
import type { Story, StoryLine, StorySource } from "./told.ts";

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
export function storyText({ person, lines, end }: Story, source: StorySource): string[] {
  const words = new Wording(source.lang);
  const { start } = source.scenario.window;
  const gap = (texts: readonly string[]) => texts.length > 0 && lines.length > 0 ? [""] : [];
  return [
    ...person,
    ...gap(person),
    ...lines.flatMap((line, i) => lineText(line, { words, start, before: lines[i - 1] })),
    ...gap(end),
    ...end,
  ];
}

/** What a line needs to be written. */
interface Place {
  readonly words: Wording;
  readonly start: string;
  readonly before: StoryLine | undefined;
}

function lineText(
  { time, delay, level, text }: StoryLine,
  { words, start, before }: Place,
): string[] {
  const clock = words.clock(start, time);
  const shown = before === undefined || words.clock(start, before.time) !== clock;
  const blank = padded("", [...clock].reduce((n, c) => n + (c > "\u2e80" ? 2 : 1), 0));
  const since = shown && delay >= 0.5 ? `+${words.duration(delay)}` : "";
  const margin = INDENT.repeat(level);
  return wrapped(text, COLUMNS - margin.length).map((piece, i) =>
    i === 0
      ? `${shown && level === 0 ? clock : blank}${
        padded(since, DELAY[words.lang], "front")
      }  ${margin}${piece}`
      : `${blank}${padded("", DELAY[words.lang])}  ${margin}${INDENT}${piece}`
  );
}
