import { assertEquals, assertThrows } from "@std/assert";
import { join } from "@std/path";
import type { ResultSet } from "../../../../sim/experiment/results/mod.ts";
import {
  compareResultFolders,
  TINY_RESULT_SET,
  type WriteOptions,
  writeResultFolder,
} from "../../../../sim/report/tables/mod.ts";
import { inTemporaryFolder } from "../../../support/temporary_folder.ts";

const { manifest, measures, parameters } = TINY_RESULT_SET;
const PAGE = { extra: { "report.html": "page" } };

/** Lines for the tiny set beside a changed one. */
function linesFor(
  change: Partial<ResultSet>,
  { options = PAGE, after = () => {} }: {
    readonly options?: WriteOptions;
    readonly after?: (folder: string) => void;
  } = {},
): string[] {
  let lines: string[] = [];
  inTemporaryFolder((folder) => {
    const [a, b] = ["a", "b"].map((name) => join(folder, name));
    writeResultFolder(TINY_RESULT_SET, a, PAGE);
    writeResultFolder({ ...TINY_RESULT_SET, ...change }, b, options);
    after(b);
    lines = compareResultFolders(a, b).map((line) => line.replaceAll(folder, ""));
  });
  return lines;
}

Deno.test("compareResultFolders() says nothing of equal folders but for the clock and hidden files", () => {
  const clock = { finished: "2027-01-01T00:00:00Z", workers: 9, seconds: 2, deno: "2.9.7" };
  const after = (folder: string): void => Deno.writeTextFileSync(join(folder, ".DS_Store"), "x");
  assertEquals(linesFor({ manifest: { ...manifest, clock } }, { after }), []);
});

Deno.test("compareResultFolders() counts rows that differ and shows the first and the largest", () => {
  const changed = measures.map((row, at) =>
    at === 2 || at === 4 ? { ...row, value: row.value * (at === 2 ? 1.1 : 1.25) } : row
  );
  assertEquals(linesFor({ measures: changed }), [
    'measures.csv: 2 of 6 rows differ; first, line 4: value is "0.91" and "1.001"; ' +
    "largest relative difference 0.2",
  ]);
});

Deno.test("compareResultFolders() tells words, empty cells and rows that one side lacks", () => {
  const [first, ...rest] = measures;
  assertEquals(linesFor({ measures: [{ ...first, ward: "icu" }, ...rest] }), [
    'measures.csv: 1 of 6 rows differs; first, line 2: ward is "general" and "icu"',
  ]);
  assertEquals(linesFor({ measures: [{ ...first, value: NaN }, ...rest] }), [
    'measures.csv: 1 of 6 rows differs; first, line 2: value is "0.9" and ""',
  ]);
  assertEquals(linesFor({ parameters: parameters.slice(0, 4) }), [
    "parameters.csv: 6 and 4 rows; 2 of 6 rows differ; first, line 6 is in one only",
  ]);
  assertEquals(linesFor({ measures: [{ ...first, value: 0 }, ...rest] }), [
    'measures.csv: 1 of 6 rows differs; first, line 2: value is "0.9" and "0"; ' +
    "largest relative difference 1",
  ]);
});

Deno.test("compareResultFolders() reads facilities by day, curves and flows as tables", () => {
  const [day, ...days] = TINY_RESULT_SET.facilityDays;
  assertEquals(linesFor({ facilityDays: [{ ...day, covid: 5 }, ...days], curves: [] }), [
    'curves.csv: only in "/a"',
    'facility_days.csv: 1 of 8 rows differs; first, line 2: covid_patients is "4" and "5"; ' +
    "largest relative difference 0.2",
  ]);
  const [flow, ...flows] = TINY_RESULT_SET.flows;
  assertEquals(linesFor({ flows: [{ ...flow, to: "lead" }, ...flows] }), [
    'flows.csv: 1 of 14 rows differs; first, line 2: to is "shelter" and "lead"',
  ]);
});

Deno.test("compareResultFolders() tells other columns, other line ends, and what is no table", () => {
  const rewrite = (change: (text: string) => string) => (folder: string): void => {
    const path = join(folder, "start.csv");
    Deno.writeTextFileSync(path, change(Deno.readTextFileSync(path)));
  };
  const lines = (change: (text: string) => string): string[] =>
    linesFor({}, { after: rewrite(change) });
  assertEquals(lines((text) => text.replace("level", "height")), [
    "start.csv: columns are scenario,ward,day,census,level,moving_average and " +
    "scenario,ward,day,census,height,moving_average",
  ]);
  assertEquals(lines(() => ""), [
    "start.csv: columns are scenario,ward,day,census,level,moving_average and none",
  ]);
  assertEquals(lines((text) => text.replaceAll("\r\n", "\n")), [
    "start.csv: the same rows, with other line ends or quotes",
  ]);
  assertEquals(lines((text) => text.replace("general", '"general')), [
    'start.csv: Cannot read "/b/start.csv" as comma-separated values: the quote that opens in ' +
    "line 2 must close",
  ]);
});

Deno.test("compareResultFolders() names the values of the manifest that differ, five of them", () => {
  const [plan, other] = manifest.scenarios;
  const changed = { ...other, hash: "f".repeat(99), changes: [] };
  assertEquals(
    linesFor({ manifest: { ...manifest, seed: "2", scenarios: [plan, changed] } }),
    [
      'manifest.json: 3 values differ: seed is "1" and "2"; ' +
      `scenarios[1].hash is "0123456789abcdef" and "${"f".repeat(59)}…; ` +
      `scenarios[1].changes[0] is {"path":"referral.rules","from":"plan","to":"no_tiers","grad… and nothing`,
    ],
  );
  const [line] = linesFor({
    manifest: {
      ...manifest,
      window: { start: "x", days: 0, runOnDays: 9 },
      command: "",
      program: "",
      baseline: "",
      sources: "",
    },
  });
  assertEquals(line.startsWith("manifest.json: 7 values differ: program is "), true);
  assertEquals(line.endsWith("; and 2 more"), true);
});

Deno.test("compareResultFolders() compares other files byte by byte, and tells which one lacks", () => {
  assertEquals(
    linesFor({ pairs: [] }, { options: { extra: { "report.html": "paste", "b.txt": "" } } }),
    [
      'b.txt: only in "/b"',
      'pairs.csv: only in "/a"',
      "report.html: 4 and 5 bytes, the first that differs is byte 3",
    ],
  );
  const longer = { extra: { "report.html": "pages" } };
  assertEquals(linesFor({}, { options: longer }), [
    "report.html: 4 and 5 bytes, the first that differs is byte 5",
  ]);
});

Deno.test("compareResultFolders() finds a byte beyond the first block", () => {
  const page = "x".repeat(200_000);
  inTemporaryFolder((folder) => {
    for (const [name, text] of [["a", page], ["b", `${page.slice(1)}y`]]) {
      Deno.mkdirSync(join(folder, name));
      Deno.writeTextFileSync(join(folder, name, "page"), text);
    }
    assertEquals(compareResultFolders(join(folder, "a"), join(folder, "b")), [
      "page: 200000 and 200000 bytes, the first that differs is byte 200000",
    ]);
  });
});

Deno.test("compareResultFolders() refuses what is no folder", () => {
  inTemporaryFolder((folder) => {
    assertThrows(
      () => compareResultFolders(folder, join(folder, "none")),
      Error,
      `Cannot compare result folder "${join(folder, "none")}": No such file or directory`,
    );
  });
});
