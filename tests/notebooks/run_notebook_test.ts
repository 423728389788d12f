/** The tools that run notebooks: a kernel for real, and faults that must be seen. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { moduleOf } from "../../notebooks/toolkit/check_notebooks.ts";
import type { Notebook } from "../../notebooks/toolkit/notebook_file.ts";
import { changedCells, inOrder, runCells } from "../../notebooks/toolkit/run_notebook.ts";

const folder = fromFileUrl(new URL("../../notebooks/", import.meta.url));
const notebookOf = (...sources: string[]): Notebook => ({
  cells: sources.map((source) => ({ cell_type: "code", source, outputs: [] })),
});

Deno.test("runCells() keeps what a cell prints, shows and returns after an await", async () => {
  const notebook = notebookOf(
    `console.log("one"); await Promise.resolve(); 7`,
    `import { show } from "./toolkit/mod.ts"; await show("two");`,
  );
  assertEquals(await runCells(notebook, { folder, limit: 60 }), undefined);
  const [first, second] = notebook.cells.map((cell) => cell.outputs);
  assertEquals(first!.map((output) => output.output_type), ["stream", "execute_result"]);
  assertEquals(second!.map((output) => output.data), [{ "text/plain": "two" }]);
});

Deno.test("runCells() names the cell that fails and stops there", async () => {
  const notebook = notebookOf("1", "throw new Error('planted')", "console.log('after')");
  const failure = await runCells(notebook, { folder, limit: 60 });
  assertStringIncludes(failure!, "cell 2: Error: planted");
  assertEquals(notebook.cells[2]!.outputs, []);
});

Deno.test("runCells() fails at a syntax error, of which the kernel says nothing", async () => {
  const failure = await runCells(notebookOf("const = 1"), { folder, limit: 60 });
  assertStringIncludes(failure!, "cell 1: ");
});

Deno.test("runCells() does not wait for ever", async () => {
  const failure = await runCells(notebookOf("await new Promise(() => setInterval(() => {}, 9))"), {
    folder,
    limit: 1,
  });
  assertEquals(failure, "Cannot wait longer for the cell: limit is 1 s");
});

Deno.test("changedCells() names a cell whose output has changed", () => {
  const withOutput = (text: string | string[]): Notebook => ({
    cells: [{ cell_type: "code", source: "1", outputs: [{ output_type: "stream", text }] }],
  });
  assertEquals(changedCells(withOutput(["a\n", "b"]), withOutput("a\nb")), []);
  assertEquals(changedCells(withOutput("a"), withOutput("b")), [1]);
});

Deno.test("moduleOf() leaves texts out and keeps the order of the cells", () => {
  const notebook = notebookOf("const a = 1;", "a;");
  notebook.cells.splice(1, 0, { cell_type: "markdown", source: "# Title" });
  assertEquals(moduleOf(notebook), "// cell 1\nconst a = 1;\n\n// cell 2\na;\n\nexport {};\n");
});

Deno.test("inOrder() does as many things at a time as it may, and tells of them in order", async () => {
  const told: number[] = [];
  let underWay = 0;
  let most = 0;
  const work = async (i: number) => {
    most = Math.max(most, ++underWay);
    await new Promise((done) => setTimeout(done, 12 - 2 * i));
    underWay--;
    return i;
  };
  await inOrder({ count: 5, jobs: 2, work, tell: (i) => void told.push(i) });
  assertEquals([told, most], [[0, 1, 2, 3, 4], 2]);
  await inOrder({ count: 0, jobs: 2, work, tell: () => {} });
});
