/** Measures and series of risk levels and reported cases; definitions are in the catalogue. */
import { measureDefinition, RISK_LEVELS, seriesDefinition } from "../domain/mod.ts";
import { sum } from "./daily_beds.ts";
import type { Groups } from "./groups.ts";
import type { Row } from "./measures.ts";
import type { SeriesPoint } from "./series.ts";
import type { World } from "./world.ts";

const row = (measure: string, value: number, groups: Groups = {}): Row => ({
  measure,
  unit: measureDefinition(measure).unit,
  value,
  ...groups,
});

/** Levels of a district by day. */
function levelsOf({ epidemic: { levels } }: World, district: number): number[] {
  return Array.from({ length: levels.days }, (_, day) => levels.on(district, day));
}

/** A figure of each grid's district: the mean over residents, then by grid. */
function byResidents({ layout, epidemic }: World, measure: string, figures: readonly number[]) {
  const { ids, population } = layout.grids;
  const { ofGrid } = epidemic.districts;
  const mean = sum(population.map((n, grid) => n * figures[ofGrid[grid]])) / sum(population);
  return [
    row(measure, mean),
    ...ids.map((grid, g) => row(measure, figures[ofGrid[g]], { grid })),
  ];
}

/**
 * Rows of levels and, where they are counted, of reported cases.
 *
 * @param world The replication, at its end.
 * @returns Rows.
 */
export function levelRows(world: World): Row[] {
  const { epidemic: { districts, reported }, layout } = world;
  const levels = districts.ids.map((_, district) => levelsOf(world, district));
  const changes = levels.map((days) =>
    days.filter((level, i) => i > 0 && level !== days[i - 1]).length
  );
  const all = reported === null ? 0 : sum(reported.byGrid.map((days) => sum(days)));
  return [
    ...RISK_LEVELS.flatMap((name, level) =>
      byResidents(
        world,
        `days_at_${name}_level`,
        levels.map((days) => days.filter((code) => code === level).length),
      )
    ),
    ...byResidents(world, "level_changes", changes),
    ...(reported === null ? [] : [
      row("cases_reported", all),
      ...layout.grids.ids.map((grid, g) =>
        row("cases_reported", sum(reported.byGrid[g]), { grid })
      ),
    ]),
  ];
}

/**
 * Series of levels that follow the case rule, and of reported cases.
 *
 * @param world The replication, at its end.
 * @returns Series; none where cases are not counted.
 */
export function levelSeries(world: World): SeriesPoint[] {
  const { epidemic: { districts, reported, levels }, layout: { grids } } = world;
  if (reported === null) return [];
  const high = RISK_LEVELS.indexOf("high");
  const residents = sum(grids.population);
  const atHigh = (day: number) =>
    sum(grids.population.map((n, g) => levels.on(districts.ofGrid[g], day) === high ? n : 0));
  const point = (measure: string, valueOn: (day: number) => number): SeriesPoint => ({
    measure,
    unit: seriesDefinition(measure).unit,
    values: Float64Array.from({ length: levels.days }, (_, day) => valueOn(day)),
  });
  return [
    point("cases_reported", (day) => sum(reported.byGrid.map((cases) => cases[day]))),
    point("residents_at_high_level", (day) => atHigh(day) / residents),
  ];
}
