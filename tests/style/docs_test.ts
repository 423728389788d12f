import { assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { docGaps, type DocSymbol } from "./docs.ts";
import { DOORS } from "./layers.ts";
import { PROJECT } from "./tree.ts";

async function symbolsOf(path: string): Promise<DocSymbol[]> {
  const { stdout, success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--json", path],
    cwd: fromFileUrl(PROJECT),
    env: { NO_COLOR: "1" },
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  const { nodes } = JSON.parse(new TextDecoder().decode(stdout));
  return (Object.values(nodes) as { symbols: DocSymbol[] }[]).flatMap(({ symbols }) => symbols);
}

async function gapsOfText(text: string): Promise<string[]> {
  const file = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    await Deno.writeTextFile(file, text);
    return docGaps(await symbolsOf(file));
  } finally {
    await Deno.remove(file);
  }
}

Deno.test("docGaps() finds what a bare module lacks", async () => {
  const text = `export function wait(time: number): number {\n  return time;\n}\n` +
    `/** A ward. */\nexport interface Ward {\n  /** Beds. */\n  beds: number;\n  open: boolean;\n}\n` +
    `/** Doubles. */\nexport function twice(beds: number): number {\n  return 2 * beds;\n}\n`;
  assertEquals((await gapsOfText(text)).sort(), [
    "Ward.beds: no unit",
    "Ward.open: no documentation",
    "twice: no @param beds",
    "twice: no @returns",
    "twice: no titled @example with an assertion",
    "wait: no documentation",
  ]);
});

Deno.test("docGaps() finds nothing to add to a documented class", async () => {
  const text =
    `/**\n * A ward.\n *\n * @example One bed\n * \`\`\`ts\n * assertEquals(1, 1);\n * \`\`\`\n */\n` +
    `export class Ward {\n  /** Beds [beds]. */\n  beds = 1;\n` +
    `  /**\n   * Adds beds.\n   *\n   * @param more Beds [beds].\n   */\n` +
    `  add(more: number): void {\n    this.beds += more;\n  }\n}\n`;
  assertEquals(await gapsOfText(text), []);
});

for (const door of DOORS) {
  Deno.test(`exports of sim/${door}/ are documented`, async () => {
    const path = door === "cli" ? "sim/cli/main.ts" : `sim/${door}/mod.ts`;
    const symbols = await symbolsOf(path);
    assertEquals(symbols.length > 0, true);
    assertEquals(docGaps(symbols), []);
  });
}
