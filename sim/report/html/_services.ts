/** How far ordinary services fell and when they were back, by kind of institution. */
import type { Institution, Restored, ResultSet } from "../../experiment/results/mod.ts";
import { institutionLabel, type Lang, scenarioTitle } from "../figures/mod.ts";
import { both, inBoth, type Markup, markup } from "./_markup.ts";
import { headOf, tableOf } from "./_table.ts";

const INSTITUTIONS: readonly Institution[] = ["tertiary", "secondary", "other"];
const QUANTITIES: readonly Restored[] = ["visits", "admissions"];

/** The lowest week of a cell of the weekly table, and the first that is full; empty without one. */
interface Course {
  readonly lowest: number;
  readonly week: string;
  readonly full: string;
}

/** What the weekly table says of each kind of institution; nothing where there is no such table. */
export function servicesPart(set: ResultSet): Markup {
  if (set.restoration.length === 0) return markup``;
  const { scenarios } = set.manifest;
  const items = scenarios.map(({ name }) =>
    markup`
      <li><strong>${inBoth((lang) => scenarioTitle(set, name, lang))}</strong>: ${
      inBoth((lang) => sentenceOf(set, name, lang))
    }</li>
    `
  );
  return markup`
    <p>${
    both(
      "Service volume of each whole week, Monday to Sunday, as % of the same weekdays of 2019, as the notice on restoring services asks (restoration.csv); day by day for institutions of level two and above (monitoring.csv). Visits are outpatient and emergency visits in person. Inpatients are counted as admissions; those in bed stand in both tables too. Back for good: this week and all later ones at 95 % or more, on average over replications.",
      "按恢复服务通知的要求，以每个完整周（周一至周日）服务量占2019年同期的百分比表示（restoration.csv）；二级以上医疗机构另有每日数据（monitoring.csv）。门急诊指现场就诊；住院以入院计，两表均另列在院人数。稳定恢复：该周及其后各周的均值均不低于95%。",
    )
  }</p>
    <ul>${items}</ul>
    ${theatresNote(set)}${tableFor(set)}
  `;
}

/** That theatres are not modelled, for those who look for operations; empty where all count them. */
function theatresNote(set: ResultSet): Markup {
  const { scenarios } = set.manifest;
  const counted = new Set(
    set.monitoring.filter(({ quantity }) => quantity === "operations").map((row) => row.scenario),
  );
  const without = scenarios.filter(({ name }) => !counted.has(name));
  if (without.length === 0 || set.monitoring.length === 0) return markup``;
  const which = (lang: Lang): string =>
    without.map(({ name }) => scenarioTitle(set, name, lang)).join(lang === "en" ? ", " : "、");
  const [en, zh] = counted.size === 0 ? ["", ""] : [` in ${which("en")}`, `（${which("zh")}）`];
  return markup`<p>${
    both(
      `There are no numbers of operations: operating theatres are not modelled${en} (hospital.surgery.counted is off). Patients who need an operation are among the admissions.`,
      `无手术数：未模拟手术室${zh}（hospital.surgery.counted 为关）。需手术的患者计入入院。`,
    )
  }</p>`;
}

function courseOf(
  set: ResultSet,
  scenario: string,
  institution: Institution,
  quantity: Restored,
): Course | undefined {
  const drawn = set.manifest.uncertainty === "parameters";
  const rows = set.restoration.filter((row) =>
    row.scenario === scenario && row.institution === institution && row.quantity === quantity
  ).map((row) => ({ ...row, centre: drawn ? row.p50 : row.mean }))
    .filter(({ centre }) => Number.isFinite(centre));
  if (rows.length === 0) return undefined;
  const least = rows.reduce((a, b) => b.centre < a.centre ? b : a);
  return {
    lowest: least.centre,
    week: least.week,
    full: rows.find(({ full }) => full)?.week ?? "",
  };
}

/** One sentence on the visits of each kind of institution. */
function sentenceOf(set: ResultSet, scenario: string, lang: Lang): string {
  const en = lang === "en";
  const parts = INSTITUTIONS.flatMap((institution) => {
    const course = courseOf(set, scenario, institution, "visits");
    if (course === undefined) return [];
    const name = institutionLabel(institution, lang);
    const { lowest, week, full } = course;
    const percent = `${Math.round(lowest)}${en ? " %" : "%"}`;
    const back = full === ""
      ? (en ? "not back by the end" : "期末仍未恢复")
      : full === firstWeek(set)
      ? (en ? "never below 95 %" : "始终不低于95%")
      : (en ? `back for good from ${full}` : `自${full}起稳定恢复`);
    return [
      en
        ? `${name} lowest at ${percent} in the week of ${week}, ${back}`
        : `${name}最低为${percent}（${week}当周），${back}`,
    ];
  });
  const visits = en ? "Outpatient and emergency visits" : "门急诊";
  if (parts.length === 0) return en ? "no visits in 2019" : "2019年无就诊";
  return en ? `${visits}: ${parts.join("; ")}.` : `${visits}：${parts.join("；")}。`;
}

const firstWeek = (set: ResultSet): string =>
  set.restoration.reduce((least, { week }) => least === "" || week < least ? week : least, "");

function tableFor(set: ResultSet): Markup {
  const rows = set.manifest.scenarios.flatMap(({ name }) =>
    INSTITUTIONS.map((institution, at) => {
      const cells = QUANTITIES.flatMap((quantity) => {
        const course = courseOf(set, name, institution, quantity);
        if (course === undefined) {
          return [markup`<td>–</td>`, markup`<td>–</td>`, markup`<td>–</td>`];
        }
        return [course.lowest.toFixed(1), course.week, course.full === "" ? "–" : course.full]
          .map((text) => markup`<td>${text}</td>`);
      });
      const title = markup`<th scope="row" rowspan="${INSTITUTIONS.length}">${
        inBoth((lang) => scenarioTitle(set, name, lang))
      }</th>`;
      return markup`<tr>${at === 0 ? title : ""}<td class="name">${
        inBoth((lang) => institutionLabel(institution, lang))
      }</td>${cells}</tr>`;
    })
  );
  return tableOf(set, {
    id: "restoration",
    kind: "numbers compact",
    caption: both(
      "Lowest week and first week of full recovery, by kind of institution; a dash where it is not reached, or there was no such service in 2019.",
      "各类医疗机构的最低周与完全恢复的首周；未达到或2019年无此服务者以短横表示。",
    ),
    head: headOf([
      ["Scenario", "方案"],
      ["Institutions", "医疗机构"],
      ["Visits, lowest [%]", "门急诊最低 [%]"],
      ["in the week of", "所在周"],
      ["full from", "完全恢复自"],
      ["Admissions, lowest [%]", "入院最低 [%]"],
      ["in the week of", "所在周"],
      ["full from", "完全恢复自"],
    ]),
    body: markup`<tbody>${rows}</tbody>`,
  });
}
