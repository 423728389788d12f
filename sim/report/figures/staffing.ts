/** Who is at work, day by day, and the beds that they keep open. */
import { TIERS, WARD_TYPES } from "../../domain/terms/mod.ts";
import type { ResultSet } from "../../experiment/results/mod.ts";
import type { Figure, Lang } from "./figure.ts";
import { capitalised, groupLabel, seriesLabel, unitLabel } from "./labels.ts";
import { linesFigure, type Panel } from "./_lines.ts";
import { dated, type DatedEstimate } from "./_values.ts";

const ABSENT = "staff_absent";
const CLINICS = "clinic_physicians";
const BEDS = "usable_beds";
/** Days on each side of a day over which a mean is taken [d]: with it they are a week. */
const SIDE = 3;

/**
 * Staff over time, a line per scenario with its band: the share absent, physicians present in
 * ordinary clinics by tier as means over seven days (fewer work at weekends), and usable beds by
 * ward type, which follow the staff present. Bands of means over seven days are the means of the
 * daily ones, no narrower than their own would be with fixed parameters.
 *
 * The panels of absence and of beds are drawn only when some scenario models who of the staff is
 * there; without rows there is no panel.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; empty without rows of staff.
 *
 * @example No rows of staff
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { staffFigure } from "./mod.ts";
 * assertEquals(staffFigure(TINY_RESULT_SET).data, []);
 * ```
 */
export function staffFigure(set: ResultSet, lang: Lang = "en"): Figure {
  const modelled = has(set, ABSENT, {});
  return linesFigure(set, lang, {
    title: !modelled
      ? seriesLabel(CLINICS, lang)
      : lang === "en"
      ? "Staff: absence, clinics, beds kept open"
      : "医务人员：缺勤、门诊与可用床位",
    axisTitle: "",
    unit: "%",
    step: "day",
    factor: 100,
    columns: 2,
    panels: [
      ...(modelled ? [absencePanel(lang)] : []),
      ...clinicPanels(set, lang),
      ...(modelled ? bedPanels(set, lang) : []),
    ],
  });
}

function has({ bands }: ResultSet, measure: string, groups: Partial<typeof bands[number]>) {
  return bands.some((row) =>
    row.measure === measure &&
    Object.entries(groups).every(([key, value]) => row[key as keyof typeof row] === value)
  );
}

function absencePanel(lang: Lang): Panel {
  return { title: `${seriesLabel(ABSENT, lang)} [%]`, selection: { measure: ABSENT } };
}

function clinicPanels(set: ResultSet, lang: Lang): Panel[] {
  const unit = unitLabel("physicians", lang);
  return TIERS.map(String).filter((tier) => has(set, CLINICS, { tier })).map((tier) => ({
    title: lang === "en"
      ? `Clinic physicians, tier ${tier} (7-day mean)`
      : `${groupLabel({ tier }, lang)}门诊医师（7日均值）[人]`,
    unit,
    lowest: true,
    of: (scenario: string) => weekly(dated(set, scenario, { measure: CLINICS, tier })),
  }));
}

function bedPanels(set: ResultSet, lang: Lang): Panel[] {
  const unit = lang === "en" ? "beds" : "张";
  return WARD_TYPES.filter((ward) => has(set, BEDS, { ward })).map((ward) => ({
    title: capitalised(groupLabel({ ward }, lang)) +
      (lang === "en" ? ` usable [${unit}]` : `，可用 [${unit}]`),
    unit,
    lowest: true,
    of: (scenario: string) => dated(set, scenario, { measure: BEDS, ward }),
  }));
}

/** Means over the week about each day; days at the ends, without a whole week, are left out. */
function weekly(days: readonly DatedEstimate[]): DatedEstimate[] {
  return days.slice(SIDE, days.length - SIDE).map(({ date }, at) => {
    const week = days.slice(at, at + 2 * SIDE + 1);
    return {
      date,
      mean: meanOf(week.map(({ mean }) => mean)),
      low: meanOf(week.map(({ low }) => low)),
      high: meanOf(week.map(({ high }) => high)),
    };
  });
}

function meanOf(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return Number((sum / values.length).toPrecision(6));
}
