/** Which change helps: paired differences from the baseline. */
import type { ComparisonRow, ResultSet } from "../../experiment/mod.ts";
import type { Figure, Lang, Trace } from "./figure.ts";
import { type Headline, HEADLINES } from "./headlines.ts";
import {
  capitalised,
  definitionOf,
  groupLabel,
  measureLabel,
  scenarioTitle,
  unitLabel,
} from "./labels.ts";
import { axis, baseLayout, INK, intervalNote, plain, styleOf, titleOf, wrapped } from "./_theme.ts";
import { errorBars, type Estimate, rounded, selected } from "./_values.ts";

/** Height of the title of a panel with its axis, and of a line of a row's name [px]. */
const PANEL = 82;
/** Room for the two lines of a panel's title [px]. */
const TITLE = 46;
const LINE = 15;

interface DifferencePanel {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly factor: number;
  readonly rows: readonly ComparisonRow[];
  readonly names: readonly string[];
  /** Height of a row [px]. */
  readonly row: number;
}

/**
 * Paired differences from the baseline with their 95 % intervals: a panel per measure, each in its
 * own unit, a row per scenario.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @param headlines Measures shown; by default those of {@link HEADLINES} marked for it.
 * @returns Figure; measures without rows have no panel.
 *
 * @example Two measures, one of them in the results
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { differencesFigure } from "./mod.ts";
 * assertEquals(differencesFigure(TINY_RESULT_SET).data.length, 1);
 * ```
 */
export function differencesFigure(
  set: ResultSet,
  lang: Lang = "en",
  headlines: readonly Headline[] = HEADLINES.filter(({ inFigure }) => inFigure),
): Figure {
  const panels = headlines.map((headline) => panelOf(set, lang, headline))
    .filter(({ rows }) => rows.length > 0);
  const base = scenarioTitle(set, set.manifest.baseline, lang);
  const text = lang === "en" ? `Difference from “${base}”` : `与“${base}”之差`;
  const note = lang === "en"
    ? `same people in every scenario; ${intervalNote(set, lang, "paired difference")}`
    : `各方案人群相同；${intervalNote(set, lang, "paired difference")}`;
  const body = panels.reduce((sum, { rows, row }) => sum + PANEL + rows.length * row, 0);
  const height = 84 + 10 + Math.max(body, PANEL);
  return {
    data: panels.map((panel, at) => traceOf(set, panel, at)),
    layout: {
      ...baseLayout(titleOf(set, lang, text, note), height, descriptionOf(set, lang, text, panels)),
      showlegend: false,
      margin: { l: 64, r: 18, t: 84, b: 10 },
      ...panelLayout(panels, body),
    },
  };
}

function panelOf(set: ResultSet, lang: Lang, { measure, groups }: Headline): DifferencePanel {
  const rows = selected(set.comparison, { measure, ...groups })
    .filter((row) => row.scenario !== row.baseline && Number.isFinite(row.difference));
  const names = rows.map((row) => wrapped(scenarioTitle(set, row.scenario, lang), 22));
  const share = rows[0]?.unit === "-";
  const group = groupLabel(groups, lang);
  const unit = share
    ? (lang === "en" ? "percentage points" : "百分点")
    : unitLabel(rows[0]?.unit ?? "", lang);
  const better = { more: ["more is better", "多者为佳"], less: ["less is better", "少者为佳"] };
  const kind = definitionOf(measure)?.better;
  const hint = kind === "more" || kind === "less"
    ? ` · <i>${better[kind][lang === "en" ? 0 : 1]}</i>`
    : "";
  const name = capitalised(measureLabel(measure, lang) + (group === "" ? "" : `, ${group}`));
  return {
    name,
    title: `<b>${plain(name)}</b><br>[${plain(unit)}]${hint}`,
    unit,
    factor: share ? 100 : 1,
    rows,
    names,
    row: 12 + LINE * Math.max(1, ...names.map((one) => one.split("<br>").length)),
  };
}

function traceOf(set: ResultSet, panel: DifferencePanel, at: number): Trace {
  const suffix = at === 0 ? "" : String(at + 1);
  const estimates: Estimate[] = panel.rows.map((row) => ({
    mean: rounded(row.difference * panel.factor),
    low: rounded(row.differenceLow * panel.factor),
    high: rounded(row.differenceHigh * panel.factor),
  }));
  const styles = panel.rows.map((row) => styleOf(set, row.scenario));
  return {
    type: "scatter",
    mode: "markers",
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
    y: panel.names,
    x: estimates.map(({ mean }) => mean),
    error_x: { ...errorBars(estimates), color: INK.faint },
    marker: {
      size: 10,
      color: styles.map(({ colour }) => colour),
      symbol: styles.map(({ symbol }) => symbol),
    },
    hovertemplate: `%{y}: %{x:+.3~g} ${plain(panel.unit)}<extra></extra>`,
  };
}

function panelLayout(
  panels: readonly DifferencePanel[],
  body: number,
): { [key: string]: unknown } {
  const layout: { [key: string]: unknown } = {};
  const annotations: unknown[] = [];
  const shapes: unknown[] = [];
  let top = 1;
  panels.forEach(({ title, rows, row }, at) => {
    const suffix = at === 0 ? "" : String(at + 1);
    const high = top - TITLE / body;
    const low = Math.max(0, high - (rows.length * row) / body);
    layout[`xaxis${suffix}`] = axis({ anchor: `y${suffix}`, nticks: 6, tickfont: { size: 11 } });
    layout[`yaxis${suffix}`] = axis({
      domain: [low, high],
      anchor: `x${suffix}`,
      type: "category",
      range: [rows.length - 0.5, -0.5],
      ticks: "",
      showgrid: false,
      tickfont: { size: 12 },
    });
    annotations.push({
      text: title,
      xref: "paper",
      yref: "paper",
      x: 0,
      xanchor: "left",
      align: "left",
      y: high,
      yanchor: "bottom",
      showarrow: false,
    });
    shapes.push({
      type: "line",
      xref: `x${suffix}`,
      yref: `y${suffix} domain`,
      x0: 0,
      x1: 0,
      y0: 0,
      y1: 1,
      layer: "below",
      line: { color: INK.reference, width: 1.2 },
    });
    top = low - (PANEL - TITLE) / body;
  });
  return { ...layout, annotations, shapes };
}

function descriptionOf(
  set: ResultSet,
  lang: Lang,
  text: string,
  panels: readonly DifferencePanel[],
): string {
  const said = panels.map(({ name, unit, rows, factor }) => {
    const values = rows.map((row) =>
      `${scenarioTitle(set, row.scenario, lang)} ${
        Number((row.difference * factor).toPrecision(3))
      } ${unit}`
    );
    return `${name}: ${values.join(", ")}`;
  });
  return `${text}. ${said.join("; ")}`;
}
