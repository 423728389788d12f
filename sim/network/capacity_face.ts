/** What other flows may ask of usable beds, and what is read of them at the end. */
import type { DailyLevel } from "../engine/mod.ts";
import type { LevelPlan } from "../scenario/mod.ts";

/** Staff over time, as read at the end of a run. */
export interface StaffingFace {
  /** Share of staff absent by day, mean over those employed, up to today [-] -- statistic. */
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

/** What hospitals keep for COVID cases by their plans. */
export interface HospitalPlansFace {
  /** Beds reserved in shared wards by ward type, cases in them included [beds] -- statistic. */
  readonly reserved: readonly DailyLevel[];
  /** Staff who work in another ward of their hospital [persons] -- statistic; undefined for none. */
  readonly moved: { readonly physicians: DailyLevel; readonly nurses: DailyLevel } | undefined;
  /** Elective patients put off at least once because free beds were reserved [patients]. */
  readonly putOff: number;
  /** Whether free beds of a ward are all reserved against every ordinary patient. */
  keepsOut(ward: number): boolean;
  /** Whether free beds are all reserved against an elective patient, who is then counted. */
  keepsOutElective(ward: number, who: number): boolean;
  /** Some were employed or have gone: shares staff out anew; usable beds are to be set afterwards. */
  staffChanged(): void;
}

/** Usable beds. */
export interface CapacityFace {
  /** Plan in force where a ward stands. */
  planOf(ward: number): LevelPlan;
  /** Share of physical beds of a ward that spacing leaves usable today, in full [-]. */
  spacingOf(ward: number): number;
  /** Staff over time; undefined when those employed are always present. */
  readonly staffing: StaffingFace | undefined;
  /** Convertible ICU beds. */
  readonly convertible: ConvertibleFace;
  /** Beds and staff by forecast; undefined when hospitals make no such plans. */
  readonly hospitalPlans: HospitalPlansFace | undefined;
  /** Sets the usable beds of all wards. */
  apply(): void;
  /** Sets the usable beds of a ward. */
  update(ward: number): void;
  /** Staff employed, stocks of beds or uses have changed: sets who is present, and usable beds. */
  changed(): void;
}
