/**
 * Progress of an experiment, in one place below the cell.
 *
 * The last state names no time, so that the output of a notebook that runs again is the same bytes;
 * the time left is shown only while there is any.
 */
import { type Kernel, type MediaBundle, openPlace } from "./display.ts";

/**
 * What is shown of a state of progress.
 *
 * @param share Share of the work done [-], 0 to 1.
 * @param seconds Time since the beginning [s].
 * @returns A bar for readers that show HTML, and a line of text.
 *
 * @example A quarter in two seconds leaves six
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { progressBundle } from "./progress.ts";
 *
 * assertEquals(progressBundle(0.25, 2)["text/plain"], "25 % done, about 6 s left");
 * assertEquals(progressBundle(1, 8)["text/plain"], "100 % done");
 * ```
 */
export function progressBundle(share: number, seconds: number): MediaBundle {
  const left = Math.ceil(seconds * (1 - share) / share);
  const known = share > 0 && share < 1 && seconds >= 1;
  const text = `${Math.floor(100 * share)} % done${known ? `, about ${left} s left` : ""}`;
  return {
    "text/html": `<progress max="1" value="${share}"></progress> ${text}`,
    "text/plain": text,
  };
}

/**
 * A function for the `onProgress` of an experiment.
 *
 * Messages are sent one after another; a state that comes while one is under way replaces any
 * that still waits, so that a fast experiment is not slowed down.
 *
 * @param kernel Where it is shown; the notebook's own when left out.
 * @returns `report`, to be called with the share done [-], and `settled`, to be awaited at the end
 * of the cell.
 *
 * @example The last state is shown
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { watchProgress } from "./progress.ts";
 *
 * const sent: unknown[] = [];
 * const kernel = { broadcast: (_: string, c: unknown) => Promise.resolve(void sent.push(c)) };
 * const { report, settled } = watchProgress(kernel);
 * report(0.5);
 * report(1);
 * await settled();
 * assertEquals(JSON.stringify(sent.at(-1)).includes("100 % done"), true);
 * ```
 */
export function watchProgress(
  kernel?: Kernel,
): { report: (share: number) => void; settled: () => Promise<void> } {
  const started = performance.now();
  const put = openPlace(kernel);
  let waiting: number | undefined;
  let sending: Promise<void> | undefined;
  const send = async (): Promise<void> => {
    while (waiting !== undefined) {
      const share = waiting;
      waiting = undefined;
      await put(progressBundle(share, (performance.now() - started) / 1000));
    }
    sending = undefined;
  };
  return {
    report(share) {
      waiting = share;
      sending ??= send();
    },
    async settled() {
      await sending;
    },
  };
}
