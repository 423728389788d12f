import { assertEquals, assertThrows } from "@std/assert";
import {
  BANDS_TABLE,
  COMPARISON_TABLE,
  type CsvTable,
  CURVES_TABLE,
  EXCEEDANCE_TABLE,
  FACILITY_DAYS_TABLE,
  FLOWS_TABLE,
  MEASURES_TABLE,
  MONITORING_TABLE,
  PAIRS_TABLE,
  PARAMETERS_TABLE,
  PRECISION_TABLE,
  RESTORATION_TABLE,
  SERIES_TABLE,
  START_TABLE,
  TINY_RESULT_SET,
} from "../../../../sim/report/tables/mod.ts";
import { syntheticResultSet } from "../../../support/result_set.ts";

const GROUPS = "grid,tier,facility,ward,colour,rule,line";
const COMPARED = `scenario,baseline,measure,unit,${GROUPS},replications,mean,mean_low,mean_high,` +
  "baseline_mean,difference,difference_low,difference_high,all_low,all_high,variance_removed," +
  "reached,p50,p05,p95,difference_p05,difference_p95,parameter_share,uncertainty,grade";
const HEADERS:
  readonly (readonly [{ readonly file: string; text(rows: []): string }, string, string])[] = [
    [MEASURES_TABLE, "measures", `scenario,replication,measure,unit,value,${GROUPS}`],
    [SERIES_TABLE, "series", `scenario,replication,date,measure,unit,value,${GROUPS}`],
    [
      BANDS_TABLE,
      "bands",
      `scenario,date,measure,unit,${GROUPS},replications,mean,mean_low,mean_high,p05,p50,p95,` +
      "all_low,all_high,uncertainty,grade",
    ],
    [COMPARISON_TABLE, "comparison", COMPARED],
    [PAIRS_TABLE, "pairs", COMPARED],
    [
      EXCEEDANCE_TABLE,
      "exceedance",
      `scenario,baseline,measure,unit,${GROUPS},level,or_at,days,replications,hits,probability,` +
      "low,high,only_here,only_in_baseline,days_mean,uncertainty,grade",
    ],
    [
      PRECISION_TABLE,
      "precision",
      `scenario,measure,unit,${GROUPS},of,kind,target,replications,mean,low,high,half_width,met`,
    ],
    [PARAMETERS_TABLE, "parameters", "scenario,set,path,unit,value"],
    [START_TABLE, "start", "scenario,ward,day,census,level,moving_average"],
    [
      RESTORATION_TABLE,
      "restoration",
      "scenario,week,institution,quantity,unit,replications,mean,mean_low,mean_high,p05,p50,p95," +
      "reported,full,uncertainty,grade",
    ],
    [
      MONITORING_TABLE,
      "monitoring",
      "scenario,date,institution,quantity,unit,replications,mean,mean_low,mean_high,p05,p50,p95," +
      "reference,uncertainty,grade",
    ],
    [
      FACILITY_DAYS_TABLE,
      "facility_days",
      "scenario,date,facility,usable_beds,covid_patients,ordinary_patients",
    ],
    [
      CURVES_TABLE,
      "curves",
      "scenario,curve,group,hours,replications,mean,mean_low,mean_high,uncertainty",
    ],
    [FLOWS_TABLE, "flows", "scenario,from,to,replications,mean,mean_low,mean_high"],
  ];

for (const [table, name, header] of HEADERS) {
  Deno.test(`${name}.csv has its columns in order, in snake case`, () => {
    assertEquals(table.file, `${name}.csv`);
    assertEquals(table.text([]), `${header}\r\n`);
  });
}

function comesBack<Row extends object>(table: CsvTable<Row>, rows: Iterable<Row>): void {
  const all = [...rows];
  assertEquals(all.length > 0, true, `${table.file} needs rows`);
  assertEquals(table.parse(table.text(all)), all, table.file);
}

const city = syntheticResultSet({
  replications: 20,
  uncertainty: "parameters",
  sequential: true,
  pairs: true,
});

for (const [what, set] of [["a tiny set", TINY_RESULT_SET], ["a whole city", city]] as const) {
  Deno.test(`all tables of ${what} come back as they were`, () => {
    comesBack(MEASURES_TABLE, set.measures);
    comesBack(SERIES_TABLE, set.series);
    comesBack(BANDS_TABLE, set.bands);
    comesBack(COMPARISON_TABLE, set.comparison);
    comesBack(PAIRS_TABLE, set.pairs);
    comesBack(EXCEEDANCE_TABLE, set.exceedances);
    comesBack(PRECISION_TABLE, set.precision);
    comesBack(PARAMETERS_TABLE, set.parameters);
    comesBack(START_TABLE, set.start);
    comesBack(RESTORATION_TABLE, set.restoration);
    comesBack(MONITORING_TABLE, set.monitoring);
    comesBack(FACILITY_DAYS_TABLE, set.facilityDays);
    comesBack(CURVES_TABLE, set.curves);
    comesBack(FLOWS_TABLE, set.flows);
  });
}

Deno.test("words of comparisons, precision, curves and flows are the known ones", () => {
  const refused = <Row extends object>(table: CsvTable<Row>, row: Row, message: string): void => {
    assertThrows(() => table.parse(table.text([row])), SyntaxError, message);
  };
  const [comparison] = TINY_RESULT_SET.comparison;
  refused(
    COMPARISON_TABLE,
    { ...comparison, uncertainty: "both" as "replication" },
    'column "uncertainty" must hold replication or parameters: current line 2 holds "both"',
  );
  const [[band], [exceedance]] = [TINY_RESULT_SET.bands, TINY_RESULT_SET.exceedances];
  const other = { uncertainty: "none" as "replication" };
  const words = 'column "uncertainty" must hold replication or parameters';
  refused(BANDS_TABLE, { ...band, ...other }, words);
  refused(EXCEEDANCE_TABLE, { ...exceedance, ...other }, words);
  const [precision] = TINY_RESULT_SET.precision;
  refused(
    PRECISION_TABLE,
    { ...precision, of: "median" as "mean" },
    'column "of" must hold mean or difference: current line 2 holds "median"',
  );
  refused(
    PRECISION_TABLE,
    { ...precision, kind: "" as "relative" },
    'column "kind" must hold relative or absolute: current line 2 holds ""',
  );
  const [[curve], [flow]] = [TINY_RESULT_SET.curves, TINY_RESULT_SET.flows];
  refused(
    CURVES_TABLE,
    { ...curve, curve: "deaths" as "bed_outcome" },
    'column "curve" must hold transfer_unfinished or bed_outcome: current line 2 holds "deaths"',
  );
  refused(CURVES_TABLE, { ...curve, ...other }, words);
  refused(FLOWS_TABLE, { ...flow, to: "moon" as "died" }, 'current line 2 holds "moon"');
});
