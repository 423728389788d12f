/** Results as files for other programs. */
export { excelFiles } from "./excel.ts";
export { type ExportedFile, type Piece } from "./exported_file.ts";
export {
  EXPORT_FORMATS,
  type Exported,
  exportFolder,
  type ExportFormat,
  type ExportOptions,
} from "./export_folder.ts";
export { geojsonFiles } from "./geojson.ts";
export { ocelFiles } from "./ocel.ts";
export { parquetFiles } from "./parquet.ts";
export { xesFiles } from "./xes.ts";
