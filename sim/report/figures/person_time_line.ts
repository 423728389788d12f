/** The path of one patient of a run: how ill, where, waiting for what, and what was decided when. */
import type { Scenario } from "../../scenario/mod.ts";
import {
  type PersonEvent,
  type StoryClause,
  type StorySource,
  TIME_LINE_LANES,
  type TimeLine,
  timeLineOf,
} from "../story/mod.ts";
import type { Figure, Lang } from "./figure.ts";
import { barsOf, bodyOf, HEAD, LANE, marksOf, type Span } from "./_person_traces.ts";
import { axis, frameOf, INK, plain } from "./_theme.ts";
import { dateTimeOf, timeTicks } from "./_time_ticks.ts";
import { ENDS, LANE_NAMES, MARKS_NAME, STILL_ILL } from "./_time_line_styles.ts";

/** Whose path is drawn. */
export interface PersonTimeLineSource {
  /** Scenario as it ran. */
  readonly scenario: Scenario;
  /** Language. */
  readonly lang: Lang;
  /** Name of the person, grid and number, e.g. `training-g1-14463`. */
  readonly id: string;
  /** Clauses that rules may cite; their names alone are told when left out. */
  readonly clauses?: readonly StoryClause[];
}

/** Room for the words of the axis and the legend on a phone, where it has two rows of columns [px]. */
const BELOW = 250;
const LEGEND = {
  orientation: "h",
  x: 0,
  yref: "container",
  y: 0,
  yanchor: "bottom",
  maxheight: 0.6,
  tracegroupgap: 14,
  font: { size: 11 },
};

/**
 * The path of one patient from the events of a log that follows this one: three lanes of bars, how ill,
 * where, and waiting for what while no bed suffices, and marks for contacts, decisions and beds.
 * What a bar or mark says when pointed at are the sentences of the story; see `storyOf`.
 *
 * @param events Events of the person, in order.
 * @param source Scenario, language, name, clauses.
 * @returns Figure; empty without events.
 * @throws {Error} When the rule of a decision is not the one that follows from what the rules saw.
 *
 * @example Nothing happened
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../../scenario/mod.ts";
 * import { personTimeLineFigure } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const figure = personTimeLineFigure([], { scenario, lang: "en", id: "training-g1-0" });
 * assertEquals(figure.data, []);
 * ```
 */
export function personTimeLineFigure(
  events: readonly PersonEvent[],
  source: PersonTimeLineSource,
): Figure {
  const { scenario, lang, id } = source;
  const line = timeLineOf(events, storySource(source));
  const ends = line.stretches.flatMap(({ from, to }) => [from, to]);
  const span = { from: Math.min(...ends), to: Math.max(...ends) };
  const shown = line.stretches.length > 0;
  const text = lang === "en" ? `The path of one patient: ${id}` : `一名患者的历程：${id}`;
  const frame = frameOf(framed(scenario), lang, {
    text,
    note: noteOf(line, lang),
    height: 84 + BELOW + bodyOf(),
    description: descriptionOf(line, lang, text),
  });
  return {
    data: shown ? [...barsOf(line, scenario, span), ...marksOf(line, scenario, span, lang)] : [],
    layout: {
      ...frame,
      margin: { ...frame.margin, l: 14, b: 60 },
      barmode: "overlay",
      hovermode: "closest",
      hoverlabel: { align: "left" },
      uniformtext: { mode: "hide", minsize: 10 },
      legend: LEGEND,
      xaxis: axis({ type: "date", ...(shown ? ticksOf(line, source, span) : {}) }),
      yaxis: { visible: false, range: [bodyOf(), 0], fixedrange: true },
      annotations: shown ? namesOf(lang) : [],
    },
  };
}

/** What a story is told from; the grid is that of which the name begins with the id. */
function storySource({ scenario, lang, id, clauses = [] }: PersonTimeLineSource): StorySource {
  const grids = scenario.city.grids.map((grid) => grid.id)
    .filter((grid) => id.startsWith(`${grid}-`)).sort((a, b) => b.length - a.length);
  return { scenario, lang, id, clauses, grid: grids[0] ?? "", replication: 0, seed: "" };
}

function framed({ city, name, provenance }: Scenario) {
  const grades: Record<string, number> = {};
  for (const { grade } of provenance) grades[grade] = (grades[grade] ?? 0) + 1;
  return { manifest: { city, replications: 1, scenarios: [{ name, grades }] } };
}

function ticksOf(
  { onset }: TimeLine,
  { scenario, lang }: PersonTimeLineSource,
  { from, to }: Span,
): { [key: string]: unknown } {
  const { start } = scenario.window;
  const room = 0.01 * (to - from);
  return {
    range: [from - room, to + room].map((time) => dateTimeOf(start, time)),
    ...timeTicks({ start, from, to, onset }, lang),
  };
}

function namesOf(lang: Lang): unknown[] {
  const names = [...TIME_LINE_LANES.map((lane) => LANE_NAMES[lane][lang]), MARKS_NAME[lang]];
  return names.map((name, at) => ({
    text: `<b>${plain(name)}</b>`,
    xref: "paper",
    x: 0,
    xanchor: "left",
    y: at * LANE + HEAD - 8,
    yanchor: "bottom",
    showarrow: false,
    font: { size: 12, color: INK.text },
  }));
}

function noteOf({ person }: TimeLine, lang: Lang): string {
  const [who = "", colour = ""] = person.map((line) => line.replace(/[.。]$/, ""));
  return lang === "en"
    ? `a simulated person, nobody real: ${who}; ${colour}`
    : `模拟人物，并非真人：${who}；${colour}`;
}

function descriptionOf({ stretches, end }: TimeLine, lang: Lang, text: string): string {
  const said = TIME_LINE_LANES.map((lane) => {
    const labels = stretches.filter((stretch) => stretch.lane === lane).map(({ name }) => name);
    return `${LANE_NAMES[lane][lang]}: ${labels.join(", ")}`;
  });
  const ends = end === "present" ? STILL_ILL : ENDS[end];
  return lang === "en"
    ? `${text}, bars over time. ${said.join("; ")}. End: ${ends.en}`
    : `${text}，随时间的条形。${said.join("；")}。结局：${ends.zh}`;
}
