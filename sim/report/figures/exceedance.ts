/** How probable too many days above a level are. */
import {
  cellKey,
  type ExceedanceRow,
  NO_GROUPS,
  type ResultSet,
} from "../../experiment/results/mod.ts";
import { spreadNote } from "../method/mod.ts";
import type { Figure, Lang, Trace } from "./figure.ts";
import { capitalised, groupLabel, scenarioTitle, seriesLabel, unitLabel } from "./labels.ts";
import { rowAxesAt, type RowPanel, rowsHeight, rowsLayout } from "./_row_panels.ts";
import { axisTitle, frameOf, INK, plain, styleOf, wrapped } from "./_theme.ts";
import { errorBars, rounded } from "./_values.ts";

interface EventPanel extends RowPanel {
  readonly event: string;
  readonly rows: readonly ExceedanceRow[];
}

/**
 * An event in words: more than so many days, in all and not in a row, on which a series is above a
 * level.
 *
 * @param row Event, as in a row of exceedances.
 * @param lang Language.
 * @returns Words, without a full stop.
 *
 * @example More than a week of full intensive care
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { eventLabel } from "./mod.ts";
 * const icu = { measure: "bed_occupancy", ward: "icu", unit: "-", level: 0.95, orAt: false, days: 7 };
 * assertEquals(
 *   eventLabel(icu, "en"),
 *   "Bed occupancy, ICU beds, above 95 % on more than 7 days",
 * );
 * ```
 */
export function eventLabel(
  row:
    & Pick<ExceedanceRow, "measure" | "unit" | "level" | "orAt" | "days">
    & Partial<ExceedanceRow>,
  lang: Lang,
): string {
  const { grid = "", tier = "", facility = "", ward = "", colour = "", rule = "", line = "" } = row;
  const group = groupLabel({ grid, tier, facility, ward, colour, rule, line }, lang);
  const share = row.unit === "-";
  const level = `${Number((row.level * (share ? 100 : 1)).toPrecision(6))}`;
  const name = capitalised(seriesLabel(row.measure, lang));
  const { days } = row;
  if (lang === "zh") {
    const often = days === 0 ? "至少1天" : `超过${days}天`;
    const unit = unitLabel(row.unit, lang);
    return `${name}${group === "" ? "" : `（${group}）`}${often}${
      row.orAt ? "不低于" : "高于"
    }${level}${unit}`;
  }
  const often = days === 0 ? "at least 1 day" : `more than ${days} day${days === 1 ? "" : "s"}`;
  const above = row.orAt ? "at or above" : "above";
  return `${name}${group === "" ? "" : `, ${group},`} ${above} ${level} ${
    unitLabel(row.unit, lang)
  } on ${often}`;
}

/**
 * Probabilities of exceedance with their 95 % intervals: a panel per event, a row per scenario.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; empty when no event was asked for.
 *
 * @example Nothing asked for
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { exceedanceFigure } from "./mod.ts";
 * assertEquals(exceedanceFigure({ ...TINY_RESULT_SET, exceedances: [] }).data, []);
 * ```
 */
export function exceedanceFigure(set: ResultSet, lang: Lang = "en"): Figure {
  const panels = panelsOf(set, lang);
  const text = lang === "en" ? "Probability of too many days above a level" : "超限天数过多的概率";
  const frame = frameOf(set, lang, {
    text,
    note: noteOf(set, lang),
    height: rowsHeight(panels) + 26,
    description: descriptionOf(set, lang, text, panels),
  });
  return {
    data: panels.map((panel, at) => traceOf(set, panel, at)),
    layout: {
      ...frame,
      margin: { ...frame.margin, b: 36 },
      ...rowsLayout(panels, {
        zero: false,
        x: { range: [-2, 102], title: axisTitle(lang === "en" ? "Probability [%]" : "概率 [%]") },
      }),
    },
  };
}

function panelsOf(set: ResultSet, lang: Lang): EventPanel[] {
  const events = Map.groupBy(
    set.exceedances,
    (row) => `${cellKey(row)}\t${row.level}\t${row.orAt}\t${row.days}`,
  );
  return [...events.values()].map((rows) => {
    const event = eventLabel({ ...NO_GROUPS, ...rows[0] }, lang);
    return {
      event,
      title: `<b>${wrapped(event, 31)}</b>`,
      rows,
      names: rows.map((row) => wrapped(scenarioTitle(set, row.scenario, lang), 22)),
    };
  });
}

function traceOf(set: ResultSet, { rows, names }: EventPanel, at: number): Trace {
  const percent = (value: number): number | null => rounded(value * 100);
  const estimates = rows.map(({ probability, low, high }) => ({
    mean: percent(probability),
    low: percent(low),
    high: percent(high),
  }));
  const styles = rows.map(({ scenario }) => styleOf(set, scenario));
  return {
    type: "scatter",
    mode: "markers",
    ...rowAxesAt(at),
    y: names,
    x: estimates.map(({ mean }) => mean),
    error_x: { ...errorBars(estimates), color: INK.faint },
    marker: {
      size: 10,
      color: styles.map(({ colour }) => colour),
      symbol: styles.map(({ symbol }) => symbol),
    },
    text: rows.map(({ hits, replications }) => plain(`${hits}/${replications}`)),
    hovertemplate: "%{y}: %{x:.3~g} % (%{text})<extra></extra>",
  };
}

function noteOf(set: ResultSet, lang: Lang): string {
  const spread = spreadNote(set, lang);
  return lang === "en"
    ? `${spread}: points are shares of replications, bars 95 % intervals of the probability; days are counted in all, not in a row`
    : `${spread}：点为发生该事件的重复所占比例，误差线为概率的95%置信区间；天数为合计，不要求连续`;
}

function descriptionOf(
  set: ResultSet,
  lang: Lang,
  text: string,
  panels: readonly EventPanel[],
): string {
  const said = panels.map(({ event, rows }) => {
    const values = rows.map(({ scenario, probability }) =>
      `${scenarioTitle(set, scenario, lang)} ${Number((probability * 100).toPrecision(3))} %`
    );
    return `${event}: ${values.join(", ")}`;
  });
  return `${text}. ${said.join("; ")}`;
}
