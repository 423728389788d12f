/** How a run starts, in words: a part per group of scenarios that start alike. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { groupLabel, type Lang, scenarioTitle } from "../figures/mod.ts";
import { START_VERDICTS, type StartGroup, startsOf } from "../method/mod.ts";
import { both, inBoth, type Markup, markup } from "./_markup.ts";

/** How runs start, and what the check of the warm-up says. */
export function startPart(set: ResultSet): Markup {
  const groups = startsOf(set);
  return markup`${
    groups.map((group) => {
      const whose = groups.length === 1
        ? ""
        : markup`<strong>${
          inBoth((lang) =>
            group.scenarios.map((name) => scenarioTitle(set, name, lang))
              .join(lang === "en" ? ", " : "、") + (lang === "en" ? ": " : "：")
          )
        }</strong>`;
      const { verdict } = group;
      const said = both(START_VERDICTS[verdict].en, START_VERDICTS[verdict].zh);
      return markup`<p>${whose}${beginsOf(group)} ${cutsOf(group)} ${said}</p>`;
    })
  }`;
}

function beginsOf({ start: { kind, warmUpDays } }: StartGroup): Markup {
  return kind === "census"
    ? both(
      "Runs start from a given census of patients, without a warm-up.",
      "运行以给定的在院患者起始，不设预热。",
    )
    : both(
      `Runs start with beds filled from the equilibrium law of ordinary care, then ${warmUpDays} days of ordinary care alone before the window.`,
      `运行起始时按日常诊疗的平衡分布填充床位，随后在观察期前仅运行${warmUpDays}天日常诊疗。`,
    );
}

function cutsOf({ start: { mser5Days, days }, verdict }: StartGroup): Markup {
  if (verdict === "short") {
    return both(`${days} days were looked at.`, `共检查${days}天。`);
  }
  const said = (lang: Lang): string =>
    Object.entries(mser5Days).map(([ward, cut]) => {
      const name = groupLabel({ ward }, lang);
      if (lang === "zh") return `${name}${Number.isFinite(cut) ? `${cut}天` : "未找到稳定段"}`;
      return `${name} ${Number.isFinite(cut) ? `${cut} d` : "no settled end found"}`;
    }).join(lang === "en" ? ", " : "、");
  return inBoth((lang) =>
    lang === "en"
      ? `Of ${days} days from the start of the run MSER-5 would drop: ${said(lang)}.`
      : `自运行起点的${days}天中，MSER-5建议舍弃：${said(lang)}。`
  );
}
