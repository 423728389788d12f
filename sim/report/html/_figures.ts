/** The figures of the report: places on the page, and the data that the script draws there. */
import type { ResultSet } from "../../experiment/mod.ts";
import {
  bedOccupancyFigure,
  differencesFigure,
  type Figure,
  gridMapFigure,
  type Lang,
  patientOutcomesFigure,
  serviceRestorationFigure,
  type Trace,
  transferDelayFigure,
  transferPartsFigure,
} from "../figures/mod.ts";
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
  ["delay", transferDelayFigure],
  ["parts", transferPartsFigure],
  ["outcomes", patientOutcomesFigure],
  ["services", serviceRestorationFigure],
  ["differences", (set, lang) => differencesFigure(set, lang)],
];

/** Figures of a result set that have something to show, by name. */
export function figuresOf(set: ResultSet): ReadonlyMap<string, PlacedFigure> {
  const figures = FIGURES.map(([name, figure]) => ({
    name,
    en: figure(set, "en"),
    zh: figure(set, "zh"),
  }));
  const loaded = set.measures.some(({ measure }) => measure === "waiting_peak_per_1000");
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
  const note = both(
    new Markup(`${en.layout.title.subtitle.text}.`),
    new Markup(`${zh.layout.title.subtitle.text}。`),
  );
  return markup`
    <figure id="figure-${name}"><figcaption><h3>${title}</h3><p>${note}</p></figcaption>
    <div class="drawing" role="img" data-figure="${name}" aria-label="${en.layout.meta.description}" style="height:${
    shortened(en).layout.height
  }px"></div>
    <noscript><p>${
    both(
      en.layout.meta.description,
      zh.layout.meta.description,
    )
  }</p></noscript></figure>
  `;
}

/** What the script draws: figures whose traces are numbers of the list of all different traces. */
export interface DrawnFigures {
  /** Different traces; outlines of a city are the same on every map. */
  readonly traces: readonly Trace[];
  /** Figures by name and language. */
  readonly figures: {
    readonly [name: string]: {
      readonly [L in Lang]: { readonly data: readonly number[]; readonly layout: Figure["layout"] };
    };
  };
}

/** What the script draws; the title stands on the page, not in the figure. */
export function drawnOf(placed: ReadonlyMap<string, PlacedFigure>): DrawnFigures {
  const places = new Map<string, number>();
  const traces: Trace[] = [];
  const placeIn = (trace: Trace): number => {
    const text = JSON.stringify(trace);
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, traces.length);
    return traces.push(trace) - 1;
  };
  const drawn = (figure: Figure): { data: number[]; layout: Figure["layout"] } => ({
    data: figure.data.map(placeIn),
    layout: shortened(figure).layout,
  });
  const figures = Object.fromEntries(
    [...placed].map(([name, { en, zh }]) => [name, { en: drawn(en), zh: drawn(zh) }]),
  );
  return { traces, figures };
}

const TITLE_ROOM = 74;

function shortened({ data, layout }: Figure): Figure {
  const margin = layout.margin as { readonly t: number };
  const { title: _title, ...rest } = layout;
  return {
    data,
    layout: {
      ...rest,
      height: layout.height - TITLE_ROOM,
      margin: { ...margin, t: margin.t - TITLE_ROOM },
    } as unknown as Figure["layout"],
  };
}
