/** A copy of the project in which a fault is planted, and programs of Deno that run there. */

import { fromFileUrl } from "@std/path";
import { inResultsFolder } from "./results_folder.ts";

const PROJECT = new URL("../../", import.meta.url);

/** A change of one file of the sources. */
export interface SourceFault {
  /** Name, unique among its kind. */
  readonly name: string;
  /** File in the project, such as "sim/engine/random/arrivals.ts". */
  readonly file: string;
  /** Text that stands exactly once in the file. */
  readonly find: string;
  /** What stands there instead. */
  readonly replace: string;
}

/** The user stopped the run; the copy is gone. */
export class Interrupted extends Error {
  override name = "Interrupted";
}

/**
 * The text of a file with the fault in it.
 *
 * @param text Text of the file.
 * @param fault The fault.
 * @returns Changed text.
 * @throws {RangeError} If what is to be found does not stand exactly once.
 */
export function planted(text: string, { name, file, find, replace }: SourceFault): string {
  const parts = text.split(find);
  if (parts.length !== 2) {
    throw new RangeError(
      `Cannot plant fault "${name}" as its text must stand once in ${file}: it stands ${
        parts.length - 1
      } times`,
    );
  }
  return parts.join(replace);
}

/** Text of a fault's file as it is. */
export function textOf({ file }: Pick<SourceFault, "file">): string {
  return Deno.readTextFileSync(new URL(file, PROJECT));
}

/** What a program said, and how it ended. */
export interface Ended {
  /** Exit code [-]. */
  readonly code: number;
  /** Standard output. */
  readonly stdout: string;
  /** Standard error. */
  readonly stderr: string;
}

/** A copy of parts of the project, with one fault at a time. */
export class FaultCopy {
  readonly #folder: string;
  readonly #signal: AbortSignal;

  /**
   * @param folder Folder of the copy.
   * @param signal Aborted when the user stops the run.
   */
  constructor(folder: string, signal: AbortSignal) {
    this.#folder = folder;
    this.#signal = signal;
  }

  /**
   * Plants a fault, does something, and takes it out again.
   *
   * @param fault The fault.
   * @param work What to do meanwhile.
   * @returns What the work gives.
   * @throws {RangeError} If what is to be found does not stand exactly once.
   */
  async under<T>(fault: SourceFault, work: () => Promise<T>): Promise<T> {
    const path = `${this.#folder}/${fault.file}`;
    const text = await Deno.readTextFile(path);
    await Deno.writeTextFile(path, planted(text, fault));
    try {
      return await work();
    } finally {
      if (!this.#signal.aborted) await Deno.writeTextFile(path, text);
    }
  }

  /**
   * Runs the same Deno in the copy.
   *
   * @param args Its arguments.
   * @returns What it said.
   * @throws {Interrupted} If the process is told to end meanwhile.
   */
  async deno(args: readonly string[]): Promise<Ended> {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [...args],
      cwd: this.#folder,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
      signal: this.#signal,
    }).output();
    if (this.#signal.aborted) {
      throw new Interrupted("Interrupted: the copy with the fault is removed");
    }
    const [out, error] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
    return { code, stdout: out, stderr: error };
  }
}

/**
 * Works in a copy of parts of the project.
 *
 * The copy lies in the folder of results, and goes when the work is over or is interrupted.
 *
 * @param paths Files and folders of the project that are needed.
 * @param work What to do there.
 * @returns What the work gives.
 * @throws {Interrupted} If the process is told to end meanwhile.
 */
export async function inCopy<T>(
  paths: readonly string[],
  work: (copy: FaultCopy) => Promise<T>,
): Promise<T> {
  return await inResultsFolder("fault", async (folder, signal) => {
    for (const path of paths) copy(fromFileUrl(new URL(path, PROJECT)), `${folder}/${path}`);
    return await work(new FaultCopy(folder, signal));
  });
}

function copy(from: string, to: string): void {
  if (!Deno.statSync(from).isDirectory) {
    Deno.mkdirSync(to.slice(0, to.lastIndexOf("/")), { recursive: true });
    return Deno.copyFileSync(from, to);
  }
  for (const { name } of Deno.readDirSync(from)) copy(`${from}/${name}`, `${to}/${name}`);
}
