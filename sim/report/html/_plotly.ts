/**
 * Plotly's source, taken in at import as text: so the report needs neither the network nor
 * permission to read the package cache.
 */
import source from "plotly.js-cartesian-dist-min/plotly-cartesian.min.js" with { type: "text" };

/** Plotly.js, cartesian distribution, minified (MIT licence; its notice is in the text). */
export const PLOTLY_SOURCE: string = source;
