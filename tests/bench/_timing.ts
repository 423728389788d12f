/** Best and spread of several runs, and how a figure is written. */

/** A measured figure. */
export interface Figure {
  readonly name: string;
  /** Best of the runs. */
  readonly value: number;
  readonly unit: string;
  /** How far the second best is behind the best [%]; absent for what does not vary. */
  readonly spread?: number;
}

/** Best and worst time of several runs [s], and how far the second best is behind [%]. */
export interface Timing {
  readonly best: number;
  readonly worst: number;
  readonly spread: number;
}

export const RUNS = 3;

/** Times several runs. */
export function timed(run: () => void, runs = RUNS): Timing {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return (performance.now() - start) / 1000;
  });
  return timingOf(times);
}

/** The timing of given times [s]. */
export function timingOf(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  const second = sorted[Math.min(1, sorted.length - 1)];
  return {
    best: sorted[0],
    worst: sorted[sorted.length - 1],
    spread: 100 * (second / sorted[0] - 1),
  };
}

/** A figure as a line of text. */
export function lineOf({ name, value, unit, spread }: Figure): string {
  const behind = spread === undefined ? "" : `  (second best ${spread.toFixed(0)} % behind)`;
  return `${name}: ${value.toLocaleString("en")} ${unit}${behind}`;
}
