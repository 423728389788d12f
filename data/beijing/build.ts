/** Beijing in the winter of 2022-2023: which figures its tables use, and what they stand beside. */
import { buildCity } from "../placing/city.ts";
import type { Target } from "../placing/target.ts";

/** Quantity here, quantity and year in the source table, note. */
const COPIED: Target["copied"] = [
  ["beds", "beds_total", "2020", "used: the last year before the wave with a total at hand; shelters not counted"],
  ["beds", "beds_total", "2018", "not used: an earlier year"],
  ["beds", "beds_total", "2017", "not used: an earlier year; its shares by level are used"],
  ["beds_tertiary", "beds_tertiary_hospitals", "2017", "not used as it stands: an earlier year"],
  ["beds_secondary", "beds_secondary_hospitals", "2017", "not used as it stands: an earlier year"],
  ["beds_primary", "beds_community_health_centres", "2017", "not used as it stands: an earlier year"],
  ["tertiary_hospitals", "tertiary_institutions", "2020", "used: the year of the beds"],
  ["tertiary_hospitals", "tertiary_institutions", "2018", "not used: an earlier year"],
  ["secondary_hospitals", "secondary_institutions", "2020", "used: the year of the beds"],
  ["secondary_hospitals", "secondary_institutions", "2018", "not used: an earlier year"],
  ["community_health_centres", "fever_clinics_primary", "2022-12-12", "used: the time of the wave"],
  ["community_health_centres", "community_health_centres", "2020", "not used: an earlier count"],
  ["community_health_centres", "community_health_centres", "2018", "not used: an earlier count"],
  ["grids", "medical_alliances_comprehensive", "2023", "used: one grid for each comprehensive medical alliance"],
  ["ambulance_crews", "ambulance_crews", "2022-12-18", "used: crews on duty on one day of the wave"],
  ["fever_clinics_hospital", "fever_clinics_hospital", "2022-12-12", "used: after the expansion of December 2022; equals the 119 tertiary and 184 secondary hospitals"],
  ["fever_clinics_primary", "fever_clinics_primary", "2022-12-12", "used: every community health centre; 960 on 6 Jan 2023 came later"],
  ["shelters", "shelters", "2022-11-29", "used"],
  ["shelter_beds", "shelter_beds", "2022-11-29", "used: beside the hospital beds"],
  ["physicians", "physicians", "2020", "upper bound: the tables count only physicians assigned to wards"],
  ["physicians", "physicians", "2018", "not used: an earlier year"],
  ["nurses", "nurses", "2020", "upper bound: the tables count only nurses assigned to wards"],
  ["nurses", "nurses", "2018", "not used: an earlier year"],
  ["occupancy", "bed_occupancy", "2018", "used: the last published year before the epidemic; services are compared with 2019"],
  ["occupancy", "bed_occupancy", "2020", "not used: a year with services cut back"],
  ["occupancy", "occupancy_nation", "2022", "not used: the nation, in an epidemic year"],
];

/** ICU beds, for comparison only. */
const compared: Target["compared"] = ({ residents, facts }) => {
  const rate = facts.figure("icu_beds_per_100000_nation", "2022-12-31");
  return [
    {
      quantity: "icu_beds",
      year: "2022-12-31",
      value: Math.round((rate * residents) / 1e5),
      unit: "beds",
      grade: "derived",
      source:
        "National Health Commission, late December 2022: 181,000 ICU beds in China, 12.8 per 100,000 residents",
      note:
        "for comparison only: the national rate times Beijing's residents (derived); Beijing's own number is not public here",
    },
    ICU_OF_2022,
  ];
};

/** ICU beds before the expansion of December 2022, for comparison. */
export const ICU_OF_2022 = {
  quantity: "icu_beds",
  year: "2022-11",
  value: 1327,
  unit: "beds",
  grade: "derived",
  source:
    "Letter on a SUVQC model of Beijing (2022), PMC9806921: a peak demand of 23,880 ICU beds is 18 times Beijing's",
  note:
    "for comparison only: 23,880 / 18 (derived), before the expansion of December 2022",
};

/** What sets Beijing's tables apart. */
export const BEIJING: Target = {
  folder: "beijing",
  en: "Beijing",
  zh: "北京市",
  base: "beijing",
  own: [],
  seed: "beijing",
  latitude: 39.9,
  centre: [116.397, 39.907],
  withoutShelters: ["dongcheng", "xicheng"],
  used: {
    grids: ["medical_alliances_comprehensive", "2023"],
    centres: ["fever_clinics_primary", "2022-12-12"],
    tertiary: ["tertiary_institutions", "2020"],
    secondary: ["secondary_institutions", "2020"],
    beds: ["beds_total", "2020"],
    shares: ["beds_total", "2017"],
    hospitalClinics: ["fever_clinics_hospital", "2022-12-12"],
    hospitalClinicsDayAndNight: ["fever_clinics_hospital_day_and_night", "2022-12-12"],
    primaryClinics: ["fever_clinics_primary", "2022-12-12"],
    crews: ["ambulance_crews", "2022-12-18"],
    shelters: ["shelters", "2022-11-29"],
    shelterBeds: ["shelter_beds", "2022-11-29"],
  },
  census:
    "Beijing Municipal Bureau of Statistics, communique no. 2 of the seventh census, 19 May 2021",
  bedsNote: "used: share of the level in 2017 times the beds of 2020 (derived)",
  copied: COPIED,
  compared,
};

/** Builds all tables of Beijing in memory: file name to text. */
export function buildBeijing(): Promise<Record<string, string>> {
  return buildCity(BEIJING);
}
