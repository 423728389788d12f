/** What figures of studies say in words: measure, unit, scenarios, numbers. */
import { spreadNote } from "../method/mod.ts";
import type { Lang } from "./figure.ts";
import { capitalised, groupLabel, measureLabel, unitLabel } from "./labels.ts";
import type { Framed } from "./_theme.ts";
import type { StudyHead } from "./study.ts";

/** The measure and the scenarios of a study in words. */
export interface StudyWords {
  /** Measure with its groups. */
  readonly measure: string;
  /** Title of the scenario, or of the second minus the first. */
  readonly of: string;
  /** Unit as people read it. */
  readonly unit: string;
  /** Factor on values, 100 for percent [-]. */
  readonly factor: number;
}

/** Words of a study whose measure has a unit of result tables. */
export function studyWords(study: StudyHead, lang: Lang): StudyWords {
  const { scenarios, measure, groups, unit } = study;
  const group = groupLabel(groups, lang);
  const comma = lang === "en" ? ", " : "，";
  const name = capitalised(measureLabel(measure, lang)) + (group === "" ? "" : comma + group);
  const titles = scenarios.map(({ title }) => title[lang]);
  const difference = titles.length > 1;
  const share = unit === "-";
  const points = lang === "en" ? "percentage points" : "百分点";
  return {
    measure: name,
    of: !difference
      ? titles[0] ?? ""
      : lang === "en"
      ? `“${titles[1]}” minus “${titles[0]}”`
      : `“${titles[1]}”减“${titles[0]}”`,
    unit: share && difference ? points : unitLabel(unit, lang),
    factor: share ? 100 : 1,
  };
}

/** What stands below the title of a study's figure. */
export function framedStudy(study: StudyHead): Framed {
  const { city, replications, scenarios } = study;
  return { manifest: { city, replications, scenarios } };
}

/** What the spread of a study holds. */
export function studySpread({ uncertainty }: StudyHead, lang: Lang): string {
  return spreadNote({ manifest: { uncertainty } }, lang);
}

/** A number as people read it, at so many significant digits. */
export function numberText(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return "–";
  const rounded = Number(value.toPrecision(digits));
  return rounded.toLocaleString("en-US", { maximumFractionDigits: 12 }).replace("-", "−");
}

/** A value of a parameter with its unit. */
export function valueText(value: number, unit: string): string {
  return unit === "" ? numberText(value, 4) : `${numberText(value, 4)} ${unit}`;
}
