/** Small multiples of daily lines: one panel above the other, one line and band per scenario. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import type { Figure, Lang, Trace } from "./figure.ts";
import { capitalised, scenarioTitle } from "./labels.ts";
import {
  axesAt,
  bandTrace,
  dateAxis,
  heightOf,
  panelsLayout,
  type Range,
  rangeFromZero,
} from "./_panels.ts";
import { frameOf, INK, intervalNote, plain, styleOf } from "./_theme.ts";
import { dated, type DatedEstimate, type Selection } from "./_values.ts";

/** One panel. */
export interface Panel {
  /** What the panel shows. */
  readonly title: string;
  /** Series shown. */
  readonly selection?: Selection;
  /** Unit behind a value in words, where it is not that of the figure. */
  readonly unit?: string;
  /** Whether its lowest values are told in words, not its highest. */
  readonly lowest?: boolean;
  /** What is shown of a scenario instead of a series. */
  readonly of?: (scenario: string) => readonly DatedEstimate[];
  /** A line of no scenario, such as that of 2019. */
  readonly beside?: {
    readonly name: string;
    readonly days: readonly { readonly date: string; readonly value: number | null }[];
  };
}

/** What a figure of lines shows. */
export interface LinesSpec {
  /** Title. */
  readonly title: string;
  /** Title of the value axis, with the unit. */
  readonly axisTitle: string;
  /** Panels, from above. */
  readonly panels: readonly Panel[];
  /** Factor on the values, 100 for percent [-]. */
  readonly factor: number;
  /** Value of a reference line after the factor, with its name. */
  readonly reference?: { readonly value: number; readonly name: string };
  /** How long a point of a line lasts. */
  readonly step: "day" | "week";
  /** Unit behind a value in words. */
  readonly unit: string;
  /** Columns of panels; one when left out. */
  readonly columns?: number;
}

/** A panel as drawn. */
interface DrawnPanel {
  readonly traces: readonly Trace[];
  readonly range: Range;
  /** Highest values in words; empty without lines. */
  readonly highest: string;
}

/** A figure of lines. */
export function linesFigure(set: ResultSet, lang: Lang, spec: LinesSpec): Figure {
  const drawn = spec.panels.map((_, at) => panelOf(set, lang, spec, at));
  const lines = drawn.flatMap(({ traces }) => traces);
  const data = lines.length === 0 ? [] : [...lines, ...referenceTraces(spec)];
  const shown = new Set<unknown>();
  return {
    data: data.map((trace) => {
      if (trace.showlegend !== true) return trace;
      const first = !shown.has(trace.legendgroup);
      shown.add(trace.legendgroup);
      return { ...trace, showlegend: first };
    }),
    layout: {
      ...frameOf(set, lang, {
        text: spec.title,
        note: intervalNote(set, lang, spec.step),
        height: heightOf(Math.ceil(spec.panels.length / (spec.columns ?? 1))),
        description: descriptionOf(lang, spec, drawn),
      }),
      hovermode: "x unified",
      ...panelsLayout({
        titles: spec.panels.map(({ title }) => capitalised(title)),
        axisTitles: [spec.axisTitle],
        ranges: drawn.map(({ range }) => range),
        x: dateAxis(lang),
        ...(spec.columns === undefined ? {} : { columns: spec.columns }),
        ...(spec.reference === undefined ? {} : { reference: spec.reference }),
      }),
    },
  };
}

function panelOf(set: ResultSet, lang: Lang, spec: LinesSpec, at: number): DrawnPanel {
  const { title, selection, of, beside, lowest = false, unit = spec.unit } = spec.panels[at];
  const daysOf = of ??
    ((name: string) => selection === undefined ? [] : dated(set, name, selection, spec.factor));
  const lines = set.manifest.scenarios.map(({ name }) => ({ name, days: daysOf(name) }))
    .filter(({ days }) => days.length > 0);
  const ends = lines.flatMap(({ days }) =>
    days.flatMap(({ mean, low, high }) => [mean ?? 0, low ?? 0, high ?? 0])
  ).concat(beside?.days.map(({ value }) => value ?? 0) ?? []);
  const highest = lines.map(({ name, days }) =>
    `${scenarioTitle(set, name, lang)} ${extremeOf(days, lowest, unit)}`
  );
  const begins = (title === "" ? "" : `${title}: `) +
    (lowest ? (lang === "en" ? "lowest " : "最低") : "");
  return {
    traces: [
      ...(beside === undefined || lines.length === 0 ? [] : [besideTrace(beside, spec, at)]),
      ...lines.flatMap(({ name, days }) => tracesOf(set, lang, name, days, { at, spec })),
    ],
    range: rangeFromZero([Math.min(0, ...ends), Math.max(0, ...ends)], spec.reference?.value),
    highest: highest.length === 0 ? "" : `${begins}${highest.join(", ")}`,
  };
}

function descriptionOf(lang: Lang, spec: LinesSpec, drawn: readonly DrawnPanel[]): string {
  const said = lang === "en"
    ? `${spec.title}, lines over time. Highest ${spec.step === "day" ? "daily" : "weekly"} value — `
    : `${spec.title}，随时间变化的折线。${spec.step === "day" ? "每日" : "每周"}最高值——`;
  return said + drawn.map(({ highest }) => highest).filter((one) => one !== "").join("; ");
}

function extremeOf(days: readonly DatedEstimate[], lowest: boolean, unit: string): string {
  const means = days.map(({ mean }) => mean).filter((mean) => mean !== null);
  const extreme = lowest ? Math.min(...means) : Math.max(-Infinity, ...means);
  return `${Number(extreme.toPrecision(3))} ${unit}`;
}

function tracesOf(
  set: ResultSet,
  lang: Lang,
  scenario: string,
  days: readonly DatedEstimate[],
  { at, spec }: { readonly at: number; readonly spec: LinesSpec },
): Trace[] {
  const { columns, panels, unit } = spec;
  const style = styleOf(set, scenario);
  const axes = axesAt(at, columns);
  const line = {
    type: "scatter",
    mode: "lines",
    ...axes,
    name: plain(scenarioTitle(set, scenario, lang)),
    legendgroup: scenario,
    showlegend: true,
    x: days.map(({ date }) => date),
    y: days.map(({ mean }) => mean),
    line: { color: style.colour, dash: style.dash, width: 2.2 },
    hovertemplate: `%{y:.3~g} ${panels[at].unit ?? unit}`,
  };
  const band = bandTrace(days.map(({ date, low, high }) => ({ x: date, low, high })), {
    ...axes,
    legendgroup: scenario,
    showlegend: false,
    fillcolor: style.band,
  });
  return band === undefined ? [line] : [band, line];
}

function besideTrace(
  { name, days }: Required<Panel>["beside"],
  { unit, columns }: LinesSpec,
  at: number,
): Trace {
  return {
    type: "scatter",
    mode: "lines",
    ...axesAt(at, columns),
    name: plain(name),
    legendgroup: "beside",
    showlegend: true,
    x: days.map(({ date }) => date),
    y: days.map(({ value }) => value),
    line: { color: INK.faint, dash: "dot", width: 1.2 },
    hovertemplate: `%{y:.3~g} ${unit}`,
  };
}

/** A trace without points that brings the reference line into the legend, where no panel names it. */
function referenceTraces({ reference, columns = 1 }: LinesSpec): Trace[] {
  if (reference === undefined || columns === 1) return [];
  return [{
    type: "scatter",
    mode: "lines",
    ...axesAt(0),
    name: plain(reference.name),
    legendgroup: "reference",
    showlegend: true,
    x: [null],
    y: [null],
    line: { color: INK.reference, dash: "dot", width: 1 },
    hoverinfo: "skip",
  }];
}
