/**
 * Triage at the door: nurses who see everybody on foot in order of arrival, before the physicians do.
 *
 * Whoever comes by ambulance, or is critical, goes past them: the crew or the eye tells. A share of
 * the mild is sent home with advice.
 *
 * Source: Beijing, notice of 20 March 2020 on medical services (BJ-3.1).
 */
import { MILD, partOf } from "../domain/mod.ts";
import { distributionOf, RUNGS, tabulated } from "../engine/mod.ts";
import type { Distribution } from "../engine/mod.ts";
import { BLOCK } from "./decisions.ts";
import { STEP } from "./patients.ts";
import { ServiceLine } from "./service_line.ts";
import type { ServiceLineSpec } from "./service_line.ts";
import type { World } from "./world.ts";

/** What triage needs of receptions. */
export interface TriageOptions {
  /** Queues, their first and their number. */
  readonly lines: Pick<ServiceLineSpec, "queues" | "first" | "facilities">;
  /** Whether a patient whose turn it is has not left for want of patience; if so sees to it. */
  readonly stays: (p: number) => boolean;
  /** Takes those who go on to a physician. */
  readonly goesOn: (p: number) => void;
  /** Takes those who are resolved. */
  readonly home: (p: number) => void;
}

/** Triage everywhere. */
export class Triage {
  readonly #world: World;
  readonly #line: ServiceLine;
  readonly #law: Distribution;
  readonly #options: TriageOptions;
  readonly #ends: number;

  /**
   * @param world The replication.
   * @param options Queues, and who takes patients afterwards.
   */
  constructor(world: World, options: TriageOptions) {
    this.#world = world;
    this.#options = options;
    const { scenario: { clinics: { triage }, city }, executive, patients } = world;
    this.#law = tabulated(distributionOf(triage.duration));
    this.#line = new ServiceLine({
      ...options.lines,
      servers: (f) => partOf(city.facilities[f], triage.nurses),
      begin: (p) => this.#begin(p),
    });
    world.audits.push((breach, heads) =>
      this.#line.audit(breach, "triage nurses", (f) => heads.atStep(STEP.TRIAGE, f))
    );
    this.#ends = executive.on("end of triage", RUNGS.release, (p, stamp) => {
      if (stamp === patients.pathStamp[p]) this.#end(p);
    });
  }

  /**
   * A patient on foot comes to the door.
   *
   * @param p Patient [-].
   */
  arrive(p: number): void {
    const { patients, executive, log } = this.#world;
    patients.step[p] = STEP.TRIAGE_LINE;
    patients.stepAt[p] = executive.now;
    log?.patient("waits for triage", p, this.#line.waiting(patients.facility[p]));
    this.#line.arrive(p, patients.facility[p], 0);
  }

  #begin(p: number): boolean {
    const { patients, executive, draws, reception, log } = this.#world;
    if (!this.#options.stays(p)) return false;
    reception.triageWaits.add(executive.now - patients.stepAt[p]);
    patients.step[p] = STEP.TRIAGE;
    log?.patient("with nurse", p, patients.severity[p]);
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.TRIAGE, patients.visits[p]);
    executive.after(this.#law.quantile(draws.u0), this.#ends, p, ++patients.pathStamp[p]);
    return true;
  }

  #end(p: number): void {
    const { patients, draws, scenario: { clinics: { triage } }, reception, log } = this.#world;
    const facility = patients.facility[p];
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.TRIAGE, patients.visits[p]);
    const resolved = patients.severity[p] <= MILD && draws.u1 < triage.resolvedShare;
    log?.patient("triaged", p, resolved ? 1 : 0);
    if (resolved) {
      reception.resolved++;
      this.#options.home(p);
    } else this.#options.goesOn(p);
    this.#line.release(facility);
  }

  /**
   * A patient with a nurse is gone.
   *
   * @param p Patient [-].
   */
  leave(p: number): void {
    this.#line.release(this.#world.patients.facility[p]);
  }
}
