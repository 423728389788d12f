/** Result tables and the result folder. */
export { compareResultFolders } from "./compare_result_folders.ts";
export { csvCell } from "./_csv.ts";
export { type CsvColumn, CsvTable } from "./csv_table.ts";
export { EVENT_COLUMNS, type LoggedEvent, loggedEvents } from "./logged_events.ts";
export { manifestToJson, parseManifest } from "./manifest_json.ts";
export { type PlainResultSet, plainResultSet } from "./plain_result_set.ts";
export { movesCsv, movesOf, type MovesRow } from "./moves.ts";
export { readManifest, readResultFolder } from "./read_result_folder.ts";
export { checkResultFolder } from "./check_result_folder.ts";
export { type WriteOptions, writeResultFolder } from "./result_folder.ts";
export {
  BANDS_TABLE,
  COMPARISON_TABLE,
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
} from "./result_tables.ts";
export { TINY_RESULT_SET } from "./tiny_result_set.ts";
