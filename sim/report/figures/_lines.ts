/** Small multiples of daily lines: one panel above the other, one line and band per scenario. */
import type { ResultSet } from "../../experiment/mod.ts";
import type { Figure, Lang, Trace } from "./figure.ts";
import { capitalised, scenarioTitle } from "./labels.ts";
import {
  axis,
  axisTitle,
  baseLayout,
  INK,
  intervalNote,
  plain,
  styleOf,
  titleOf,
} from "./_theme.ts";
import { dated, type DatedEstimate, type Selection } from "./_values.ts";

/** One panel. */
export interface Panel {
  /** What the panel shows. */
  readonly title: string;
  /** Series shown. */
  readonly selection: Selection;
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
}

const PANEL = 200;
const GAP = 34;

/** A figure of lines. */
export function linesFigure(set: ResultSet, lang: Lang, spec: LinesSpec): Figure {
  const { panels } = spec;
  const data: Trace[] = [];
  const sentences: string[] = [];
  const ranges: Range[] = [];
  panels.forEach((panel, at) => {
    const highest: string[] = [];
    const ends = [0];
    for (const { name } of set.manifest.scenarios) {
      const days = dated(set, name, panel.selection, spec.factor);
      if (days.length === 0) continue;
      ends.push(...days.flatMap(({ mean, low, high }) => [mean ?? 0, low ?? 0, high ?? 0]));
      const named = data.some(({ legendgroup }) => legendgroup === name);
      data.push(...tracesOf(set, lang, name, days, { at, unit: spec.unit, named }));
      highest.push(`${scenarioTitle(set, name, lang)} ${highestOf(days, spec.unit)}`);
    }
    ranges.push([Math.min(...ends), Math.max(...ends)]);
    const name = panel.title === "" ? "" : `${panel.title}: `;
    if (highest.length > 0) sentences.push(`${name}${highest.join(", ")}`);
  });
  const said = lang === "en"
    ? `${spec.title}, lines over time. Highest ${spec.step === "day" ? "daily" : "weekly"} value — `
    : `${spec.title}，随时间变化的折线。${spec.step === "day" ? "每日" : "每周"}最高值——`;
  const height = 84 + 90 + panels.length * PANEL;
  const title = titleOf(set, lang, spec.title, intervalNote(set, lang, spec.step));
  return {
    data,
    layout: {
      ...baseLayout(title, height, `${said}${sentences.join("; ")}`),
      hovermode: "x unified",
      legend: { orientation: "h", x: 0, y: -54 / (panels.length * PANEL || 1), yanchor: "top" },
      ...axesOf(lang, spec, ranges),
      ...decorationsOf(spec),
    },
  };
}

function highestOf(days: readonly DatedEstimate[], unit: string): string {
  const highest = Math.max(...days.map(({ mean }) => mean ?? -Infinity));
  return `${Number(highest.toPrecision(3))} ${unit}`;
}

function tracesOf(
  set: ResultSet,
  lang: Lang,
  scenario: string,
  days: readonly DatedEstimate[],
  { at, unit, named }: { readonly at: number; readonly unit: string; readonly named: boolean },
): Trace[] {
  const style = styleOf(set, scenario);
  const axes = { xaxis: "x", yaxis: at === 0 ? "y" : `y${at + 1}` };
  const name = plain(scenarioTitle(set, scenario, lang));
  const line = {
    type: "scatter",
    mode: "lines",
    ...axes,
    name,
    legendgroup: scenario,
    showlegend: !named,
    x: days.map(({ date }) => date),
    y: days.map(({ mean }) => mean),
    line: { color: style.colour, dash: style.dash, width: 2.2 },
    hovertemplate: `%{y:.3~g} ${unit}`,
  };
  const sure = days.filter(({ low, high }) => low !== null && high !== null);
  if (sure.length === 0) return [line];
  const band = {
    type: "scatter",
    mode: "lines",
    ...axes,
    legendgroup: scenario,
    showlegend: false,
    hoverinfo: "skip",
    x: [...sure.map(({ date }) => date), ...sure.map(({ date }) => date).reverse()],
    y: [...sure.map(({ high }) => high), ...sure.map(({ low }) => low).reverse()],
    fill: "toself",
    fillcolor: style.band,
    line: { width: 0 },
  };
  return [band, line];
}

type Range = readonly [low: number, high: number];

/** Range of an axis that shows zero, all values and the reference line, with room above. */
function rangeOf([low, high]: Range, reference = 0): [number, number] {
  const top = Math.max(high, reference);
  return [low < 0 ? low * 1.05 : 0, top > 0 ? top * 1.05 : 1];
}

function domainOf(at: number, count: number): [number, number] {
  const whole = count * PANEL;
  return [
    Math.max(0, 1 - ((at + 1) * PANEL) / whole),
    1 - (at * PANEL + (at === 0 ? GAP / 2 : GAP)) / whole,
  ];
}

function axesOf(
  lang: Lang,
  { panels, axisTitle: title, reference }: LinesSpec,
  ranges: readonly Range[],
): { [key: string]: unknown } {
  const axes: { [key: string]: unknown } = {
    xaxis: axis({
      type: "date",
      anchor: panels.length === 1 ? "y" : `y${panels.length}`,
      tickformat: lang === "en" ? "%-d %b\n%Y" : "%-m月%-d日\n%Y年",
      hoverformat: lang === "en" ? "%-d %b %Y" : "%Y年%-m月%-d日",
      nticks: 7,
    }),
  };
  panels.forEach((_, at) => {
    axes[at === 0 ? "yaxis" : `yaxis${at + 1}`] = axis({
      domain: domainOf(at, panels.length),
      title: axisTitle(title),
      range: rangeOf(ranges[at], reference?.value),
      nticks: 6,
    });
  });
  return axes;
}

function decorationsOf({ panels, reference }: LinesSpec): { [key: string]: unknown } {
  const annotations = panels.map(({ title }, at) => ({
    text: `<b>${plain(capitalised(title))}</b>`,
    xref: "paper",
    yref: "paper",
    x: 0,
    xanchor: "left",
    y: domainOf(at, panels.length)[1],
    yanchor: "bottom",
    showarrow: false,
  }));
  const named = annotations.filter(({ text }) => text !== "<b></b>");
  if (reference === undefined) return { annotations: named };
  const name = {
    ...annotations[0],
    text: plain(`┄ ${reference.name}`),
    x: 1,
    xanchor: "right",
    font: { size: 11, color: INK.faint },
  };
  const shapes = panels.map((_, at) => ({
    type: "line",
    xref: "paper",
    yref: at === 0 ? "y" : `y${at + 1}`,
    x0: 0,
    x1: 1,
    y0: reference.value,
    y1: reference.value,
    line: { color: INK.reference, width: 1, dash: "dot" },
  }));
  return { annotations: panels.length === 0 ? [] : [...named, name], shapes };
}
