/**
 * Checks the types of notebooks, which the kernel does not.
 *
 *     deno run -A toolkit/check_notebooks.ts FILE…
 *
 * The code cells of a notebook become one module beside it, so that imports mean the same; names
 * must therefore be declared once. The module of a notebook that fails stays, to be opened at the
 * line named.
 */
import { isCode, type Notebook, readNotebook, textOf } from "./notebook_file.ts";

/**
 * The code cells of a notebook as one module.
 *
 * @param notebook Notebook.
 * @returns TypeScript.
 */
export function moduleOf(notebook: Notebook): string {
  const cells = notebook.cells.filter(isCode).map((cell, i) =>
    `// cell ${i + 1}\n${textOf(cell.source).trimEnd()}\n`
  );
  return [...cells, "export {};\n"].join("\n");
}

async function checkFile(path: string): Promise<boolean> {
  const module = path.replace(/\.ipynb$/, "") + ".check.ts";
  await Deno.writeTextFile(module, moduleOf(await readNotebook(path)));
  const args = ["check", "--quiet", module];
  const { success } = await new Deno.Command(Deno.execPath(), { args }).spawn().status;
  if (success) await Deno.remove(module);
  console.log(`${success ? "ok  " : "FAIL"} types of ${path}`);
  return success;
}

if (import.meta.main) {
  let failed = 0;
  for (const path of Deno.args) if (!await checkFile(path)) failed++;
  console.log(`${Deno.args.length - failed} passed, ${failed} failed`);
  Deno.exit(failed > 0 || Deno.args.length === 0 ? 1 : 0);
}
