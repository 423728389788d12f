/**
 * Convertible ICU beds: beds of a facility's general ward that become ICU beds.
 *
 * By date they open at once and for good, whoever lies in the general beds. By occupancy they are
 * prepared when the ICU beds that are always there fill up, open after the lead time as fast as
 * general beds empty, and close, as fast as they empty, when they are no longer needed. Occupancy
 * counts beds in use and held over usable beds without the converted ones, so that opening does not
 * undo its own reason; it is looked at whenever a bed changes, from the first day on.
 *
 * Source: National Health Commission, press briefing of 9 December 2022 (ready within 24 h); plan of
 * 7 December 2022 for tiered care of COVID-19 (P22-2.3b).
 */
import { WARD_TYPES, wholeBeds } from "../domain/mod.ts";
import { RUNGS, SimulationError } from "../engine/mod.ts";
import type { BedWatch } from "./bed_watch.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import type { World } from "./world.ts";

const GENERAL = WARD_TYPES.indexOf("general");
const ICU = WARD_TYPES.indexOf("icu");
/** Less than this is no bed: what rounding leaves [beds]. */
const ROUNDING = 1e-9;

/** ICU wards whose occupancy counts together, and the convertible ones among them. */
interface Group {
  readonly wards: readonly number[];
  readonly convertible: readonly number[];
  state: "idle" | "preparing" | "open";
  /** Whether occupancy is below the closing one. */
  isLow: boolean;
  stamp: number;
}

/** Convertible beds of all facilities. */
export class Convertible {
  readonly #world: World;
  readonly #watch: BedWatch;
  readonly #groups: Group[] = [];
  /** How many groups want the beds of a ward open [-], by ward. */
  readonly #wanted: Uint16Array;
  /** Beds that a ward is to have converted [beds], by ICU ward. */
  readonly #target: Int32Array;
  /** ICU wards that take beds from a general ward, by general ward. */
  readonly #takers = new Map<number, number[]>();
  readonly #isScheduled: Uint8Array;
  readonly #opens: number;
  readonly #closes: number;
  readonly #goesOn: number;
  /** Converted beds now [beds] -- state. */
  beds = 0;
  /** Most at once [beds] -- statistic. */
  most = 0;
  /** When the first opened [min]; NaN for never -- statistic. */
  firstAt = NaN;

  /**
   * @param world The replication.
   * @param watch Tells when beds change.
   */
  constructor(world: World, watch: BedWatch) {
    this.#world = world;
    this.#watch = watch;
    const { executive, scenario: { city, wards: { convertible } } } = world;
    this.#wanted = new Uint16Array(city.wards.length);
    this.#target = new Int32Array(city.wards.length);
    this.#isScheduled = new Uint8Array(city.wards.length);
    this.#opens = executive.on("convertible beds open", RUNGS.capacity, (g) => this.#open(g));
    this.#closes = executive.on("convertible beds close", RUNGS.capacity, (g, stamp) => {
      if (stamp === this.#groups[g].stamp) this.#close(g);
    });
    this.#goesOn = executive.on("conversion goes on", RUNGS.capacity, (general) => {
      this.#isScheduled[general] = 0;
      this.#convert(general);
    });
    this.#listTakers();
    if (convertible.trigger === "icu_occupancy") this.#listGroups(convertible.scope);
  }

  #listTakers(): void {
    const { scenario: { city }, layout } = this.#world;
    city.wards.forEach((spec, w) => {
      if (spec.convertibleBeds === 0) return;
      const general = city.wards.findIndex((_, other) =>
        layout.wardFacility[other] === layout.wardFacility[w] && layout.wardType[other] === GENERAL
      );
      this.#takers.set(general, [...this.#takers.get(general) ?? [], w]);
    });
  }

  #listGroups(scope: "facility" | "grid"): void {
    const { scenario: { city }, layout } = this.#world;
    const places = scope === "facility"
      ? layout.facilities.ids.map((id) => new Set([id]))
      : layout.grids.ids.map((grid) =>
        new Set(city.links.filter((l) => l.grid === grid).map((l) => l.facility))
      );
    for (const place of places) {
      const wards = city.wards.flatMap(({ facility }, w) =>
        layout.wardType[w] === ICU && place.has(facility) ? [w] : []
      );
      const convertible = wards.filter((w) => city.wards[w].convertibleBeds > 0);
      if (convertible.length === 0) continue;
      const g = this.#groups.push({ wards, convertible, state: "idle", isLow: false, stamp: 0 }) -
        1;
      for (const w of wards) this.#watch.on(w, () => this.#look(g));
    }
    for (const [general, takers] of this.#takers) {
      if (general < 0) continue;
      for (const w of [general, ...takers]) this.#watch.on(w, () => this.#mayGoOn(general));
    }
  }

  /** Turns all of them into ICU beds at once, whoever lies in them. */
  openAtOnce(): void {
    const { scenario: { city }, wards, layout } = this.#world;
    for (const takers of this.#takers.values()) {
      for (const w of takers) {
        const beds = city.wards[w].convertibleBeds;
        wards.converted[w] += beds;
        this.#count(beds);
        let left = beds;
        // The general wards of a facility give them together, none more than it has.
        city.wards.forEach((_, g) => {
          const gives = layout.wardType[g] === GENERAL &&
            layout.wardFacility[g] === layout.wardFacility[w];
          if (!gives) return;
          const given = Math.min(left, wards.open(g));
          wards.converted[g] -= given;
          left -= given;
        });
      }
    }
  }

  /** Usable beds of a ward if none were converted [beds]. */
  #own(w: number): number {
    const { wards, flows } = this.#world;
    const spaced = wards.spacedBeds(w, flows.capacity.spacingOf(w));
    return wholeBeds(Math.min(spaced - wards.converted[w], wards.staff.beds(w)));
  }

  /** Looks at the occupancy of a group; only schedules. */
  #look(g: number): void {
    const { wards, executive, scenario } = this.#world;
    const group = this.#groups[g];
    const { opensAt, leadTime, closesBelow, closesAfter } = scenario.wards.convertible;
    if (executive.now < 0 || group.state === "preparing") return;
    let taken = 0;
    let own = 0;
    for (const w of group.wards) {
      taken += wards.taken(w);
      own += this.#own(w);
    }
    if (group.state === "idle") {
      if (own === 0 || taken < opensAt * own - ROUNDING) return;
      group.state = "preparing";
      executive.after(leadTime, this.#opens, g);
      return;
    }
    const isLow = taken < closesBelow * own - ROUNDING;
    if (isLow === group.isLow) return;
    group.isLow = isLow;
    group.stamp++;
    if (isLow) executive.after(closesAfter * MINUTES_PER_DAY, this.#closes, g, group.stamp);
  }

  #open(g: number): void {
    const group = this.#groups[g];
    group.state = "open";
    for (const w of group.convertible) if (this.#wanted[w]++ === 0) this.#aim(w);
    this.#look(g);
  }

  #close(g: number): void {
    const group = this.#groups[g];
    group.state = "idle";
    group.isLow = false;
    for (const w of group.convertible) if (--this.#wanted[w] === 0) this.#aim(w);
  }

  /** Begins to convert the beds of a ward, or gives them back. */
  #aim(w: number): void {
    const { scenario: { city } } = this.#world;
    this.#target[w] = this.#wanted[w] > 0 ? city.wards[w].convertibleBeds : 0;
    for (const [general, takers] of this.#takers) if (takers.includes(w)) this.#convert(general);
  }

  /** Goes on with beds that have become empty since; only schedules. */
  #mayGoOn(general: number): void {
    const { wards, executive } = this.#world;
    if (this.#isScheduled[general] === 1) return;
    const takers = this.#takers.get(general)!;
    const done = takers.reduce((sum, w) => sum + wards.converted[w], 0);
    const more = done < -wards.converted[general] && this.#empty(general) > done;
    if (!more && takers.every((w) => wards.converted[w] <= this.#want(w))) return;
    this.#isScheduled[general] = 1;
    executive.at(executive.now, this.#goesOn, general);
  }

  /** General beds that nobody lies in or is on the way to, converted ones among them [beds]. */
  #empty(general: number): number {
    const { wards } = this.#world;
    return Math.max(0, wards.physical[general] - wards.taken(general));
  }

  /** Converted beds that an ICU ward cannot give back, as somebody lies in them [beds]. */
  #inUse(w: number): number {
    const { wards } = this.#world;
    return Math.max(0, Math.min(wards.converted[w], wards.taken(w) - wards.physical[w]));
  }

  /** Converted beds that an ICU ward is to have now [beds]. */
  #want(w: number): number {
    return Math.max(this.#target[w], this.#inUse(w));
  }

  /** Gives ICU wards those of the beds meant for them that are empty, and takes back empty ones. */
  #convert(general: number): void {
    const { wards, flows, log } = this.#world;
    const takers = this.#takers.get(general)!;
    const wish = takers.reduce((sum, w) => sum + this.#want(w), 0);
    const given = general < 0 ? wish : Math.min(wish, wards.physical[general]);
    const ready = general < 0 ? wish : Math.min(given, this.#empty(general));
    let left = takers.reduce((rest, w) => rest - this.#inUse(w), ready);
    for (const w of takers) {
      const inUse = this.#inUse(w);
      const beds = inUse + Math.max(0, Math.min(this.#want(w) - inUse, left));
      left -= beds - inUse;
      if (beds !== wards.converted[w]) log?.ward("beds converted", w, beds);
      this.#count(beds - wards.converted[w]);
      wards.converted[w] = beds;
    }
    if (general >= 0) {
      wards.converted[general] = -given;
      this.#check(general);
      flows.capacity.update(general);
    }
    for (const w of takers) flows.capacity.update(w);
  }

  /** Nobody lies in a general bed that has become an ICU bed, and no bed is counted twice. */
  #check(general: number): void {
    const { wards, executive } = this.#world;
    const done = this.#takers.get(general)!.reduce((sum, w) => sum + wards.converted[w], 0);
    const given = -wards.converted[general];
    const isEmpty = done === 0 || done + wards.taken(general) <= wards.physical[general];
    if (done <= given && isEmpty) return;
    throw new SimulationError(
      `Cannot convert beds as they must be given away and empty: converted ${done}, given ` +
        `${given}, in use or held ${wards.taken(general)}, physical ${wards.physical[general]}`,
      { clock: executive.now, entity: general },
    );
  }

  #count(change: number): void {
    if (change > 0 && Number.isNaN(this.firstAt)) this.firstAt = this.#world.executive.now;
    this.beds += change;
    this.most = Math.max(this.most, this.beds);
  }
}
