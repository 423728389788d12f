/** What the county is compared with: national averages times its residents. */
import type { Row } from "../_table.ts";
import type { Cells } from "../placing/tables.ts";

/** Quantity, source row, year, unit, grade, number for the residents. */
type Compared = readonly [
  quantity: string,
  from: string,
  year: string,
  unit: string,
  grade: "derived" | "assumed" | "synthetic",
  of: (value: number, residents: number) => number,
];

const COMPARED: readonly Compared[] = [
  ["population", "residents", "synthetic", "persons", "synthetic", (value) => value],
  ["beds", "beds_per_1000", "2019", "beds", "derived", (rate, people) => (rate * people) / 1000],
  [
    "icu_beds",
    "icu_beds_per_100000",
    "2022-12-09",
    "beds",
    "derived",
    (rate, people) => (rate * people) / 1e5,
  ],
  [
    "ambulance_crews",
    "residents_per_ambulance",
    "standard",
    "vehicles",
    "assumed",
    (value, people) => people / value,
  ],
  ["community_health_centres", "townships", "synthetic", "sites", "synthetic", (value) => value],
];

/** Rows of `published.csv`: the rate or number of the source, times the residents. */
export function publishedRows(averages: readonly Row[]): Cells[] {
  const row = (quantity: string) => averages.find((item) => item.quantity === quantity) as Row;
  const people = Number(row("residents").value);
  const rows = COMPARED.map(([quantity, from, year, unit, grade, of]): Cells => ({
    quantity,
    year,
    value: Math.round(of(Number(row(from).value), people)),
    unit,
    grade,
    source: row(from).source,
    note: `used: ${row(from).value} ${row(from).unit} for ${people.toLocaleString("en")} residents`,
  }));
  const rooms = Number(row("village_rooms_nation").value) / Number(row("residents_nation").value);
  return [...rows, {
    quantity: "village_rooms",
    year: "2023",
    value: Math.round(rooms * people),
    unit: "sites",
    grade: "derived",
    source: row("village_rooms_nation").source,
    note: "for comparison: not facilities of the tables; the national number for each resident",
  }];
}
