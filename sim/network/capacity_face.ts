/** What other flows may ask of usable beds, and what is read of them at the end. */
import type { DailyLevel } from "../engine/mod.ts";
import type { LevelPlan } from "../scenario/mod.ts";

/** Staff over time, as read at the end of a run. */
export interface StaffingFace {
  /** Share of staff absent by day [-] -- constant. */
  readonly absent: Float64Array;
  /** Reserve. */
  readonly reserve: {
    /** Persons of the reserve at work by day [persons] -- statistic. */
    readonly daily: DailyLevel;
  };
  /** Usable beds that absence costs, by ward type and day [beds] -- statistic. */
  readonly lost: readonly DailyLevel[];
}

/** Convertible ICU beds, as read at the end of a run. */
export interface ConvertibleFace {
  /** Most at once [beds] -- statistic. */
  readonly most: number;
  /** When the first opened [min]; NaN for never -- statistic. */
  readonly firstAt: number;
}

/** Usable beds. */
export interface CapacityFace {
  /** Plan in force. */
  readonly plan: LevelPlan;
  /** Staff over time; undefined when those employed are always present. */
  readonly staffing: StaffingFace | undefined;
  /** Convertible ICU beds. */
  readonly convertible: ConvertibleFace;
  /** Sets the usable beds of all wards. */
  apply(): void;
  /** Sets the usable beds of a ward. */
  update(ward: number): void;
  /** Staff employed, stocks of beds or uses have changed: sets who is present, and usable beds. */
  changed(): void;
}
