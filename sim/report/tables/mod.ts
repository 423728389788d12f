/** Result tables and the result folder. */
export { comparisonToCsv, parseComparison } from "./comparison_csv.ts";
export { manifestToJson, parseManifest } from "./manifest_json.ts";
export { measuresToCsv, parseMeasures } from "./measures_csv.ts";
export {
  checkResultFolder,
  readResultFolder,
  type WriteOptions,
  writeResultFolder,
} from "./result_folder.ts";
export { parseSeries, seriesToCsv } from "./series_csv.ts";
export { TINY_RESULT_SET } from "./tiny_result_set.ts";
export { csvCell } from "./_csv.ts";
