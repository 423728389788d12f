/** A headless Chromium: $CHROMIUM, the system's, or that of an npm package. */
import { fromFileUrl } from "@std/path";
import { type Browser, chromium } from "playwright-core";

/** How to start a browser. */
interface Start {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

async function isFile(path: string): Promise<boolean> {
  return await Deno.stat(path).then((found) => found.isFile, () => false);
}

async function unpacked(): Promise<Start> {
  const here = (name: string) => fromFileUrl(new URL(name, import.meta.url));
  const lock = `--lock=${here("chromium.lock")}`;
  const { stdout, stderr, success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", "--no-config", lock, "--frozen", here("unpack_chromium.ts")],
  }).output();
  if (!success) {
    throw new Error(
      `Cannot unpack Chromium from its npm package: ${new TextDecoder().decode(stderr)}`,
    );
  }
  return JSON.parse(new TextDecoder().decode(stdout));
}

async function findStart(): Promise<Start> {
  for (const path of [Deno.env.get("CHROMIUM"), ...SYSTEM]) {
    if (path && await isFile(path)) return { executablePath: path, args: ["--no-sandbox"] };
  }
  return await unpacked();
}

/**
 * Starts a browser for tests; close it at the end.
 *
 * @returns The running browser.
 */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, args, env = {} } = await findStart();
  return await chromium.launch({
    executablePath,
    args: [...args],
    env: { ...Deno.env.toObject(), ...env },
  });
}
