/** Figures as Plotly JSON, and the names that people read. */
export { bedOccupancyFigure } from "./bed_occupancy.ts";
export { differencesFigure } from "./differences.ts";
export type { Figure, FigureTitle, Lang, Layout, Trace } from "./figure.ts";
export { gridMapFigure, type GridMapOptions } from "./grid_map.ts";
export { type Headline, HEADLINES, type Question } from "./headlines.ts";
export {
  capitalised,
  definitionOf,
  groupLabel,
  measureLabel,
  scenarioTitle,
  unitLabel,
} from "./labels.ts";
export { patientOutcomesFigure } from "./patient_outcomes.ts";
export { serviceRestorationFigure } from "./service_restoration.ts";
export { transferDelayFigure } from "./transfer_delay.ts";
export { transferPartsFigure } from "./transfer_parts.ts";
