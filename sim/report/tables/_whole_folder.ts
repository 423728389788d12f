/**
 * A folder that is written whole or not at all.
 *
 * All files are written to a hidden folder beside the target, which then takes the target's name in
 * one rename: a reader sees the old files or the new, never a half. What an interrupted writer
 * leaves behind is the hidden folder, which the next one clears.
 */
import { basename, dirname, join } from "@std/path";

/** A file to write: its name, and its text in pieces that are asked for as it grows. */
export type PendingFile = readonly [name: string, chunks: Iterable<string>];

/** Where a folder goes. */
export interface Target {
  /** Absolute path. */
  readonly path: string;
  /** Path as it was named, for messages. */
  readonly named: string;
}

/**
 * Writes files into a folder that replaces what stands there. When anything fails, what stood there
 * stands there still and nothing is left beside it; errors of the disk name the file, those of the
 * text's maker come as they are.
 */
export function writeWhole({ path, named }: Target, files: Iterable<PendingFile>): void {
  const partial = join(dirname(path), `.${basename(path)}.gridcare-partial`);
  const former = join(dirname(path), `.${basename(path)}.gridcare-former`);
  onDisk(named, () => {
    Deno.mkdirSync(dirname(path), { recursive: true });
    remove(partial);
  });
  try {
    onDisk(named, () => Deno.mkdirSync(partial));
    for (const [name, chunks] of files) writeFile(join(partial, name), chunks, named);
    onDisk(named, () => {
      remove(former);
      if (exists(path)) Deno.renameSync(path, former);
      Deno.renameSync(partial, path);
    });
  } catch (error) {
    if (!exists(path) && exists(former)) Deno.renameSync(former, path);
    remove(partial);
    throw error;
  }
  remove(former);
}

/** Whether something stands at a path; a link counts, wherever it leads. */
export function exists(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

// Synchronised before the rename: some file systems tell of a full disk only then, and after a power
// cut the new name must not stand for empty files.
function writeFile(path: string, chunks: Iterable<string>, named: string): void {
  const encoder = new TextEncoder();
  const where = join(named, basename(path));
  const options = { write: true, create: true, truncate: true };
  const file = onDisk(where, () => Deno.openSync(path, options));
  try {
    for (const chunk of chunks) {
      const bytes = encoder.encode(chunk);
      for (let done = 0; done < bytes.length;) {
        done += onDisk(where, () => file.writeSync(bytes.subarray(done)));
      }
    }
    onDisk(where, () => file.syncSync());
  } finally {
    file.close();
  }
}

function onDisk<T>(where: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Cannot write "${where}": ${why}; nothing was replaced`, { cause });
  }
}

function remove(path: string): void {
  if (exists(path)) Deno.removeSync(path, { recursive: true });
}
