/** Where the spread comes from: drawn parameters, or chance. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { HEADLINES } from "../figures/mod.ts";
import { both, inBoth, type Markup, markup } from "./_markup.ts";
import { tableOf } from "./_table.ts";
import { nameOf, rowOf } from "./_words.ts";

/** Share of the variance that parameters make, by measure and scenario; nothing when it is not known. */
export function shareTable(set: ResultSet): Markup {
  const { scenarios } = set.manifest;
  const rows = HEADLINES.flatMap((headline) => {
    const shares = scenarios.map(({ name }) => rowOf(set, name, headline)?.parameterShare ?? NaN);
    if (!shares.some(Number.isFinite)) return [];
    return [
      markup`<tr><th scope="row">${inBoth((lang) => nameOf(headline, lang))}</th>${
        shares.map((share) =>
          markup`<td>${Number.isFinite(share) ? `${Math.round(100 * share)} %` : "–"}</td>`
        )
      }</tr>`,
    ];
  });
  if (rows.length === 0) return markup``;
  return tableOf(set, {
    id: "shares",
    kind: "numbers",
    caption: both(
      "Where the spread comes from: of the spread (variance) of each scenario’s values, so many % is parameters, the rest chance.",
      "离散的来源：各方案数值的离散（方差）中，所列百分比来自参数，其余为随机。",
    ),
    head: [both("Measure", "指标"), ...scenarios.map(({ title }) => both(title.en, title.zh))],
    body: markup`<tbody>${rows}</tbody>`,
  });
}
