/**
 * How all figures look: colours of Okabe and Ito (2008), "Color universal design", which people
 * with the common kinds of colour blindness tell apart, and a dash and a symbol of each scenario's
 * own, so that a figure reads in grey too.
 */
import type { ResultSet } from "../../experiment/results/mod.ts";
import {
  drawsOf,
  FEW_DRAWS,
  FEWEST_DRAWS,
  type Graded,
  gradeNote,
  spreadNote,
} from "../method/mod.ts";
import type { FigureTitle, Lang, Layout } from "./figure.ts";

/** Colour, dash and symbol of a scenario. */
export interface ScenarioStyle {
  /** Colour of lines and marks. */
  readonly colour: string;
  /** Colour of bands. */
  readonly band: string;
  /** Colour of wider bands behind bands. */
  readonly faint: string;
  /** Dash of lines. */
  readonly dash: string;
  /** Symbol of points. */
  readonly symbol: string;
}

const COLOURS: readonly (readonly [number, number, number])[] = [
  [0, 114, 178],
  [213, 94, 0],
  [0, 158, 115],
  [204, 121, 167],
  [86, 180, 233],
  [230, 159, 0],
  [0, 0, 0],
];
const DASHES = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot", "2px,6px"];
const SYMBOLS = ["circle", "square", "diamond", "triangle-up", "cross", "x", "star"];

/** Ink of text, and of lines that are no data. */
export const INK = { text: "#1f2933", faint: "#5f6b76", grid: "#e4e8ec", reference: "#444444" };

/** Style of the scenario at a place of the manifest. */
export function styleOf(set: ResultSet, scenario: string): ScenarioStyle {
  return styleAt(Math.max(0, set.manifest.scenarios.findIndex(({ name }) => name === scenario)));
}

/** Style at a place. */
export function styleAt(at: number): ScenarioStyle {
  const [r, g, b] = COLOURS[at % COLOURS.length];
  return {
    colour: `rgb(${r},${g},${b})`,
    band: `rgba(${r},${g},${b},0.16)`,
    faint: `rgba(${r},${g},${b},0.08)`,
    dash: DASHES[at % DASHES.length],
    symbol: SYMBOLS[at % SYMBOLS.length],
  };
}

/** As much of results as stands below a title. */
export interface Framed extends Graded {
  readonly manifest: Graded["manifest"] & {
    readonly city: { readonly name: { readonly en: string; readonly zh: string } };
    readonly replications: number;
  };
}

/** What a figure says about itself. */
export interface Frame {
  /** What is shown. */
  readonly text: string;
  /** What bars, bands and lines are. */
  readonly note: string;
  /** Height, with a title of two lines [px]. */
  readonly height: number;
  /** The figure in a sentence or two, for those who cannot see it. */
  readonly description: string;
  /** Scenarios that it shows, by name; all when left out. */
  readonly scenarios?: readonly string[];
}

/** Signs on a line below the title; Chinese ones count twice. */
const LINE = 104;
/** Height of a line below the title [px]. */
const LINE_HEIGHT = 16;

/** Layout common to all figures: a title, below it how the figure was made and what it rests on. */
export function frameOf(set: Framed, lang: Lang, frame: Frame): Layout {
  const { city, replications } = set.manifest;
  const made = lang === "en"
    ? `${city.name.en}, ${replications} replication${replications === 1 ? "" : "s"}; `
    : `${city.name.zh}，${replications}次重复；`;
  const { scenarios } = frame;
  const note = made + frame.note;
  const grade = gradeNote(set, lang, scenarios === undefined ? {} : { scenarios });
  const below = [wrapped(note, LINE), wrapped(grade, LINE)].join("<br>");
  const room = LINE_HEIGHT * (below.split("<br>").length - 1);
  return {
    ...baseLayout(titleOf(frame.text, below), frame.height + room),
    margin: { l: 64, r: 18, t: 84 + room, b: 44 },
    meta: { description: frame.description, note, grade },
  };
}

function titleOf(text: string, below: string): FigureTitle {
  return {
    text: plain(text),
    x: 0,
    xref: "paper",
    xanchor: "left",
    yref: "container",
    y: 1,
    yanchor: "top",
    pad: { t: 14 },
    font: { size: 17 },
    subtitle: { text: below, font: { size: 12, color: INK.faint } },
  };
}

const OF_WHAT = { mean: "均值", "paired difference": "配对差值" } as const;

/** What bars mean, or the bands of a line, by kind of uncertainty and number of replications. */
export function intervalNote(
  set: ResultSet,
  lang: Lang,
  of: keyof typeof OF_WHAT | "day" | "week",
): string {
  const { replications, uncertainty } = set.manifest;
  const spread = `${spreadNote(set, lang)}${lang === "en" ? ": " : "："}`;
  if (uncertainty === "parameters") return spread + drawsNote(drawsOf(set), lang, of);
  if (replications < 2) {
    return lang === "zh" ? "仅一次重复，无置信区间" : "one replication gives no interval";
  }
  if (of === "day" || of === "week") {
    return spread +
      (lang === "zh"
        ? `线为均值，色带为${of === "day" ? "逐日" : "逐周"}95%置信区间（Student t）`
        : `lines are means, bands their 95 % intervals ${of} by ${of} (Student’s t)`);
  }
  return spread +
    (lang === "zh"
      ? `误差线为${OF_WHAT[of]}各自的95%置信区间（Student t）`
      : `bars are 95 % intervals of each ${of} by itself (Student’s t)`);
}

function drawsNote(
  draws: number,
  lang: Lang,
  of: keyof typeof OF_WHAT | "day" | "week",
): string {
  const zh = lang === "zh";
  const lines = of === "day" || of === "week";
  const centre = of === "paired difference"
    ? (zh ? "点为平均差值" : "points are mean differences")
    : lines
    ? (zh ? "线为中位数" : "lines are medians")
    : (zh ? "所示为中位数" : "values are medians");
  if (draws < FEWEST_DRAWS) {
    return zh
      ? `${centre}；不足${FEWEST_DRAWS}次抽样，无法给出范围`
      : `${centre}; fewer than ${FEWEST_DRAWS} draws give no band`;
  }
  const ends = draws > FEW_DRAWS
    ? ""
    : zh
    ? `；仅${draws}次抽样，两端本身即不确定`
    : `; with ${draws} draws these ends are themselves uncertain`;
  if (lines) {
    return zh
      ? `${centre}，色带${of === "day" ? "逐日" : "逐周"}包含90%的抽样（5%至95%分位）${ends}`
      : `${centre}, bands hold 90 % of draws ${of} by ${of} (5 % to 95 %)${ends}`;
  }
  return zh
    ? `${centre}，误差线包含90%的抽样（5%至95%分位）${ends}`
    : `${centre}, bars hold 90 % of draws (5 % to 95 %)${ends}`;
}

/** Title of an axis, in several lines if it has them. */
export function axisTitle(text: string): { [key: string]: unknown } {
  return { text: plain(text).replaceAll("\n", "<br>"), font: { size: 12 }, standoff: 8 };
}

/** Hatching of a bar, so that its kind can be told without its colour. */
export function hatching(colour: string, shape: string): { [key: string]: unknown } {
  return { shape, bgcolor: colour, fgcolor: "rgba(255,255,255,0.7)", size: 7, solidity: 0.25 };
}

function baseLayout(
  title: FigureTitle,
  height: number,
): { readonly title: FigureTitle; readonly height: number; readonly [key: string]: unknown } {
  return {
    title,
    height,
    font: {
      family:
        'system-ui, "Segoe UI", Roboto, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei", sans-serif',
      size: 13,
      color: INK.text,
    },
    paper_bgcolor: "#ffffff",
    plot_bgcolor: "#ffffff",
    legend: { orientation: "h", x: 0, xanchor: "left", y: -0.1, yanchor: "top" },
  };
}

/** Axis common to all figures. */
export function axis(more: { readonly [key: string]: unknown }): { [key: string]: unknown } {
  return {
    gridcolor: INK.grid,
    zeroline: false,
    linecolor: INK.faint,
    tickcolor: INK.faint,
    ticks: "outside",
    ticklen: 4,
    automargin: true,
    ...more,
  };
}

/** What no line breaks: a sign or a word of Latin letters, with the punctuation that follows. */
const CHINESE_WORD = /[“（《]?(?:[\x21-\x7e]+ ?|[^])[，。；：、）”》！？]*/gu;

/** A text over several lines for a narrow axis, escaped. */
export function wrapped(text: string, width: number): string {
  const lines = [""];
  // A term in brackets does not make an English sentence Chinese.
  const chinese = 4 * (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) > text.length;
  const words = chinese
    ? text.match(CHINESE_WORD) ?? []
    : text.split(" ").map((word) => `${word} `);
  const room = chinese ? Math.ceil(width / 2) : width;
  for (const word of words) {
    const last = lines[lines.length - 1];
    if (last !== "" && (last + word).trimEnd().length > room) lines.push(word);
    else lines[lines.length - 1] = last + word;
  }
  return lines.map((line) => plain(line.trimEnd())).join("<br>");
}

/** A text in which Plotly finds no markup and no template. */
export function plain(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll("%{", "% {");
}
