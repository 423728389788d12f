/**
 * CT scanners kept for fever clinics: a queue by severity, and disinfection after every patient.
 *
 * The mild wait no longer than for a physician, and then go on without a scan.
 *
 * Source: Beijing, notice of 20 March 2020 on medical services (BJ-3.12): hospitals with a fever
 * clinic keep a scanner for its patients and disinfect it after each of them.
 */
import { MILD, partOf } from "../domain/mod.ts";
import { distributionOf, RUNGS, tabulated } from "../engine/mod.ts";
import type { Distribution } from "../engine/mod.ts";
import { BLOCK } from "./decisions.ts";
import { STEP } from "./patients.ts";
import { ServiceLine } from "./service_line.ts";
import type { ServiceLineSpec } from "./service_line.ts";
import type { World } from "./world.ts";

/** What the scanners need of receptions. */
export interface ImagingOptions {
  /** Queues, their first and their number. */
  readonly lines: Pick<ServiceLineSpec, "queues" | "first" | "facilities">;
  /** Whether a patient whose turn it is has not left for want of patience. */
  readonly waits: (p: number) => boolean;
  /** A patient has been scanned, or left the line. */
  readonly scanned: (p: number) => void;
}

/** All scanners. */
export class Scanners {
  readonly #world: World;
  readonly #line: ServiceLine;
  readonly #scanners: readonly number[];
  readonly #law: Distribution;
  readonly #share: readonly number[];
  readonly #waits: (p: number) => boolean;
  readonly #ends: number;
  readonly #clean: number;
  /** Scanners being disinfected by facility [scanners] -- state. */
  readonly #cleaned: Int32Array;

  /**
   * @param world The replication.
   * @param options Queues, and who takes those scanned.
   */
  constructor(world: World, { lines, waits, scanned }: ImagingOptions) {
    this.#world = world;
    this.#waits = waits;
    const { scenario: { imaging, city }, executive, patients } = world;
    this.#scanners = city.facilities.map((f) =>
      f.kind === "hospital" && f.feverPhysicians > 0 ? partOf(f, imaging.scanners[f.tier - 1]) : 0
    );
    this.#law = tabulated(distributionOf(imaging.scan));
    const { mild, moderate, severe, critical } = imaging.share;
    this.#share = [mild, mild, moderate, severe, critical];
    this.#line = new ServiceLine({
      ...lines,
      servers: (facility) => this.#scanners[facility],
      begin: (p) => {
        if (waits(p)) return this.#begin(p);
        patients.step[p] = STEP.NONE;
        scanned(p);
        return false;
      },
    });
    this.#cleaned = new Int32Array(this.#scanners.length);
    world.audits.push((breach, heads) =>
      this.#line.audit(
        breach,
        "scanners",
        (f) => heads.atStep(STEP.SCANNER, f) + this.#cleaned[f],
      )
    );
    this.#ends = executive.on("end of scan", RUNGS.release, (p, stamp) => {
      if (stamp !== patients.pathStamp[p]) return;
      this.#disinfect(patients.facility[p]);
      patients.step[p] = STEP.NONE;
      scanned(p);
    });
    this.#clean = executive.on("scanner free", RUNGS.release, (facility) => {
      this.#cleaned[facility]--;
      this.#line.release(facility);
    });
  }

  /**
   * Sends a patient to the scanner, if they are among those who get a scan, there is one and they have
   * not lost patience: a free scanner would call them before it is known that they wait for it.
   *
   * @param p Patient who has been seen [-].
   * @returns Whether the patient waits or is scanned now.
   */
  send(p: number): boolean {
    const { patients, draws } = this.#world;
    const facility = patients.facility[p];
    if (this.#scanners[facility] === 0 || !this.#waits(p)) return false;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.WORK_UP, patients.visits[p]);
    if (draws.u2 >= this.#share[Math.max(MILD, patients.severity[p])]) return false;
    patients.stepAt[p] = this.#world.executive.now;
    patients.step[p] = STEP.SCANNER_LINE;
    this.#line.arrive(p, facility, patients.severity[p] * 3);
    return true;
  }

  #begin(p: number): boolean {
    const { patients, draws, executive, reception } = this.#world;
    reception.scanWaits.add(executive.now - patients.stepAt[p]);
    patients.step[p] = STEP.SCANNER;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.WORK_UP, patients.visits[p]);
    executive.after(this.#law.quantile(draws.u3), this.#ends, p, patients.pathStamp[p]);
    return true;
  }

  #disinfect(facility: number): void {
    const { executive, scenario: { imaging } } = this.#world;
    this.#cleaned[facility]++;
    executive.after(imaging.disinfection, this.#clean, facility);
  }

  /**
   * A patient in line for a scan has become worse: moves up.
   *
   * @param p Patient no longer in line [-].
   */
  again(p: number): void {
    const { patients } = this.#world;
    this.#line.arrive(p, patients.facility[p], patients.severity[p] * 3);
  }

  /**
   * A patient in the scanner is gone: it is disinfected.
   *
   * @param p Patient [-].
   */
  leave(p: number): void {
    this.#disinfect(this.#world.patients.facility[p]);
  }
}
