/**
 * Files that appear whole or not at all: they are written to a hidden folder in the target, and take
 * their names when all are there.
 *
 * What a killed writer leaves behind is its hidden folder; a later export into the same target clears it
 * when nothing has touched it for a day, as its process may still run.
 */
import { dirname, join } from "@std/path";
import type { ExportedFile, Piece } from "./exported_file.ts";

const HIDDEN = ".gridcare-export-";
/** Age at which what a writer left behind is cleared [ms]. */
const DAY = 86_400_000;

/** How files are written. */
export interface StagingOptions {
  /** Stops the work; nothing is left. */
  readonly signal?: AbortSignal;
  /** Told how much was written of a file [B]. */
  readonly onWritten: (file: ExportedFile, bytes: number) => void;
}

/**
 * Writes files into a folder, which is made when it is not there.
 *
 * @throws {Error} When the disk refuses; what makes the files throws as it is. Nothing is left.
 */
export async function writeStaged(
  out: string,
  files: readonly ExportedFile[],
  options: StagingOptions,
): Promise<void> {
  const made = missingFolders(out);
  let hidden: string | undefined;
  try {
    hidden = onDisk(out, () => {
      Deno.mkdirSync(out, { recursive: true });
      return Deno.makeTempDirSync({ dir: out, prefix: HIDDEN });
    });
    const scratch = onDisk(out, () => Deno.makeTempDirSync({ dir: hidden!, prefix: "scratch-" }));
    for (const file of files) {
      await writeFile(join(hidden, file.name), file, { scratch, ...options });
    }
    takeNames(hidden, out, files);
    clearLeftovers(out, hidden);
    remove(hidden);
  } catch (error) {
    if (hidden !== undefined) remove(hidden);
    for (const folder of made) removeEmpty(folder);
    throw error;
  }
}

/** Folders of a path that are not there, the innermost first. */
function missingFolders(path: string): string[] {
  return exists(path) ? [] : [path, ...missingFolders(dirname(path))];
}

function takeNames(hidden: string, out: string, files: readonly ExportedFile[]): void {
  for (const { name } of files) {
    try {
      Deno.renameSync(join(hidden, name), join(out, name));
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`Cannot write "${name}": ${why}; files before it are new`, { cause });
    }
  }
}

async function writeFile(
  path: string,
  file: ExportedFile,
  { scratch, signal, onWritten }: StagingOptions & { readonly scratch: string },
): Promise<void> {
  const target = await onDiskLater(file.name, Deno.open(path, { write: true, createNew: true }));
  try {
    for await (const piece of file.pieces(scratch)) {
      const bytes = bytesOf(piece);
      for (let done = 0; done < bytes.length;) {
        done += await onDiskLater(file.name, target.write(bytes.subarray(done)));
      }
      onWritten(file, bytes.length);
      if (bytes.length === 0) await turn();
      signal?.throwIfAborted();
    }
    // Some file systems tell of a full disk only now.
    await onDiskLater(file.name, target.sync());
  } finally {
    target.close();
  }
}

const encoder = new TextEncoder();

function bytesOf(piece: Piece): Uint8Array {
  return typeof piece === "string" ? encoder.encode(piece) : piece;
}

/** Lets what waits, such as a signal, have its turn. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Removes hidden folders of other writers that are a day older than this one's. */
function clearLeftovers(out: string, own: string): void {
  const touched = (path: string): number => Deno.statSync(path).mtime?.getTime() ?? NaN;
  const now = touched(own);
  for (const { name, isDirectory } of [...Deno.readDirSync(out)]) {
    const path = join(out, name);
    if (!isDirectory || !name.startsWith(HIDDEN) || path === own) continue;
    if (now - touched(path) > DAY) remove(path);
  }
}

/** Whether something stands at a path; a link counts, wherever it leads. */
export function exists(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch (error) {
    const { NotFound, NotADirectory } = Deno.errors;
    if (error instanceof NotFound || error instanceof NotADirectory) return false;
    throw error;
  }
}

function remove(path: string): void {
  if (exists(path)) Deno.removeSync(path, { recursive: true });
}

/** Removes a folder, unless somebody else has put something there. */
function removeEmpty(path: string): void {
  if (exists(path) && Deno.readDirSync(path)[Symbol.iterator]().next().done) remove(path);
}

function refused(where: string, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new Error(`Cannot write "${where}": ${why}; nothing was exported`, { cause });
}

function onDisk<T>(where: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    throw refused(where, cause);
  }
}

async function onDiskLater<T>(where: string, action: Promise<T>): Promise<T> {
  try {
    return await action;
  } catch (cause) {
    throw refused(where, cause);
  }
}
