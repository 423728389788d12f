/** Measures and series of ordinary services whose patients are counted. */
import { COUNTED_LINES, measureDefinition, seriesDefinition, TIERS } from "../domain/mod.ts";
import type { Courses } from "./courses.ts";
import type { Groups } from "./groups.ts";
import type { LineCounts } from "./line_counts.ts";
import type { Row } from "./measures.ts";
import type { SeriesPoint } from "./series.ts";
import type { ServiceDays } from "./service_days.ts";
import type { World } from "./world.ts";

const SLOT_MINUTES = 30;

const row = (measure: string, value: number, groups: Groups = {}): Row => ({
  measure,
  unit: measureDefinition(measure).unit,
  value,
  ...groups,
});

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The same figure for all lines together and for each that is asked for. */
function byLine(counts: LineCounts, measure: string, of: (line: number) => number): Row[] {
  const lines = COUNTED_LINES.map((_, line) => line).filter((line) => counts.demanded[line] > 0);
  return [
    row(measure, sum(lines.map(of))),
    ...lines.map((line) => row(measure, of(line), { line: COUNTED_LINES[line] })),
  ];
}

/**
 * Rows of ordinary services.
 *
 * @param world The replication, at its end.
 * @param counts What became of demand.
 * @returns Rows.
 */
export function serviceRows(world: World, counts: LineCounts): Row[] {
  const { lines } = world.scenario.services;
  const remote = (line: number) => counts.of("remote", line) + counts.of("delivered", line);
  const missed = (line: number) => counts.of("lost", line) + counts.of("worsened", line);
  const all = COUNTED_LINES.map((_, line) => line);
  const served = sum(all.map((line) => counts.of("served", line)));
  const away = sum(all.map(remote));
  const protectedLines = all.filter((line) => lines[COUNTED_LINES[line]].protected);
  return [
    ...byLine(counts, "visits_remote", remote),
    row("visits_remote_share", away / (served + away)),
    ...byLine(counts, "visits_put_off", (line) => counts.of("returned", line)),
    ...byLine(counts, "visits_lost", (line) => counts.of("lost", line)),
    ...byLine(counts, "visits_worsened", (line) => counts.of("worsened", line)),
    row("visits_backlog_peak", Math.max(0, ...counts.backlogByDay)),
    row("visits_backlog_end", sum([...counts.backlog])),
    row("protected_visits_missed", sum(protectedLines.map(missed))),
    ...TIERS.map((tier, t) =>
      row("slot_wait_mean", counts.waitedSlots[t] * SLOT_MINUTES / counts.seen[t], {
        tier: `${tier}`,
      })
    ),
    ...TIERS.map((tier, t) => row("crowding_peak", counts.crowding[t], { tier: `${tier}` })),
  ];
}

/**
 * Rows of treatment in sessions.
 *
 * @param courses The courses, at the end of the run.
 * @returns Rows by line.
 */
export function courseRows({ counts }: Courses): Row[] {
  return [...counts].flatMap(([line, { due, onTime, late, missed, elsewhere }]) => [
    row("sessions_due", due, { line }),
    row("sessions_on_time", onTime / due, { line }),
    row("sessions_late", late, { line }),
    row("sessions_missed", missed, { line }),
    row("sessions_elsewhere", elsewhere, { line }),
  ]);
}

/**
 * Series of ordinary services.
 *
 * @param services The services, at the end of the run.
 * @returns Visits waiting to come back, visits served remotely, physicians by tier.
 */
export function serviceSeries({ counts }: ServiceDays): SeriesPoint[] {
  const point = (measure: string, values: Float64Array, groups: Groups = {}): SeriesPoint => ({
    measure,
    unit: seriesDefinition(measure).unit,
    values,
    ...groups,
  });
  return [
    point("visits_backlog", counts.backlogByDay),
    point("visits_remote", counts.remoteByDay),
    ...TIERS.map((tier, t) =>
      point("clinic_physicians", counts.physicians.filter((_, i) => i % TIERS.length === t), {
        tier: `${tier}`,
      })
    ),
  ];
}
