/** A folder of a run's own among the results, which goes when the run is over or is interrupted. */

import { fromFileUrl } from "@std/path";

const RESULTS = new URL("../../results/", import.meta.url);

/** What tells the process to end. */
const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGINT", "SIGTERM"];

/**
 * Works in a folder of its own.
 *
 * @param prefix Beginning of its name.
 * @param work What to do there; its signal is aborted when the process is told to end.
 * @returns What the work gives.
 */
export async function inResultsFolder<T>(
  prefix: string,
  work: (folder: string, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  await Deno.mkdir(RESULTS, { recursive: true });
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  for (const signal of SIGNALS) Deno.addSignalListener(signal, onSignal);
  const folder = await Deno.makeTempDir({
    dir: fromFileUrl(RESULTS),
    prefix: `${prefix}_${Deno.pid}_`,
  });
  try {
    return await work(folder, stop.signal);
  } finally {
    await Deno.remove(folder, { recursive: true });
    for (const signal of SIGNALS) Deno.removeSignalListener(signal, onSignal);
  }
}
