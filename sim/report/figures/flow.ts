/** Where patients go: from home through beds to how it ends, as ribbons. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { spreadNote } from "../method/mod.ts";
import type { Figure, Lang, Trace } from "./figure.ts";
import { barOf, FLOW_COLUMNS, type FlowStream, streamsOf } from "./_flow_streams.ts";
import { barName, patientsText, shortText, streamText } from "./_flow_words.ts";
import { checkScenario } from "./_known_scenario.ts";
import { scenarioTitle } from "./labels.ts";
import { type Bar, fittingScale, outlineOf, type Placed, placeRibbons } from "./_ribbons.ts";
import { frameOf, INK, plain } from "./_theme.ts";

/** What a figure of flows shows. */
export interface FlowOptions {
  /** Scenario, by name; all of them, a panel each, when left out. */
  readonly scenario?: string;
}

/** Height of the ribbons of the fullest panel with their gaps [px]. */
const HEIGHT = 300;
/** Room above a bar for its name; above a panel for its title and the names of its columns [px]. */
const GAP = 20;
const HEAD = 42;
/** Room between two panels [px]. */
const BETWEEN = 26;
/** Left and right end of the bars of each column, as shares of the width [-]. */
const BARS = [[0, 0.018], [0.491, 0.509], [0.982, 1]] as const;

/** Colours of ribbons by the place of the bed, after Okabe and Ito; grey without a bed. */
const COLOURS: ReadonlyMap<string, string> = new Map([
  ["primary", "0,158,115"],
  ["shelter", "240,228,66"],
  ["sub_designated", "86,180,233"],
  ["designated", "0,114,178"],
  ["lead", "213,94,0"],
  ["partner", "230,159,0"],
  ["other_hospital", "204,121,167"],
]);
const GREY = "120,130,140";

/** The streams of a scenario, placed, and where its panel begins [px]. */
interface Panel {
  readonly name: string;
  readonly placed: Placed<FlowStream>;
  readonly top: number;
}

/**
 * Moves of COVID-19 patients who came to need a bed: where they came from, the kind of facility whose bed
 * it was, what came then; a panel per scenario, all to one scale. A move from one bed to another is
 * drawn twice, as coming and as leaving; who never had a bed passes through a bar of that name.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @param options Scenario.
 * @returns Figure; scenarios without rows have no panel.
 * @throws {RangeError} If the results have no such scenario.
 *
 * @example No rows, no ribbons
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { flowFigure } from "./mod.ts";
 * assertEquals(flowFigure({ ...TINY_RESULT_SET, flows: [] }).data, []);
 * ```
 */
export function flowFigure(
  set: ResultSet,
  lang: Lang = "en",
  { scenario }: FlowOptions = {},
): Figure {
  checkScenario(set, "flows", scenario);
  const panels = panelsOf(set, scenario);
  const body = panels.reduce((sum, { placed }) => sum + HEAD + placed.bottom + BETWEEN, 0);
  const text = lang === "en"
    ? "From home through beds to the outcome"
    : "患者流向：从居家、床位到结局";
  const frame = frameOf(set, lang, {
    text,
    note: noteOf(set, lang),
    height: 84 + 10 + Math.max(body, 82),
    description: descriptionOf(set, lang, text, panels),
    ...(scenario === undefined ? {} : { scenarios: [scenario] }),
  });
  return {
    data: panels.flatMap((panel) => tracesOf(panel, lang)),
    layout: {
      ...frame,
      margin: { ...frame.margin, l: 12, r: 12, b: 10 },
      showlegend: false,
      hovermode: "closest",
      xaxis: { visible: false, range: [0, 1], fixedrange: true },
      yaxis: { visible: false, range: [Math.max(body, 82), 0], fixedrange: true },
      annotations: panels.flatMap((panel) => wordsOf(set, panel, lang)),
    },
  };
}

function panelsOf(set: ResultSet, scenario: string | undefined): Panel[] {
  const found = set.manifest.scenarios.map(({ name }) => ({
    name,
    streams: streamsOf(set.flows.filter((row) => row.scenario === name)),
  })).filter(({ streams }) => streams.length > 0);
  const stacking = { columns: FLOW_COLUMNS, gap: GAP };
  const scale = Math.min(
    ...found.map(({ streams }) => fittingScale(streams, { ...stacking, height: HEIGHT })),
  );
  let top = 0;
  return found.filter(({ name }) => (scenario ?? name) === name).map(({ name, streams }) => {
    const placed = placeRibbons(streams, { ...stacking, scale });
    const panel = { name, placed, top };
    top += HEAD + placed.bottom + BETWEEN;
    return panel;
  });
}

function tracesOf({ name, placed, top }: Panel, lang: Lang): Trace[] {
  const values = new Map(placed.bars.map(({ key, value }) => [key, value]));
  const ribbons = placed.ribbons.map((ribbon): Trace => {
    const { stream, column, left, right, width } = ribbon;
    const bed = stream.to.startsWith("bed:") ? stream.to : stream.from;
    const down = { left: left + top + HEAD, right: right + top + HEAD, width };
    const colour = COLOURS.get(barOf(bed)) ?? GREY;
    return {
      type: "scatter",
      mode: "lines",
      name: `${name} ${stream.from} ${stream.to}`,
      ...outlineOf(down, [BARS[column][1], BARS[column + 1][0]]),
      fill: "toself",
      fillcolor: `rgba(${colour},0.5)`,
      line: { width: 0.6, color: `rgb(${colour})` },
      hoveron: "fills",
      hoverinfo: "text",
      text: streamText(stream, values.get(bed) ?? 1, lang),
    };
  });
  return [...ribbons, barsTrace(placed.bars, top + HEAD)];
}

function barsTrace(bars: readonly Bar[], down: number): Trace {
  const gap = null;
  return {
    type: "scatter",
    mode: "lines",
    name: "bars",
    x: bars.flatMap(({ column }) => {
      const [from, to] = BARS[column];
      return [from, to, to, from, from, gap];
    }),
    y: bars.flatMap(({ top, bottom }) => {
      const [high, low] = [top, bottom].map((one) => Number((one + down).toFixed(2)));
      return [high, high, low, low, high, gap];
    }),
    fill: "toself",
    fillcolor: INK.text,
    line: { width: 1, color: INK.text },
    hoverinfo: "skip",
  };
}

const ENDS = ["left", "center", "right"] as const;
const HEADS = {
  en: ["From", "In a bed of", "Then"],
  zh: ["来自", "所住床位", "去向"],
} as const;

/** The title of a panel, the names of its columns and bars. */
function wordsOf(set: ResultSet, { name, placed, top }: Panel, lang: Lang): unknown[] {
  const label = (text: string, column: number, y: number, colour: string): unknown => ({
    text,
    x: column / 2,
    xanchor: ENDS[column],
    y,
    yanchor: "bottom",
    yshift: -1,
    showarrow: false,
    font: { size: 11, color: colour },
    borderpad: 0,
    bgcolor: "rgba(255,255,255,0.55)",
  });
  const heads = HEADS[lang].map((head, column) => label(head, column, top + HEAD, INK.faint));
  const bars = placed.bars.map((bar) =>
    label(
      `${plain(barName(bar.key, lang))} <b>${shortText(bar.value, lang)}</b>`,
      bar.column,
      bar.top + top + HEAD,
      INK.text,
    )
  );
  const title = {
    ...label(`<b>${plain(scenarioTitle(set, name, lang))}</b>`, 0, top + 20, INK.text) as object,
    font: { size: 13, color: INK.text },
  };
  return [title, ...heads, ...bars];
}

function noteOf(set: ResultSet, lang: Lang): string {
  const spread = spreadNote(set, lang);
  return lang === "en"
    ? `mean numbers of patients who came to need a bed, their spread (${spread}) when pointed at; all ribbons to one scale; a move from one bed to another is drawn twice, as coming and as leaving`
    : `曾需要床位的患者人数均值，悬停可见其离散（${spread}）；所有流带同一比例；床位之间的转移画两次，一次为转入，一次为转出`;
}

function descriptionOf(
  set: ResultSet,
  lang: Lang,
  text: string,
  panels: readonly Panel[],
): string {
  const said = panels.map(({ name, placed }) => {
    const bars = placed.bars.filter(({ column }) => column > 0).map(({ key, value }) =>
      `${barName(key, lang)} ${patientsText(value)}`
    );
    return `${scenarioTitle(set, name, lang)}: ${bars.join(", ")}`;
  });
  return lang === "en"
    ? `${text}, ribbons between three columns. Patients — ${said.join("; ")}`
    : `${text}，三列之间的流带。人数——${said.join("；")}`;
}
