/**
 * A figure as Plotly's JSON. Figures are plain data made by pure functions, so that a notebook, a
 * report and a test read the same thing; drawing is left to whoever shows them.
 */

/** Language of titles and labels. */
export type Lang = "en" | "zh";

/** One trace of a figure, as Plotly defines it. */
export type Trace = { readonly [key: string]: unknown };

/** Title of a figure with the line below it. */
export interface FigureTitle {
  /** What is shown. */
  readonly text: string;
  /** City, replications and interval. */
  readonly subtitle: { readonly text: string; readonly [key: string]: unknown };
  /** Further settings of Plotly. */
  readonly [key: string]: unknown;
}

/** Layout of a figure, as Plotly defines it, with the parts that others read. */
export interface Layout {
  /** Title. */
  readonly title: FigureTitle;
  /** Height [px]. */
  readonly height: number;
  /** What the figure shows in a sentence or two, for those who cannot see it. */
  readonly meta: { readonly description: string };
  /** Further settings of Plotly. */
  readonly [key: string]: unknown;
}

/** A figure. */
export interface Figure {
  /** Traces, drawn in order. */
  readonly data: readonly Trace[];
  /** Layout. */
  readonly layout: Layout;
}
