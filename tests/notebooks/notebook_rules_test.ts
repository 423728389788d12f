/** The rules of notebooks: every one that stands in the folder, and planted breaches. */
import { assert, assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import {
  type Cell,
  type Notebook,
  type Output,
  readNotebook,
} from "../../notebooks/toolkit/notebook_file.ts";
import { ruleBreaches } from "../../notebooks/toolkit/notebook_rules.ts";

const FOLDER = fromFileUrl(new URL("../../notebooks/", import.meta.url));

const text = (source: string): Cell => ({ cell_type: "markdown", source });
const code = (source: string, ...outputs: Output[]): Cell => ({
  cell_type: "code",
  source,
  outputs,
  execution_count: 1,
});
const figure = {
  "application/vnd.plotly.v1+json": {},
  "image/svg+xml": "<svg/>",
  "text/plain": "Beds",
};
const shown = (data: Record<string, unknown>): Output => ({ output_type: "display_data", data });

/** A notebook that keeps all rules, its cells changed in places. */
function sound(changes: Record<number, Cell> = {}, extra: Cell[] = []): Notebook {
  const cells = [
    text("# Which rule is better?\n哪条规则更好？"),
    code('import { show } from "./toolkit/mod.ts";'),
    text("The beds. 床位。"),
    code("await showFigure(figure);", shown(figure)),
    text("More beds. 床位更多。"),
    ...extra,
    code('import { assert } from "@std/assert";\nassert(beds > 0);'),
  ];
  return { cells: cells.map((cell, i) => changes[i] ?? cell) };
}

const said = (notebook: Notebook) =>
  ruleBreaches("00_x.ipynb", notebook).map((line) => line.replace("00_x.ipynb: ", ""));

Deno.test("ruleBreaches() finds nothing in a sound notebook", () => {
  assertEquals(said(sound()), []);
  assertEquals(ruleBreaches("x.ipynb", sound()), [
    "x.ipynb: the name has no number of two digits",
  ]);
});

Deno.test("ruleBreaches() wants a title, and words in both languages at both ends", () => {
  assertEquals(said(sound({ 0: text("Beds") })), [
    "cell 1 is no title: expected text that begins with `# ` and the question",
  ]);
  assertEquals(said(sound({ 0: text("# Beds?") })), ["the title is not in English and Chinese"]);
  assertEquals(said(sound({ 4: text("床位更多。") })), [
    "the last text is no summary in English and Chinese",
  ]);
});

Deno.test("ruleBreaches() wants text before code, imports on top, short cells, few of them", () => {
  assertEquals(said(sound({}, [code("1;")])), [
    "cell 7 has no text before it that says what it does",
  ]);
  assertEquals(said(sound({ 3: code('import "x";\n' + "1;\n".repeat(15)) })), [
    "cell 4 has 16 lines: expected at most 15",
    "cell 4 imports: expected imports in the first code cell alone",
  ]);
  const many = Array.from({ length: 15 }, () => text("床 beds"));
  assertEquals(said(sound({}, many)), ["21 cells: expected at most 20"]);
});

Deno.test("ruleBreaches() refuses what differs between executions and between machines", () => {
  for (const word of ["import.meta", "Math.random", "Date.now", "performance.now"]) {
    assertEquals(said(sound({ 3: code(`${word}()`) })), [
      `cell 4 uses ${word}, which is not the same every time`,
    ]);
  }
  assertEquals(
    said(sound({ 3: code("await show(file)", shown({ "text/plain": "file:///x" })) })),
    [
      "names a folder of one machine: file:///",
    ],
  );
});

Deno.test("ruleBreaches() wants cells executed, shown on purpose, and figures as pictures", () => {
  const cell = (...outputs: Output[]) => said(sound({ 3: code("await show(beds)", ...outputs) }));
  assertEquals(cell({ output_type: "execute_result", data: {} }), [
    "cell 4 shows its last value: expected `await show(…)`",
  ]);
  assertEquals(cell({ output_type: "error" }), ["cell 4 ends in an error"]);
  assertEquals(cell(shown({ ...figure, "text/html": "<div>" })), ["cell 4 shows a figure as HTML"]);
  assertEquals(cell(shown({ "application/vnd.plotly.v1+json": {} })), [
    "cell 4 shows a figure without its picture",
  ]);
  assertEquals(cell(shown({ "text/plain": "x".repeat(1_600_000) })), [
    "outputs have 1.6 MB: expected at most 1.5 MB",
  ]);
  assertEquals(said(sound({ 3: { ...code("1"), execution_count: null } })), [
    "cell 4 was not executed",
  ]);
});

Deno.test("ruleBreaches() wants an assertion at the end", () => {
  assertEquals(said(sound({ 5: code("await show(1)") })), ["the last cell asserts nothing"]);
  const after = sound();
  after.cells.push(text("Beds 床位"));
  assertEquals(said(after), ["the last cell asserts nothing"]);
});

const names = [...Deno.readDirSync(FOLDER)].map(({ name }) => name)
  .filter((name) => name.endsWith(".ipynb")).sort();

Deno.test("there are notebooks", () => assert(names.length > 0));

for (const name of names) {
  Deno.test(`notebooks/${name} keeps the rules`, async () => {
    assertEquals(ruleBreaches(name, await readNotebook(`${FOLDER}${name}`)), []);
  });
}
