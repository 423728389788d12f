/** What a threshold study found, in a sentence. */
import type { BilingualName } from "../../domain/mod.ts";
import { reversalOf } from "../../report/mod.ts";
import type { FoundThreshold } from "./threshold.ts";

/**
 * Says in a sentence where a conclusion turns, that no value turns it, or that none is shown to.
 *
 * @param study Study.
 * @returns The sentence in English and in Chinese.
 *
 * @example No value reverses it
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { thresholdText } from "./mod.ts";
 *
 * const title = (en: string) => ({ name: en, title: { en, zh: en }, grades: {} });
 * const { en } = thresholdText({
 *   scenarios: [title("plan"), title("no tiers")],
 *   path: "care.lowerBed",
 *   unit: "",
 *   points: [
 *     { value: 0.3, mean: 8, meanLow: 6, meanHigh: 10 },
 *     { value: 0.6, mean: 9, meanLow: 6, meanHigh: 12 },
 *   ],
 *   crossing: null,
 *   crossed: 0,
 *   monotone: true,
 * });
 * assertEquals(
 *   en,
 *   "No value of care.lowerBed between 0.3 and 0.6 reverses the difference, no tiers minus plan: " +
 *     "it stays above 0.",
 * );
 * ```
 */
export function thresholdText(
  study: Pick<
    FoundThreshold,
    "scenarios" | "path" | "unit" | "points" | "crossing" | "crossed" | "monotone"
  >,
): BilingualName {
  const { scenarios: [a, b], path, points, crossing } = study;
  const who = {
    en: `the difference, ${b.title.en} minus ${a.title.en}`,
    zh: `“${b.title.zh}”与“${a.title.zh}”之差`,
  };
  const [from, to] = [points[0].value, points[points.length - 1].value].map((value) =>
    amount(value, study.unit)
  );
  if (crossing === null) {
    return noCrossingText(study, { who, from, to });
  }
  const value = amount(crossing.value, study.unit);
  const low = Number.isNaN(crossing.low) ? null : amount(crossing.low, study.unit);
  const high = Number.isNaN(crossing.high) ? null : amount(crossing.high, study.unit);
  const more = study.monotone ? { en: "", zh: "" } : {
    en: " Means neither rise nor fall throughout, so that it may do so more than once.",
    zh: "均值并非单调变化，变号可能不止一次。",
  };
  return {
    en: `${who.en[0].toUpperCase()}${who.en.slice(1)}, changes its sign at ${path} ${value} ` +
      `(95 % interval ${low ?? `below ${from}`} to ${high ?? `above ${to}`}).${more.en}`,
    zh: `${who.zh}在${path}为${value}处变号（95%区间：${low ?? `低于${from}`}至${
      high ?? `高于${to}`
    }）。${more.zh}`,
  };
}

/** Whether a reversal is excluded, seen at some value, or not shown. */
function noCrossingText(
  study: Pick<FoundThreshold, "path" | "unit" | "points" | "crossed" | "monotone">,
  { who, from, to }: {
    readonly who: BilingualName;
    readonly from: string;
    readonly to: string;
  },
): BilingualName {
  const { path, unit } = study;
  const { excluded, side, others } = reversalOf(study);
  if (others.length > 0) {
    const at = others.map(({ value }) => amount(value, unit));
    return {
      en:
        `${path} ${at.join(", ")} reverses ${who.en}: the interval there lies on the other side ` +
        `of 0, though the means between ${from} and ${to} have no single crossing.`,
      zh: `${path}为${at.join("、")}时${who.zh}反转：该处区间完全位于0的另一侧，` +
        `但${from}至${to}之间的均值没有唯一的变号处。`,
    };
  }
  if (excluded) {
    return {
      en: `No value of ${path} between ${from} and ${to} reverses ${who.en}: it stays ${side} 0.`,
      zh: `${path}在${from}至${to}之间，没有任何值会使${who.zh}反转：始终${
        side === "above" ? "大于" : "小于"
      }0。`,
    };
  }
  const why = meansText(study);
  return {
    en: `${path} is not shown to reverse ${who.en}, between ${from} and ${to}: ${why.en}.`,
    zh: `未能证实${path}在${from}至${to}之间会使${who.zh}反转：${why.zh}。`,
  };
}

/** On which side of zero the means lie, where chance is not excluded. */
function meansText({ points }: Pick<FoundThreshold, "points">): BilingualName {
  const all = (holds: (mean: number) => boolean) => points.every(({ mean }) => holds(mean));
  if (!all((mean) => !Number.isNaN(mean))) {
    return {
      en: "but some replications have no value of the measure",
      zh: "但部分重复运行没有该指标的值",
    };
  }
  if (all((mean) => mean === 0)) return { en: "it is 0 throughout", zh: "始终为0" };
  if (all((mean) => mean > 0)) {
    return { en: "means are above 0, which chance may undo", zh: "均值均大于0，但不能排除偶然" };
  }
  if (all((mean) => mean < 0)) {
    return { en: "means are below 0, which chance may undo", zh: "均值均小于0，但不能排除偶然" };
  }
  if (all((mean) => mean >= 0)) return { en: "means are 0 or above", zh: "均值大于或等于0" };
  if (all((mean) => mean <= 0)) return { en: "means are 0 or below", zh: "均值小于或等于0" };
  return {
    en: "means lie on both sides of 0, by no more than chance",
    zh: "均值在0的两侧，但差异不超出偶然",
  };
}

function amount(value: number, unit: string): string {
  return `${Number(value.toPrecision(3))}${unit === "" ? "" : ` ${unit}`}`;
}
