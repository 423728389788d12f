/**
 * Checks notebooks without executing them: the rules they keep to, and their types, which the kernel
 * does not check.
 *
 *     deno run -A toolkit/check_notebooks.ts FILE…
 *
 * The code cells of a notebook become one module beside it, so that imports mean the same; names
 * must therefore be declared once. The module of a notebook that fails stays, to be opened at the
 * line named. Exit 1 on failures.
 */
import { isCode, type Notebook, readNotebook, textOf } from "./notebook_file.ts";
import { ruleBreaches } from "./notebook_rules.ts";

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

function modulePath(path: string): string {
  return path.replace(/\.ipynb$/, "") + ".check.ts";
}

/** Whether modules check; what is wrong is printed unless silent. */
async function typesHold(modules: readonly string[], print: boolean): Promise<boolean> {
  const args = ["check", "--quiet", ...modules];
  const stderr = print ? "inherit" : "null";
  return (await new Deno.Command(Deno.execPath(), { args, stderr }).spawn().status).success;
}

/** Checks all modules together, which takes little longer than one; one by one when that fails. */
async function checkTypes(paths: readonly string[]): Promise<Set<string>> {
  const modules = paths.map(modulePath);
  const good = await typesHold(modules, false)
    ? new Set(paths)
    : new Set(await firstToLast(paths, (path) => typesHold([modulePath(path)], true)));
  for (const path of good) await Deno.remove(modulePath(path));
  return good;
}

async function firstToLast(
  paths: readonly string[],
  holds: (path: string) => Promise<boolean>,
): Promise<string[]> {
  const good: string[] = [];
  for (const path of paths) if (await holds(path)) good.push(path);
  return good;
}

async function checkAll(paths: readonly string[]): Promise<number> {
  const notebooks = await Promise.all(paths.map(readNotebook));
  await Promise.all(
    paths.map((path, i) => Deno.writeTextFile(modulePath(path), moduleOf(notebooks[i]!))),
  );
  const typed = await checkTypes(paths);
  let failed = 0;
  for (const [i, path] of paths.entries()) {
    const breaches = ruleBreaches(path, notebooks[i]!);
    for (const breach of breaches) console.log(breach);
    if (!typed.has(path)) console.log(`${path}: types do not fit, see ${modulePath(path)}`);
    const ok = typed.has(path) && breaches.length === 0;
    if (!ok) failed++;
    console.log(`${ok ? "ok  " : "FAIL"} rules and types of ${path}`);
  }
  return failed;
}

if (import.meta.main) {
  const failed = Deno.args.length === 0 ? 0 : await checkAll(Deno.args);
  console.log(`${Deno.args.length - failed} passed, ${failed} failed`);
  Deno.exit(failed > 0 || Deno.args.length === 0 ? 1 : 0);
}
