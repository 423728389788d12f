/** Beijing in the spring of 2020: the code and the places of `data/beijing`, with the facts of 2020. */
import { BEIJING, ICU_OF_2022 } from "../beijing/build.ts";
import { readTable, tableText } from "../_table.ts";
import { buildCity } from "../placing/city.ts";
import type { Target } from "../placing/target.ts";

/** Quantity here, quantity and year in the source tables, note. */
const COPIED: Target["copied"] = [
  ["beds", "beds_total", "2020", "used: the tables hold the 1,657 beds of Xiaotangshan beside"],
  ["beds", "beds_total", "2018", "not used: an earlier year"],
  ["tertiary_hospitals", "tertiary_institutions", "2020", "used: the year of the beds"],
  [
    "secondary_hospitals",
    "secondary_institutions",
    "2020",
    "used: the tables count Xiaotangshan beside",
  ],
  [
    "community_health_centres",
    "community_health_centres",
    "2020",
    "used: the year of the scenario",
  ],
  [
    "grids",
    "medical_alliances_comprehensive",
    "2023",
    "used: a later count; one grid for each comprehensive medical alliance",
  ],
  ["ambulance_crews", "ambulance_crews", "2020", "used: assumed"],
  ["ambulance_crews", "ambulance_crews", "2022-12-18", "not used: crews in the wave of 2022"],
  ["fever_clinics_hospital", "fever_clinics_hospital", "2020-02-22", "used: those kept"],
  ["fever_clinics_hospital", "fever_clinics_hospital", "2020-02-21", "not used: until then"],
  ["xiaotangshan_beds", "xiaotangshan_beds", "2020-03-16", "used: beds for arrivals from abroad"],
  [
    "xiaotangshan_screened",
    "xiaotangshan_screened",
    "2020-04-28",
    "for comparison: arrivals from abroad in 44 days",
  ],
  ["xiaotangshan_confirmed", "xiaotangshan_confirmed", "2020-04-28", "for comparison"],
  ["confirmed_cumulative", "confirmed_cumulative", "2020-01-31", "for comparison"],
  ["confirmed_cumulative", "confirmed_cumulative", "2020-02-05", "used: the wave"],
  ["confirmed_cumulative", "confirmed_cumulative", "2020-02-10", "used: the wave"],
  ["confirmed_cumulative", "confirmed_cumulative", "2020-02-29", "used: the wave"],
  ["confirmed_cumulative", "confirmed_cumulative", "2020-03-15", "for comparison"],
  [
    "confirmed_cumulative",
    "confirmed_cumulative",
    "2020-04-30",
    "for comparison: arrivals included",
  ],
  ["physicians", "physicians", "2020", "upper bound: the tables count only those of wards"],
  ["nurses", "nurses", "2020", "upper bound: the tables count only those of wards"],
  ["occupancy", "bed_occupancy", "2018", "used: the last published year before the epidemic"],
  ["occupancy", "bed_occupancy", "2020", "for comparison: the year of the scenario"],
  ["visits", "visits", "2018", "used: volumes of services"],
  ["visits", "visits", "2020", "for comparison: 0.778 of 2018"],
  ["discharges", "discharges", "2018", "for comparison"],
  ["discharges", "discharges", "2020", "for comparison: 0.712 of 2018"],
];

/** What sets Beijing's tables of 2020 apart from those of 2022. */
export const BEIJING_2020: Target = {
  ...BEIJING,
  folder: "beijing_2020",
  en: "Beijing, March 2020",
  zh: "北京市（2020年3月）",
  own: ["assumptions.csv", "columns.csv", "health_system.csv", "screening_hospitals.csv"],
  used: {
    grids: ["medical_alliances_comprehensive", "2023"],
    centres: ["community_health_centres", "2020"],
    tertiary: ["tertiary_institutions", "2020"],
    secondary: ["secondary_institutions", "2020"],
    beds: ["beds_total", "2020"],
    shares: ["beds_total", "2017"],
    hospitalClinics: ["fever_clinics_hospital", "2020-02-22"],
    hospitalClinicsDayAndNight: ["fever_clinics_hospital_day_and_night", "2020-02-22"],
    crews: ["ambulance_crews", "2020"],
  },
  copied: COPIED,
  compared: () => [ICU_OF_2022],
};

/** The residents of `data/clinical/people.csv`, none of them vaccinated. */
async function unvaccinated(): Promise<string> {
  const rows = await readTable(new URL("../clinical/people.csv", import.meta.url));
  return tableText(Object.keys(rows[0]), rows.map((row) => ({ ...row, full: 0, partial: 0 })));
}

/** Builds all tables of Beijing in the spring of 2020 in memory: file name to text. */
export async function buildBeijing2020(): Promise<Record<string, string>> {
  return { ...await buildCity(BEIJING_2020), "people.csv": await unvaccinated() };
}
