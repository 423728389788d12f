/** How stretches and marks of a time line look. */
import type { TimeLineKind, TimeLineLane, TimeLineMarkKind } from "../story/mod.ts";
import type { Lang } from "./figure.ts";

/** Colour and hatching, so that neighbours are told apart without colour; none when empty. */
export interface StretchStyle {
  readonly colour: string;
  readonly shape: string;
  /** Whether words on it are white. */
  readonly dark?: boolean;
}

/** Worse is darker; more care is darker; parts of the delay as in the figure of their means. */
export const STRETCHES: { readonly [K in TimeLineKind]: StretchStyle } = {
  incubating: { colour: "#eceff1", shape: "" },
  asymptomatic: { colour: "#fdebd8", shape: "" },
  mild: { colour: "#fdd0a2", shape: "" },
  moderate: { colour: "#fd8d3c", shape: "" },
  severe: { colour: "#c94701", shape: "", dark: true },
  critical: { colour: "#6f2403", shape: "", dark: true },
  convalescent: { colour: "#b5d8b0", shape: "/" },
  home: { colour: "#e4e8ec", shape: "" },
  facility: { colour: "#c6a5c9", shape: "/" },
  road: { colour: "#1f2933", shape: "", dark: true },
  general: { colour: "#9ecae1", shape: "" },
  sub_icu: { colour: "#4292c6", shape: "" },
  icu: { colour: "#084594", shape: "", dark: true },
  unnoticed: { colour: "#b8bfc6", shape: "" },
  reception: { colour: "#009E73", shape: "." },
  result: { colour: "#CC79A7", shape: "-" },
  bed: { colour: "#D55E00", shape: "/" },
  lesser: { colour: "#F0B27A", shape: "\\" },
  handOver: { colour: "#56B4E9", shape: "" },
  vehicle: { colour: "#E69F00", shape: "|" },
  ride: { colour: "#0072B2", shape: "x", dark: true },
};

type Names = { readonly [L in Lang]: string };

/** Names of the lanes. */
export const LANE_NAMES: { readonly [K in TimeLineLane]: Names } = {
  illness: { en: "Illness", zh: "病情" },
  place: { en: "Where", zh: "所在" },
  waiting: { en: "Waiting for a bed that suffices", zh: "等待适宜床位" },
};

/** Name of the lane of marks. */
export const MARKS_NAME: Names = { en: "What happens", zh: "事件" };

/** Marks: symbol, colour, name; one below the other where they stand for the same time. */
export const MARKS: readonly {
  readonly kind: TimeLineMarkKind;
  readonly symbol: string;
  readonly colour: string;
  readonly en: string;
  readonly zh: string;
}[] = [
  { kind: "contact", symbol: "triangle-up", colour: "#009E73", en: "asks for help", zh: "求医" },
  { kind: "decision", symbol: "diamond", colour: "#D55E00", en: "decision", zh: "分诊转诊决定" },
  { kind: "bed", symbol: "square", colour: "#0072B2", en: "into a bed", zh: "入床" },
];

/** How an illness ends. */
export const ENDS = {
  recovered: { symbol: "star", en: "recovers", zh: "康复" },
  died: { symbol: "x", en: "dies", zh: "死亡" },
} as const;
/** That it has not ended. */
export const STILL_ILL: Names = {
  en: "still ill when the run ends",
  zh: "运行结束时尚未康复",
};
