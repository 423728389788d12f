/**
 * Facilities that close on a date, are emptied, disinfected and opened again.
 *
 * From its instant a facility takes no COVID cases, or nobody. Whoever is on the road still arrives.
 * COVID inpatients stay until discharge or are moved: each is referred by the rules in force, keeps
 * the bed until one elsewhere is free, and goes by vehicle as always. Ordinary inpatients stay, or go at
 * once to other hospitals or home (`ordinary_moves.ts`). When the last has left, and no bed is held any
 * more, disinfection and review begin. They begin at the latest so long before the stated instant as they
 * take, beside ordinary inpatients who are still there: a few very long stays hold no hospital up, while
 * COVID cases do. The facility opens again at the stated instant or, when it is not ready by then, as soon
 * as it is. One that closes again before it has opened is under the later closure alone. Wards that take
 * only COVID cases are closed to everybody meanwhile; ordinary patients who come to a closed ward wait or
 * go elsewhere, as with wards set apart.
 *
 * Source: Beijing, notice of 20 March 2020 on medical services, item 2 (BJ-2a, BJ-2b): the designated
 * hospitals of districts stop, are disinfected and reviewed, and are back in ordinary service on 23
 * March at 00:00. Where their inpatients went is not in the text.
 */
import { RUNGS } from "../engine/mod.ts";
import { minuteOf } from "../scenario/mod.ts";
import type { BedWatch } from "./bed_watch.ts";
import { ClosureTally } from "./closure_tally.ts";
import type { Closing } from "./closure_tally.ts";
import { indexOf, nearestReceptions } from "./layout.ts";
import type { ClosuresFace, World } from "./world.ts";

/** Closures of one replication. */
export class Closures implements ClosuresFace {
  /** What became of them. */
  readonly tally: ClosureTally;
  readonly #world: World;
  readonly #list: readonly Closing[];
  /** Closure that a ward is under; −1 for none. */
  readonly #under: Int16Array;
  readonly #feverPhysicians: Uint16Array;
  readonly #ready: number;
  readonly #due: number;
  readonly #latest: number;

  /**
   * @param world The replication.
   * @param watch Tells when beds change.
   */
  constructor(world: World, watch: BedWatch) {
    this.#world = world;
    const { layout, executive } = world;
    this.#feverPhysicians = layout.facilities.feverPhysicians.slice();
    this.#under = new Int16Array(layout.wardFacility.length).fill(-1);
    this.#list = this.#listClosings();
    this.tally = new ClosureTally(world, this.#list);
    this.#ready = executive.on("closed facility ready", RUNGS.capacity, (i) => this.#isReady(i));
    this.#due = executive.on("closed facility due to open", RUNGS.capacity, (i) => this.#isDue(i));
    this.#latest = executive.on("disinfection at the latest", RUNGS.capacity, (i) => this.#look(i));
    for (const w of new Set(this.#list.flatMap(({ own }) => own))) {
      watch.on(w, () => this.#look(this.#under[w]));
    }
  }

  /** Facilities of all closures, in order. */
  #listClosings(): Closing[] {
    const { scenario, layout } = this.#world;
    const facility = indexOf(layout.facilities.ids);
    return (scenario.interventions ?? []).flatMap(({ on, close }) =>
      (close?.facilities ?? []).map((id) => ({
        spec: close!,
        facility: facility.get(id)!,
        at: minuteOf(scenario, on),
        reopensAt: close!.reopens === "" ? Infinity : minuteOf(scenario, close!.reopens),
        own: [...layout.wardFacility.keys()].filter((w) =>
          layout.wardFacility[w] === facility.get(id)
        ),
        wards: [],
        state: "open" as const,
      }))
    );
  }

  /**
   * Closes the facilities of an instant; who is to be moved, or has a bed held there, is for the
   * caller to decide upon anew.
   *
   * @param at Instant [min].
   * @returns Wards that are closed now.
   */
  close(at: number): number[] {
    const now = this.#list.filter((closing) => closing.at === at);
    now.forEach((closing) => this.#close(closing));
    return now.flatMap(({ wards }) => wards);
  }

  #close(closing: Closing): void {
    const { wards: { uses, physical }, executive, log } = this.#world;
    const { spec, facility, own, reopensAt } = closing;
    const i = this.#list.indexOf(closing);
    for (const before of this.#list) {
      if (before.facility === facility && isUnderWay(before)) this.#takeOver(before);
    }
    closing.state = "emptying";
    closing.wards = own.filter((w) => spec.to === "all" || uses.of(w) !== "ordinary");
    for (const w of closing.wards) {
      this.#under[w] = i;
      const whole = spec.to === "all" || uses.of(w) === "covid";
      uses.close(w, whole ? 2 : 1, spec.inpatients === "move");
      log?.ward("ward closed", w, physical[w]);
    }
    if (spec.to === "all") this.#receives(facility, false);
    if (reopensAt < Infinity) {
      executive.at(reopensAt, this.#due, i);
      executive.at(Math.max(executive.now, latestOf(closing)), this.#latest, i);
    }
    this.#look(i);
  }

  /** A closure that has not opened its facility ends when another begins there. */
  #takeOver(before: Closing): void {
    const { uses } = this.#world.wards;
    before.state = "over";
    for (const w of before.wards) uses.reopen(w, undefined);
    for (const w of before.wards) this.#under[w] = -1;
    if (before.spec.to === "all") this.#receives(before.facility, true);
  }

  /** Opens or closes the fever clinic and emergency reception of a facility. */
  #receives(f: number, open: boolean): void {
    const { layout, scenario: { city } } = this.#world;
    layout.facilities.feverPhysicians[f] = open ? this.#feverPhysicians[f] : 0;
    layout.communities.hospital.set(nearestReceptions(city, layout));
  }

  /** Begins disinfection when nobody is left whom it waits for; only schedules. */
  #look(i: number): void {
    if (i < 0) return;
    const { executive, log } = this.#world;
    const closing = this.#list[i];
    if (!isUnderWay(closing)) return;
    const cases = closing.wards.some((w) => this.#hasCases(w));
    const others = closing.wards.some((w) => this.#hasOthers(w));
    if (!cases && !others && closing.emptyAt === undefined) {
      closing.emptyAt = executive.now;
      if (closing.wards.length > 0) log?.ward("closed wards empty", closing.wards[0], 0);
    }
    if (closing.state !== "emptying" || cases) return;
    if (others && executive.now < latestOf(closing)) return;
    closing.state = "disinfecting";
    closing.readyAt = executive.now + closing.spec.disinfection;
    executive.at(closing.readyAt, this.#ready, i);
  }

  /** Whether a ward has any COVID case, or a bed held for one. */
  #hasCases(w: number): boolean {
    const { wards } = this.#world;
    return wards.covid[w] + wards.held[w] > 0;
  }

  /** Whether a ward that takes nobody has any ordinary patient. */
  #hasOthers(w: number): boolean {
    const { wards } = this.#world;
    return wards.uses.closed[w] === 2 && wards.ordinary[w] > 0;
  }

  #isReady(i: number): void {
    const { executive, log } = this.#world;
    const closing = this.#list[i];
    if (closing.state !== "disinfecting") return;
    closing.state = "ready";
    if (closing.wards.length > 0) log?.ward("closed wards disinfected", closing.wards[0], 0);
    if (executive.now >= closing.reopensAt) this.#open(i);
  }

  #isDue(i: number): void {
    const { executive, log } = this.#world;
    const closing = this.#list[i];
    if ((closing.readyAt ?? Infinity) <= executive.now) this.#isReady(i);
    if (closing.state === "ready") this.#open(i);
    else if (isUnderWay(closing) && closing.wards.length > 0) {
      log?.ward("opens later", closing.wards[0], 0);
    }
  }

  #open(i: number): void {
    const { wards: { uses, physical }, executive, flows, log } = this.#world;
    const closing = this.#list[i];
    const { spec, facility, wards } = closing;
    closing.state = "open";
    closing.openedAt = executive.now;
    for (const w of wards) {
      const before = uses.of(w);
      this.#under[w] = -1;
      uses.reopen(w, spec.as);
      if (before === "covid" && uses.ordinary[w] === 1) this.tally.givenBack(i, physical[w]);
      log?.ward("ward reopened", w, physical[w]);
    }
    if (spec.to === "all") this.#receives(facility, true);
    flows.capacity.changed();
    for (const w of wards) flows.referral.serve(w);
  }

  left(p: number): void {
    const { patients } = this.#world;
    const i = this.#under[patients.ward[p]];
    if (i >= 0) this.tally.left(i, p);
  }

  ordinaryLeft(w: number, isMoved: boolean): void {
    const i = this.#under[w];
    if (i >= 0) this.tally.ordinaryLeft(i, isMoved);
  }

  isShut(facility: number): boolean {
    return this.#list.some((closing) =>
      closing.facility === facility && closing.spec.to === "all" && isUnderWay(closing)
    );
  }
}

/** Whether a facility is closed under a closure now. */
const isUnderWay = ({ state }: Closing): boolean => state !== "open" && state !== "over";

/** When disinfection begins at the latest [min], whatever ordinary patients are there. */
const latestOf = ({ reopensAt, spec }: Closing): number => reopensAt - spec.disinfection;
