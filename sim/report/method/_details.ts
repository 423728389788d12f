/** What the tables of facilities by day, curves and flows hold. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import type { Lang } from "./language.ts";
import { listMarkdown, say } from "./_markdown.ts";

function facilities(lang: Lang): string {
  return say(
    lang,
    "facility_days.csv: usable (open and staffed) beds, COVID-19 patients in beds and ordinary patients in beds of every hospital and shelter, at the midnight that ends each day, mean over replications. What changes at 00:00 has changed by then; a bed that is held for somebody is in no count of patients.",
    "facility_days.csv：各医院与方舱在每日结束的午夜的可用床位（开放且有人员）、在床新冠患者与在床普通患者，取各次重复均值。零时生效的变更已计入；预留床位不计为患者。",
  );
}

function curves(lang: Lang): string {
  return say(
    lang,
    "curves.csv: means of the curves of replications, with 95 % intervals. `transfer_unfinished`: share of bed requests not met by a time since the request had nobody left the queue, for all and by health colour; requests that end otherwise, or not at all, are censored then (Kaplan and Meier 1958, Journal of the American Statistical Association 53, 457–481). `bed_outcome`: of cases who needed a bed, the share recovered and the share dead by a time since the need arose, each with and without a bed had until then, as four outcomes that exclude one another, so that nobody is grouped by what comes later (Aalen and Johansen 1978, Scandinavian Journal of Statistics 5(3), 141–150); residents infected at least 28 days before the end of the run, who are the same in every scenario of one wave, those still ill at the end censored.",
    "curves.csv：各次重复曲线的均值及95%置信区间。`transfer_unfinished`：申请床位后至某时点仍未入住的比例（假定无人离队），总体及按健康分级；以其他方式结束或未结束者在该时点删失（Kaplan与Meier，1958，Journal of the American Statistical Association 53，457–481）。`bed_outcome`：需住院者自需要产生起至某时点康复与死亡的比例，各按此前是否入住过床位区分，为四个互斥结局，不按其后情况分组（Aalen与Johansen，1978，Scandinavian Journal of Statistics 5(3)，141–150）；为期末前至少28天感染的居民，在同一疫情的各方案中相同，期末仍患病者删失。",
  );
}

function flows(lang: Lang): string {
  return say(
    lang,
    "flows.csv: cases who needed a bed or had one, by the kind of place that they left and the kind that they came to; kinds of facility by role in the home grid when the bed was entered. Moves inside a facility are left out. What goes into a kind of facility goes out of it or is still there (`unresolved`).",
    "flows.csv：需住院或曾住院的病例在各类地点之间的流动；机构类别以入住时其在居住网格中的角色为准，不含机构内部移动。进入某类机构者必由该类机构流出或期末仍在（`unresolved`）。",
  );
}

/**
 * Definitions of the tables that the results have beside measures and series.
 *
 * @param set Results.
 * @param lang Language.
 * @returns A list; empty when they have none of these tables.
 */
export function detailOutputs(set: ResultSet, lang: Lang): string {
  return listMarkdown([
    ...(set.facilityDays.length > 0 ? [facilities(lang)] : []),
    ...(set.curves.length > 0 ? [curves(lang)] : []),
    ...(set.flows.length > 0 ? [flows(lang)] : []),
  ]);
}
