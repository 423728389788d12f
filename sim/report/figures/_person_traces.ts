/** Bars and marks of the path of one patient. */
import type { Scenario } from "../../scenario/mod.ts";
import {
  TIME_LINE_LANES,
  type TimeLine,
  type TimeLineLane,
  type TimeLineMark,
  type TimeLineStretch,
} from "../story/mod.ts";
import type { Lang, Trace } from "./figure.ts";
import { hatching, INK, plain, wrapped } from "./_theme.ts";
import { dateTimeOf } from "./_time_ticks.ts";
import { ENDS, MARKS, STRETCHES } from "./_time_line_styles.ts";

/** Height of a lane with its name, of its bar, of a row of marks [px]. */
export const LANE = 58;
const BAR = 26;
const MARK_ROW = 20;
/** Room for the name of the lane of marks [px]. */
export const HEAD = 32;
/** Signs on a line of what is said when pointed at. */
const SIGNS = 70;
/** Marks of one kind that are nearer than this share of the time stand together [-]. */
const NEAR = 0.008;

/** Share of the time from which on a bar has its name with the facility [-]. */
const LONG = 0.33;

/** Time that is shown [min since 00:00 of the first day]. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Height of lanes and marks [px]. */
export function bodyOf(): number {
  return TIME_LINE_LANES.length * LANE + HEAD + MARKS.length * MARK_ROW + 6;
}

/** Text of several lines when pointed at. */
function pointed(lines: readonly string[]): string {
  return lines.map((line, at) => at === 0 ? `<b>${plain(line)}</b>` : wrapped(line, SIGNS))
    .join("<br>");
}

/** Middle of the bars of a lane [px]. */
function centreOf(lane: TimeLineLane): number {
  return (TIME_LINE_LANES.indexOf(lane) + 1) * LANE - BAR / 2 - 6;
}

/** A trace for each kind of stretch. */
export function barsOf(
  { stretches }: TimeLine,
  { window: { start } }: Scenario,
  span: Span,
): Trace[] {
  const wide = LONG * (span.to - span.from);
  const order = Object.keys(STRETCHES);
  const kinds = Map.groupBy(stretches, ({ kind }) => kind);
  const sorted = [...kinds].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return sorted.map(([, same]: readonly [string, readonly TimeLineStretch[]]): Trace => {
    const [{ lane, kind, name }] = same;
    const { colour, shape, dark = false } = STRETCHES[kind];
    return {
      type: "bar",
      orientation: "h",
      name: plain(name),
      legendgroup: lane,
      legendrank: 1 + TIME_LINE_LANES.indexOf(lane),
      base: same.map(({ from }) => dateTimeOf(start, from)),
      // Milliseconds, as Plotly takes lengths on an axis of dates.
      x: same.map(({ from, to }) => Math.round((to - from) * 60_000)),
      y: same.map(() => centreOf(lane)),
      width: same.map(() => BAR),
      // A line of the same colour keeps a stretch of minutes visible.
      marker: {
        color: colour,
        line: { width: 0.8, color: colour },
        pattern: { ...hatching(colour, shape), solidity: 0.15 },
      },
      text: same.map(({ name, label, from, to }) => plain(to - from > wide ? label : name)),
      insidetextfont: { color: dark ? "#ffffff" : INK.text },
      textposition: "inside",
      insidetextanchor: "start",
      hovertext: same.map(({ text }) => pointed(text)),
      hovertemplate: "%{hovertext}<extra></extra>",
    };
  });
}

/** Marks of a kind, those that would hide each other joined into one. */
function joined(marks: readonly TimeLineMark[], { from, to }: Span): TimeLineMark[] {
  const all: TimeLineMark[] = [];
  for (const mark of marks) {
    const last = all.at(-1);
    if (last !== undefined && mark.time - last.time < NEAR * (to - from)) {
      all[all.length - 1] = { ...last, text: [...last.text, "", ...mark.text.slice(0, 2)] };
    } else all.push(mark);
  }
  return all;
}

/** Marks below the bars, and the end of the illness on its lane. */
export function marksOf(
  { marks, end }: TimeLine,
  { window: { start } }: Scenario,
  span: Span,
  lang: Lang,
): Trace[] {
  const top = TIME_LINE_LANES.length * LANE + HEAD;
  const rows = MARKS.flatMap(({ kind, symbol, colour, ...names }, row): Trace[] => {
    const own = joined(marks.filter((mark) => mark.kind === kind), span);
    if (own.length === 0) return [];
    return [{
      type: "scatter",
      mode: "markers",
      name: names[lang],
      legendgroup: "marks",
      legendrank: 10,
      x: own.map(({ time }) => dateTimeOf(start, time)),
      y: own.map(() => top + (row + 0.5) * MARK_ROW),
      marker: { symbol, color: colour, size: 11, line: { width: 1, color: "#ffffff" } },
      hovertext: own.map(({ text }) => pointed(text)),
      hovertemplate: "%{hovertext}<extra></extra>",
    }];
  });
  if (end === "present") return rows;
  const { symbol, ...names } = ENDS[end];
  return [...rows, {
    type: "scatter",
    mode: "markers",
    name: names[lang],
    legendgroup: "marks",
    legendrank: 10,
    x: [dateTimeOf(start, span.to)],
    y: [centreOf("illness")],
    marker: { symbol, color: INK.text, size: 13, line: { width: 1.5, color: "#ffffff" } },
    hovertemplate: `${names[lang]}<extra></extra>`,
    cliponaxis: false,
  }];
}
