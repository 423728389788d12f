/** Names and numbers as people read them, in English and Chinese. */
import { CATALOGUE, type MeasureDefinition, SERIES_CATALOGUE } from "../../domain/measures/mod.ts";
import { LINES, lineTitle } from "../../domain/terms/mod.ts";
import type { ResultSet, RowGroups } from "../../experiment/results/mod.ts";
import type { Lang } from "./figure.ts";

type Names = ReadonlyMap<string, { readonly en: string; readonly zh: string }>;

function names(...rows: readonly (readonly [key: string, en: string, zh: string])[]): Names {
  return new Map(rows.map(([key, en, zh]) => [key, { en, zh }]));
}

const GROUP_NAMES = names(
  ["general", "general beds", "普通床位"],
  ["sub_icu", "sub-ICU beds", "亚重症床位"],
  ["icu", "ICU beds", "重症监护床位"],
  ["home", "at home", "居家"],
  ["facility_without_bed", "in a facility without a bed", "医疗机构内无床位"],
  ["bed_below_need", "in a bed below the need", "床位低于所需级别"],
  ["right_bed", "in the right bed", "适宜床位"],
  ["green", "green", "绿色"],
  ["yellow", "yellow", "黄色"],
  ["red", "red", "红色"],
  ["hand_over", "hand-over", "交接准备"],
  ["wait_for_bed", "wait for a bed", "等待床位"],
  ["wait_for_vehicle", "wait for a vehicle", "等待车辆"],
  ["drive_to_patient", "drive to the patient", "车辆前往"],
  ["ride", "ride", "转运途中"],
  ["covid", "COVID-19 patients", "新冠患者"],
  ["ordinary", "ordinary patients", "普通患者"],
  ["outpatient", "outpatient visits", "门诊"],
  ["public_health", "public health services", "基本公共卫生服务"],
  ["procedure", "procedures", "检查与治疗操作"],
  ["course", "treatment in sessions", "疗程治疗"],
  ["visits", "outpatient and emergency visits", "门急诊"],
  ["inpatients", "admissions", "住院"],
  ...LINES.map((line) => [line, lineTitle(line, "en"), lineTitle(line, "zh")] as const),
);

const TIER_NAMES = names(
  ["1", "primary care (tier 1)", "基层（一级）"],
  ["2", "secondary hospitals (tier 2)", "二级医院"],
  ["3", "tertiary hospitals (tier 3)", "三级医院"],
);

const INSTITUTION_NAMES = names(
  ["all", "all institutions", "全部医疗机构"],
  ["tertiary", "tertiary hospitals", "三级医院"],
  ["secondary", "secondary hospitals", "二级医院"],
  ["other", "other institutions", "其他医疗机构"],
  ["level_2_and_above", "institutions of level two and above", "二级以上医疗机构"],
);

const QUANTITY_NAMES = names(
  ["visits", "visits", "门急诊"],
  ["admissions", "admissions", "入院"],
  ["inpatients", "inpatients in bed", "在院"],
  ["operations", "operations", "手术"],
);

const UNITS = names(
  ["-", "%", "%"],
  ["persons", "persons", "人"],
  ["patients", "patients", "人"],
  ["transfers", "transfers", "次"],
  ["visits", "visits", "次"],
  ["visits/d", "visits per day", "次/天"],
  ["patients/d", "patients per day", "人/天"],
  ["operations/d", "operations per day", "台/天"],
  ["sessions", "sessions", "次"],
  ["physicians", "physicians", "名医师"],
  ["patients/physician", "patients per physician", "人/医师"],
  ["h", "h", "小时"],
  ["d", "days", "天"],
  ["min", "min", "分钟"],
  ["week", "week", "周"],
  ["day", "day", "日"],
  ["places", "places", "个"],
  ["beds", "beds", "张"],
  ["1/1000", "per 1,000 residents", "每千居民"],
  ["1", "times", "次"],
);

const SERIES = new Map(SERIES_CATALOGUE.map((definition) => [definition.name, definition]));
const DEFINITIONS = new Map(CATALOGUE.map((definition) => [definition.name, definition]));

/**
 * The catalogue's entry of a measure, undefined for a measure that this version does not know.
 *
 * @param measure Name.
 * @returns Definition or undefined.
 *
 * @example A measure of an unknown version
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { definitionOf } from "./mod.ts";
 * assertEquals(definitionOf("from_the_future"), undefined);
 * ```
 */
export function definitionOf(measure: string): MeasureDefinition | undefined {
  return DEFINITIONS.get(measure);
}

/**
 * Title of a measure by the catalogue; its own name when the catalogue does not have it.
 *
 * @param measure Name.
 * @param lang Language.
 * @returns Title.
 *
 * @example An unknown measure keeps its name
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureLabel } from "./mod.ts";
 * assertEquals(measureLabel("from_the_future", "en"), "from_the_future");
 * ```
 */
export function measureLabel(measure: string, lang: Lang): string {
  return definitionOf(measure)?.title[lang] ?? measure;
}

/**
 * Title of a daily or weekly series by the catalogue; its own name when the catalogue does not have
 * it.
 *
 * @param measure Name.
 * @param lang Language.
 * @returns Title.
 *
 * @example A series
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { seriesLabel } from "./mod.ts";
 * assertEquals(seriesLabel("bed_occupancy", "en"), "Bed occupancy");
 * ```
 */
export function seriesLabel(measure: string, lang: Lang): string {
  return SERIES.get(measure)?.title[lang] ?? measure;
}

/**
 * The groups of a row in words; a name of which nothing is known stays as it is.
 *
 * @param groups Groups.
 * @param lang Language.
 * @returns Words joined by commas; empty when nothing is grouped.
 *
 * @example A ward type
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { groupLabel } from "./mod.ts";
 * assertEquals(groupLabel({ ward: "icu" }, "en"), "ICU beds");
 * ```
 */
export function groupLabel(groups: Partial<RowGroups>, lang: Lang): string {
  const words = Object.entries(groups).filter(([, name]) => name !== "").map(([group, name]) =>
    (group === "tier" ? TIER_NAMES : GROUP_NAMES).get(name)?.[lang] ?? name
  );
  return words.join(lang === "en" ? ", " : "，");
}

/**
 * Institutions of a table of the notices in words.
 *
 * @param institution Institutions, as the table names them.
 * @param lang Language.
 * @returns Words.
 *
 * @example The others are those of primary care
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { institutionLabel } from "./mod.ts";
 * assertEquals(institutionLabel("other", "zh"), "其他医疗机构");
 * ```
 */
export function institutionLabel(institution: string, lang: Lang): string {
  return INSTITUTION_NAMES.get(institution)?.[lang] ?? institution;
}

/**
 * Quantity of a table of the notices in words.
 *
 * @param quantity Quantity, as the table names it.
 * @param lang Language.
 * @returns Words.
 *
 * @example Those in bed
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { quantityLabel } from "./mod.ts";
 * assertEquals(quantityLabel("inpatients", "en"), "inpatients in bed");
 * ```
 */
export function quantityLabel(quantity: string, lang: Lang): string {
  return QUANTITY_NAMES.get(quantity)?.[lang] ?? quantity;
}

/**
 * Unit as people read it: a proportion is shown in percent.
 *
 * @param unit Unit of the result tables.
 * @param lang Language.
 * @returns Unit.
 *
 * @example Proportions
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { unitLabel } from "./mod.ts";
 * assertEquals(unitLabel("-", "en"), "%");
 * ```
 */
export function unitLabel(unit: string, lang: Lang): string {
  return UNITS.get(unit)?.[lang] ?? unit;
}

/**
 * Title of a scenario; its name when it is not in the manifest.
 *
 * @param set Results.
 * @param scenario Name.
 * @param lang Language.
 * @returns Title.
 *
 * @example A title
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { scenarioTitle } from "./mod.ts";
 * assertEquals(scenarioTitle(TINY_RESULT_SET, "no_tiers", "zh"), "不分级");
 * ```
 */
export function scenarioTitle(set: ResultSet, scenario: string, lang: Lang): string {
  return set.manifest.scenarios.find(({ name }) => name === scenario)?.title[lang] ?? scenario;
}

/**
 * A text with its first letter in upper case.
 *
 * @param text Text.
 * @returns Text.
 *
 * @example A ward
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { capitalised } from "./mod.ts";
 * assertEquals(capitalised("general beds"), "General beds");
 * ```
 */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
