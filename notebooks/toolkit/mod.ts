/** What notebooks need beside the simulator: frames, figures, progress, changed scenarios. */
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
export { displayFigure, showFigure } from "./figure.ts";
export { type Frame, frameBundle, frameOf } from "./frames.ts";
export { parametersFrame, precisionFrame, startFrame } from "./precision_frames.ts";
export { progressBundle, watchProgress } from "./progress.ts";
export {
  bandsFrame,
  comparisonOf,
  differencesFrame,
  exceedanceFrame,
  meansFrame,
  pairsFrame,
} from "./result_frames.ts";
export { type Figure, type PictureSize, svgOf } from "./svg.ts";
