/**
 * A folder that is written whole or not at all.
 *
 * All files are written to a folder in a hidden one beside the target; it then takes the target's name
 * in one rename: a reader sees the old files or the new, never a half. The hidden folder is named after
 * the process and made by a call that fails when it is there, so that no two writers of one target, in
 * one process or several, ever share it: only the last rename may race, and the later one then stands
 * there whole.
 *
 * What a killed writer leaves behind is its hidden folder. Whether its process still runs cannot be
 * asked everywhere; so a later writer of the same target clears what nothing has touched for a day.
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
  /** Throws when what stands there may not be replaced; asked again when all files are written. */
  readonly check: () => void;
}

/** Age at which what a writer left behind is cleared [ms]. */
const DAY = 86_400_000;
/** Lost races after which a writer gives up [-]; each takes another writer that won one. */
const MOST_RACES = 1000;

/**
 * Writes files into a folder that replaces what stands there. When anything fails, what stood there
 * stands there still and nothing is left beside it; errors of the disk name the file, those of the
 * text's maker come as they are.
 */
export function writeWhole({ path, named, check }: Target, files: Iterable<PendingFile>): void {
  const own = onDisk(named, () => claim(path));
  const [partial, former] = ["new", "former"].map((name) => join(own, name));
  try {
    onDisk(named, () => {
      Deno.mkdirSync(partial);
      // Where nothing stands, what was left may hold the only results there are.
      if (exists(path)) clearLeftovers(path, own);
    });
    for (const [name, chunks] of files) writeFile(join(partial, name), chunks, named);
    check();
    onDisk(named, () => takePlace(partial, path, { former }));
  } catch (error) {
    putBack(former, path);
    remove(own);
    throw error;
  }
  clearLeftovers(path, own);
  remove(own);
}

/** Whether something stands at a path; a link counts, wherever it leads. */
export function exists(path: string): boolean {
  return unlessGone(() => Deno.lstatSync(path)) !== undefined;
}

/** What an action gives; undefined when a file or folder that it needs is not there. */
export function unlessGone<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** How the names of hidden folders of a target begin. */
const hidden = (path: string): string => `.${basename(path)}.gridcare-partial`;

/** Makes a hidden folder for a target that is this writer's alone. */
function claim(path: string): string {
  const folder = dirname(path);
  Deno.mkdirSync(folder, { recursive: true });
  for (let writer = 0;; writer++) {
    const own = join(folder, `${hidden(path)}-${Deno.pid}-${writer}`);
    try {
      Deno.mkdirSync(own);
      return own;
    } catch (error) {
      if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    }
  }
}

/**
 * Renames the folder to the path; what stands there goes to `former`. Another writer may take the path
 * between the two renames: then its folder, which is the earlier one, makes way too.
 */
function takePlace(partial: string, path: string, { former }: { readonly former: string }): void {
  for (let lost = 0;; lost++) {
    remove(former);
    unlessGone(() => Deno.renameSync(path, former));
    try {
      return Deno.renameSync(partial, path);
    } catch (error) {
      if (!exists(path) || !exists(partial) || lost === MOST_RACES) throw error;
    }
  }
}

/** Gives the former folder its name again, unless another writer's stands there by now. */
function putBack(former: string, path: string): void {
  if (!exists(former) || exists(path)) return;
  try {
    Deno.renameSync(former, path);
  } catch (error) {
    if (!exists(path)) throw error;
  }
}

/**
 * Removes hidden folders of other writers of the target in which nothing was touched for a day before
 * this one's was: the clock is that of the disk, which may be another machine's.
 */
function clearLeftovers(target: string, own: string): void {
  const now = touched(own);
  const folder = dirname(target);
  for (const { name, isDirectory } of [...Deno.readDirSync(folder)]) {
    const path = join(folder, name);
    if (!isDirectory || !name.startsWith(hidden(target)) || path === own) continue;
    if (now - touched(path) > DAY) remove(path);
  }
}

/** When a file or folder, or what is in it, was last written [ms since 1970]; NaN when it goes. */
function touched(path: string): number {
  return unlessGone(() => {
    const { mtime, isDirectory } = Deno.lstatSync(path);
    const inside = isDirectory ? [...Deno.readDirSync(path)] : [];
    const times = inside.map(({ name }) => touched(join(path, name)));
    return Math.max(mtime?.getTime() ?? NaN, ...times);
  }) ?? NaN;
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
  unlessGone(() => Deno.removeSync(path, { recursive: true }));
}
