/** Figures as Plotly JSON, and the names that people read. */
export { bedOccupancyFigure } from "./bed_occupancy.ts";
export { convergenceFigure } from "./convergence.ts";
export { courseSessionsFigure } from "./course_sessions.ts";
export { dailyMonitoringFigure } from "./daily_monitoring.ts";
export { delayDistributionFigure } from "./delay_distribution.ts";
export { differencesFigure } from "./differences.ts";
export { eventLabel, exceedanceFigure } from "./exceedance.ts";
export { facilityHeatMapFigure, type FacilityHeatMapOptions } from "./facility_heat_map.ts";
export type { Figure, FigureTitle, FigureWords, Lang, Layout, Margin, Trace } from "./figure.ts";
export { flowFigure, type FlowOptions } from "./flow.ts";
export { gridMapFigure, type GridMapOptions } from "./grid_map.ts";
export { type Headline, HEADLINES, type Question } from "./headlines.ts";
export {
  capitalised,
  definitionOf,
  groupLabel,
  institutionLabel,
  measureLabel,
  quantityLabel,
  scenarioTitle,
  seriesLabel,
  unitLabel,
} from "./labels.ts";
export { patientOutcomesFigure } from "./patient_outcomes.ts";
export { personTimeLineFigure, type PersonTimeLineSource } from "./person_time_line.ts";
export { quantileBandsFigure, type SeriesChoice } from "./quantile_bands.ts";
export { recoveryCurvesFigure } from "./recovery_curves.ts";
export { serviceLinesFigure } from "./service_lines.ts";
export { serviceRestorationFigure } from "./service_restoration.ts";
export { staffFigure } from "./staffing.ts";
export type {
  Crossing,
  InfluenceEnd,
  InfluenceRow,
  InfluenceStudy,
  StudyEstimate,
  StudyHead,
  StudyPoint,
  ThresholdStudy,
} from "./study.ts";
export { type Reversal, reversalOf } from "./reversal.ts";
export { thresholdFigure } from "./threshold.ts";
export { tornadoFigure, type TornadoOptions } from "./tornado.ts";
export { transferDelayFigure } from "./transfer_delay.ts";
export { transferPartsFigure } from "./transfer_parts.ts";
export { visitsPutOffFigure } from "./visits_put_off.ts";
export { warmUpFigure } from "./warm_up.ts";
