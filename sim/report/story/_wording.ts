/** A language at work: sentences filled in, dates, durations, names. */
import type { BilingualName, RuleAttributes } from "../../domain/mod.ts";
import { dateOf } from "../../network/mod.ts";
import type { Lang } from "../method/mod.ts";
import { CHINESE } from "./_chinese.ts";
import { CHINESE_MANNER, CHINESE_TERMS } from "./_chinese_terms.ts";
import { ENGLISH } from "./_english.ts";
import { ENGLISH_MANNER, ENGLISH_TERMS } from "./_english_terms.ts";
import type { FlagAttribute, Language, Manner, Terms, TextKey } from "./_terms.ts";

const LANGUAGES: Readonly<Record<Lang, Language>> = {
  en: { texts: ENGLISH, terms: ENGLISH_TERMS, manner: ENGLISH_MANNER },
  zh: { texts: CHINESE, terms: CHINESE_TERMS, manner: CHINESE_MANNER },
};
const MINUTES_PER_DAY = 1440;

/** A text with its gaps filled in. */
export function filled(text: string, fillings: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name) => String(fillings[name] ?? gap));
}

/** Words in one language. */
export class Wording {
  readonly terms: Terms;
  readonly manner: Manner;
  readonly lang: Lang;
  readonly #texts: Language["texts"];

  constructor(lang: Lang) {
    const { texts, terms, manner } = LANGUAGES[lang];
    this.lang = lang;
    this.terms = terms;
    this.manner = manner;
    this.#texts = texts;
  }

  /** A sentence with its gaps filled in; what stands in the fillings is left as it is. */
  text(key: TextKey, fillings: Readonly<Record<string, string | number>> = {}): string {
    return filled(this.#texts[key], fillings);
  }

  name(name: BilingualName): string {
    return name[this.lang];
  }

  /** Day and clock of a time [min since 00:00 of the first day]. */
  clock(start: string, time: number): string {
    const whole = Math.floor(time + 1e-6);
    const day = Math.floor(whole / MINUTES_PER_DAY);
    const [year, month, date] = dateOf(start, day).split("-").map(Number);
    const minute = whole - day * MINUTES_PER_DAY;
    const two = (n: number) => String(n).padStart(2, "0");
    return this.manner.clock(
      year,
      month,
      date,
      `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
    );
  }

  /** A time in its two largest units [min]. */
  duration(time: number): string {
    const whole = Math.round(time);
    const [day, hour, minute, less] = this.manner.units;
    if (whole < 1) return less;
    const parts = [
      [Math.floor(whole / MINUTES_PER_DAY), day],
      [Math.floor(whole % MINUTES_PER_DAY / 60), hour],
      [whole % 60, minute],
    ] as const;
    const first = parts.findIndex(([n]) => n > 0);
    const two = parts.slice(first, first + 2).filter(([n]) => n > 0);
    return two.map(([n, unit]) => `${n}${unit}`).join(this.lang === "en" ? " " : "");
  }

  list(items: readonly string[], last: "and" | "or" = "and"): string {
    if (items.length < 2) return items.join("");
    return items.slice(0, -1).join(this.manner.comma) + this.manner[last] + items.at(-1);
  }

  /** A share in percent, at most one decimal. */
  percent(share: number): string {
    return String(Math.round(share * 1000) / 10);
  }

  /** A share with its sign, e.g. `12 %`. */
  inPercent(share: number): string {
    return this.percent(share) + (this.lang === "en" ? "\u00a0%" : "%");
  }

  /** A value of an attribute that rules see. */
  value(attribute: keyof RuleAttributes, value: string | boolean): string {
    if (typeof value === "boolean") {
      return this.terms.flag[attribute as FlagAttribute][value ? 0 : 1];
    }
    if (attribute === "ageBand") return this.manner.age(value as RuleAttributes["ageBand"]);
    const kind = attribute === "disease" ? "diseaseIs" : attribute as keyof Terms;
    const names = this.terms[kind] as Readonly<Record<string, string>>;
    return names[value];
  }
}
