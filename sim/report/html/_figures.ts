/** The figures of the report: places on the page, and the data that the script draws there. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import {
  bedOccupancyFigure,
  convergenceFigure,
  courseSessionsFigure,
  dailyMonitoringFigure,
  delayDistributionFigure,
  differencesFigure,
  exceedanceFigure,
  facilityHeatMapFigure,
  type Figure,
  flowFigure,
  gridMapFigure,
  type Lang,
  patientOutcomesFigure,
  quantileBandsFigure,
  recoveryCurvesFigure,
  type SeriesChoice,
  serviceLinesFigure,
  serviceRestorationFigure,
  staffFigure,
  type Trace,
  transferDelayFigure,
  transferPartsFigure,
  visitsPutOffFigure,
  warmUpFigure,
} from "../figures/mod.ts";
import { tooFewDraws } from "../method/mod.ts";
import { both, Markup, markup } from "./_markup.ts";

/** A figure in both languages, under the name of its place. */
export interface PlacedFigure {
  /** Name of the place, also its anchor. */
  readonly name: string;
  /** In English. */
  readonly en: Figure;
  /** In Chinese. */
  readonly zh: Figure;
}

const FIGURES: readonly (readonly [string, (set: ResultSet, lang: Lang) => Figure])[] = [
  ["beds", bedOccupancyFigure],
  ["facilities", (set, lang) => facilityHeatMapFigure(set, lang)],
  ["delay", transferDelayFigure],
  ["distribution", delayDistributionFigure],
  ["parts", transferPartsFigure],
  ["flow", (set, lang) => flowFigure(set, lang)],
  ["outcomes", patientOutcomesFigure],
  ["recovery", recoveryCurvesFigure],
  ["services", serviceRestorationFigure],
  ["lines", serviceLinesFigure],
  ["monitoring", dailyMonitoringFigure],
  ["put-off", visitsPutOffFigure],
  ["sessions", courseSessionsFigure],
  ["staff", staffFigure],
  ["differences", (set, lang) => differencesFigure(set, lang)],
  ["bands-icu", (set, lang) => bandsFigure(set, lang, { measure: "bed_occupancy", ward: "icu" })],
  ["bands-waiting", (set, lang) => bandsFigure(set, lang, { measure: "waiting" })],
  ["exceedance", exceedanceFigure],
  ["convergence", convergenceFigure],
  ["warm-up", warmUpFigure],
];

/** Figures whose panels side by side need more room than a phone has; there they are scrolled. */
const WIDE: ReadonlySet<string> = new Set(["facilities", "staff"]);

/** Quantile bands; none where replications are too few for them. */
function bandsFigure(set: ResultSet, lang: Lang, choice: SeriesChoice): Figure {
  const drawn = !tooFewDraws(set) && set.bands.some(({ p05 }) => Number.isFinite(p05));
  return quantileBandsFigure(drawn ? set : { ...set, bands: [] }, lang, choice);
}

/** Figures of a result set that have something to show, by name. */
export function figuresOf(set: ResultSet): ReadonlyMap<string, PlacedFigure> {
  const figures = FIGURES.map(([name, figure]) => ({
    name,
    en: figure(set, "en"),
    zh: figure(set, "zh"),
  }));
  const loaded = set.comparison.some(({ measure }) => measure === "waiting_peak_per_1000");
  const maps = set.manifest.scenarios.filter(() => loaded).map((scenario, at) => ({
    name: `map-${at}`,
    en: gridMapFigure(set, "en", { scenario: scenario.name }),
    zh: gridMapFigure(set, "zh", { scenario: scenario.name }),
  }));
  return new Map(
    [...figures, ...maps].filter(({ en }) => en.data.length > 0).map((placed) => [
      placed.name,
      placed,
    ]),
  );
}

/** A figure with its caption in both languages; a sentence where there is nothing to show. */
export function placeOf(placed: PlacedFigure | undefined): Markup {
  if (placed === undefined) {
    return markup`<p class="meta">${
      both("These results hold nothing to draw here.", "本结果中无可绘制的数据。")
    }</p>`;
  }
  const { name, en, zh } = placed;
  // Titles are markup already: Plotly reads them so, and the figures escape for it.
  const title = both(new Markup(en.layout.title.text), new Markup(zh.layout.title.text));
  const [words, inChinese] = [en.layout.meta, zh.layout.meta];
  const note = both(
    markup`${words.note}. <small class="rests">${words.grade}.</small>`,
    markup`${inChinese.note}。<small class="rests">${inChinese.grade}。</small>`,
  );
  const drawing = markup`
    <div class="drawing" role="img" data-figure="${name}" aria-label="${en.layout.meta.description}" style="height:${
    shortened(en).layout.height
  }px"></div>
  `;
  const scrolled = markup`
    <div class="scroll wide" role="region" tabindex="0" aria-labelledby="figure-${name}-title">${drawing}</div>
  `;
  return markup`
    <figure id="figure-${name}"><figcaption><h3 id="figure-${name}-title">${title}</h3><p>${note}</p></figcaption>
    ${WIDE.has(name) ? scrolled : drawing}
    <noscript><p>${
    both(
      en.layout.meta.description,
      zh.layout.meta.description,
    )
  }</p></noscript></figure>
  `;
}

/**
 * What the script draws. Long lists of numbers and dates are places in a list of all different
 * ones: both languages draw the same numbers, and all series have the same dates.
 */
export interface DrawnFigures {
  /** Different lists. */
  readonly lists: readonly unknown[];
  /** Figures by name and language. */
  readonly figures: {
    readonly [name: string]: {
      readonly [L in Lang]: { readonly data: readonly Trace[]; readonly layout: Figure["layout"] };
    };
  };
}

/** A list that is shorter than this stands where it is used. */
const SHORT = 8;

/** What the script draws; the title stands on the page, not in the figure. */
export function drawnOf(placed: ReadonlyMap<string, PlacedFigure>): DrawnFigures {
  const places = new Map<string, number>();
  const lists: unknown[] = [];
  const stored = (value: unknown): unknown => {
    if (!Array.isArray(value) || value.length < SHORT) return value;
    const text = JSON.stringify(value);
    const at = places.get(text) ?? lists.push(value) - 1;
    places.set(text, at);
    return { list: at };
  };
  const drawn = (figure: Figure): { data: Trace[]; layout: Figure["layout"] } => ({
    data: figure.data.map((trace) =>
      Object.fromEntries(Object.entries(trace).map(([key, value]) => [key, stored(value)]))
    ),
    layout: shortened(figure).layout,
  });
  const figures = Object.fromEntries(
    [...placed].map(([name, { en, zh }]) => [name, { en: drawn(en), zh: drawn(zh) }]),
  );
  return { lists, figures };
}

/** Room above a drawing without its title [px]. */
const TOP = 10;

function shortened({ data, layout }: Figure): Figure {
  const { title: _title, margin, ...rest } = layout;
  return {
    data,
    layout: {
      ...rest,
      height: layout.height - (margin.t - TOP),
      margin: { ...margin, t: TOP },
    } as unknown as Figure["layout"],
  };
}
