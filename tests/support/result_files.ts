/** Result folders beside each other, byte for byte. */

/** Files of a result folder by name; the manifest without its clock, which alone may differ. */
export type ResultFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Reads every file of a result folder.
 *
 * @param folder Path.
 * @returns Bytes by name.
 */
export function resultFiles(folder: string): ResultFiles {
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  return new Map(names.map((name) => {
    const bytes = Deno.readFileSync(`${folder}/${name}`);
    return [name, name === "manifest.json" ? withoutClock(bytes) : bytes];
  }));
}

function withoutClock(bytes: Uint8Array): Uint8Array {
  const { clock: _, ...manifest } = JSON.parse(new TextDecoder().decode(bytes));
  return new TextEncoder().encode(JSON.stringify(manifest));
}

/**
 * Names of the files that are in one folder alone, or differ.
 *
 * @param one Files.
 * @param other Files that should be the same.
 * @returns Names in order; empty when all are equal.
 */
export function differingFiles(one: ResultFiles, other: ResultFiles): string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].sort().filter((name) => !sameBytes(one.get(name), other.get(name)));
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined || a.length !== b.length) return false;
  return a.every((byte, i) => byte === b[i]);
}
