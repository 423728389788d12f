/** How full single hospitals and shelters are, night by night: a heat map for each scenario. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { spreadNote } from "../method/mod.ts";
import { type FacilityCourse, facilityLabel, type ShownFacilities } from "./_facility_days.ts";
import { shownFacilities } from "./_facility_days.ts";
import type { Figure, Lang } from "./figure.ts";
import { heatHeight, heatLayout, type HeatPanels } from "./_heat_panels.ts";
import { heatTraces, percent, type Row } from "./_heat_traces.ts";
import { checkScenario } from "./_known_scenario.ts";
import { scenarioTitle } from "./labels.ts";
import { frameOf, plain } from "./_theme.ts";

const HEADING = "#005a8d";
/** Facilities shown when nothing else is asked for. */
const LARGEST = 40;
/** Signs of a name at most. */
const SIGNS = 44;

/** What a heat map of facilities shows. */
export interface FacilityHeatMapOptions {
  /** Scenario, by name; all of them, a panel each, when left out. */
  readonly scenario?: string;
  /** Facilities at most, those with the highest peaks [-], default 40. */
  readonly largest?: number;
}

/**
 * Share of usable beds in use at midnight, COVID and ordinary patients together, by hospital or
 * shelter and day; a panel per scenario with the same rows. Rows are grouped by kind and tier; in a
 * group, and among those left out, the highest peak over all panels comes first. Above 100 % the
 * colour is another one; a night without usable beds is grey with a line through it.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @param options Scenario, and how many facilities.
 * @returns Figure; scenarios without rows have no panel.
 * @throws {RangeError} If `largest` is no whole number of at least 1, or the results have no such scenario.
 *
 * @example No rows, no panels
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { facilityHeatMapFigure } from "./mod.ts";
 * const none = { ...TINY_RESULT_SET, facilityDays: [] };
 * assertEquals(facilityHeatMapFigure(none).data, []);
 * ```
 */
export function facilityHeatMapFigure(
  set: ResultSet,
  lang: Lang = "en",
  { scenario, largest = LARGEST }: FacilityHeatMapOptions = {},
): Figure {
  checkLargest(largest);
  checkScenario(set, "facilities", scenario);
  const asked = scenariosOf(set, scenario);
  const shown = shownFacilities(set, lang, { scenarios: asked, largest });
  const rows = rowsOf(set, lang, shown);
  const scenarios = rows.length === 0 ? [] : asked;
  const panels: HeatPanels = {
    titles: scenarios.map((name) => scenarioTitle(set, name, lang)),
    rows: rows.map(({ key, label }) => [key, label]),
  };
  const data = scenarios.flatMap((name, at) => heatTraces({ name, at, lang, rows, shown }));
  const closed = data.some(({ name }) => name === "strikes");
  const courses = rows.flatMap(({ course }) => course ?? []);
  const count = courses.length;
  const text = titleOf(lang, shown, count);
  const frame = frameOf(set, lang, {
    text,
    note: noteOf(set, lang, { all: shown.all, count, closed }),
    height: heatHeight(panels),
    description: descriptionOf(set, lang, { text, scenarios, courses }),
    ...(scenario === undefined ? {} : { scenarios }),
  });
  return {
    data,
    layout: {
      ...frame,
      // Long names of rows would push a title that stands above the panels to the right.
      title: { ...frame.title, xref: "container", pad: { t: 14, l: 12 } },
      ...heatLayout(panels, lang, { closed }),
    },
  };
}

function checkLargest(largest: number): void {
  if (Number.isInteger(largest) && largest > 0) return;
  throw new RangeError(
    `Cannot draw facilities as their largest number must be a whole number >= 1: current largest is ${largest}`,
  );
}

/** Scenarios that have rows and are asked for. */
function scenariosOf({ facilityDays, manifest }: ResultSet, scenario?: string): string[] {
  const found = new Set(facilityDays.map((row) => row.scenario));
  return manifest.scenarios.map(({ name }) => name)
    .filter((name) => found.has(name) && (scenario ?? name) === name);
}

/** Headings and facilities from above; two of one name are told apart by their identifiers. */
function rowsOf(set: ResultSet, lang: Lang, { groups }: ShownFacilities): Row[] {
  const seen = new Set<string>();
  return groups.flatMap(({ title, courses }): Row[] => {
    const rows = courses.map((course): Row => {
      const name = facilityLabel(set, course.id, lang);
      const own = seen.has(name) ? `${name} (${course.id})` : name;
      seen.add(own);
      return { key: plain(own), label: plain(shortened(own)), course };
    });
    const label = `<b style="color:${HEADING}">${plain(title)}</b>`;
    return title === "" ? rows : [{ key: `group ${title}`, label, course: undefined }, ...rows];
  });
}

/** A name that leaves room for the panels, cut between words; a number at its end is kept. */
function shortened(name: string): string {
  if (name.length <= SIGNS) return name;
  const number = /\s?\d+$/.exec(name)?.[0] ?? "";
  const room = name.slice(0, SIGNS - 1 - number.length);
  const space = room.lastIndexOf(" ");
  return `${space > SIGNS / 2 ? room.slice(0, space) : room}…${number}`;
}

function titleOf(lang: Lang, { all }: ShownFacilities, count: number): string {
  const some = count < all;
  return lang === "en"
    ? `${some ? "The fullest hospitals" : "Hospitals"} and shelters, night by night`
    : `${some ? "床位最紧张的" : ""}医院与方舱：逐日床位使用率`;
}

function noteOf(
  set: ResultSet,
  lang: Lang,
  { all, count, closed }: {
    readonly all: number;
    readonly count: number;
    readonly closed: boolean;
  },
): string {
  const spread = spreadNote(set, lang);
  const which = count < all;
  if (lang === "zh") {
    return `各次重复之均值（${spread}未示）：午夜在院新冠与普通患者占可用床位之比；` +
      (which ? `所示为峰值最高的${count}家，共${all}家` : `全部${all}家机构`) +
      `，各类中峰值高者居上${closed ? "；灰色带线：无可用床位" : ""}`;
  }
  return `means over replications without their ${spread}: COVID-19 and ordinary patients at midnight over usable beds; ` +
    (which
      ? `${count} of ${all} facilities, those with the highest peaks`
      : `all ${all} facilities`) +
    `, the highest peak of each kind on top${closed ? "; grey with a line: no usable beds" : ""}`;
}

function descriptionOf(
  set: ResultSet,
  lang: Lang,
  { text, scenarios, courses }: {
    readonly text: string;
    readonly scenarios: readonly string[];
    readonly courses: readonly FacilityCourse[];
  },
): string {
  const said = scenarios.map((name) => {
    const peaks = courses.map((course) => {
      const shares = [...course.days.get(name)?.values() ?? []].map(({ share }) => share);
      return {
        name: facilityLabel(set, course.id, lang),
        over: shares.some((share) => share > 100),
        peak: Math.max(0, ...shares.filter(Number.isFinite)),
      };
    });
    const over = peaks.filter((one) => one.over).length;
    const top = peaks.reduce((best, one) => one.peak > best.peak ? one : best);
    const title = scenarioTitle(set, name, lang);
    return lang === "en"
      ? `${title}: ${over} of ${courses.length} above 100 % on some night, highest ${top.name} with ${
        percent(top.peak)
      } %`
      : `${title}：${courses.length}家中${over}家曾超过100%，最高为${top.name}（${
        percent(top.peak)
      }%）`;
  });
  return lang === "en"
    ? `${text}, a heat map of facilities and days for each scenario. ${said.join("; ")}`
    : `${text}，每个方案一幅机构与日期的热图。${said.join("；")}`;
}
