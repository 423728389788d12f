/** Processes of their own that use a store. */

import { fromFileUrl } from "@std/path";

const CHILD = fromFileUrl(new URL("./_child.ts", import.meta.url));

/** What a child says of one try. */
export interface Said {
  readonly read?: number;
  readonly wrote?: number;
  readonly fault?: string;
  readonly message?: string;
}

/** A child, not yet started. */
export function child(permissions: readonly string[], ...args: string[]): Deno.Command {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--quiet", ...permissions, CHILD, ...args],
    stdout: "piped",
    stderr: "piped",
  });
}

/** Opens a store in a child, writes to it, and gives what the child said. */
export function tryIn(permissions: readonly string[], ...args: string[]): Said {
  const { stdout, stderr } = child(permissions, "try", ...args).outputSync();
  const said = new TextDecoder().decode(stdout);
  if (said === "") throw new Error(new TextDecoder().decode(stderr));
  return JSON.parse(said);
}
