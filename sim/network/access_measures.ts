/** Rows of the measures of the primary level; only those of what is switched on. */
import { COLOURS, measureDefinition } from "../domain/mod.ts";
import { survivalOf, Tally } from "../engine/mod.ts";
import { ONLINE_ENDS } from "./access_counts.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { HORIZON, HOURS } from "./delays.ts";
import type { Delays } from "./delays.ts";
import type { Groups } from "./groups.ts";
import type { PrimaryFace, StockFace, TelemedicineFace, VisitFace } from "./primary_faces.ts";
import type { World } from "./world.ts";

/** A row, as in results. */
interface AccessRow extends Groups {
  readonly measure: string;
  readonly unit: string;
  readonly value: number;
}

const PLACES = ["1", "2", "3", "home"] as const;

const row = (measure: string, value: number, groups: Groups = {}): AccessRow => ({
  measure,
  unit: measureDefinition(measure).unit,
  value,
  ...groups,
});

const total = (values: Iterable<number>) => [...values].reduce((sum, x) => sum + x, 0);
const ratio = (a: number, b: number) => b > 0 ? a / b : NaN;
const meanOf = (tally: Tally) => tally.count > 0 ? tally.mean : NaN;

function together(tallies: readonly Tally[]): number {
  const count = total(tallies.map((t) => t.count));
  return ratio(total(tallies.map((t) => t.count > 0 ? t.count * t.mean : 0)), count);
}

function byColour(name: string, tallies: readonly Tally[]): AccessRow[] {
  return [
    row(name, together(tallies) * HOURS),
    ...COLOURS.map((colour, c) => row(name, meanOf(tallies[c]) * HOURS, { colour })),
  ];
}

function careRows(care: Delays): AccessRow[] {
  const rowsOf = (sample: ReturnType<Delays["by"]>[number], groups: Groups) => {
    const survival = survivalOf(sample);
    return [
      row("care_delay_mean", survival.restrictedMean(HORIZON) * HOURS, groups),
      row("care_within_day", survival.incidence(MINUTES_PER_DAY), groups),
    ];
  };
  const [all] = care.by(new Uint8Array(care.count), 1);
  return [
    ...rowsOf(all, {}),
    ...care.by(care.colour, COLOURS.length).flatMap((s, c) => rowsOf(s, { colour: COLOURS[c] })),
  ];
}

function accessRows({ access }: PrimaryFace): AccessRow[] {
  const visits = total(access.firstVisits);
  return [
    ...PLACES.map((tier, t) =>
      row("first_visit_share", ratio(access.firstVisits[t], visits), { tier })
    ),
    row("bypass_share", ratio(access.bypassed, visits)),
    row("cross_grid_share", ratio(access.crossed, visits)),
    ...byColour("contact_delay_mean", access.contactDelay),
    ...careRows(access.care),
    row("referrals_beyond_ability", access.beyondAbility),
    ...ONLINE_ENDS.map((line, i) => row("online_contacts", access.online[i], { line })),
    row("online_contacts", access.steered, { line: "steered" }),
  ];
}

function kitRows(stock: StockFace, world: World): AccessRow[] {
  const { grids: { ids, population } } = world.layout;
  const days = stock.emptyFor.map((t) => t / MINUTES_PER_DAY);
  const mean = total(days.map((d, g) => d * population[g])) / total(population);
  return [
    row("kits_used", total(stock.used)),
    ...ids.map((grid, g) => row("kits_used", stock.used[g], { grid })),
    row("kits_wanting", total(stock.wanting)),
    row("days_without_kits", mean),
    ...ids.map((grid, g) => row("days_without_kits", days[g], { grid })),
  ];
}

function visitRows({ counts }: VisitFace): AccessRow[] {
  return [
    row("home_visits_due", counts.due),
    row("home_visits_made", ratio(counts.made, counts.made + counts.missed)),
    row("home_visits_late", ratio(counts.late, counts.made)),
    row("home_visit_delay_mean", meanOf(counts.delay) * HOURS),
    ...byColour("follow_up_interval_mean", counts.interval),
    row("first_seen_in_place", counts.first),
    row("sampled_at_home", counts.sampled),
  ];
}

function adviceRows(advice: TelemedicineFace): AccessRow[] {
  return [
    row("advice_asked", advice.requested),
    row("advice_settled", ratio(advice.settled, advice.given)),
    row("advice_not_in_time", advice.withoutAdvice),
    row("advice_wait_mean", meanOf(advice.wait)),
  ];
}

/**
 * Measures of the primary level.
 *
 * @param world The replication, at its end.
 * @returns Rows; none when nothing of the primary level is on.
 */
export function primaryRows(world: World): AccessRow[] {
  const { primary, flows, scenario } = world;
  if (primary === null) return [];
  const { on, kits, antivirals, medicines } = primary;
  return [
    ...(scenario.primary.accessMeasures ? accessRows(primary) : []),
    ...(on.kits ? kitRows(kits.stock, world) : []),
    ...(flows.visits === undefined ? [] : visitRows(flows.visits)),
    ...(flows.telemedicine === undefined ? [] : adviceRows(flows.telemedicine)),
    ...(antivirals === undefined ? [] : [row("antivirals_begun", total(antivirals.stock.used))]),
    ...(medicines === undefined ? [] : [
      row("medicines_given", total(medicines.stock.used)),
      row("medicines_wanting", total(medicines.stock.wanting)),
    ]),
  ];
}
