/** The cells of a CSV file. */
import { parse } from "@std/csv";
import { type Cells, isBlank } from "./_cells.ts";
import { type Reading, readText } from "./_files.ts";

/** Reads a CSV file; undefined after adding an issue. Rows of empty cells are passed over. */
export async function csvCells(file: string, reading: Reading): Promise<Cells | undefined> {
  const text = await readText(file, reading);
  if (text === undefined) return undefined;
  const records = recordsOf(text, file, reading);
  if (records === undefined) return undefined;
  const [header, ...body] = records;
  const simple = text.trimEnd().split(/\r?\n/).length === records.length;
  const rows = body.map((texts, index) => ({
    texts,
    line: simple ? index + 2 : 0,
    spoiled: false,
  })).filter(({ texts }) => !isBlank(texts));
  return { file, header, rows };
}

function recordsOf(text: string, file: string, { issues }: Reading): string[][] | undefined {
  try {
    return parse(text) as string[][];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? 0);
    const value = message.replace(/^.*column \d+: /, "");
    issues.add({ file, line, path: "", rule: "Expected valid CSV", value });
    return undefined;
  }
}
