/** Events of too many days above a level, as they are written, read and checked. */
import { SERIES_CATALOGUE, WARD_TYPES } from "../../domain/mod.ts";
import type { ExceedanceSpec } from "../results/mod.ts";
import {
  CELL,
  cellText,
  hintFor,
  nameProblems,
  NUMBER,
  percentText,
  readGroups,
  refuse,
  shareOf,
} from "./_cell_text.ts";

/** Series that have one value a week; days cannot be counted in them. */
const WEEKLY = ["service_volume_vs_2019"];
const DAILY = SERIES_CATALOGUE.filter(({ name }) => !WEEKLY.includes(name));
/** Values of the groups of daily series. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  ward: WARD_TYPES,
  line: ["covid", "ordinary"],
};

const event = (ward: string, level: number, days: number): ExceedanceSpec => ({
  measure: "bed_occupancy",
  groups: { ward },
  level,
  orAt: true,
  days,
});

/**
 * Events whose probability is estimated when none is asked for: every usable bed of a ward type taken
 * on more than 3 days in all, and 85 % or more of the beds of intensive care and of general wards taken
 * on more than 14 days in all, in a row or apart. Beds held for patients on the way are not in use, so that a day on which every
 * bed is spoken for can stay a little below 100 %.
 *
 * Source: level of 85 %: Bagust, Place and Posnett (1999), "Dynamics of bed use in accommodating
 * emergency admissions: stochastic simulation model", BMJ 319, 155–158. Numbers of days are choices of
 * this project: half a week, two weeks.
 */
export const DEFAULT_EXCEEDANCES: readonly ExceedanceSpec[] = [
  event("icu", 1, 3),
  event("sub_icu", 1, 3),
  event("general", 1, 3),
  event("icu", 0.85, 14),
  event("general", 0.85, 14),
];

/** What is wrong with the groups of a daily series: each must be named, with a value that it has. */
function groupProblems({ measure, groups }: ExceedanceSpec): string[] {
  const definition = DAILY.find(({ name }) => name === measure);
  return (definition?.groups ?? []).flatMap((group) => {
    const [value, valid] = [groups[group] ?? "", VALUES[group]];
    if (valid.includes(value)) return [];
    return value === ""
      ? [
        `"${measure}" is given by ${group}: current ${group} is not named; there are ${
          valid.join(", ")
        }`,
      ]
      : [
        `${group} must be one of "${measure}": current ${group} is "${value}"${
          hintFor(value, valid)
        }`,
      ];
  });
}

/**
 * Refuses an event that cannot be counted, with all that is wrong with it.
 *
 * @param spec Event.
 * @throws {RangeError} When the series is unknown or weekly, a group or its value is unknown or
 * missing, the level is not finite, or the days are no whole number from 0.
 *
 * @example A ward type that is not there
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { checkExceedance, DEFAULT_EXCEEDANCES } from "./mod.ts";
 *
 * const [first] = DEFAULT_EXCEEDANCES;
 * checkExceedance(first);
 * assertThrows(() => checkExceedance({ ...first, groups: { ward: "icv" } }), RangeError, '"icu"');
 * ```
 */
export function checkExceedance(spec: ExceedanceSpec): void {
  const { measure, level, days } = spec;
  const problems = WEEKLY.includes(measure)
    ? [`the series must be daily: "${measure}" is weekly`]
    : nameProblems(spec, { kind: "series", catalogue: DAILY });
  problems.push(...groupProblems(spec));
  if (!Number.isFinite(level)) problems.push(`the level must be finite: current level is ${level}`);
  if (!(Number.isInteger(days) && days >= 0)) {
    problems.push(`days must be a whole number from 0: current number is ${days} d`);
  }
  refuse(`count days of "${formatExceedance(spec)}"`, problems);
}

const isShare = (measure: string): boolean =>
  SERIES_CATALOGUE.some(({ name, unit }) => name === measure && unit === "-");

/**
 * Writes an event as {@link parseExceedance} reads it.
 *
 * @param spec Event.
 * @returns Text; levels of proportions in %, other levels as plain numbers in the series' unit; no
 * days when one day is enough. Days are counted in all, together or apart, not in a row.
 *
 * @example More than three days with every bed of intensive care taken
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_EXCEEDANCES, formatExceedance } from "./mod.ts";
 *
 * const text = formatExceedance(DEFAULT_EXCEEDANCES[0]);
 * assertEquals(text, "bed_occupancy[ward=icu] >= 100 % for more than 3 d in all");
 * ```
 */
export function formatExceedance(spec: ExceedanceSpec): string {
  const { measure, level, orAt, days } = spec;
  const at = isShare(measure) && Number.isFinite(level) ? percentText(level) : `${level}`;
  const long = days === 0 ? "" : ` for more than ${days} d in all`;
  return `${cellText(spec)} ${orAt ? ">=" : ">"} ${at}${long}`;
}

const WRITTEN = new RegExp(
  String
    .raw`^\s*${CELL}\s*(>=?)\s*${NUMBER}\s*(%?)\s*(?:for\s+more\s+than\s+(\d+)\s*d(?:\s+in\s+all)?)?\s*$`,
);

/**
 * Reads an event: a daily series with its groups, `>=` or `>`, a level, and days.
 *
 * The level is a plain number in the series' unit, or a percentage where the series is a proportion.
 * Days are counted in all, together or apart: 2 d, then 2 d a month later, are more than 3 d. `in all`
 * may be left out. Without `for more than N d` one such day is the event (N is 0).
 *
 * @param text For example `bed_occupancy[ward=icu] >= 100 % for more than 3 d in all` or
 * `waiting > 500`.
 * @returns Event.
 * @throws {SyntaxError} When it is not written so.
 * @throws {RangeError} When a name in it is unknown or missing, or % stands with a series that is no
 * proportion.
 *
 * @example Any day with more than 500 people waiting
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseExceedance } from "./mod.ts";
 *
 * assertEquals(parseExceedance("waiting > 500"), {
 *   measure: "waiting", groups: {}, level: 500, orAt: false, days: 0,
 * });
 * ```
 */
export function parseExceedance(text: string): ExceedanceSpec {
  const [, measure, inside, sign, number, percent, days = "0"] = WRITTEN.exec(text) ?? [];
  const groups = readGroups(inside);
  if (measure === undefined || groups === undefined) {
    throw new SyntaxError(
      `Cannot read exceedance "${text}": expected a form like ` +
        `"bed_occupancy[ward=icu] >= 100 % for more than 3 d in all"`,
    );
  }
  const level = percent === "%" ? shareOf(number) : Number(number);
  const spec = { measure, groups, level, orAt: sign === ">=", days: Number(days) };
  checkExceedance(spec);
  if (percent === "%" && !isShare(measure)) {
    const { unit } = SERIES_CATALOGUE.find(({ name }) => name === measure)!;
    throw new RangeError(
      `Cannot read exceedance "${text}" as % stands with proportions alone: ` +
        `current unit of "${measure}" is ${unit}`,
    );
  }
  return spec;
}
