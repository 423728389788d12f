/** How much a folder holds. */

/**
 * Bytes of all files below a folder.
 *
 * @param folder Path; 0 when it does not exist.
 * @returns Size [B]; links are not followed.
 */
export async function folderSize(folder: string): Promise<number> {
  let bytes = 0;
  try {
    for await (const entry of Deno.readDir(folder)) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory) bytes += await folderSize(path);
      else if (entry.isFile) bytes += (await Deno.stat(path)).size;
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return bytes;
}
