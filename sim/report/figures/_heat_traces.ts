/** A panel of a heat map of facilities: shares, and lines through nights without usable beds. */
import type { FacilityCourse, FacilityMidnight, ShownFacilities } from "./_facility_days.ts";
import type { Lang, Trace } from "./figure.ts";
import { heatAxesAt } from "./_heat_panels.ts";
import { NO_BEDS } from "./_share_colours.ts";
import { INK } from "./_theme.ts";

const HALF_DAY = 43_200_000;
/** Highest share that a colour stands for [%]; there may be patients and no usable bed at all. */
const MOST = 999;

/** A row: a facility, or the heading of those below it. */
export interface Row {
  /** Key on the axis, also what is said of a cell: the name, escaped. */
  readonly key: string;
  /** What stands beside the row, in Plotly's markup. */
  readonly label: string;
  /** The facility; undefined for a heading. */
  readonly course: FacilityCourse | undefined;
}

/** What a panel shows. */
export interface PanelSpec {
  /** Scenario. */
  readonly name: string;
  /** Place among the panels [-]. */
  readonly at: number;
  /** Language. */
  readonly lang: Lang;
  /** Rows from above. */
  readonly rows: readonly Row[];
  /** Facilities and dates. */
  readonly shown: ShownFacilities;
}

/** Whole percent; whatever is above 100 % stays above it. */
export function percent(share: number): number {
  return share > 100 ? Math.max(101, Math.round(share)) : Math.round(share);
}

/** Beds or patients for reading: whole ones from ten on. */
const count = (value: number): number => Number(value.toFixed(value < 9.95 ? 1 : 0));

/** Share as a colour [%]. */
function colourOf(cell: FacilityMidnight | undefined): number | null {
  if (cell === undefined) return null;
  return isNaN(cell.share) ? NO_BEDS : percent(Math.min(cell.share, MOST));
}

/** What is said of a midnight: beds, COVID and ordinary patients, share [%]. */
function saidOf(cell: FacilityMidnight | undefined): readonly unknown[] {
  if (cell === undefined) return [];
  const share = Number.isFinite(cell.share) ? percent(cell.share) : "–";
  return [count(cell.usable), count(cell.covid), count(cell.ordinary), share];
}

/** Traces of a panel. */
export function heatTraces({ name, at, lang, rows, shown: { dates } }: PanelSpec): Trace[] {
  const cells = rows.map((row) => dates.map((date) => row.course?.days.get(name)?.get(date)));
  const closed = cells.map((row) => row.map((cell) => colourOf(cell) === NO_BEDS));
  const said = lang === "en"
    ? "%{customdata[0]} usable beds, %{customdata[1]} COVID-19 and %{customdata[2]} ordinary patients"
    : "可用床位%{customdata[0]}张，新冠患者%{customdata[1]}人，普通患者%{customdata[2]}人";
  const shares = {
    type: "heatmap",
    name: "shares",
    ...heatAxesAt(at),
    x: dates,
    y: rows.map(({ key }) => key),
    z: cells.map((row) => row.map(colourOf)),
    customdata: cells.map((row) => row.map(saidOf)),
    coloraxis: "coloraxis",
    hoverongaps: false,
    hovertemplate: `%{y}<br>%{x}: %{customdata[3]} %<br>${said}<extra></extra>`,
  };
  return closed.some((row) => row.includes(true))
    ? [shares, strikesOf({ rows, dates, closed, at })]
    : [shares];
}

/** Lines through the nights without usable beds, so that they are told apart in grey too. */
function strikesOf({ rows, dates, closed, at }: {
  readonly rows: readonly Row[];
  readonly dates: readonly string[];
  readonly closed: readonly (readonly boolean[])[];
  readonly at: number;
}): Trace {
  const x: (string | null)[] = [];
  const y: (string | null)[] = [];
  rows.forEach(({ key }, r) =>
    closed[r].forEach((none, d) => {
      if (!none) return;
      if (!closed[r][d - 1]) (x.push(noonOf(dates[d], -1)), y.push(key));
      if (!closed[r][d + 1]) (x.push(noonOf(dates[d], 1), null), y.push(key, null));
    })
  );
  return {
    type: "scatter",
    mode: "lines",
    name: "strikes",
    ...heatAxesAt(at),
    x,
    y,
    line: { color: INK.faint, width: 0.8 },
    hoverinfo: "skip",
  };
}

/** The edge of a day's cell: noon before or after its midnight. */
function noonOf(date: string, side: 1 | -1): string {
  return new Date(Date.parse(date) + side * HALF_DAY).toISOString().slice(0, 16).replace("T", " ");
}
