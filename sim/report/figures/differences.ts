/** Which change helps: paired differences from the baseline. */
import type { ComparisonRow, ResultSet } from "../../experiment/results/mod.ts";
import { infectionsOf } from "../method/mod.ts";
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
import { rowAxesAt, type RowPanel, rowsHeight, rowsLayout } from "./_row_panels.ts";
import { frameOf, INK, intervalNote, plain, styleOf, wrapped } from "./_theme.ts";
import { differenceOf, errorBars, selected } from "./_values.ts";

interface DifferencePanel extends RowPanel {
  readonly name: string;
  readonly unit: string;
  readonly factor: number;
  readonly rows: readonly ComparisonRow[];
}

/**
 * Paired differences from the baseline: a panel per measure, each in its own unit, a row per
 * scenario. Bars are 95 % intervals of the mean difference with fixed parameters, and hold 90 % of
 * draws with drawn ones.
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
  const same = infectionsOf(set) === "same";
  const note = lang === "en"
    ? `${same ? "same infections in every scenario" : "paired replication by replication"}; ${
      intervalNote(set, lang, "paired difference")
    }`
    : `${same ? "各方案感染相同" : "逐次重复配对"}；${
      intervalNote(set, lang, "paired difference")
    }`;
  const frame = frameOf(set, lang, {
    text,
    note,
    height: rowsHeight(panels),
    description: descriptionOf(set, lang, text, panels),
  });
  return {
    data: panels.map((panel, at) => traceOf(set, panel, at)),
    layout: {
      ...frame,
      margin: { ...frame.margin, b: 10 },
      ...rowsLayout(panels, { zero: true, x: {} }),
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
  };
}

function traceOf(set: ResultSet, panel: DifferencePanel, at: number): Trace {
  const estimates = panel.rows.map((row) => differenceOf(set, row, panel.factor));
  const styles = panel.rows.map((row) => styleOf(set, row.scenario));
  return {
    type: "scatter",
    mode: "markers",
    ...rowAxesAt(at),
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
