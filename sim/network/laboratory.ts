/**
 * PCR laboratories: samples travel, wait for a batch and a machine, and are reported to the sender.
 *
 * A facility without machines sends its samples by courier to the laboratory of the lead hospital of
 * its grid; where that has none, to the nearest. A sample goes on when its patient has died or left;
 * its result then reaches nobody. A stated share gets a rapid test at the place instead.
 *
 * Source: Beijing, notice of 20 March 2020 on medical services (BJ-3.13): tests day and night, every
 * result reported back to the sender within 10 hours, rapid tests.
 */
import { MODERATE, partOf } from "../domain/mod.ts";
import { distributionOf, RUNGS, tabulated } from "../engine/mod.ts";
import type { Distribution } from "../engine/mod.ts";
import { BLOCK } from "./decisions.ts";
import type { Breach, Heads } from "./audits.ts";
import { indexOf } from "./layout.ts";
import { AWAITS } from "./patients.ts";
import type { Patients } from "./patients.ts";
import { SampleLine } from "./sample_line.ts";
import type { World } from "./world.ts";

/** Takes the result of a patient's test; the stamp tells whether it is still awaited. */
export type ResultIn = (p: number, stamp: number) => void;

/** Samples on their way, by handle; handles are used again. */
class Samples {
  readonly patient: number[] = [];
  readonly stamp: number[] = [];
  readonly takenAt: number[] = [];
  /** So far [samples]. */
  taken = 0;
  readonly #free: number[] = [];

  begin(patient: number, stamp: number, takenAt: number): number {
    this.taken++;
    const id = this.#free.pop() ?? this.patient.length;
    this.patient[id] = patient;
    this.stamp[id] = stamp;
    this.takenAt[id] = takenAt;
    return id;
  }

  give(id: number): void {
    this.#free.push(id);
  }

  /** Those under way whose result a patient waits for in a clinic [samples]. */
  awaited({ tests, pathStamp }: Patients): number {
    const free = new Set(this.#free);
    return this.patient.filter((p, id) =>
      !free.has(id) && pathStamp[p] === this.stamp[id] && (tests[p] & AWAITS.RESULT) !== 0
    ).length;
  }

  /** When those under way were taken [min]. */
  openSince(): number[] {
    const free = new Set(this.#free);
    return this.takenAt.filter((_, id) => !free.has(id));
  }
}

/** All laboratories. */
export class Laboratories {
  readonly #world: World;
  readonly #samples = new Samples();
  /** Laboratory of each facility: the facility that has it. */
  readonly #laboratoryOf: Int32Array;
  readonly #lines: readonly (SampleLine | undefined)[];
  /** Stamps of the live notice of each laboratory. */
  readonly #due: Int32Array;
  readonly #courier: Distribution;
  readonly #rapidShare: readonly number[];
  readonly #arrives: number;
  readonly #starts: number;
  readonly #ready: number;
  /** With a courier, in a batch or as a rapid test [samples] -- state. */
  #moving = 0;

  /**
   * @param world The replication.
   * @param resultIn Takes results.
   */
  constructor(world: World, resultIn: ResultIn) {
    this.#world = world;
    const { scenario: { laboratory, city }, executive, reception } = world;
    const machines = city.facilities.map((f) =>
      f.kind === "hospital" ? partOf(f, laboratory.machines[f.tier - 1]) : 0
    );
    this.#laboratoryOf = laboratoriesOf(world, machines);
    this.#lines = machines.map((n, f) =>
      n === 0 ? undefined : new SampleLine({
        ...laboratory,
        machines: n,
        others: laboratory.otherSamples * (city.facilities[f].share ?? 1),
        start: executive.now,
      })
    );
    this.#due = new Int32Array(machines.length);
    this.#courier = tabulated(distributionOf(laboratory.courier));
    const { moderate, severe, critical } = laboratory.rapidShare;
    this.#rapidShare = [moderate, severe, critical];
    this.#arrives = executive.on("sample at laboratory", RUNGS.vehicle, (id, lab) => {
      this.#moving--;
      this.#arrived(id, lab);
    });
    this.#starts = executive.on("batch of samples", RUNGS.seize, (lab, stamp) => {
      if (stamp === this.#due[lab]) this.#startBatches(lab);
    });
    world.audits.push((breach, heads) => this.#audit(breach, heads));
    this.#ready = executive.on("result reported", RUNGS.decision, (id) => {
      const { patient, stamp, takenAt } = this.#samples;
      this.#moving--;
      reception.result(executive.now - takenAt[id]);
      this.#samples.give(id);
      resultIn(patient[id], stamp[id]);
    });
  }

  /**
   * Takes a sample of a patient.
   *
   * @param p Patient [-].
   * @param facility Where they are [-].
   * @param stamp Stamp that the result is to carry [-].
   */
  send(p: number, facility: number, stamp: number): void {
    const { patients, draws, executive, scenario, reception, log } = this.#world;
    const id = this.#samples.begin(p, stamp, executive.now);
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.WORK_UP, patients.visits[p]);
    log?.patient("sample", p, this.#laboratoryOf[facility]);
    if (draws.u0 < this.#rapidShare[patients.severity[p] - MODERATE]) {
      reception.rapidTests++;
      this.#moving++;
      executive.after(scenario.laboratory.rapidTime, this.#ready, id);
      return;
    }
    const lab = this.#laboratoryOf[facility];
    if (lab === facility) this.#arrived(id, lab);
    else {
      this.#moving++;
      executive.after(this.#courier.quantile(draws.u1), this.#arrives, id, lab);
    }
  }

  /** Each sample taken is under way or reported, and whoever waits for a result has one under way. */
  #audit(breach: Breach, { awaitingResult }: Heads): void {
    const { patients, reception } = this.#world;
    const open = this.#samples.openSince().length;
    const awaited = this.#samples.awaited(patients);
    const inLine = this.#lines.reduce((sum, line) => sum + (line?.waiting ?? 0), 0);
    const { taken } = this.#samples;
    const reported = reception.results.count;
    const state = `taken ${taken}, reported ${reported}, under way ${open}, of them in line ` +
      `${inLine}, moving ${this.#moving}, awaited ${awaited} by ${awaitingResult} patients`;
    if (taken !== reported + open || open !== inLine + this.#moving) {
      breach("samples must be conserved", state);
    }
    if (awaited !== awaitingResult) breach("whoever waits for a result must have a sample", state);
  }

  #arrived(id: number, lab: number): void {
    const { now } = this.#world.executive;
    const line = this.#lines[lab]!;
    line.advance(now, (sample, at) => this.#started(sample, at), true);
    line.add(id, now);
    this.#plan(lab);
  }

  #startBatches(lab: number): void {
    const { executive: { now } } = this.#world;
    this.#lines[lab]!.advance(now, (sample, at) => this.#started(sample, at));
    this.#plan(lab);
  }

  #started(sample: number, resultAt: number): void {
    this.#moving++;
    this.#world.executive.at(resultAt, this.#ready, sample);
  }

  /** Schedules the next start of a batch as things are now. */
  #plan(lab: number): void {
    const at = this.#lines[lab]!.next();
    const stamp = ++this.#due[lab];
    if (at < Infinity) this.#world.executive.at(at, this.#starts, lab, stamp);
  }

  /** Counts the samples without a result as open; call once, at the end. */
  finish(): void {
    const { executive, reception } = this.#world;
    for (const takenAt of this.#samples.openSince()) reception.noResult(executive.end - takenAt);
  }
}

/**
 * The laboratory to which each facility sends: its own, that of the lead hospital of its grid, or the
 * nearest.
 */
function laboratoriesOf({ scenario: { city }, layout }: World, machines: number[]): Int32Array {
  const facility = indexOf(layout.facilities.ids);
  const leads = new Map(
    city.links.filter(({ role }) => role === "lead").sort((a, b) => b.order - a.order)
      .map((l) => [l.grid, facility.get(l.facility)!]),
  );
  const grids = new Map<string, string>();
  for (const c of city.communities) grids.set(c.primaryFacility, c.grid);
  for (const l of city.links.toReversed()) grids.set(l.facility, l.grid);
  const { node } = layout.facilities;
  return Int32Array.from(machines, (own, i) => {
    if (own > 0) return i;
    const lead = leads.get(grids.get(layout.facilities.ids[i]) ?? "") ?? -1;
    if (lead >= 0 && machines[lead] > 0) return lead;
    const km = (j: number) => layout.travel.km(node[i], node[j]);
    return machines.reduce(
      (best, n, j) => n > 0 && (best < 0 || km(j) < km(best)) ? j : best,
      -1,
    );
  });
}
