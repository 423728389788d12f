/**
 * The notebook's stop button (■, "Interrupt the kernel").
 *
 * Jupyter sends the kernel's process an interrupt signal, of which the Deno kernel knows nothing: it
 * would end, and all values with it. Here the signal is heard instead. It stops whatever asked to be
 * stopped, above all an experiment under way, and the kernel lives on. A cell that computes without
 * ever awaiting cannot be stopped so; for that there is only "Restart the kernel".
 */
const running = new Set<AbortController>();
let listening = false;

/** Stops all work under way, as the button does. */
export function stopRunning(): void {
  for (const work of running) work.abort();
}

/** Hears the stop button from now on; a second call changes nothing. */
export function hearStopButton(): void {
  if (listening) return;
  listening = true;
  Deno.addSignalListener("SIGINT", stopRunning);
}

/** Something that the stop button can stop. */
export interface Stoppable extends Disposable {
  /** Aborts when the button is pressed. */
  readonly signal: AbortSignal;
}

/**
 * A signal for work that begins now.
 *
 * @returns Its signal; to be disposed of when the work is over.
 *
 * @example Nothing has been pressed yet
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { stoppable } from "./interrupts.ts";
 *
 * using work = stoppable();
 * assertEquals(work.signal.aborted, false);
 * ```
 */
export function stoppable(): Stoppable {
  const work = new AbortController();
  running.add(work);
  return { signal: work.signal, [Symbol.dispose]: () => void running.delete(work) };
}
