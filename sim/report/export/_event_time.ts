/**
 * Times of events as dates with a clock. A run counts minutes since midnight of the first day of its
 * window; the clock is that of China, eight hours ahead of UTC all the year.
 */
const OFFSET = "+08:00";
const MS_PER_MINUTE = 60_000;

/**
 * Makes what turns minutes into a date and time, as ISO 8601 and `xs:dateTime` write them.
 *
 * @param start First day of the window, ISO date.
 * @returns Text of a time [min since the window began].
 * @throws {SyntaxError} When the start is no date.
 */
export function clockOf(start: string): (minutes: number) => string {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(start) ? Date.parse(`${start}T00:00Z`) : NaN;
  if (Number.isNaN(midnight)) {
    throw new SyntaxError(
      `Cannot export events as the window must start on a date such as 2022-12-07: current start is ` +
        JSON.stringify(start),
    );
  }
  return (minutes) => {
    const time = new Date(midnight + Math.round(minutes * MS_PER_MINUTE));
    return `${time.toISOString().slice(0, -1)}${OFFSET}`;
  };
}
