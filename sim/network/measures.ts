/**
 * Rows of measures from what was counted; definitions and units are in the catalogue.
 *
 * Means over time are over the window; peaks, delays and outcomes over the whole run. A value that
 * was not reached or has no cases is NaN.
 */
import { COLOURS, measureDefinition, WARD_TYPES } from "../domain/mod.ts";
import { survivalOf } from "../engine/mod.ts";
import type { Survival } from "../engine/mod.ts";
import { primaryRows } from "./access_measures.ts";
import { PARTS } from "./collect.ts";
import { bedsOf, ofType, ratio, sum } from "./daily_beds.ts";
import type { Beds } from "./daily_beds.ts";
import { HORIZON, HOURS, RULE_CODES } from "./delays.ts";
import type { Groups } from "./groups.ts";
import { hospitalRows } from "./hospital_measures.ts";
import { hospitalPlanRows } from "./hospital_plan_measures.ts";
import type { Collect } from "./collect.ts";
import { recoveriesOfCrowd } from "./crowd.ts";
import { opennessRows, refusalRows } from "./openness_measures.ts";
import { receptionRows } from "./reception_measures.ts";
import { staffRows } from "./staff_measures.ts";
import type { World } from "./world.ts";

/** One value of one measure. */
export interface Row extends Groups {
  /** Measure. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Value [unit]. */
  readonly value: number;
}

/** Places at death, by care level. */
const PLACES = ["right_bed", "bed_below_need", "facility_without_bed", "home"] as const;

const row = (measure: string, value: number, groups: Groups = {}): Row => ({
  measure,
  unit: measureDefinition(measure).unit,
  value,
  ...groups,
});

function occupancyRows(world: World, beds: Beds): Row[] {
  const { days } = world.scenario.window;
  return WARD_TYPES.flatMap((ward, type) => {
    const covid = ofType(beds.covid, type);
    const ordinary = ofType(beds.ordinary, type);
    const usable = ofType(beds.usable, type);
    const daily = usable.map((u, day) => ratio(covid[day] + ordinary[day], u));
    const over = (limit: number) => sum(daily.map((x) => x >= limit ? 1 : 0));
    const mean = ratio(sum(covid, days) + sum(ordinary, days), sum(usable, days));
    return [
      row("bed_occupancy_mean", mean, { ward }),
      ...[0, 1, 2].flatMap((tier) => {
        const c = type * 3 + tier;
        const used = sum(beds.covid[c], days) + sum(beds.ordinary[c], days);
        const open = sum(beds.usable[c], days);
        return open > 0
          ? [row("bed_occupancy_mean", used / open, { ward, tier: `${tier + 1}` })]
          : [];
      }),
      row("bed_occupancy_peak", Math.max(...daily.map((x) => Number.isNaN(x) ? 0 : x)), { ward }),
      row("days_at_or_above_85", over(0.85), { ward }),
      row("days_at_or_above_100", over(1), { ward }),
      row("covid_census_peak", Math.max(...covid), { ward }),
    ];
  });
}

function waitingRows(world: World): Row[] {
  const { collect, executive, layout: { grids } } = world;
  const peaks = collect.waitingByGrid.map((level) => Math.max(...level.finish(executive.end)));
  const boarded = sum(collect.boarding.finish(executive.end)) * 24;
  return [
    row("waiting_peak", Math.max(...collect.waiting.finish(executive.end))),
    ...grids.ids.map((grid, g) =>
      row("waiting_peak_per_1000", peaks[g] / grids.population[g] * 1000, { grid })
    ),
    row("boarding_hours", boarded),
    row("bed_requests", collect.requests),
    ...refusalRows(world),
    row("down_referrals", collect.downReferrals),
  ];
}

function outcomeRows(world: World, infected: number): Row[] {
  const { collect, scenario: { window } } = world;
  const followed = Math.min(window.days, window.days + window.runOnDays - 28);
  const crowd = sum(collect.crowd.values, Math.max(0, followed));
  const cohort = sum(collect.infections.values, Math.max(0, followed));
  const deaths = collect.died.length;
  return [
    row("infected", infected),
    ...COLOURS.map((colour, i) => row("infected", collect.infectedByColour[i], { colour })),
    row("deaths", deaths),
    ...COLOURS.map((colour, i) => row("deaths", collect.deathsByColour[i], { colour })),
    ...PLACES.map((ward, i) => row("deaths", collect.deathsByCare[i], { ward })),
    row("deaths_expected_in_right_care", collect.expectedDeaths),
    row("deaths_excess", deaths - collect.expectedDeaths),
    row("recovered_by_day_28", ratio(crowd + collect.recoveredBy28, cohort)),
    row(
      "recovered_by_day_28_of_bed_needing",
      ratio(collect.bedNeedingRecoveredBy28, collect.neededFollowed),
    ),
    row("unresolved", unresolved(world)),
    ...(world.scenario.start === undefined
      ? []
      : [row("present_at_start", collect.present - collect.arrived)]),
    row("needed_bed", collect.needed),
    row("never_in_bed", collect.withoutBed),
    row("treated_where_rule_says", ratio(collect.byRule, collect.admissions)),
  ];
}

/** People whose course is not over at the end [persons]. */
function unresolved({ collect, laws }: World): number {
  const recovered = sum(collect.recoveries.values) +
    sum(recoveriesOfCrowd(collect.crowd.values, laws));
  const open = sum(collect.infectedByColour) + collect.present - recovered - collect.died.length;
  return Math.max(0, Math.round(open * 1e3) / 1e3);
}

function delayRows(world: World): Row[] {
  const { collect, rules } = world;
  const { delays } = collect;
  const rowsOf = (survival: Survival, groups: Groups): Row[] => {
    if (survival.n === 0) return [];
    return [
      row("transfer_delay_mean", survival.restrictedMean(HORIZON) * HOURS, groups),
      row("transfer_delay_median", survival.quantile(0.5) * HOURS, groups),
      row("transfer_delay_p90", survival.quantile(0.9) * HOURS, groups),
      row("transfer_within_target", survival.incidence(world.scenario.transfer.target), groups),
    ];
  };
  const { all, byColour } = delays.survivals;
  const [names, byName] = ruleNames(rules);
  const byRule = delays.by(delays.rule.map((code) => byName[code]), names.length);
  const completed = collect.parts[0].count;
  return [
    ...rowsOf(all, {}),
    ...names.flatMap((rule, k) => rowsOf(survivalOf(byRule[k]), { rule })),
    ...byColour.flatMap((survival, c) => rowsOf(survival, { colour: COLOURS[c] })),
    ...PARTS.map((line, i) => row("transfer_part_mean", partMean(collect, i) * HOURS, { line })),
    row("transfers_completed", completed),
    row("transfers_unfinished", delays.count - completed),
  ];
}

/** Names of rules, each once however many phases have it, and the place of each rule among them. */
function ruleNames(rules: World["rules"]): [names: string[], byName: Uint8Array] {
  const of = rules.map(({ set }, s) =>
    set.rules.map(({ name }) => s === 0 ? name : `otherwise: ${name}`)
  );
  const names = [...new Set(of.flat())];
  const byName = new Uint8Array(RULE_CODES * rules.length);
  of.forEach((own, s) =>
    own.forEach((name, k) => byName[s * RULE_CODES + k] = names.indexOf(name))
  );
  return [names, byName];
}

const partMean = (collect: Collect, i: number): number =>
  collect.parts[i].count > 0 ? collect.parts[i].mean : NaN;

/**
 * All measures of a replication but those that need the reference run.
 *
 * @param world The replication, at its end.
 * @param designatedShare Share of COVID inpatients in designated and sub-designated hospitals on
 * 12 January 2023 [-]; NaN outside the window.
 * @returns Rows in the order of the catalogue's parts.
 */
export function measuresOf(world: World, designatedShare: number): Row[] {
  const { collect, executive, scenario: { window } } = world;
  const busy = collect.vehiclesBusy.finish(executive.end);
  const duty = collect.vehiclesOnDuty.finish(executive.end);
  const seen = collect.clinicWaits.count;
  return [
    ...outcomeRows(world, sum(collect.infectedByColour)),
    row("designated_share_on_2023_01_12", designatedShare),
    ...occupancyRows(world, bedsOf(world)),
    ...waitingRows(world),
    ...delayRows(world),
    row("vehicle_use", ratio(sum(busy, window.days), sum(duty, window.days))),
    row("response_time_mean", collect.response.count > 0 ? collect.response.mean : NaN),
    row("clinic_visits", sum(collect.clinicVisits.values)),
    row("clinic_wait_mean", seen > 0 ? collect.clinicWaits.mean : NaN),
    row("clinic_found_closed", collect.closed),
    row("clinic_left_unseen", ratio(collect.unseen, seen + collect.unseen)),
    ...receptionRows(world),
    ...staffRows(world),
    ...primaryRows(world),
    ...opennessRows(world),
    ...hospitalRows(world),
    ...hospitalPlanRows(world),
  ];
}
