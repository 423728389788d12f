/** Daily series of a replication from what was counted; definitions and units are in the catalogue. */
import { seriesDefinition, WARD_TYPES } from "../domain/mod.ts";
import { survivalOf } from "../engine/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { recoveriesOfCrowd } from "./crowd.ts";
import { bedsOf, ofType, ratio } from "./daily_beds.ts";
import { HORIZON, HOURS } from "./delays.ts";
import type { Groups } from "./groups.ts";
import { staffSeries } from "./staff_measures.ts";
import type { World } from "./world.ts";

/** One daily series. */
export interface SeriesPoint extends Groups {
  /** Series. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** One value a day [unit]. */
  readonly values: Float64Array;
}

/** Requests that a day needs for a mean delay [1]. */
const FEWEST = 20;

/** Restricted mean delay by day of request [h]. */
function delayByDay({ collect: { delays }, executive }: World): Float64Array {
  const days = executive.end / MINUTES_PER_DAY;
  const day = Uint16Array.from(
    { length: delays.count },
    (_, i) => Math.min(days - 1, Math.floor(delays.requestedAt[i] / MINUTES_PER_DAY)),
  );
  return Float64Array.from(
    delays.by(day, days),
    (sample) =>
      sample.durations.length >= FEWEST ? survivalOf(sample).restrictedMean(HORIZON) * HOURS : NaN,
  );
}

/** A series by its name, with its unit from the catalogue. */
const point = (measure: string, values: Float64Array, groups: Groups = {}): SeriesPoint => ({
  measure,
  unit: seriesDefinition(measure).unit,
  values,
  ...groups,
});

/**
 * Ordinary patients in beds by ward type from the first day of the warm-up on: what says whether
 * ordinary care has settled when the window begins.
 *
 * @param world The replication, at its end.
 * @returns Series `census` of line `ordinary`; the first value is that of day −warmUpDays.
 */
export function startOf(world: World): SeriesPoint[] {
  const { wards } = world;
  const { ordinary } = bedsOf(world);
  return WARD_TYPES.map((ward, type) => {
    const before = wards.warmUpOrdinary[type].finish(0);
    const values = Float64Array.from([...before, ...ofType(ordinary, type)]);
    return point("census", values, { ward, line: "ordinary" });
  });
}

/**
 * Daily series of a replication.
 *
 * @param world The replication, at its end.
 * @returns Series, one value a day of the window and the days run on.
 */
export function seriesOf(world: World): SeriesPoint[] {
  const { collect, executive } = world;
  const beds = bedsOf(world);
  const wards = WARD_TYPES.flatMap((ward, type) => {
    const covid = ofType(beds.covid, type);
    const ordinary = ofType(beds.ordinary, type);
    const usable = ofType(beds.usable, type);
    return [
      point("census", covid, { ward, line: "covid" }),
      point("census", ordinary, { ward, line: "ordinary" }),
      point("usable_beds", usable, { ward }),
      point("bed_occupancy", usable.map((u, d) => ratio(covid[d] + ordinary[d], u)), { ward }),
    ];
  });
  const crowd = recoveriesOfCrowd(collect.crowd.values, world.laws);
  const busy = collect.vehiclesBusy.finish(executive.end);
  const onDuty = collect.vehiclesOnDuty.finish(executive.end);
  return [
    point("infected", collect.infections.values),
    point("deaths", collect.deathsByDay.values),
    point("recovered", collect.recoveries.values.map((n, day) => n + crowd[day])),
    ...wards,
    point("waiting", collect.waiting.finish(executive.end)),
    point("boarding", collect.boarding.finish(executive.end)),
    point("clinic_visits", collect.clinicVisits.values),
    point("transfer_delay_mean", delayByDay(world)),
    point("vehicles_busy", busy.map((n, day) => ratio(n, onDuty[day]))),
    ...staffSeries(world),
  ];
}
