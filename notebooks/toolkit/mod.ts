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
export {
  comparisonOf,
  differencesFrame,
  type Frame,
  frameBundle,
  frameOf,
  meansFrame,
} from "./frames.ts";
export { progressBundle, watchProgress } from "./progress.ts";
export { type Figure, type PictureSize, svgOf } from "./svg.ts";
