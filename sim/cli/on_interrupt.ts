/** What Ctrl-C does to long work. */

const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGINT", "SIGTERM"];

/**
 * The first signal stops the work, a second one the program; released, every one the program.
 *
 * @param stop Stops the work.
 * @returns Releases the signals.
 */
export function onInterrupt(stop: () => void): () => void {
  let asked = false;
  let listening = true;
  const interrupt = () => {
    if (asked) Deno.exit(130);
    asked = true;
    stop();
  };
  for (const signal of SIGNALS) Deno.addSignalListener(signal, interrupt);
  return () => {
    if (!listening) return;
    listening = false;
    for (const signal of SIGNALS) Deno.removeSignalListener(signal, interrupt);
  };
}
