/** Whether treatment in sessions is held on time. */
import { COURSE_LINES } from "../../domain/terms/mod.ts";
import type { ResultSet } from "../../experiment/results/mod.ts";
import type { Figure, Lang, Trace } from "./figure.ts";
import { capitalised, groupLabel, measureLabel, scenarioTitle } from "./labels.ts";
import { rowAxesAt, type RowPanel, rowsHeight, rowsLayout } from "./_row_panels.ts";
import { frameOf, INK, intervalNote, plain, styleOf, wrapped } from "./_theme.ts";
import { errorBars, type Estimate, measured } from "./_values.ts";

const MEASURE = "sessions_on_time";

/** A line of courses with its values, one a scenario. */
interface Course {
  readonly title: string;
  readonly estimates: readonly Estimate[];
}

/**
 * Share of sessions of dialysis, chemotherapy and radiotherapy that are held on the day due: a panel
 * per line, a point per scenario with its spread.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; lines without rows have no panel.
 *
 * @example No rows, no points
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { courseSessionsFigure } from "./mod.ts";
 * assertEquals(courseSessionsFigure(TINY_RESULT_SET).data, []);
 * ```
 */
export function courseSessionsFigure(set: ResultSet, lang: Lang = "en"): Figure {
  const names = set.manifest.scenarios.map(({ name }) => name);
  const courses: Course[] = COURSE_LINES.map((line) => ({
    title: capitalised(groupLabel({ line }, lang)),
    estimates: names.map((name) => measured(set, name, { measure: MEASURE, line }, 100)),
  })).filter(({ estimates }) => estimates.some(({ mean }) => mean !== null));
  const rows = names.map((name) => wrapped(scenarioTitle(set, name, lang), 22));
  const panels = courses.map(({ title }): RowPanel => ({
    title: `<b>${plain(title)}</b> [%]`,
    names: rows,
  }));
  const text = measureLabel(MEASURE, lang);
  return {
    data: courses.flatMap(({ estimates }, at) => tracesOf(set, { rows, names, at }, estimates)),
    layout: {
      ...frameOf(set, lang, {
        text,
        note: intervalNote(set, lang, "mean"),
        height: rowsHeight(panels),
        description: descriptionOf(set, lang, text, courses),
      }),
      ...rowsLayout(panels, { zero: false, x: { rangemode: "normal" } }),
    },
  };
}

function tracesOf(
  set: ResultSet,
  { rows, names, at }: {
    readonly rows: readonly string[];
    readonly names: readonly string[];
    readonly at: number;
  },
  estimates: readonly Estimate[],
): Trace[] {
  const styles = names.map((name) => styleOf(set, name));
  return [{
    type: "scatter",
    mode: "markers",
    ...rowAxesAt(at),
    y: rows,
    x: estimates.map(({ mean }) => mean),
    error_x: { ...errorBars(estimates), color: INK.text },
    marker: {
      color: styles.map(({ colour }) => colour),
      symbol: styles.map(({ symbol }) => symbol),
      size: 10,
    },
    hovertemplate: "%{x:.4~g} %<extra></extra>",
  }];
}

function descriptionOf(
  set: ResultSet,
  lang: Lang,
  text: string,
  courses: readonly Course[],
): string {
  const said = courses.map(({ title, estimates }) => {
    const values = estimates.map(({ mean }, at) =>
      `${set.manifest.scenarios[at].title[lang]} ${
        mean === null ? "–" : `${Number(mean.toPrecision(3))} %`
      }`
    );
    return `${title}: ${values.join(", ")}`;
  });
  return lang === "en"
    ? `${text}, points by line of treatment and scenario. ${said.join("; ")}`
    : `${text}，按治疗种类与方案的点图。${said.join("；")}`;
}
