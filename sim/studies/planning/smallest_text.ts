/** What a search for a goal found, in a sentence. */
import type { BilingualName } from "../../domain/mod.ts";
import { promiseText, type TriedValue } from "./promise.ts";
import type { SmallestStudy } from "./smallest_that.ts";

/**
 * Says in a sentence how much is shown to keep a promise, or that nothing tried is, and which values
 * stay open.
 *
 * @param study Study.
 * @returns The sentence in English and in Chinese.
 *
 * @example Nothing in the range keeps it
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { smallestText } from "./mod.ts";
 *
 * const { en } = smallestText({
 *   what: "transfer.vehicleFactor",
 *   unit: "",
 *   measureUnit: "h",
 *   promise: { measure: "transfer_delay_p90", atMost: 2 },
 *   values: [0.5, 1, 1.5],
 *   answer: null,
 *   best: 1.5,
 *   tried: [{
 *     value: 1.5, replications: 10, mean: 3.2, meanLow: 3, meanHigh: 3.4, bound: 3.36, verdict: "broken",
 *   }],
 *   monotone: true,
 * });
 * assertEquals(
 *   en,
 *   "No transfer.vehicleFactor from 0.5 to 1.5 is shown to keep transfer_delay_p90 <= 2 h; " +
 *     "the best tried, 1.5, has a mean of 3.2 h.",
 * );
 * ```
 */
export function smallestText(
  study: Pick<
    SmallestStudy,
    | "what"
    | "unit"
    | "measureUnit"
    | "promise"
    | "values"
    | "answer"
    | "best"
    | "tried"
    | "monotone"
  >,
): BilingualName {
  const { what, promise, measureUnit, values, answer, best, tried } = study;
  const told = (value: number) => amount(value, study.unit);
  const kept = promiseText(promise, measureUnit);
  const { confidence = 0.95 } = promise;
  const percent = `${Number((100 * confidence).toPrecision(4))}`;
  const open = openText(tried.filter(({ value }) => answer === null || value < answer), told);
  const others = study.monotone ? { en: "", zh: "" } : {
    en: " More did not always help among the values tried, so that others may keep it too.",
    zh: "在试过的取值中，增加并不总是更好，其他取值也可能达到承诺。",
  };
  const more = { en: `${open.en}${others.en}`, zh: `${open.zh}${others.zh}` };
  const range = [told(values[0]), told(values[values.length - 1])];
  if (answer !== null) {
    return {
      en: `The smallest ${what} from ${range[0]} to ${range[1]} shown to keep ${kept} is ` +
        `${told(answer)}, at ${percent} % confidence.${more.en}`,
      zh: `在${range[0]}至${range[1]}之间，经证实能达到${kept}的最小${what}为${
        told(answer)
      }（置信度${percent}%）。${more.zh}`,
    };
  }
  const row = tried.find(({ value }) => value === best);
  const mean = row === undefined ? "" : amount(Number(row.mean.toPrecision(3)), measureUnit);
  const closest = row === undefined ? { en: "", zh: "" } : {
    en: `; the best tried, ${told(row.value)}, has a mean of ${mean}`,
    zh: `；试过的最好取值${told(row.value)}的均值为${mean}`,
  };
  return {
    en: `No ${what} from ${range[0]} to ${
      range[1]
    } is shown to keep ${kept}${closest.en}.${more.en}`,
    zh: `在${range[0]}至${
      range[1]
    }之间，未能证实${what}的任何取值能达到${kept}${closest.zh}。${more.zh}`,
  };
}

/** Values that replications do not decide on. */
function openText(
  tried: readonly Pick<TriedValue, "value" | "verdict">[],
  told: (value: number) => string,
): BilingualName {
  const open = tried.filter(({ verdict }) => verdict === "open").map(({ value }) => told(value));
  if (open.length === 0) return { en: "", zh: "" };
  return {
    en: ` Replications leave it open for ${open.join(", ")}.`,
    zh: `取值${open.join("、")}能否达到，现有重复次数尚不能判定。`,
  };
}

function amount(value: number, unit: string): string {
  return unit === "" || unit === "-" ? `${value}` : `${value} ${unit}`;
}
