/**
 * What comes between the physician and the decision: a PCR result, a scan, both at once.
 *
 * The ill whose antigen test was negative wait for the result of a PCR test; who has a scanner and is
 * among those scanned waits for it too. The mild with a negative test go home. The last of the two to
 * come leads to the decision; a mild case that became worse meanwhile gives a sample then.
 */
import { MODERATE } from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import { Scanners } from "./imaging.ts";
import { Laboratories } from "./laboratory.ts";
import { AWAITS, PLACE, STEP } from "./patients.ts";
import type { ServiceLineSpec } from "./service_line.ts";
import type { World } from "./world.ts";

/** What the work-up needs of receptions. */
export interface WorkUpOptions {
  /** Queues of scanners, their first and their number. */
  readonly lines: Pick<ServiceLineSpec, "queues" | "first" | "facilities">;
  /** Whether a patient has not lost patience. */
  readonly waits: (p: number) => boolean;
  /** Takes those who go home undecided upon. */
  readonly home: (p: number) => void;
}

/** Tests and scans of those seen. */
export class WorkUp {
  readonly #world: World;
  readonly #laboratories: Laboratories | undefined;
  readonly #scanners: Scanners | undefined;
  readonly #home: (p: number) => void;
  readonly #resultIn: number;

  /**
   * @param world The replication.
   * @param options Queues, and who takes those who go home.
   */
  constructor(world: World, { lines, waits, home }: WorkUpOptions) {
    this.#world = world;
    this.#home = home;
    const { laboratory, imaging } = world.scenario;
    const result = (p: number, stamp: number) => this.#result(p, stamp);
    this.#resultIn = world.executive.on("test result", RUNGS.decision, result);
    if (laboratory.modelled) {
      this.#laboratories = new Laboratories(world, result);
      world.reception.laboratories = this.#laboratories;
    }
    if (imaging.modelled) {
      const scanned = (p: number) => this.#done(p, AWAITS.SCAN);
      this.#scanners = new Scanners(world, { lines, waits, scanned });
    }
  }

  /**
   * Begins with a patient who has just been seen.
   *
   * @param p Patient [-].
   */
  start(p: number): void {
    const { patients, flows } = this.#world;
    const suspected = patients.known[p] === 0 && patients.severity[p] >= MODERATE;
    patients.tests[p] = 0;
    patients.pathStamp[p]++;
    flows.emergency?.seen(p, suspected);
    if (suspected) this.#sample(p);
    if (this.#scanners?.send(p)) patients.tests[p] |= AWAITS.SCAN;
    if (patients.tests[p] === 0) this.#finish(p);
  }

  #sample(p: number): void {
    const { patients, scenario, executive } = this.#world;
    const stamp = patients.pathStamp[p];
    patients.tests[p] |= AWAITS.RESULT;
    if (this.#laboratories !== undefined) {
      this.#laboratories.send(p, patients.facility[p], stamp);
    } else executive.after(scenario.contact.pcrTurnaround, this.#resultIn, p, stamp);
  }

  #result(p: number, stamp: number): void {
    const { patients } = this.#world;
    if (stamp !== patients.pathStamp[p]) return;
    patients.known[p] = 1;
    this.#done(p, AWAITS.RESULT);
  }

  #done(p: number, what: number): void {
    const { patients } = this.#world;
    patients.tests[p] &= ~what;
    if (patients.tests[p] === 0) this.#finish(p);
  }

  #finish(p: number): void {
    const { patients, flows } = this.#world;
    if (patients.known[p] === 0 && patients.severity[p] >= MODERATE) {
      flows.emergency?.seen(p, true);
      this.#sample(p);
    } else if (patients.known[p] === 0) this.#home(p);
    else {
      patients.place[p] = PLACE.BOARDING;
      this.#world.primary?.antivirals?.offer(p);
      if (!flows.telemedicine?.asks(p)) flows.referral.decide(p);
    }
  }

  /**
   * A patient taken out of the line for a scan goes back to it.
   *
   * @param p Patient [-].
   */
  scanAgain(p: number): void {
    this.#scanners?.again(p);
  }

  /**
   * A patient in the middle of it is gone.
   *
   * @param p Patient [-].
   */
  leave(p: number): void {
    const { patients } = this.#world;
    patients.pathStamp[p]++;
    if (patients.step[p] === STEP.SCANNER) this.#scanners?.leave(p);
  }
}
