/** What planners ask: how much keeps a promise, and which layout of grids serves a city best. */
export { compareLayouts, type LayoutComparison, type LayoutOptions } from "./compare_layouts.ts";
export { type LayoutRow, layoutRows } from "./layout_rows.ts";
export type { Judged, ServicePromise, TriedValue, Verdict } from "./promise.ts";
export { type SmallestOptions, type SmallestStudy, smallestThat } from "./smallest_that.ts";
export { smallestText } from "./smallest_text.ts";
export type { ByChange, ByPath, GridOptions } from "./value_grid.ts";
