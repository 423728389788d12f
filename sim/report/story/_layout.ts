/** Text for a terminal: widths, columns, lines that are not too long. */

/** Columns that a character takes: two for Chinese, one for others. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, c) => sum + (c.codePointAt(0)! > 0x2e80 ? 2 : 1), 0);
}

/** A text filled with blanks at its end, or in front. */
export function padded(text: string, width: number, side: "end" | "front" = "end"): string {
  const blanks = " ".repeat(Math.max(0, width - widthOf(text)));
  return side === "end" ? text + blanks : blanks + text;
}

/** Pieces between which a line may break: words, and single Chinese characters with their marks. */
const PIECES = /[\u2e80-\uffff][，。；：、）」】”)]*|[^ \u2e80-\uffff]+| +/gu;

/** A text in lines of at most so many columns, the later ones without blanks in front. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== "" && widthOf(line + piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += line === "" ? piece.trimStart() : piece;
  }
  return line === "" ? lines : [...lines, line.trimEnd()];
}

/** Rows as columns as wide as their longest cell; numbers to the right. */
export function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, c) => Math.max(...rows.map((row) => widthOf(row[c]))));
  const isNumber = (c: number) => rows.slice(1).every((row) => /^[\d.]*$/.test(row[c]));
  const sides = rows[0].map((_, c) => isNumber(c) ? "front" as const : "end" as const);
  return rows.map((row) =>
    row.map((cell, c) => padded(cell, widths[c], sides[c])).join("  ").trimEnd()
  );
}
