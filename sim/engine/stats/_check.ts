/** Checks that several estimators share. */

/** Refuses a level of confidence outside (0, 1). */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(
      `Cannot make an interval as its level must lie between 0 and 1: current level is ${level}`,
    );
  }
}

/** Refuses a name that an option does not know. */
export function checkName(
  doing: string,
  { option, name, known }: { option: string; name: string; known: readonly string[] },
): void {
  if (known.includes(name)) return;
  throw new TypeError(
    `Cannot ${doing} as ${option} must be "${
      known.join('" or "')
    }": current ${option} is "${name}"`,
  );
}

/** Refuses a name of which mean is best that is none. */
export function checkBest(doing: string, best: string): void {
  checkName(doing, { option: "best", name: best, known: ["largest", "smallest"] });
}
