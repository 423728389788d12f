/** Holidays of a scenario, by day of its window. */
import type { Scenario } from "../scenario/mod.ts";
import { dayOf } from "./calendar_days.ts";

/**
 * Volume of what has appointments on a day, relative to the weekday's.
 *
 * @example A festival of two days
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Holidays } from "./holidays.ts";
 *
 * const holidays = new Holidays({
 *   services: { holidays: [{ from: "2022-12-31", to: "2023-01-01", factor: 0.6 }] },
 *   window: { start: "2022-12-30" },
 * });
 * assertEquals([0, 1, 2, 3].map((day) => holidays.on(day)), [1, 0.6, 0.6, 1]);
 * ```
 */
export class Holidays {
  readonly #list: readonly {
    readonly from: number;
    readonly to: number;
    readonly factor: number;
  }[];

  /** @param scenario A checked scenario. */
  constructor({ services, window }: {
    readonly services: Pick<Scenario["services"], "holidays">;
    readonly window: Pick<Scenario["window"], "start">;
  }) {
    this.#list = services.holidays.map(({ from, to, factor }) => ({
      from: dayOf(window.start, from),
      to: dayOf(window.start, to),
      factor,
    }));
  }

  /**
   * The factor of a day.
   *
   * @param day Day [d], may be negative.
   * @returns Factor [-]; 1 on ordinary days.
   */
  on(day: number): number {
    for (const { from, to, factor } of this.#list) if (day >= from && day <= to) return factor;
    return 1;
  }
}
