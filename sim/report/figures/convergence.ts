/** How many replications were needed: means settle as replications are added. */
import type { PrecisionRow, ResultSet } from "../../experiment/results/mod.ts";
import { type PrecisionCourse, precisionCourses, spreadNote } from "../method/mod.ts";
import type { Figure, Lang, Trace } from "./figure.ts";
import { capitalised, groupLabel, measureLabel, scenarioTitle, unitLabel } from "./labels.ts";
import {
  axesAt,
  bandTrace,
  heightOf,
  horizontal,
  panelsLayout,
  type Range,
  vertical,
} from "./_panels.ts";
import { axisTitle, frameOf, INK, styleOf } from "./_theme.ts";
import { rounded } from "./_values.ts";

/** Most points of a line; beyond, replications are thinned evenly on a scale of proportions. */
const POINTS = 120;

/** Most panels; of more courses those are drawn that end nearest to their target. */
const COURSES = 12;

interface Course extends PrecisionCourse {
  readonly title: string;
  readonly unit: string;
  readonly factor: number;
}

/**
 * Cumulative mean, or mean paired difference, with its interval against the number of replications,
 * a panel per target of precision and scenario; dotted lines are the target around the last mean, a
 * dashed line the number from which the target holds to the end. Of more than twelve, the twelve that end
 * nearest to their target.
 *
 * Source: Hoad, Robinson and Davies (2010), "Automated selection of the number of replications for
 * a discrete-event simulation", Journal of the Operational Research Society 61(11), 1632–1644.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; empty when the number of replications was fixed.
 *
 * @example A fixed number of replications
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { convergenceFigure } from "./mod.ts";
 * assertEquals(convergenceFigure({ ...TINY_RESULT_SET, precision: [] }).data, []);
 * ```
 */
export function convergenceFigure(set: ResultSet, lang: Lang = "en"): Figure {
  const courses = coursesOf(set, lang);
  const text = lang === "en" ? "How means settle with replications" : "均值随重复次数的收敛";
  const layout = panelsLayout({
    titles: courses.map(({ title }) => title),
    axisTitles: courses.map(({ unit }) => `[${unit}]`),
    ranges: courses.map(rangeOf),
    x: {
      title: axisTitle(lang === "en" ? "Replications" : "重复次数"),
      rangemode: "tozero",
      tickformat: ",d",
    },
  });
  return {
    data: courses.flatMap((course, at) => tracesOf(set, lang, course, at)),
    layout: {
      ...frameOf(set, lang, {
        text,
        note: noteOf(set, lang),
        height: heightOf(courses.length),
        description: descriptionOf(lang, text, courses),
      }),
      hovermode: "x unified",
      ...layout,
      shapes: courses.flatMap(shapesOf),
    },
  };
}

/** How much of what the target allows is used at the end [-]. */
function strain({ last }: PrecisionCourse): number {
  return Number.isFinite(last.halfWidth) ? last.halfWidth / last.target : Infinity;
}

function coursesOf(set: ResultSet, lang: Lang): Course[] {
  const all = precisionCourses(set);
  const hardest = all.toSorted((a, b) => strain(b) - strain(a)).slice(0, COURSES);
  return all.filter((course) => hardest.includes(course)).map((course) => {
    const { last: { measure, unit, of, kind, target, scenario, ...row } } = course;
    const share = unit === "-";
    const { grid, tier, facility, ward, colour, rule, line } = row;
    const group = groupLabel({ grid, tier, facility, ward, colour, rule, line }, lang);
    const what = capitalised(measureLabel(measure, lang)) + (group === "" ? "" : `, ${group}`);
    const difference = of === "mean" ? "" : lang === "en" ? ", paired difference" : "，配对差值";
    const points = lang === "en" ? "points" : "百分点";
    const shown = share && of === "difference" ? points : unitLabel(unit, lang);
    const allowed = kind === "relative"
      ? `± ${Number((target * 100).toPrecision(3))} %`
      : `± ${Number((target * (share ? 100 : 1)).toPrecision(3))} ${shown}`;
    return {
      ...course,
      title: lang === "en"
        ? `${what}${difference}: ${scenarioTitle(set, scenario, lang)} (${allowed})`
        : `${what}${difference}：${scenarioTitle(set, scenario, lang)}（${allowed}）`,
      unit: shown,
      factor: share ? 100 : 1,
    };
  });
}

/** Largest half-width around the last mean that the target allows [unit]. */
function allowedOf({ last: { kind, target, mean } }: Course): number {
  return kind === "relative" ? Math.abs(mean) * target : target;
}

/** The mean and twice the target; the first, widest intervals are cut off. */
function rangeOf(course: Course): Range {
  const { rows, factor, last } = course;
  const { mean } = last;
  const later = rows.slice(Math.floor(rows.length / 10));
  const far = later.flatMap((row) => [Math.abs(row.mean - mean)]).filter(Number.isFinite);
  const half = 1.15 *
    Math.max(1.8 * allowedOf(course), ...far, Math.abs(last.high - mean) || 0, Number.MIN_VALUE);
  return [(mean - half) * factor, (mean + half) * factor];
}

/** Rows that are drawn: all, or evenly on a scale of proportions, the last one always. */
function thinned(rows: readonly PrecisionRow[]): PrecisionRow[] {
  if (rows.length <= POINTS) return [...rows];
  const places = Array.from(
    { length: POINTS },
    (_, k) => Math.round(rows.length ** (k / (POINTS - 1))) - 1,
  );
  return [...new Set(places)].map((place) => rows[place]);
}

function tracesOf(set: ResultSet, lang: Lang, course: Course, at: number): Trace[] {
  const { factor, unit } = course;
  const rows = thinned(course.rows);
  const style = styleOf(set, rows[0].scenario);
  const common = { ...axesAt(at), showlegend: at === 0 };
  const band = bandTrace(
    rows.map((row) => ({
      x: row.replications,
      low: rounded(row.low * factor),
      high: rounded(row.high * factor),
    })),
    {
      ...common,
      name: lang === "en" ? "interval of the mean" : "均值的置信区间",
      fillcolor: style.band,
    },
  );
  const line = {
    type: "scatter",
    mode: "lines",
    ...common,
    name: lang === "en" ? "cumulative mean" : "累计均值",
    x: rows.map(({ replications }) => replications),
    y: rows.map(({ mean }) => rounded(mean * factor)),
    line: { color: style.colour, width: 2.2 },
    hovertemplate: `%{y:.4~g} ${unit}`,
  };
  return band === undefined ? [line] : [band, line];
}

function shapesOf(course: Course, at: number): unknown[] {
  const { factor, enough, last: { mean } } = course;
  const allowed = allowedOf(course);
  const targets = [mean - allowed, mean + allowed].filter(Number.isFinite).map((value) => ({
    ...horizontal(at, value * factor),
    line: { color: INK.reference, width: 1, dash: "dot" },
  }));
  if (enough === null) return targets;
  const recommended = {
    ...vertical(at, enough),
    line: { color: INK.reference, width: 1.4, dash: "dash" },
  };
  return [...targets, recommended];
}

function noteOf(set: ResultSet, lang: Lang): string {
  const level = Number(((set.manifest.precision?.confidence ?? 0.95) * 100).toPrecision(4));
  const spread = spreadNote(set, lang);
  return lang === "en"
    ? `${spread}: bands are ${level} % intervals of the mean; dotted lines the target; the dashed line the number from which it holds to the end (Hoad, Robinson and Davies 2010)`
    : `${spread}：色带为均值的${level}%置信区间；点线为精度目标；虚线为此后一直达标的重复次数（Hoad、Robinson与Davies，2010）`;
}

function descriptionOf(lang: Lang, text: string, courses: readonly Course[]): string {
  const said = courses.map(({ title, enough }) =>
    enough === null
      ? `${title}: ${lang === "en" ? "target not reached" : "未达标"}`
      : `${title}: ${
        lang === "en" ? `reached from ${enough} replications on` : `自${enough}次重复起达标`
      }`
  );
  return `${text}. ${said.join("; ")}`;
}
