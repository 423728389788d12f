/** What notebooks need beside the simulator: frames, figures, progress, changed scenarios. */
import { hearStopButton } from "./interrupts.ts";
import { inKernel, printErrorsPlainly } from "./plain_errors.ts";

if (inKernel()) {
  printErrorsPlainly();
  hearStopButton();
}

export { addBeds, type MoreBeds } from "./add_beds.ts";
export {
  type AnsweredRules,
  askRules,
  type DescribedPatient,
  type RulesAsked,
} from "./ask_rules.ts";
export {
  bundleOf,
  DISPLAY,
  type Displayable,
  type Kernel,
  type MediaBundle,
  openPlace,
  show,
} from "./display.ts";
export { changeScenario, type ScenarioChange } from "./change_scenario.ts";
export { cityProblemsFrame, unusualFrame } from "./city_problems.ts";
export { curvesFrame, flowsFrame } from "./course_frames.ts";
export { bandsFrame, exceedanceFrame, facilityDaysFrame } from "./day_frames.ts";
export { displayFigure, showFigure } from "./figure.ts";
export {
  type FindAsked,
  findPatients,
  type PairedWait,
  pairWaits,
  type RunAsked,
} from "./find_patients.ts";
export { type FollowAsked, type FollowedPatient, followPatient } from "./follow_patients.ts";
export { columnsOf, type Frame, frameBundle, frameOf, rowsOf } from "./frames.ts";
export { type ColumnSources, gather, type RowFilter, tableOf } from "./gather.ts";
export { openResults } from "./open_results.ts";
export { openScenario, openScenarios } from "./open_scenario.ts";
export { openTable, type TableOptions } from "./open_table.ts";
export {
  checkCity,
  type CheckOptions,
  cityTotalsFrame,
  copyCity,
  dictionaryFrame,
  openCity,
} from "./own_city.ts";
export { CellStop } from "./plain_errors.ts";
export { pairingFrame, unpairedInterval } from "./pairing_frame.ts";
export { parametersFrame, precisionFrame, startFrame } from "./precision_frames.ts";
export { problemsFrame } from "./problems.ts";
export { progressBundle, watchProgress } from "./progress.ts";
export {
  comparisonOf,
  differencesFrame,
  meansFrame,
  pairsFrame,
  replicationsFrame,
} from "./result_frames.ts";
export { runAndWatch } from "./run_and_watch.ts";
export {
  shownLines,
  type ShownStory,
  shownStory,
  type ShownText,
  sideBySide,
} from "./show_story.ts";
export { triedFrame } from "./study_frames.ts";
export { type Figure, type PictureSize, svgOf } from "./svg.ts";
export { transferPartsFrame } from "./transfer_frames.ts";
export { validationFigure } from "./validation_figure.ts";
export {
  oneOfEachCase,
  VALIDATION_KINDS,
  validationCounts,
  type ValidationKind,
  type ValidationRow,
  validationRows,
} from "./validation_table.ts";
export { askAndWatch } from "./watch_work.ts";
export { writeCsv, writeExcel, writeParquet } from "./write_frames.ts";
