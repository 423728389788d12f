/** Ticks of an axis of days: the date, and the day since the first symptoms. */
import type { Lang } from "./figure.ts";

const DAY = 1440;
/** Steps between ticks [d], and most ticks. */
const STEPS = [1, 2, 3, 7, 14, 28];
const TICKS = 7;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Date and clock of a time [min since 00:00 of the first day], as Plotly reads them. */
export function dateTimeOf(start: string, time: number): string {
  const at = new Date(Date.parse(`${start}T00:00:00Z`) + Math.round(time * 60_000));
  return at.toISOString().slice(0, 19).replace("T", " ");
}

/** The time that is shown, and the first symptoms; NaN without. */
export interface TickedSpan {
  /** First day of the run, ISO date. */
  readonly start: string;
  /** From [min since 00:00 of the first day]. */
  readonly from: number;
  /** To [min since 00:00 of the first day]. */
  readonly to: number;
  /** First symptoms [min since 00:00 of the first day]; NaN when there were none. */
  readonly onset: number;
}

/** Ticks at midnights that begin days; those days are counted from that of the first symptoms, day 0. */
export function timeTicks(
  { start, from, to, onset }: TickedSpan,
  lang: Lang,
): { readonly tickvals: string[]; readonly ticktext: string[] } {
  const zero = Number.isNaN(onset) ? Math.floor(from / DAY) : Math.floor(onset / DAY);
  const days = (to - from) / DAY;
  const step = STEPS.find((one) => days / one < TICKS) ?? Math.ceil(days / TICKS);
  const first = zero + step * Math.ceil((from / DAY - zero) / step);
  const at = Array.from(
    { length: Math.max(0, Math.floor((to / DAY - first) / step) + 1) },
    (_, k) => first + k * step,
  );
  return {
    tickvals: at.map((day) => dateTimeOf(start, day * DAY)),
    ticktext: at.map((day) => {
      const [, month, date] = dateTimeOf(start, day * DAY).slice(0, 10).split("-").map(Number);
      const named = lang === "en" ? `${date} ${MONTHS[month - 1]}` : `${month}月${date}日`;
      if (Number.isNaN(onset)) return named;
      const since = String(day - zero).replace("-", "−");
      return `${named}<br>${lang === "en" ? `day ${since}` : `第${since}天`}`;
    }),
  };
}
