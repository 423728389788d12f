/**
 * What every notebook keeps to, so that somebody who has read one can read them all.
 *
 * Text before code, one question, displays in order, nothing that differs between two executions, and
 * a last cell that asserts what the notebook claims.
 */
import { fromFileUrl } from "@std/path";
import { type Cell, type Notebook, textOf } from "./notebook_file.ts";

const MOST_CELLS = 20;
const MOST_LINES = 15;
const MOST_BYTES = 1_500_000;
const FIGURE = "application/vnd.plotly.v1+json";
const PICTURE = "image/svg+xml";

const CHINESE = /\p{Script=Han}/u;
const LATIN = /[a-z]{3}/i;
/** What gives something else at every execution, or that a cell cannot use. */
const FORBIDDEN =
  /\b(import\.meta|Math\.random|Date\.now|new Date\(\)|performance\.now|randomUUID)/;
/** The folder of the project, which is elsewhere on other machines. */
const PROJECT = fromFileUrl(new URL("../../", import.meta.url));

/** A cell with its number and its text. */
interface Placed {
  readonly number: number;
  readonly cell: Cell;
  readonly text: string;
  readonly isCode: boolean;
}

function placed({ cells }: Notebook): Placed[] {
  return cells.map((cell, i) => ({
    number: i + 1,
    cell,
    text: textOf(cell.source).trimEnd(),
    isCode: cell.cell_type === "code",
  }));
}

function titleBreaches([first]: readonly Placed[]): string[] {
  const title = first?.isCode === false && /^# \S/.test(first.text);
  if (!title) return ["cell 1 is no title: expected text that begins with `# ` and the question"];
  return isBilingual(first.text) ? [] : ["the title is not in English and Chinese"];
}

function isBilingual(text: string): boolean {
  return CHINESE.test(text) && LATIN.test(text);
}

function textBreaches(cells: readonly Placed[]): string[] {
  const bare = cells.filter(({ isCode }, i) => isCode && cells[i - 1]?.isCode !== false);
  const summary = cells.findLast(({ isCode }) => !isCode);
  return [
    ...bare.map(({ number }) => `cell ${number} has no text before it that says what it does`),
    ...(isBilingual(summary?.text ?? "")
      ? []
      : ["the last text is no summary in English and Chinese"]),
  ];
}

function codeBreaches(cells: readonly Placed[]): string[] {
  const codes = cells.filter(({ isCode }) => isCode);
  const last = codes.at(-1);
  return [
    ...codes.flatMap((code, i) => cellBreaches(code, i === 0)),
    ...(last !== undefined && last === cells.at(-1) && /\bassert\w*\(/.test(last.text)
      ? []
      : ["the last cell asserts nothing"]),
  ];
}

function cellBreaches({ number, text, cell }: Placed, isFirst: boolean): string[] {
  const lines = text.split("\n").length;
  const imports = text.split("\n").filter((line) => /^import\s/.test(line));
  const late = !isFirst && imports.some((line) => !line.includes("@std/assert"));
  const forbidden = FORBIDDEN.exec(text)?.[1];
  return [
    ...(lines > MOST_LINES ? [`has ${lines} lines: expected at most ${MOST_LINES}`] : []),
    ...(late ? ["imports: expected imports in the first code cell alone"] : []),
    ...(forbidden === undefined ? [] : [`uses ${forbidden}, which is not the same every time`]),
    ...outputBreaches(cell),
  ].map((breach) => `cell ${number} ${breach}`);
}

function outputBreaches({ outputs = [], execution_count: count = null }: Cell): string[] {
  const figures = outputs.filter(({ data = {} }) => FIGURE in data);
  const is = (type: string) => outputs.some((output) => output.output_type === type);
  return [
    ...(count === null ? ["was not executed"] : []),
    ...(is("error") ? ["ends in an error"] : []),
    ...(is("execute_result") ? ["shows its last value: expected `await show(…)`"] : []),
    ...(figures.some(({ data = {} }) => "text/html" in data) ? ["shows a figure as HTML"] : []),
    ...(figures.every(({ data = {} }) => PICTURE in data)
      ? []
      : ["shows a figure without its picture"]),
  ];
}

function sizeBreaches({ cells }: Notebook): string[] {
  const bytes = new TextEncoder().encode(JSON.stringify(cells.map(({ outputs }) => outputs)));
  const mega = (count: number) => (count / 1e6).toFixed(1);
  return bytes.length <= MOST_BYTES
    ? []
    : [`outputs have ${mega(bytes.length)} MB: expected at most ${mega(MOST_BYTES)} MB`];
}

/**
 * What a notebook has too much or too little of.
 *
 * @param path Its path; the name begins with a number of two digits.
 * @param notebook The notebook, executed.
 * @returns One line per breach.
 *
 * @example A notebook that is code alone
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { ruleBreaches } from "./notebook_rules.ts";
 *
 * const cells = [{ cell_type: "code", source: "assert(true)", execution_count: 1 }];
 * assertEquals(ruleBreaches("00_x.ipynb", { cells }), [
 *   "00_x.ipynb: cell 1 is no title: expected text that begins with `# ` and the question",
 *   "00_x.ipynb: cell 1 has no text before it that says what it does",
 *   "00_x.ipynb: the last text is no summary in English and Chinese",
 * ]);
 * ```
 */
export function ruleBreaches(path: string, notebook: Notebook): string[] {
  const cells = placed(notebook);
  const numbered = /(?:^|\/)\d\d_\w+\.ipynb$/.test(path);
  const written = JSON.stringify(notebook.cells);
  const machine = ["file:///", PROJECT].find((folder) => written.includes(folder));
  return [
    ...(numbered ? [] : ["the name has no number of two digits"]),
    ...(cells.length > MOST_CELLS ? [`${cells.length} cells: expected at most ${MOST_CELLS}`] : []),
    ...titleBreaches(cells),
    ...textBreaches(cells),
    ...codeBreaches(cells),
    ...sizeBreaches(notebook),
    ...(machine === undefined ? [] : [`names a folder of one machine: ${machine}`]),
  ].map((breach) => `${path}: ${breach}`);
}
