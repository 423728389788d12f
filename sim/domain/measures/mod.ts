/** What is measured: names, units, titles and definitions. */
export { CATALOGUE, measureDefinition, SERIES_CATALOGUE, seriesDefinition } from "./catalogue.ts";
export { MEASURE_GROUPS } from "./definition.ts";
export type { Better, MeasureDefinition, MeasureGroup } from "./definition.ts";
