// deno-lint-ignore-file camelcase -- names of the notebook format
/** Notebook files: their shape, and reading and writing them so that a diff stays small. */

/** One output of a cell, as the notebook format says it. */
export interface Output {
  output_type: string;
  name?: string;
  text?: string | string[];
  data?: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  execution_count?: number | null;
  ename?: string;
  evalue?: string;
  traceback?: string[];
}

/** One cell. */
export interface Cell {
  cell_type: string;
  id?: string;
  source: string | string[];
  outputs?: Output[];
  execution_count?: number | null;
}

/** A notebook. */
export interface Notebook {
  cells: Cell[];
}

/** Text of a cell or of an output. */
export function textOf(source: string | readonly string[] | undefined): string {
  return source === undefined ? "" : typeof source === "string" ? source : source.join("");
}

/** Lines of a text, each with its end, as notebooks keep them. */
export function linesOf(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

/** Whether a cell is code that does something. */
export function isCode(cell: Cell): boolean {
  return cell.cell_type === "code" && textOf(cell.source).trim() !== "";
}

/** Reads a notebook. */
export async function readNotebook(path: string): Promise<Notebook> {
  return JSON.parse(await Deno.readTextFile(path));
}

/** Writes a notebook as JupyterLab does: one space of indent, texts as lists of lines. */
export async function writeNotebook(path: string, notebook: Notebook): Promise<void> {
  const text = JSON.stringify(notebook, null, 1) + "\n";
  const beside = `${path}.part`;
  await Deno.writeTextFile(beside, text);
  await Deno.rename(beside, path);
}

/**
 * Outputs in one form, whoever wrote them: texts joined, no empty metadata.
 *
 * @param outputs Outputs of a cell.
 * @returns The same in a form whose JSON can be compared.
 */
export function plainOutputs(outputs: readonly Output[] = []): unknown[] {
  return outputs.map(({ metadata: _, execution_count: __, ...output }) => ({
    ...output,
    ...(output.text === undefined ? {} : { text: textOf(output.text) }),
    ...(output.data === undefined ? {} : {
      data: Object.fromEntries(
        Object.entries(output.data).sort(([a], [b]) => a < b ? -1 : 1).map(([type, value]) => [
          type,
          Array.isArray(value) && value.every((line) => typeof line === "string")
            ? textOf(value)
            : value,
        ]),
      ),
    }),
  }));
}
