/** The story of one person as stretches of time: how ill, where, waiting for what, and what was decided. */
import { SEVERITIES, type WardType } from "../../domain/mod.ts";
import { DELAY_PARTS, type DelayPart, delayPieces } from "./delay_parts.ts";
import type { PersonEvent } from "./events.ts";
import {
  endOf,
  type IllnessKind,
  illnessOf,
  type PlaceKind,
  placesOf,
  type Stretch,
} from "./_stretches.ts";
import { storyOf } from "./story.ts";
import type { Story, StoryLine, StorySource } from "./told.ts";
import { Wording } from "./_wording.ts";

/** Lanes, from above. */
export const TIME_LINE_LANES = ["illness", "place", "waiting"] as const;
/** Name of a lane. */
export type TimeLineLane = (typeof TIME_LINE_LANES)[number];
/** What a stretch is: an illness, a place, a part of the delay. */
export type TimeLineKind = IllnessKind | PlaceKind | DelayPart;
/** What a mark stands for: somebody asks for help, the rules decide, a bed is reached. */
export type TimeLineMarkKind = "contact" | "decision" | "bed";

/** A stretch of time in one state. */
export interface TimeLineStretch {
  /** Lane. */
  readonly lane: TimeLineLane;
  /** State. */
  readonly kind: TimeLineKind;
  /** State in a word or two. */
  readonly name: string;
  /** State with the facility, in words. */
  readonly label: string;
  /** When it begins [min since 00:00 of the first day]. */
  readonly from: number;
  /** When it ends [min since 00:00 of the first day]. */
  readonly to: number;
  /** From when to when, how long, and the sentences of the story at its beginning. */
  readonly text: readonly string[];
}

/** Something that happens at an instant. */
export interface TimeLineMark {
  /** What. */
  readonly kind: TimeLineMarkKind;
  /** When [min since 00:00 of the first day]. */
  readonly time: number;
  /** When in words, and the sentences of the story. */
  readonly text: readonly string[];
}

/** A story as stretches of time. */
export interface TimeLine {
  /** Who it is, line by line, without name and run. */
  readonly person: readonly string[];
  /** First symptoms [min since 00:00 of the first day]; NaN when there were none. */
  readonly onset: number;
  /** How it ends. */
  readonly end: "recovered" | "died" | "present";
  /** Stretches, by lane and time; times that overlap are of different lanes. */
  readonly stretches: readonly TimeLineStretch[];
  /** Marks, by time. */
  readonly marks: readonly TimeLineMark[];
}

const MINUTES_PER_DAY = 1440;
/** Most sentences of reasons that a mark carries. */
const REASONS = 5;

type Names = Readonly<Record<string, { readonly en: string; readonly zh: string }>>;
/** States that the story has no word for by itself. */
const NAMES: Names = {
  incubating: { en: "no symptoms yet", zh: "潜伏期" },
  convalescent: { en: "convalescent", zh: "恢复期" },
  home: { en: "at home", zh: "居家" },
  facility: { en: "in a facility, no bed", zh: "在医疗机构，无床位" },
  road: { en: "on the way", zh: "转运途中" },
};

/** Parts of the delay in a word or two. */
const PARTS: { readonly [P in DelayPart]: { readonly en: string; readonly zh: string } } = {
  unnoticed: { en: "nobody acts yet", zh: "尚无人行动" },
  reception: { en: "reception", zh: "接诊" },
  result: { en: "result, decision", zh: "等待结果与决定" },
  bed: { en: "waiting for a bed", zh: "等待床位" },
  lesser: { en: "in a lesser bed", zh: "低级别床位" },
  handOver: { en: "hand-over", zh: "交接准备" },
  vehicle: { en: "vehicle", zh: "等待车辆" },
  ride: { en: "on the way", zh: "转运途中" },
};

/** Events that marks stand for. */
const MARKS: ReadonlyMap<string, TimeLineMarkKind> = new Map([
  ["contact", "contact"],
  ["asks for advice", "contact"],
  ["decided", "decision"],
  ["admitted", "bed"],
]);

function nameOf(kind: TimeLineKind, words: Wording): string {
  const { terms, lang } = words;
  if (Object.hasOwn(NAMES, kind)) return NAMES[kind][lang];
  const severity = SEVERITIES.find((one) => one === kind);
  if (severity !== undefined) return terms.severity[severity];
  if (Object.hasOwn(PARTS, kind)) return PARTS[kind as DelayPart][lang];
  return terms.bed[kind as WardType];
}

/** Name with more words: a part of the delay as the story's end has it. */
function longName(kind: TimeLineKind, words: Wording): string {
  const part = DELAY_PARTS.find((one) => one === kind);
  return part === undefined ? nameOf(kind, words) : words.text(`part.${part}`);
}

/** Sentences of the story at an instant, without reasons. */
function sentencesAt({ lines }: Story, time: number): string[] {
  return lines.filter((line) => line.level === 0 && line.time === time).map(({ text }) => text);
}

/** A stretch in words. */
function told(
  { kind, facility, from, to }: Stretch<TimeLineKind>,
  lane: TimeLineLane,
  { source, story, words }: {
    readonly source: StorySource;
    readonly story: Story;
    readonly words: Wording;
  },
): TimeLineStretch {
  const { window: { start }, city } = source.scenario;
  const name = nameOf(kind, words);
  const site = kind === "road" ? undefined : city.facilities[facility];
  const long = longName(kind, words);
  const label = site === undefined ? long : `${long}${words.manner.comma}${words.name(site.name)}`;
  const until = words.lang === "en" ? " to " : "至";
  const length = words.duration(to - from);
  const [open, close] = words.lang === "en" ? [" (", ")"] : ["（", "）"];
  const text = [
    label,
    `${words.clock(start, from)}${until}${words.clock(start, to)}${open}${length}${close}`,
    ...sentencesAt(story, from),
  ];
  return { lane, kind, name, label, from, to, text };
}

/** Lines of the story from a mark to the next mark or instant. */
function linesFrom({ lines }: Story, at: number): readonly StoryLine[] {
  const next = lines.findIndex((line, i) =>
    i > at && (line.time !== lines[at].time || (line.level === 0 && MARKS.has(line.event)))
  );
  return lines.slice(at, next < 0 ? undefined : next);
}

function marksOf(story: Story, { scenario }: StorySource, words: Wording): TimeLineMark[] {
  return story.lines.flatMap(({ level, event, time }, at) => {
    const kind = MARKS.get(event);
    if (level !== 0 || kind === undefined) return [];
    const lines = linesFrom(story, at);
    const dropped = new Set(lines.filter((line) => line.level === 1).slice(REASONS));
    const said = lines.filter((line) => !dropped.has(line)).map(({ text }) => text);
    const more = dropped.size > 0 ? ["…"] : [];
    return [{ kind, time, text: [words.clock(scenario.window.start, time), ...said, ...more] }];
  });
}

/**
 * The story of a person as stretches of time.
 *
 * @param events Events of the person, of a log that follows this one.
 * @param source Scenario, clauses, who it is, language.
 * @returns Stretches of illness, place and wait for a bed that suffices, and marks; who recovers at home
 * unseen is ill until then.
 * @throws {Error} When the rule of a decision is not the one that follows from what the rules saw.
 *
 * @example Nothing happened
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../../scenario/mod.ts";
 * import { timeLineOf } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const run = { grid: "training-g1", id: "training-g1-0", replication: 0, seed: "1" };
 * const line = timeLineOf([], { scenario, clauses: [], ...run, lang: "en" });
 * assertEquals(line.stretches, []);
 * ```
 */
export function timeLineOf(events: readonly PersonEvent[], source: StorySource): TimeLine {
  const { scenario: { city, window }, lang } = source;
  const runEnd = (window.days + window.runOnDays) * MINUTES_PER_DAY;
  const end = endOf(events, runEnd);
  const story = storyOf(events, source);
  const words = new Wording(lang);
  const waits = delayPieces(events, city, runEnd)
    .map(({ part, from, to }) => ({ kind: part, facility: -1, from, to }));
  const lanes = [illnessOf(events, end), placesOf(events, city, end), waits];
  const last = events.find(({ event }) => event === "recovered" || event === "died");
  const left = events.some(({ event }) => event === "depart");
  return {
    person: story.person.slice(2),
    onset: events.find(({ event }) => event === "onset")?.time ?? NaN,
    end: last?.event === "died" ? "died" : last !== undefined || left ? "recovered" : "present",
    stretches: lanes.flatMap((stretches: readonly Stretch<TimeLineKind>[], at) =>
      stretches.map((stretch) => told(stretch, TIME_LINE_LANES[at], { source, story, words }))
    ),
    marks: marksOf(story, source, words),
  };
}
