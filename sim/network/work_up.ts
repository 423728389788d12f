/**
 * What comes between the physician and the decision: a PCR result, a scan, both at once.
 *
 * The ill whose antigen test was negative wait for the result of a PCR test; who has a scanner and is
 * among those scanned waits for it too. The mild with a negative test go home. The last of the two to
 * come leads to the decision; a mild case that became worse meanwhile gives a sample then. From a
 * stated severity on suspected cases do not wait for the result: it follows them.
 *
 * Source: Beijing, notice of 20 March 2020 on medical services (BJ-3.2b): suspected cases are moved
 * to a designated hospital in time.
 */
import { MODERATE, SEVERITIES } from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import { Scanners } from "./imaging.ts";
import { Laboratories } from "./laboratory.ts";
import { AWAITS, NEXT, PLACE, STEP } from "./patients.ts";
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
  /** Least severity that is referred before the result [-]. */
  readonly #refersFrom: number;

  /**
   * @param world The replication.
   * @param options Queues, and who takes those who go home.
   */
  constructor(world: World, { lines, waits, home }: WorkUpOptions) {
    this.#world = world;
    this.#home = home;
    const { laboratory, imaging, referral: { suspected: { from } } } = world.scenario;
    this.#refersFrom = from === "never" ? Infinity : SEVERITIES.indexOf(from);
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
    this.#goOn(p);
  }

  /** The decision when nothing is awaited any more, or when it need not be. */
  #goOn(p: number): void {
    const { tests, severity } = this.#world.patients;
    if (tests[p] === 0) this.#finish(p);
    else if (tests[p] === AWAITS.RESULT && severity[p] >= this.#refersFrom) this.#refer(p);
  }

  /** Refers a suspected case; the result follows. */
  #refer(p: number): void {
    const { patients, reception, log } = this.#world;
    patients.sampleStamp[p] = patients.pathStamp[p];
    patients.tests[p] = 0;
    reception.beforeResult++;
    log?.patient("suspected", p, patients.severity[p]);
    this.#decide(p);
  }

  #sample(p: number): void {
    const { patients, scenario, executive, log } = this.#world;
    const stamp = patients.pathStamp[p];
    patients.tests[p] |= AWAITS.RESULT;
    log?.depth(p)?.patient("sampled", p, patients.severity[p]);
    if (this.#laboratories !== undefined) {
      this.#laboratories.send(p, patients.facility[p], stamp);
    } else executive.after(scenario.contact.pcrTurnaround, this.#resultIn, p, stamp);
  }

  #result(p: number, stamp: number): void {
    const { patients, flows, primary } = this.#world;
    // Nobody awaits the result of one who has recovered, died or left meanwhile.
    const isThere = patients.grid[p] >= 0 && patients.next[p] !== NEXT.OVER;
    const follows = isThere && stamp === patients.sampleStamp[p];
    if (!follows && stamp !== patients.pathStamp[p]) return;
    patients.known[p] = 1;
    patients.sampleStamp[p] = -1;
    if (!follows) this.#world.log?.depth(p)?.patient("test result", p, 1);
    if ((patients.tests[p] & AWAITS.RESULT) !== 0) this.#done(p, AWAITS.RESULT);
    else if (follows) {
      this.#world.log?.patient("result", p, 1);
      primary?.treats(p);
      flows.referral.resultCame(p);
    }
  }

  #done(p: number, what: number): void {
    this.#world.patients.tests[p] &= ~what;
    this.#goOn(p);
  }

  /**
   * A patient who may be in the middle of it has become worse.
   *
   * @param p Patient [-].
   */
  worsened(p: number): void {
    if (this.#world.patients.tests[p] !== 0) this.#goOn(p);
  }

  #finish(p: number): void {
    const { patients, flows } = this.#world;
    if (patients.known[p] === 0 && patients.severity[p] >= MODERATE) {
      flows.emergency?.seen(p, true);
      this.#sample(p);
    } else if (patients.known[p] === 0) this.#home(p);
    else {
      this.#world.primary?.treats(p);
      this.#decide(p);
    }
  }

  #decide(p: number): void {
    const { patients, flows } = this.#world;
    patients.place[p] = PLACE.BOARDING;
    if (!flows.telemedicine?.asks(p)) flows.referral.decide(p);
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
