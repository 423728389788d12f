/** The project's own files, as the style tests read them. */

/** A text file. */
export interface SourceFile {
  /** Path relative to the project, with forward slashes. */
  readonly path: string;
  /** Its text. */
  readonly text: string;
}

/** Where the project stands. */
export const PROJECT: URL = new URL("../../", import.meta.url);

const LEFT_OUT = new Set([".git", ".venv", "results", "node_modules", ".ipynb_checkpoints"]);

function* pathsUnder(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(new URL(folder || ".", PROJECT))) {
    if (LEFT_OUT.has(name)) continue;
    if (isDirectory) yield* pathsUnder(`${folder}${name}/`);
    else yield folder + name;
  }
}

/**
 * Reads files below a folder, in the order of their paths.
 *
 * @param folder Folder with a slash at its end; empty for the whole project.
 * @param endings Endings of the names wanted, such as `.ts`.
 */
export function filesUnder(folder: string, endings: readonly string[]): SourceFile[] {
  return [...pathsUnder(folder)]
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map((path) => ({ path, text: Deno.readTextFileSync(new URL(path, PROJECT)) }));
}

/** A program's text with its comments blanked out, line by line. */
export function codeOf(text: string): string {
  const parts =
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/.*/g;
  return text.replace(parts, (found, kept) => kept ?? found.replace(/[^\n]/g, ""));
}
