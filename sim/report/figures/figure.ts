/**
 * A figure as Plotly's JSON. Figures are plain data made by pure functions, so that a notebook, a
 * report and a test read the same thing; drawing is left to whoever shows them.
 */
import type { Lang } from "../method/mod.ts";

export type { Lang };

/** One trace of a figure, as Plotly defines it. */
export type Trace = { readonly [key: string]: unknown };

/** Title of a figure with the line below it. */
export interface FigureTitle {
  /** What is shown. */
  readonly text: string;
  /** City, replications, what bars and bands are, and the grades of the inputs. */
  readonly subtitle: { readonly text: string; readonly [key: string]: unknown };
  /** Further settings of Plotly. */
  readonly [key: string]: unknown;
}

/** Margins of a figure. */
export interface Margin {
  /** Left [px]. */
  readonly l: number;
  /** Right [px]. */
  readonly r: number;
  /** Above, with the title [px]. */
  readonly t: number;
  /** Below [px]. */
  readonly b: number;
}

/** A figure in words. */
export interface FigureWords {
  /** What the figure shows in a sentence or two, for those who cannot see it. */
  readonly description: string;
  /** City, replications, what bars and bands are. */
  readonly note: string;
  /** How many inputs of which grade it rests on. */
  readonly grade: string;
}

/** Layout of a figure, as Plotly defines it, with the parts that others read. */
export interface Layout {
  /** Title. */
  readonly title: FigureTitle;
  /** Height [px]. */
  readonly height: number;
  /** Margins; the title stands in the upper one. */
  readonly margin: Margin;
  /** What stands about the figure in words, without markup. */
  readonly meta: FigureWords;
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
