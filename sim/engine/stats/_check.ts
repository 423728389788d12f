/** Checks that several estimators share. */

/** Refuses a level of confidence outside (0, 1). */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(
      `Cannot make an interval as its level must lie between 0 and 1: current level is ${level}`,
    );
  }
}
