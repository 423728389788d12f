/**
 * The only file that knows Jupyter: how something is shown at a point of a cell.
 *
 * Everything is sent while the cell still runs. The value of a cell's last expression is no
 * substitute: of a cell that awaits, the kernel may send it after it has said that it is idle, and
 * programs that execute notebooks then lose it.
 */

/** Name of the method by which the kernel asks an object for its display. */
export const DISPLAY: unique symbol = Symbol.for("Jupyter.display") as never;

/** What is shown, by media type; a reader shows the richest it knows. */
export type MediaBundle = { readonly [mediaType: string]: unknown };

/** Something that knows how to be shown. */
export interface Displayable {
  /** The same thing in several media types. */
  [DISPLAY](): MediaBundle | Promise<MediaBundle>;
}

/** What this file needs of the kernel; a test puts its own in its place. */
export interface Kernel {
  /** Sends one message to all who watch the cell. */
  broadcast(type: string, content: Record<string, unknown>): Promise<void>;
}

/** The kernel in which this runs; outside a notebook Deno itself says that there is none. */
function kernelHere(): Kernel {
  return (Deno as unknown as { jupyter: Kernel }).jupyter;
}

function isDisplayable(value: unknown): value is Displayable {
  return typeof (value as Displayable | null | undefined)?.[DISPLAY] === "function";
}

/**
 * What `show` sends for a value.
 *
 * @param value Anything; what has no display of its own is shown as the console would.
 * @returns Media types with their content.
 *
 * @example A number is shown as text
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { bundleOf } from "./display.ts";
 *
 * assertEquals(await bundleOf(12), { "text/plain": "12" });
 * ```
 */
export async function bundleOf(value: unknown): Promise<MediaBundle> {
  if (isDisplayable(value)) return await value[DISPLAY]();
  return { "text/plain": typeof value === "string" ? value : Deno.inspect(value) };
}

/**
 * Shows a value below the cell, now.
 *
 * @param value A frame, a figure, a text, or anything else.
 * @param kernel Where it is shown.
 *
 * @example A text reaches the kernel as it is
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { show } from "./display.ts";
 *
 * const sent: unknown[] = [];
 * await show("done", { broadcast: (type) => Promise.resolve(void sent.push(type)) });
 * assertEquals(sent, ["display_data"]);
 * ```
 */
export async function show(value: unknown, kernel: Kernel = kernelHere()): Promise<void> {
  await kernel.broadcast("display_data", {
    data: await bundleOf(value),
    metadata: {},
    transient: {},
  });
}

/**
 * A place below the cell whose content can be replaced.
 *
 * @param kernel Where it is shown.
 * @returns Function that shows the first bundle and then puts each later one in its place.
 *
 * @example The second bundle updates the first
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openPlace } from "./display.ts";
 *
 * const sent: string[] = [];
 * const put = openPlace({ broadcast: (type) => Promise.resolve(void sent.push(type)) });
 * await put({ "text/plain": "1" });
 * await put({ "text/plain": "2" });
 * assertEquals(sent, ["display_data", "update_display_data"]);
 * ```
 */
export function openPlace(kernel: Kernel = kernelHere()): (bundle: MediaBundle) => Promise<void> {
  const id = crypto.randomUUID();
  let type = "display_data";
  return async (bundle) => {
    const now = type;
    type = "update_display_data";
    await kernel.broadcast(now, { data: bundle, metadata: {}, transient: { display_id: id } });
  };
}
