/**
 * Infection of ordinary inpatients in hospital.
 *
 * At 00:00 of every day each hospital gets the pressure of the day: the rate times the share of
 * people in its wards with ordinary patients who are infectious and not recognised, COVID cases
 * behind protection counting by a factor, less what spacing takes off. A susceptible patient is
 * infected when the pressure summed over the time in the ward exceeds a keyed Exp(1), so that less
 * pressure never infects somebody else instead. Residents who are infectious bring it in, as far as a
 * buffer ward does not find them; patients infected in hospital pass it on until recognised. Who has
 * been infected before is immune. Staff and visitors are not among the sources, and the recognised
 * who are ordinary patients infect nobody.
 *
 * Source: the wards of one hospital mix evenly, as in Kermack and McKendrick (1927), "A contribution
 * to the mathematical theory of epidemics", Proceedings of the Royal Society A 115(772), 700-721; the
 * threshold of each patient is that of Sellke (1983), "On the asymptotic distribution of the size of a
 * stochastic epidemic", Journal of Applied Probability 20(2), 390-394.
 */
import { spacedShare } from "../domain/mod.ts";
import { Calendar, distributionOf, RUNGS } from "../engine/mod.ts";
import type { Distribution } from "../engine/mod.ts";
import type { Breach } from "./audits.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import type { Capacity } from "./capacity.ts";
import type { HospitalTally } from "./hospital_tally.ts";
import { drawInpatient, INPATIENT_BLOCK } from "./ordinary_identity.ts";
import type { World } from "./world.ts";

/** What is known of a patient in a ward; immune ones and those brought in and found have none. */
const STAGE = { SUSCEPTIBLE: 0, LATENT: 1, INFECTIOUS: 2, RECOGNISED: 3 } as const;

/** Infects ordinary inpatients. */
export class InHospitalInfection {
  readonly #world: World;
  readonly #capacity: Capacity;
  readonly #tally: HospitalTally;
  readonly #extra: Distribution;
  readonly #residents: number;
  /** Wards with ordinary patients, by facility. */
  readonly #wardsOf: readonly number[][];
  /** Pressure of the day by facility [1/min], and its sum up to the beginning of the day [-]. */
  readonly #pressure: Float64Array;
  readonly #before: Float64Array;
  /** Infectious ordinary patients who are not recognised, by facility [patients]. */
  readonly #unrecognised: Int32Array;
  /** Susceptible patients by the sum at which they are infected. */
  readonly #thresholds: readonly Calendar[];
  readonly #stage: readonly Map<number, number>[];
  /** Infected in hospital who have not stayed longer yet, by ward. */
  readonly #owing: readonly Set<number>[];
  #dayBegan = -Infinity;
  /** Shares of residents who are infectious, and who were ever infected [-]. */
  #infectious = 0;
  #ever = 0;
  #sequence = 0;
  readonly #days: number;
  readonly #wakes: number;
  readonly #infects: number;
  readonly #turns: number;
  readonly #recognised: number;

  /**
   * @param world The replication.
   * @param capacity Levels and plans by day.
   * @param tally Counters.
   */
  constructor(world: World, capacity: Capacity, tally: HospitalTally) {
    this.#world = world;
    this.#capacity = capacity;
    this.#tally = tally;
    const { scenario, executive, layout } = world;
    const { city, window, hospital } = scenario;
    this.#extra = distributionOf(hospital.infection.extraStay);
    this.#residents = layout.grids.population.reduce((a, b) => a + b, 0);
    this.#wardsOf = city.facilities.map((_, f) =>
      city.wards.flatMap((_, w) =>
        layout.wardFacility[w] === f && world.wards.uses.everOrdinary[w] === 1 ? [w] : []
      )
    );
    this.#pressure = new Float64Array(city.facilities.length);
    this.#before = new Float64Array(city.facilities.length);
    this.#unrecognised = new Int32Array(city.facilities.length);
    this.#thresholds = city.facilities.map(() => new Calendar());
    this.#stage = city.wards.map(() => new Map());
    this.#owing = city.wards.map(() => new Set());
    this.#days = window.days + window.runOnDays;
    world.audits.push((breach) => this.#audit(breach));
    this.#wakes = executive.on("pressure of a day", RUNGS.decision, (day) => this.#day(day));
    this.#infects = executive.on("in-hospital infection", RUNGS.decision, (w, who) => {
      this.#infected(w, who);
    });
    this.#turns = executive.on("inpatient infectious", RUNGS.decision, (w, who) => {
      if (this.#stage[w].get(who) === STAGE.LATENT) this.#turnInfectious(w, who);
    });
    this.#recognised = executive.on("inpatient recognised", RUNGS.decision, (w, who) => {
      if (this.#stage[w].get(who) === STAGE.INFECTIOUS) this.#recognise(w, who);
    });
  }

  /** Schedules the first day; call once. */
  start(): void {
    this.#world.executive.at(0, this.#wakes, 0);
  }

  #day(day: number): void {
    const { executive, scenario: { hospital, wards } } = this.#world;
    const { infectiousFrom, infectiousTo, rate, spacingEffect } = hospital.infection;
    this.#infectious = this.#infectedBetween(day - infectiousTo, day - infectiousFrom);
    this.#ever = this.#infectedBetween(0, day);
    const scaled = (f: number) => {
      const share = spacedShare(this.#capacity.spacingAt(f), wards.spacing.general);
      const spaced = Math.min(1, 2 * (1 - share));
      return rate * (1 - spacingEffect * spaced);
    };
    this.#pressure.forEach((before, f) => {
      if (day > 0) this.#before[f] += before * MINUTES_PER_DAY;
      this.#pressure[f] = scaled(f) * this.#sources(f);
    });
    this.#dayBegan = executive.now;
    this.#thresholds.forEach((calendar, f) => this.#reach(calendar, f));
    if (day + 1 < this.#days) executive.at((day + 1) * MINUTES_PER_DAY, this.#wakes, day + 1);
  }

  /** The unrecognised of a hospital are the infectious in its wards, whom nobody else has. */
  #audit(breach: Breach): void {
    const { wardFacility } = this.#world.layout;
    const found = new Int32Array(this.#unrecognised.length);
    this.#stage.forEach((stages, w) => {
      for (const stage of stages.values()) {
        if (stage === STAGE.INFECTIOUS) found[wardFacility[w]]++;
      }
      const patients = this.#world.wards.ordinary[w];
      if (stages.size <= patients) return;
      const state = `followed ${stages.size}, ordinary patients ${patients}`;
      breach("only patients in a ward can be infected there", state, w);
    });
    this.#unrecognised.forEach((counted, f) => {
      if (counted === found[f]) return;
      const state = `counted ${counted}, in wards ${found[f]}`;
      breach("unrecognised cases must be patients", state, f);
    });
  }

  /** Share of residents infected on the days from one to before another [-]. */
  #infectedBetween(from: number, to: number): number {
    const { values } = this.#world.collect.infections;
    let sum = 0;
    for (let day = Math.max(0, from); day < Math.min(to, values.length); day++) sum += values[day];
    return sum / this.#residents;
  }

  /** Share of infectious people in the wards of a facility, weighted [-]. */
  #sources(f: number): number {
    const { wards, scenario } = this.#world;
    let covid = 0;
    let ordinary = 0;
    for (const w of this.#wardsOf[f]) {
      covid += wards.covid[w];
      ordinary += wards.ordinary[w] - wards.buffers.used[w];
    }
    if (ordinary === 0) return 0;
    const { recognisedFactor } = scenario.hospital.infection;
    return (this.#unrecognised[f] + recognisedFactor * covid) / (covid + ordinary);
  }

  /** Schedules the infections that the pressure of the day brings. */
  #reach(calendar: Calendar, f: number): void {
    if (this.#pressure[f] <= 0) return;
    calendar.until = this.#before[f] + this.#pressure[f] * MINUTES_PER_DAY;
    while (calendar.pop()) {
      const after = (calendar.time - this.#before[f]) / this.#pressure[f];
      const { entity, stamp } = calendar;
      this.#world.executive.at(this.#dayBegan + after, this.#infects, entity, stamp);
    }
  }

  /**
   * A patient comes into a bed of a ward that is no buffer bed.
   *
   * @param w Ward.
   * @param who Number of the patient [-].
   * @param tested Whether from a buffer bed, with a result.
   */
  enter(w: number, who: number, tested: boolean): void {
    const { draws, scenario } = this.#world;
    drawInpatient(this.#world, w, who, INPATIENT_BLOCK.INFECTION);
    if (draws.u0 < this.#infectious) {
      const found = tested && draws.u3 < scenario.hospital.infection.foundInBuffer;
      if (!found) this.#turnInfectious(w, who);
    } else if (draws.u0 >= this.#ever) this.#expose(w, who, -Math.log(draws.u1));
  }

  #expose(w: number, who: number, exposure: number): void {
    const { executive, layout } = this.#world;
    const f = layout.wardFacility[w];
    this.#stage[w].set(who, STAGE.SUSCEPTIBLE);
    const pressure = this.#pressure[f];
    const sofar = pressure > 0 ? pressure * (executive.now - this.#dayBegan) : 0;
    const at = this.#before[f] + sofar + exposure;
    if (at <= this.#before[f] + pressure * MINUTES_PER_DAY) {
      executive.after(exposure / pressure, this.#infects, w, who);
    } else this.#thresholds[f].schedule(at, this.#sequence++, 0, w, who);
  }

  #infected(w: number, who: number): void {
    if (this.#stage[w].get(who) !== STAGE.SUSCEPTIBLE) return;
    const { executive, scenario } = this.#world;
    this.#tally.infectedAt(executive.now);
    this.#stage[w].set(who, STAGE.LATENT);
    this.#owing[w].add(who);
    const latent = scenario.hospital.infection.infectiousFrom * MINUTES_PER_DAY;
    executive.after(latent, this.#turns, w, who);
  }

  #turnInfectious(w: number, who: number): void {
    const { executive, scenario, layout } = this.#world;
    this.#stage[w].set(who, STAGE.INFECTIOUS);
    this.#unrecognised[layout.wardFacility[w]]++;
    executive.after(scenario.hospital.infection.recognition, this.#recognised, w, who);
  }

  #recognise(w: number, who: number): void {
    this.#stage[w].set(who, STAGE.RECOGNISED);
    this.#unrecognised[this.#world.layout.wardFacility[w]]--;
  }

  /**
   * How much longer a patient whose stay ends must stay; asked once more at the end of that.
   *
   * @param w Ward.
   * @param who Number of the patient [-].
   * @returns Time [min]; 0 for those not infected in hospital.
   */
  staysLonger(w: number, who: number): number {
    if (!this.#owing[w].delete(who)) return 0;
    drawInpatient(this.#world, w, who, INPATIENT_BLOCK.LATER);
    return this.#extra.quantile(this.#world.draws.u0);
  }

  /**
   * A patient leaves the hospital.
   *
   * @param w Ward.
   * @param who Number of the patient [-].
   */
  leave(w: number, who: number): void {
    const stage = this.#stage[w];
    if (stage.get(who) === STAGE.INFECTIOUS) this.#recognise(w, who);
    stage.delete(who);
  }
}
