/** Durations parted by how they ended. */

const endsUpTo = (kinds: number): string =>
  `${Array.from({ length: kinds }, (_, end) => end).join(", ")} or ${kinds}`;

/** Durations, and how each ended: 0 censored, else by the event of that number. */
interface EndedRows {
  readonly durations: Float64Array;
  readonly events: Uint8Array;
}

/**
 * Refuses rows that say nothing.
 *
 * @param rows Durations and how each ended.
 * @param kinds Events that may end them [-].
 * @throws {RangeError} If the columns differ in length, a duration is negative or NaN, or a way of
 * ending is unknown.
 */
export function checkRows({ durations, events }: EndedRows, kinds: number): void {
  if (durations.length !== events.length) {
    throw new RangeError(
      `Cannot estimate survival as the columns must have one length: current lengths are ${durations.length} and ${events.length}`,
    );
  }
  for (let row = 0; row < events.length; row++) {
    if (durations[row] >= 0 && events[row] <= kinds) continue;
    throw new RangeError(
      `Cannot estimate survival as rows must have a duration >= 0 and an event ${
        endsUpTo(kinds)
      }: current row ${row} has ${durations[row]} and ${events[row]}`,
    );
  }
}

/**
 * Sorted durations above a bound, of those censored and of those ended by each of several events.
 *
 * @param rows Durations and how each ended, checked.
 * @param kinds Events that may end them [-].
 * @param above Bound [unit of the durations]; those censored are taken whatever their duration.
 * @returns Ascending durations by how they ended, from 0 to `kinds`.
 */
export function durationsByEnd(
  { durations, events }: EndedRows,
  kinds: number,
  above = -Infinity,
): Float64Array[] {
  const counts = new Int32Array(kinds + 1);
  for (let row = 0; row < events.length; row++) {
    if (durations[row] > above || events[row] === 0) counts[events[row]]++;
  }
  const parts = Array.from(counts, (count) => new Float64Array(count));
  const filled = new Int32Array(kinds + 1);
  for (let row = 0; row < events.length; row++) {
    const part = events[row];
    if (durations[row] > above || part === 0) parts[part][filled[part]++] = durations[row];
  }
  return parts.map((part) => part.sort());
}
