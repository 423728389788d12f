/** Folders that tests write to. */

/**
 * Runs a test in a folder of its own, which is removed afterwards.
 *
 * @throws {Error} When the test leaves a file of the folder open (seen on Linux only).
 */
export function inTemporaryFolder(test: (folder: string) => void): void {
  const folder = Deno.makeTempDirSync({ prefix: "gridcare-" });
  try {
    test(folder);
    const open = openFilesIn(folder);
    if (open.length > 0) throw new Error(`The test leaves files open: ${open.join(", ")}`);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** Names of what stands in a folder, hidden files too, in order. */
export function namesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
}

// Deno's own check of resources does not notice files that were opened synchronously.
function openFilesIn(folder: string): string[] {
  if (Deno.build.os !== "linux") return [];
  return namesIn("/proc/self/fd").flatMap((number) => {
    try {
      const path = Deno.readLinkSync(`/proc/self/fd/${number}`);
      return path.startsWith(`${folder}/`) ? [path] : [];
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return [];
      throw error;
    }
  });
}
