/**
 * Idle wards that open with staff of their own: on a date, or a lead time after their facility's
 * wards of the type fill up. They stay open.
 *
 * Source: Beijing, notice of 20 March 2020 on medical services, item 6: use of idle wards (BJ-3.6c).
 * By which occupancy they open is not in the text.
 */
import { WARD_TYPES } from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import type { BedWatch } from "./bed_watch.ts";
import { indexOf } from "./layout.ts";
import type { World } from "./world.ts";

/** Idle wards by the order of the scenario. */
export class IdleWards {
  readonly #world: World;
  readonly #state: ("idle" | "preparing" | "open")[];
  readonly #opens: number;
  /** Beds opened [beds] -- statistic. */
  beds = 0;

  /**
   * @param world The replication.
   * @param watch Tells when beds change.
   */
  constructor(world: World, watch: BedWatch) {
    this.#world = world;
    const { idle } = world.scenario.wards;
    this.#state = idle.map(() => "idle");
    this.#opens = world.executive.on("idle ward opens", RUNGS.capacity, (i) => {
      this.open(i);
      world.flows.capacity.changed();
    });
    idle.forEach((spec, i) => {
      if (spec.opens !== "") return;
      for (const w of this.#wardsOf(i)) watch.on(w, () => this.#look(i));
    });
  }

  /** Wards that an idle one belongs to. */
  #wardsOf(i: number): number[] {
    const { layout, scenario } = this.#world;
    const { facility, ward } = scenario.wards.idle[i];
    const f = indexOf(layout.facilities.ids).get(facility);
    const type = WARD_TYPES.indexOf(ward);
    return [...layout.wardType.keys()].filter((w) =>
      layout.wardFacility[w] === f && layout.wardType[w] === type
    );
  }

  /**
   * Whether one has opened.
   *
   * @param i Its place in the scenario, from 0.
   * @returns True from then on.
   */
  isOpen(i: number): boolean {
    return this.#state[i] === "open";
  }

  #look(i: number): void {
    const { wards, executive, scenario } = this.#world;
    if (this.#state[i] !== "idle" || executive.now < 0) return;
    let taken = 0;
    let usable = 0;
    for (const w of this.#wardsOf(i)) {
      taken += wards.taken(w);
      usable += wards.usable[w];
    }
    const { opensAt, leadTime } = scenario.wards.idle[i];
    if (usable === 0 || taken < opensAt * usable - 1e-9) return;
    this.#state[i] = "preparing";
    executive.after(leadTime, this.#opens, i);
  }

  /**
   * Opens one; usable beds are to be set afterwards.
   *
   * @param i Its place in the scenario, from 0.
   */
  open(i: number): void {
    const { wards, scenario: { city, wards: { idle } }, layout, log } = this.#world;
    const [w] = this.#wardsOf(i);
    const share = city.facilities[layout.wardFacility[w]].share ?? 1;
    const beds = Math.floor(idle[i].beds * share);
    const [physicians, nurses] = [idle[i].physicians * share, idle[i].nurses * share];
    this.#state[i] = "open";
    this.beds += beds;
    wards.physical[w] += beds;
    wards.staff.assign(w, physicians, nurses);
    log?.ward("idle ward opened", w, beds);
  }
}
