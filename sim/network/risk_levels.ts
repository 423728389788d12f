/**
 * The risk level of every county or district by day, inherited by its grids and facilities.
 *
 * By date, or by the case rule, once a day at 00:00 from what was reported up to the day before. One
 * place says the level; beds, staff, plans and contacts all ask here.
 */
import { caseRecord, levelOfCases, levelsByDay, RISK_LEVELS } from "../domain/mod.ts";
import { SimulationError } from "../engine/mod.ts";
import type { LevelPlan, Scenario, ServicesSpec } from "../scenario/mod.ts";
import { dayOf, MINUTES_PER_DAY } from "./calendar_days.ts";
import type { Districts } from "./districts.ts";

/** Reported cases as the case rule reads them. */
export interface Reports {
  /** Cases by grid and day [cases]. */
  readonly byGrid: readonly Int32Array[];
}

type Entries = ServicesSpec["levels"];

/** The entries of a district: those of all, and from its first own one on its own. */
function entriesOf(levels: Entries, id: string): Entries {
  const own = levels.filter(({ district }) => district === id);
  const first = own[0]?.from;
  const general = levels.filter(({ district, from }) =>
    district === undefined && (first === undefined || from < first)
  );
  return [...general, ...own];
}

/** Says the level of a district on a day. */
export class RiskLevels {
  /** Whether levels follow the case rule. */
  readonly isByRule: boolean;
  readonly #scenario: Scenario;
  readonly #districts: Districts;
  readonly #reports: Reports | null;
  /** Level by district and day [-]; by the rule as far as decided. */
  readonly #levels: readonly Uint8Array[];
  /** Days decided [d] -- state. */
  #decided: number;
  /** Last day whose infections have been drawn [d] -- state. */
  #drawn = -1;

  /**
   * @param scenario A checked scenario.
   * @param districts Its districts.
   * @param reports What is reported; null when nothing is.
   */
  constructor(scenario: Scenario, districts: Districts, reports: Reports | null) {
    this.#scenario = scenario;
    this.#districts = districts;
    this.#reports = reports;
    const { services: { levels, levelRule }, window } = scenario;
    const days = window.days + window.runOnDays;
    this.isByRule = levelRule.modelled;
    this.#levels = districts.ids.map((id) =>
      this.isByRule
        ? new Uint8Array(days)
        : levelsByDay(entriesOf(levels, id), { start: window.start, days })
    );
    this.#decided = this.isByRule ? 0 : days;
  }

  /** Days of the run [d]. */
  get days(): number {
    return this.#levels[0]?.length ?? 0;
  }

  /**
   * The infections of a day have been drawn, and with them what will be reported of them.
   *
   * @param day Day [d]; Infinity when no more will come.
   */
  drawn(day: number): void {
    this.#drawn = day;
  }

  /**
   * Level of a district on a day.
   *
   * @param district District [-].
   * @param day Day [d]; before the window that of its first day, after the run that of its last.
   * @returns Place in `RISK_LEVELS` [-].
   * @throws {SimulationError} When the cases of the day before are not known yet.
   */
  on(district: number, day: number): number {
    const levels = this.#levels[district];
    const at = Math.min(Math.max(0, day), levels.length - 1);
    while (this.#decided <= at) this.#decide(this.#decided++);
    return levels[at];
  }

  /**
   * Plan of a district on a day.
   *
   * @param district District [-].
   * @param day Day [d], as in {@link on}.
   * @returns The plan of the level.
   */
  planOn(district: number, day: number): LevelPlan {
    return this.#scenario.services.plans[RISK_LEVELS[this.on(district, day)]];
  }

  /**
   * Whether some level may differ from that of the day before.
   *
   * @param day Day [d], from 1.
   * @returns By the case rule always true, as nobody can know.
   */
  mayChange(day: number): boolean {
    return this.isByRule || this.#levels.some((levels) => levels[day] !== levels[day - 1]);
  }

  /** Decides the levels of a day from the cases reported before it. */
  #decide(day: number): void {
    if (this.#drawn < day - 1) {
      throw new SimulationError(
        `Cannot tell the risk level of day ${day} as the infections of the day before must have been drawn: the last day drawn is ${this.#drawn}`,
        { clock: day * MINUTES_PER_DAY, entity: -1 },
      );
    }
    const { services: { levelRule }, window } = this.#scenario;
    const byGrid = this.#reports?.byGrid ?? [];
    this.#districts.ids.forEach((id, district) => {
      const before = levelRule.before.filter((entry) => entry.district === id)
        .map(({ date, cases }) => ({ day: dayOf(window.start, date), cases }));
      const grids = this.#districts.grids[district].flatMap((grid) => byGrid[grid] ?? []);
      const level = levelOfCases(caseRecord({ grids, before }, day, levelRule), levelRule);
      this.#levels[district][day] = RISK_LEVELS.indexOf(level);
    });
  }
}
