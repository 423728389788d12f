/** Rows of measures of receptions, each only where its part is modelled. */
import { COLOURS, CRITICAL, measureDefinition, MODERATE, SEVERITIES } from "../domain/mod.ts";
import { survivalOf } from "../engine/mod.ts";
import { HORIZON, HOURS } from "./delays.ts";
import type { Groups } from "./groups.ts";
import { BAY } from "./patients.ts";
import type { Spans } from "./spans.ts";
import type { World } from "./world.ts";

/** Time within which a result should be back: 10 hours (BJ-3.13) [min]. */
const TARGET = 600;

/** One value of one measure of receptions. */
export interface ReceptionRow extends Groups {
  /** Measure. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Value [unit]. */
  readonly value: number;
}

const row = (measure: string, value: number, groups: Groups = {}): ReceptionRow => ({
  measure,
  unit: measureDefinition(measure).unit,
  value,
  ...groups,
});

const all = () => true;

function meanOf(spans: Spans, among: (group: number) => boolean = all): number {
  const rows = spans.of(among);
  return rows.durations.length > 0 ? survivalOf(rows).restrictedMean(HORIZON) * HOURS : NaN;
}

function doorRows({ reception: { doorToBed } }: World): ReceptionRow[] {
  const rowsOf = (among: (group: number) => boolean, groups: Groups): ReceptionRow[] => {
    const rows = doorToBed.of(among);
    if (rows.durations.length === 0) return [];
    const survival = survivalOf(rows);
    return [
      row("door_to_bed_mean", survival.restrictedMean(HORIZON) * HOURS, groups),
      row("door_to_bed_median", survival.quantile(0.5) * HOURS, groups),
      row("door_to_bed_p90", survival.quantile(0.9) * HOURS, groups),
    ];
  };
  const severities = [];
  for (let s = MODERATE; s <= CRITICAL; s++) severities.push(s);
  return [
    ...rowsOf(all, {}),
    ...COLOURS.flatMap((colour, c) => rowsOf((group) => group % 3 === c, { colour })),
    ...severities.flatMap((s) =>
      rowsOf((group) => Math.floor(group / 3) === s, { line: SEVERITIES[s] })
    ),
  ];
}

function placeRows(world: World): ReceptionRow[] {
  const { reception: { inPlace, places, stays }, executive, scenario: { window } } = world;
  const daily = inPlace.map((level) => level.finish(executive.end));
  const mean = (kind: number) => {
    let sum = 0;
    for (let day = 0; day < window.days; day++) sum += daily[kind][day];
    return places[kind] > 0 ? sum / window.days / places[kind] : NaN;
  };
  return [
    row("emergency_place_occupancy", mean(BAY.RESUSCITATION), { line: "resuscitation" }),
    row("emergency_place_occupancy", mean(BAY.OBSERVATION), { line: "observation" }),
    row("emergency_place_occupancy", mean(BAY.ISOLATION), { line: "isolation" }),
    row("corridor_hours", daily[BAY.CORRIDOR].reduce((a, b) => a + b, 0) * 24),
    row("corridor_stays", stays[BAY.CORRIDOR]),
  ];
}

function emergencyRows(world: World): ReceptionRow[] {
  const { reception } = world;
  const { suspicion, urgentWaits } = reception;
  const suspected = suspicion.count;
  return [
    ...doorRows(world),
    ...placeRows(world),
    row("emergency_directed_elsewhere", reception.directed),
    row("suspicion_to_transfer_mean", meanOf(suspicion)),
    row(
      "suspected_in_single_room",
      suspected > 0 ? reception.stays[BAY.ISOLATION] / suspected : NaN,
    ),
    row("ordinary_urgent_wait_mean", meanOf(urgentWaits)),
    row("ordinary_urgent_wait_mean", meanOf(urgentWaits, (green) => green === 1), {
      line: "green_channel",
    }),
    row("ordinary_urgent_wait_mean", meanOf(urgentWaits, (green) => green === 0), {
      line: "other_urgent",
    }),
  ];
}

/**
 * Rows of receptions.
 *
 * @param world The replication, at its end.
 * @returns Rows in the order of the catalogue; none for what is not modelled.
 */
export function receptionRows(world: World): ReceptionRow[] {
  const { reception, scenario: { clinics, laboratory, imaging, emergency, referral } } = world;
  const { triageWaits, results, scanWaits } = reception;
  const rows: ReceptionRow[] = [];
  if (clinics.triage.nurses > 0) {
    rows.push(
      row("triage_wait_mean", triageWaits.count > 0 ? triageWaits.mean : NaN),
      row("triage_resolved", reception.resolved),
    );
  }
  if (laboratory.modelled) {
    const survival = survivalOf(results.of(all));
    rows.push(
      row("pcr_samples", results.count),
      row("rapid_tests", reception.rapidTests),
      row("pcr_turnaround_mean", meanOf(results)),
      row("pcr_within_10h", survival.incidence(TARGET)),
    );
  }
  if (imaging.modelled) {
    rows.push(
      row("ct_scans", scanWaits.count),
      row("ct_wait_mean", scanWaits.count > 0 ? scanWaits.mean : NaN),
    );
  }
  if (referral.suspected.from !== "never") {
    rows.push(row("referred_before_result", reception.beforeResult));
  }
  return emergency.modelled ? [...rows, ...emergencyRows(world)] : rows;
}
