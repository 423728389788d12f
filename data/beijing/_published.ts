/** Rows of `published.csv`: what the tables are compared with, the figure used and the others. */
import type { Facts } from "./_facts.ts";
import { bedsByLevel } from "./_levels.ts";
import type { Cells } from "./_tables.ts";

const CENSUS =
  "Beijing Municipal Bureau of Statistics, communique no. 2 of the seventh census, 19 May 2021";
const SCALED = "used: share of the level in 2017 times the beds of 2020 (derived)";

/** Quantity here, quantity and year in the source table, note. */
const COPIED: readonly (readonly [string, string, string, string])[] = [
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

/** Rows of `published.csv`. */
export function publishedRows(facts: Facts): Cells[] {
  const copied = COPIED.map(([quantity, from, year, note]): Cells => {
    const row = facts.published.find((item) => item.quantity === from && item.year === year);
    if (!row) throw new RangeError(`Cannot find published figure "${from}" of ${year}`);
    return { quantity, year, value: Number(row.value), unit: row.unit, source: row.source, note };
  });
  const residents = facts.districts.reduce((sum, { population }) => sum + population, 0);
  const levels = bedsByLevel(facts);
  const scaled = (quantity: string, value: number): Cells => ({
    quantity,
    year: "2020",
    value,
    unit: "beds",
    source: facts.published.find(({ quantity: name }) => name === "beds_total")?.source ?? "",
    note: SCALED,
  });
  const rate = facts.figure("icu_beds_per_100000_nation", "2022-12-31");
  const rows: Cells[] = [
    { quantity: "population", year: "2020", value: residents, unit: "persons", source: CENSUS, note: "used: sum of the 16 districts" },
    ...copied,
    scaled("beds_tertiary", levels.tertiary),
    scaled("beds_secondary", levels.secondary),
    scaled("beds_primary", levels.centre),
    {
      ...scaled("beds_first_level", levels.rest),
      note: "used: what the other levels leave of the beds of 2020 (derived): first-level, unrated and other hospitals",
    },
    {
      quantity: "icu_beds",
      year: "2022-12-31",
      value: Math.round((rate * residents) / 1e5),
      unit: "beds",
      source: "National Health Commission, late December 2022: 181,000 ICU beds in China, 12.8 per 100,000 residents",
      note: "for comparison only: the national rate times Beijing's residents (derived); Beijing's own number is not public here",
    },
    {
      quantity: "icu_beds",
      year: "2022-11",
      value: 1327,
      unit: "beds",
      source: "Letter on a SUVQC model of Beijing (2022), PMC9806921: a peak demand of 23,880 ICU beds is 18 times Beijing's",
      note: "for comparison only: 23,880 / 18 (derived), before the expansion of December 2022",
    },
  ];
  const order = [...new Set(rows.map(({ quantity }) => quantity))];
  return rows.sort((a, b) => order.indexOf(a.quantity) - order.indexOf(b.quantity));
}
