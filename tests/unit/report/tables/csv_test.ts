import { assertEquals, assertThrows } from "@std/assert";
import {
  comparisonToCsv,
  measuresToCsv,
  parseComparison,
  parseMeasures,
  parseSeries,
  seriesToCsv,
} from "../../../../sim/report/tables/mod.ts";
import { syntheticResultSet } from "../../../support/result_set.ts";

const set = syntheticResultSet();
const [row] = set.measures;

Deno.test("measuresToCsv() writes the columns of the result folder in order", () => {
  assertEquals(
    measuresToCsv([]),
    "scenario,replication,measure,unit,value,grid,tier,facility,ward,colour,rule,line\r\n",
  );
});

Deno.test("seriesToCsv() puts the date behind the replication", () => {
  assertEquals(
    seriesToCsv([]),
    "scenario,replication,date,measure,unit,value,grid,tier,facility,ward,colour,rule,line\r\n",
  );
});

Deno.test("tables of a whole city come back as they were", () => {
  assertEquals(parseMeasures(measuresToCsv(set.measures)), set.measures);
  assertEquals(parseSeries(seriesToCsv(set.series)), set.series);
  assertEquals(parseComparison(comparisonToCsv(set.comparison)), set.comparison);
});

Deno.test("measuresToCsv() writes NaN as an empty cell and ten significant digits", () => {
  const value = (number: number): string =>
    measuresToCsv([{ ...row, value: number }]).split("\r\n")[1].split(",")[4];
  assertEquals([NaN, 1 / 3, 1e21, 123456789012, -0, -2.5].map(value), [
    "",
    "0.3333333333",
    "1e+21",
    "123456789000",
    "0",
    "-2.5",
  ]);
  assertEquals(parseMeasures(measuresToCsv([{ ...row, value: NaN }]))[0].value, NaN);
});

Deno.test("measuresToCsv() quotes as RFC 4180 says and takes the sting out of formulas", () => {
  const names = [
    "=1+1",
    "+a",
    "-a",
    "@a",
    "'=a",
    "''+a",
    "'plain",
    "-",
    'a "b", c',
    "two\nlines",
    "\tx",
  ];
  const text = measuresToCsv(names.map((facility) => ({ ...row, facility })));
  assertEquals(parseMeasures(text).map(({ facility }) => facility), names);
  assertEquals(text.includes(",'=1+1,"), true);
  assertEquals(text.includes(",=1+1"), false);
  assertEquals(text.includes('"a ""b"", c"'), true);
});

Deno.test("parseMeasures() refuses other columns, ragged rows and text for a number", () => {
  const text = measuresToCsv([row]);
  assertThrows(
    () => parseMeasures("a,b\r\n1,2\r\n", "x.csv"),
    SyntaxError,
    'Cannot read "x.csv" as its columns must be scenario,replication,',
  );
  assertThrows(() => parseMeasures(""), SyntaxError, "current columns are none");
  assertThrows(
    () => parseMeasures(text + "plan,0\r\n"),
    SyntaxError,
    "as each row must have 12 cells: current row 3 has 2",
  );
  assertThrows(
    () => parseMeasures(text.replace("plan,0,", "plan,first,")),
    SyntaxError,
    'as column "replication" must hold numbers: current row 2 holds "first"',
  );
  assertThrows(
    () => parseMeasures(text + '"open'),
    SyntaxError,
    "as comma-separated values",
  );
});
