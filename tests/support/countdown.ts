/** How much of a long work is done, and the time left, on standard error. */

/**
 * Starts to count.
 *
 * @param count Pieces of work, all alike [-].
 * @returns Says how many are done, something about the last one before the time left, and its name.
 */
export function countdown(count: number): (done: number, about: string, name: string) => void {
  const started = performance.now();
  return (done, about, name) => {
    const left = (performance.now() - started) / 1000 / done * (count - done);
    const place = `${String(done).padStart(String(count).length)} of ${count}`;
    console.error(`${place}  ${about}  about ${left.toFixed(0)} s left  ${name}`);
  };
}
