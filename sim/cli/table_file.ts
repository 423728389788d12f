/** The file that a study's table goes to: checked before the work, written whole after it. */
import { basename, dirname, join } from "@std/path";
import { InputError } from "./exit.ts";

const HIDDEN = ".gridcare-table-";

/** Where a table goes. */
export interface TableFile {
  /** File; no table is written when left out. */
  readonly out?: string;
  /** Whether a file of that name is replaced; refused when left out. */
  readonly replace?: boolean;
}

/**
 * Checks that a table can be written, before a long study is begun for it.
 *
 * @param file File.
 * @throws {InputError} When there is something of that name, or its folder takes no files.
 */
export function checkTableFile({ out, replace = false }: TableFile): void {
  if (out === undefined) return;
  const there = found(out);
  if (there !== undefined && !(replace && there.isFile)) {
    const rule = replace
      ? "only files are replaced, no folder and no link"
      : "files are replaced only when asked to (--replace)";
    throw new InputError(
      `Cannot write the table to "${out}" as ${rule}: already there is "${basename(out)}"`,
    );
  }
  orRefused(out, () => Deno.removeSync(emptyBeside(out)));
}

/**
 * Writes a table, which takes its name when it is whole.
 *
 * @param file File.
 * @param csv Table.
 * @throws {InputError} When the disk refuses, or a file of that name has come meanwhile.
 */
export function writeTableFile({ out, replace }: TableFile, csv: string): void {
  if (out === undefined) return;
  checkTableFile({ out, ...(replace !== undefined && { replace }) });
  orRefused(out, () => {
    const hidden = emptyBeside(out);
    try {
      Deno.writeTextFileSync(hidden, csv);
      Deno.chmodSync(hidden, 0o644);
      Deno.renameSync(hidden, out);
    } catch (error) {
      Deno.removeSync(hidden);
      throw error;
    }
  });
}

function found(path: string): Deno.FileInfo | undefined {
  try {
    return Deno.lstatSync(path);
  } catch {
    return undefined;
  }
}

function emptyBeside(out: string): string {
  return Deno.makeTempFileSync({ dir: dirname(join(out)), prefix: HIDDEN });
}

function orRefused(out: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw new InputError(
      `Cannot write the table as "${out}" must be writable: ${(error as Error).message}`,
    );
  }
}
