/**
 * Progress of an experiment, in one place below the cell.
 *
 * The last state names no time, so that the output of a notebook that runs again is the same bytes;
 * the time left is shown only while there is any.
 */
import { type Kernel, type MediaBundle, openPlace } from "./display.ts";

const MINUTE = 60;
/** Shortest time between two states shown [ms]. */
const PAUSE = 150;
/** Share from which the time left is more than a guess [-]. */
const TELLING = 0.02;

function timeLeft(seconds: number): string {
  return seconds < 2 * MINUTE ? `${seconds} s` : `${Math.ceil(seconds / MINUTE)} min`;
}

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
  const known = share >= TELLING && share < 1 && seconds >= 1;
  const text = `${Math.floor(100 * share)} % done${known ? `, about ${timeLeft(left)} left` : ""}`;
  return {
    "text/html": `<progress max="1" value="${share}"></progress> ${text}`,
    "text/plain": text,
  };
}

/**
 * A function for the `onProgress` of an experiment.
 *
 * Messages are sent one after another and not too often; a state that comes meanwhile replaces any
 * that still waits, so that a fast experiment is not slowed down.
 *
 * @param kernel Where it is shown; the notebook's own when left out.
 * @returns `report`, to be called with the share done [-], and `settled`, to be awaited at the end
 * of the cell, with the text that is to stand there in the end, where it is not the last share.
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
): { report: (share: number) => void; settled: (text?: string) => Promise<void> } {
  const started = performance.now();
  const put = openPlace(kernel);
  let waiting: number | undefined;
  let sending: Promise<void> | undefined;
  let next = 0;
  const send = async (): Promise<void> => {
    while (waiting !== undefined) {
      const share = waiting;
      waiting = undefined;
      await put(progressBundle(share, (performance.now() - started) / 1000));
    }
    next = performance.now() + PAUSE;
    sending = undefined;
  };
  return {
    report(share) {
      waiting = share;
      if (performance.now() >= next) sending ??= send();
    },
    async settled(text) {
      await (sending ?? send());
      if (text !== undefined) await put({ "text/plain": text });
    },
  };
}
