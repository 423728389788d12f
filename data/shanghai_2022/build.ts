/** Shanghai in the spring of 2022: which figures its tables use, and what they stand beside. */
import { buildCity } from "../placing/city.ts";
import type { Target } from "../placing/target.ts";

/** Quantity here, quantity and year in the source table, note. */
const COPIED: Target["copied"] = [
  ["beds", "beds_total", "2021", "used: shelters not counted"],
  ["tertiary_hospitals", "tertiary_institutions", "2021", "used: from memory"],
  ["secondary_hospitals", "secondary_institutions", "2021", "used: from memory"],
  ["community_health_centres", "community_health_centres", "2021", "used: from memory"],
  ["hospitals", "hospitals", "2021", "for comparison: all levels"],
  ["grids", "grids", "2022", "used: assumed"],
  [
    "ambulance_crews",
    "ambulances",
    "2020",
    "used: one crew on duty for each ambulance (assumed)",
    "assumed",
  ],
  ["fever_clinics_hospital", "fever_clinics_hospital", "2022", "used: from memory"],
  ["designated_hospitals", "designated_hospitals", "2022-04-09", "used"],
  [
    "designated_beds",
    "designated_beds",
    "2022-04-09",
    "used: about 8,000, within the beds of 2021",
  ],
  ["shelters", "shelters", "2022-04-09", "used: over 100"],
  ["shelter_beds", "shelter_beds", "2022-04-09", "used: over 160,000, beside the hospital beds"],
  ["occupancy", "bed_occupancy", "2021", "used: ordinary inpatients; an epidemic year elsewhere"],
  ["mean_length_of_stay", "mean_length_of_stay", "2021", "used: ordinary inpatients"],
  ["visits", "visits", "2021", "for comparison: 10.96 for each resident"],
  ["discharges", "discharges", "2021", "for comparison: 191 for 1,000 residents"],
  ["infections_reported", "infections_reported", "2022-06-11", "used: the wave"],
  ["confirmed", "confirmed", "2022-06-11", "for comparison"],
  ["deaths", "deaths", "2022-06-11", "for comparison"],
  ["confirmed_under_care_peak", "confirmed_under_care_peak", "2022-04-22", "for comparison"],
  ["severe_peak", "severe_peak", "2022-05-05", "for comparison"],
  ["critical_peak", "critical_peak", "2022-05-04", "for comparison"],
];

/** What sets Shanghai's tables apart. */
export const SHANGHAI_2022: Target = {
  folder: "shanghai_2022",
  en: "Shanghai, spring 2022",
  zh: "上海市（2022年春）",
  base: "shanghai_2022",
  own: ["health_system.csv"],
  seed: "shanghai",
  latitude: 31.2,
  centre: [121.474, 31.23],
  withoutShelters: [],
  used: {
    grids: ["grids", "2022"],
    centres: ["community_health_centres", "2021"],
    tertiary: ["tertiary_institutions", "2021"],
    secondary: ["secondary_institutions", "2021"],
    beds: ["beds_total", "2021"],
    shares: ["beds_total", "2021"],
    hospitalClinics: ["fever_clinics_hospital", "2022"],
    hospitalClinicsDayAndNight: ["fever_clinics_hospital_day_and_night", "2022"],
    primaryClinics: ["community_health_centres", "2021"],
    crews: ["ambulances", "2020"],
    designatedBeds: ["designated_beds", "2022-04-09"],
    shelters: ["shelters", "2022-04-09"],
    shelterBeds: ["shelter_beds", "2022-04-09"],
  },
  census:
    "Seventh census, 1 November 2020, residents by district (citypopulation.de, after the Shanghai Municipal Bureau of Statistics)",
  bedsNote: "used: assumed share of the level times the beds of 2021",
  copied: COPIED,
  compared: () => [],
};

/** Builds all tables of Shanghai in memory: file name to text. */
export function buildShanghai2022(): Promise<Record<string, string>> {
  return buildCity(SHANGHAI_2022);
}
