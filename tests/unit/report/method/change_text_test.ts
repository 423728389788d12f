/** Values of changed lines in Chinese. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { ResultSet } from "../../../../sim/experiment/results/mod.ts";
import { reportHtml } from "../../../../sim/report/html/mod.ts";
import { changeText, methodText } from "../../../../sim/report/method/mod.ts";
import { TINY_RESULT_SET } from "../../../../sim/report/tables/mod.ts";

const CLOSING =
  "on 2020-03-21T00:00, name ward 3 stops, clause none, close (facilities (a-1; b-2), to covid, " +
  "inpatients move, disinfection 24 h, reopens 2020-03-23T00:00, as ordinary)";

Deno.test("changeText() has the words of levels, closures and laws in Chinese, names as they are", () => {
  const zh = (text: string) => changeText(text, "zh");
  assertEquals(zh("from 2020-02-01, level medium"), "自 2020-02-01，等级 中风险");
  assertEquals(
    zh(CLOSING),
    "日期 2020-03-21T00:00，名称 ward 3 stops，条款 无，关闭 （机构 （a-1；b-2），对象 新冠患者，" +
      "在院患者 转出，消毒 24 h，恢复 2020-03-23T00:00，用途 普通患者）",
  );
  assertEquals(zh("lognormal, mean 24 h, sd 24 h"), "对数正态，均值 24 h，标准差 24 h");
  assertEquals([zh("true"), zh("0.5"), zh("80 y"), zh("constructor x")], [
    "是",
    "0.5",
    "80 y",
    "constructor x",
  ]);
  assertEquals(changeText(CLOSING, "en"), CLOSING);
});

/** The tiny set with a level that changes. */
function withLevel(): ResultSet {
  const { manifest } = TINY_RESULT_SET;
  const scenarios = manifest.scenarios.map((scenario) => ({
    ...scenario,
    changes: scenario.changes.map((change) => ({
      ...change,
      path: "services.levels[1]",
      from: "",
      to: "from 2020-02-01, level medium",
    })),
  }));
  return { ...TINY_RESULT_SET, manifest: { ...manifest, scenarios } };
}

// Planted: the cell as the manifest has it, in both languages: red.
Deno.test("report and method have changed values in the language of the reader", () => {
  const page = reportHtml(withLevel());
  assertStringIncludes(page, '<span lang="en">from 2020-02-01, level medium</span>');
  assertStringIncludes(page, '<span lang="zh">自 2020-02-01，等级 中风险</span>');
  assertStringIncludes(methodText(withLevel(), "zh"), "等级 中风险");
  assert(!methodText(withLevel(), "zh").includes("level medium"));
});
