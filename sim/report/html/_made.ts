/** How the results were made and what they rest on. */
import type { ResultSet, ScenarioSummary } from "../../experiment/results/mod.ts";
import { gradeLabel, isWithoutInfections } from "../method/mod.ts";
import { both, inBoth, type Markup, markup, pathCode } from "./_markup.ts";
import { headOf, tableOf } from "./_table.ts";

const ORDER = ["observed", "derived", "assumed", "calibrated"] as const;

/** Table of scenarios: what each is. */
export function scenarioTable(set: ResultSet): Markup {
  const rows = set.manifest.scenarios.map(({ name, title, description }) =>
    markup`
      <tr>
        <th scope="row">${both(title.en, title.zh)}${
      name === set.manifest.baseline
        ? markup`
            <span class="mark">${both("baseline", "基准")}</span>
          `
        : ""
    }</th>
        <td>${both(description.en, description.zh)}</td>
      </tr>
    `
  );
  return tableOf(set, {
    id: "scenarios",
    caption: both("What was compared.", "比较的方案。"),
    head: headOf([["Scenario", "方案"], ["What it is", "说明"]]),
    body: markup`<tbody>${rows}</tbody>`,
  });
}

/** Facts of the run. */
export function factsOf(set: ResultSet): Markup {
  const { manifest } = set;
  const { city, window } = manifest;
  const count = (value: number): string => value.toLocaleString("en-US");
  const facts: readonly (readonly [Markup, Markup | string])[] = [
    [both("Program", "程序"), markup`${manifest.program}; <code>${manifest.sources}</code>`],
    [both("Command", "命令"), markup`<code>${manifest.command}</code>`],
    [both("Seed", "随机种子"), markup`<code>${manifest.seed}</code>`],
    [both("Replications per scenario", "每个方案的重复次数"), count(manifest.replications)],
    [
      both("City", "城市"),
      both(
        `${city.name.en}: ${count(city.population)} residents, ${city.grids.length} grids, ${
          count(city.facilities)
        } facilities`,
        `${city.name.zh}：居民${count(city.population)}人，网格${city.grids.length}个，机构${
          count(city.facilities)
        }个`,
      ),
    ],
    [
      both("Window", "观察期"),
      isWithoutInfections(set)
        ? both(
          `${window.days} days from ${window.start}, then ${window.runOnDays} days; nobody is infected`,
          `自${window.start}起${window.days}天，其后${window.runOnDays}天；无人感染`,
        )
        : both(
          `infections over ${window.days} days from ${window.start}, then ${window.runOnDays} days to see outcomes`,
          `自${window.start}起${window.days}天内发生感染，其后${window.runOnDays}天观察结局`,
        ),
    ],
    [
      both("Run", "运行"),
      both(
        "when, how long and on how many workers: see manifest.json; results depend on none of them",
        "运行时间、用时与线程数见manifest.json；结果与三者均无关",
      ),
    ],
  ];
  return markup`<dl class="facts">${
    facts.map(([name, value]) =>
      markup`
        <div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>
      `
    )
  }</dl>`;
}

/** Numbers of each scenario by grade, with its hash. */
export function gradeTable(set: ResultSet): Markup {
  const rows = set.manifest.scenarios.map(({ title, hash, lawsHash, grades }) =>
    markup`<tr><th scope="row">${both(title.en, title.zh)}</th>${
      ORDER.map((grade) => markup`<td>${grades[grade] ?? 0}</td>`)
    }<td><code>${hash}</code></td><td>${
      lawsHash === "" ? "–" : markup`<code>${lawsHash}</code>`
    }</td></tr>`
  );
  return tableOf(set, {
    id: "grades",
    kind: "numbers",
    caption: both(
      "What the numbers of each scenario rest on: how many are observed, derived from observed ones, assumed, calibrated; the hash of all inputs, and that of the laws of its uncertain parameters.",
      "各方案输入数值的依据：观测、推导、假设、校准的个数，以及全部输入的哈希值与不确定参数分布的哈希值。",
    ),
    head: [
      both("Scenario", "方案"),
      ...ORDER.map((grade) => inBoth((lang) => gradeLabel(grade, lang))),
      both("Hash of inputs", "输入哈希值"),
      both("Hash of laws", "分布哈希值"),
    ],
    body: markup`<tbody>${rows}</tbody>`,
  });
}

/** Every number with its grade and source, once for all scenarios that share it; folded. */
export function provenanceTable(set: ResultSet): Markup {
  const { scenarios } = set.manifest;
  const merged = new Map<string, { row: ScenarioSummary["provenance"][number]; in: string[] }>();
  for (const { name, provenance } of scenarios) {
    for (const row of provenance) {
      const key = JSON.stringify([row.path, row.text, row.grade, row.source, row.file]);
      const known = merged.get(key);
      if (known === undefined) merged.set(key, { row, in: [name] });
      else known.in.push(name);
    }
  }
  const rows = [...merged.values()].map(({ row, in: names }) =>
    markup`
      <tr>
        <td>${pathCode(row.path)}</td>
        <td>${row.text}</td>
        <td>${gradeOf(row.grade)}</td>
        <td>${row.source}</td>
        <td>${pathCode(row.file, "/")}</td>
        <td>${names.length === scenarios.length ? both("all", "全部") : names.join(", ")}</td>
      </tr>
    `
  );
  return markup`
    <details>
      <summary>${
    both(
      `All ${merged.size} numbers with what they rest on`,
      `全部${merged.size}个数值及其依据`,
    )
  }</summary>
      ${
    tableOf(set, {
      id: "provenance",
      kind: "fine",
      caption: both("Every number of the scenarios.", "各方案的全部数值。"),
      head: headOf([
        ["Path", "路径"],
        ["Value", "数值"],
        ["Grade", "依据"],
        ["Source", "来源"],
        ["File", "文件"],
        ["Scenarios", "方案"],
      ]),
      body: markup`<tbody>${rows}</tbody>`,
    })
  }
    </details>
  `;
}

function gradeOf(grade: string): Markup {
  const known = ORDER.some((name) => name === grade);
  return markup`<span class="grade ${known ? grade : ""}">${
    inBoth((lang) => gradeLabel(grade, lang))
  }</span>`;
}
