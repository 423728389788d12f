/**
 * Ordinary inpatients: they arrive, wait, stay and leave in the beds that COVID cases want too.
 *
 * Demand per ward is what fills the published share of its beds when everything is open. Each ward
 * numbers its patients; everything about one is keyed by that number, so a closed ward or a stricter
 * plan changes nobody else's stay. Urgent patients wait up to their patience; elective ones who are
 * not served come back, a stated share of them, up to seven times, or wait on a list. What hospitals
 * do inside (buffer wards, operations, infection) joins in where it is on.
 */
import { distributionOf, RUNGS, tabulated } from "../engine/mod.ts";
import type { Distribution } from "../engine/mod.ts";
import type { Breach } from "./audits.ts";
import type { BufferWards } from "./buffer_wards.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import type { Capacity } from "./capacity.ts";
import { KIND } from "./decisions.ts";
import { intakeNow, intakeSharesOf } from "./elective_intake.ts";
import type { IntakeShares } from "./elective_intake.ts";
import { HospitalParts } from "./hospital_parts.ts";
import { OrdinaryArrivals } from "./ordinary_arrivals.ts";
import { presentNumber } from "./ordinary_identity.ts";
import { OrdinaryMoves, WENT_HOME } from "./ordinary_moves.ts";
import { fillWards } from "./ordinary_start.ts";
import { OrdinaryVolume } from "./ordinary_volume.ts";
import { WAITS, WardLines } from "./ward_lines.ts";
import type { RoutineFace, World } from "./world.ts";

/** Most attempts of an elective patient, so that number and attempt fit one stamp [-]. */
const ATTEMPTS = 8;

/** Somebody who comes in now. */
interface Coming {
  readonly w: number;
  readonly who: number;
  readonly line: "urgent" | "elective";
  /** First came [min]. */
  readonly since: number;
}

/** Ordinary inpatients of all wards. */
export class RoutineFlow implements RoutineFace {
  readonly #world: World;
  readonly #capacity: Capacity;
  readonly #stay: readonly Distribution[];
  readonly #returnDelay: Distribution;
  readonly #arrivals: OrdinaryArrivals;
  readonly #volume: OrdinaryVolume;
  readonly #lines: WardLines;
  readonly #shares: IntakeShares;
  readonly moves: OrdinaryMoves;
  /** What hospitals do inside; null when nothing of it is on. */
  readonly #inside: HospitalParts | null;
  readonly #ends: number;
  readonly #returns: number;
  /** Who came into a bed and has not left, by ward [patients] -- state. */
  readonly #present: Int32Array;

  /**
   * @param world The replication.
   * @param capacity Levels and plans by day.
   */
  constructor(world: World, capacity: Capacity) {
    this.#world = world;
    this.#capacity = capacity;
    const { scenario: { services }, executive, hospital } = world;
    this.#stay = [services.stay.general, services.stay.sub_icu, services.stay.icu]
      .map((spec) => tabulated(distributionOf(spec)));
    this.#returnDelay = distributionOf(services.electiveReturnDelay);
    const mean = (w: number) => this.#stayOf(w).mean;
    this.#arrivals = new OrdinaryArrivals(world, mean, (w, who) => this.#arrive(w, who));
    this.#volume = new OrdinaryVolume(world);
    this.#lines = new WardLines(world);
    this.#shares = intakeSharesOf(world);
    this.#ends = executive.on("ordinary end of stay", RUNGS.release, (w, who) => {
      this.#end(w, who);
    });
    this.#returns = executive.on(
      "ordinary return",
      RUNGS.seize,
      (w, stamp) => this.#elective(w, Math.floor(stamp / ATTEMPTS), stamp % ATTEMPTS),
    );
    this.#inside = hospital && new HospitalParts(world, capacity, hospital, this.#needs());
    this.#present = new Int32Array(this.#arrivals.rate.length);
    this.moves = new OrdinaryMoves(world, {
      hasRoom: (w) => this.#world.wards.freeForOrdinary(w) > 0 && !this.#keptOut(w),
      leaves: (w, who, from) => this.#leaves(w, who, from),
      enters: (to) => {
        this.#present[to]++;
        world.wards.ordinaryChange(executive.now, to, 1);
      },
    });
    world.audits.push((breach) => this.#audit(breach));
  }

  /** What hospitals from inside ask of this flow. */
  #needs() {
    return {
      leaves: (w: number, who: number, at: number) =>
        this.#world.executive.at(at, this.#ends, w, who),
      demand: (w: number) =>
        this.#arrivals.rate[w] * MINUTES_PER_DAY * (1 - this.#world.scenario.services.urgentShare),
      canTake: (w: number, { who, priority }: { who: number; priority: boolean }) =>
        this.#hasRoom(w) && (priority || this.#inside!.admitsForSurgery(w, who)) &&
        !this.#keptOut(w, priority ? undefined : who),
      admit: (w: number, { who, since }: { who: number; since: number }) =>
        this.#admit({ w, who, line: "elective", since }),
      gone: (w: number, { who }: { who: number }) => this.#inside!.tally.electiveLost(w, who),
      shares: this.#shares,
    };
  }

  #stayOf(w: number): Distribution {
    return this.#stay[this.#world.layout.wardType[w]];
  }

  /** Fills wards, by the census where one is given, and schedules the first arrivals; call once. */
  start(): void {
    const { rate } = this.#arrivals;
    fillWards(this.#world, { laws: this.#stay, rate }, (w, i, left) => {
      this.#present[w]++;
      this.moves.came(w, presentNumber(i));
      this.#inside?.infection?.enter(w, presentNumber(i), false);
      this.#world.executive.after(left, this.#ends, w, presentNumber(i));
    });
    for (let w = 0; w < rate.length; w++) if (rate[w] > 0) this.#arrivals.schedule(w);
    this.#inside?.start();
  }

  #arrive(w: number, who: number): void {
    const { draws, scenario, executive: { now } } = this.#world;
    draws.block(who, KIND.INPATIENT | w, 0, 0);
    const line = draws.u2 < scenario.services.urgentShare ? "urgent" : "elective";
    const open = draws.u3 < this.#capacity.planOf(w).open.inpatient_urgent;
    if (!this.#arrivals.comes(w, who, line)) return;
    this.#inside?.surgery?.came(w, who, line);
    const list = this.#inside?.list;
    if (line === "urgent") this.#urgent(w, who, open);
    else if (list === undefined) this.#elective(w, who, 0);
    else {
      const inside = this.#inside!;
      inside.tally.putOff(w, who, now);
      const until = now + inside.patienceOf(w, who);
      list.join(w, { who, since: now, until, priority: inside.isFirst(w, who, "elective") });
    }
  }

  #urgent(w: number, who: number, open: boolean): void {
    const { executive: { now }, hospital } = this.#world;
    hospital?.urgentCame(now);
    if (!open) hospital?.wentElsewhere(now);
    else if (this.#hasRoom(w) && !this.#keptOut(w)) {
      this.#admit({ w, who, line: "urgent", since: now });
    } else {
      const first = this.#inside?.isFirst(w, who, "urgent") === true;
      this.#lines.joinUrgent(w, who, first);
    }
  }

  #elective(w: number, who: number, attempt: number): void {
    const { draws, scenario, executive: { now }, hospital } = this.#world;
    const inside = this.#inside;
    const first = inside?.isFirst(w, who, "elective") === true;
    const since = hospital?.since(w, who, now) ?? now;
    const intake = intakeNow(this.#world, this.#shares, w);
    draws.block(who, KIND.INPATIENT | w, 0, attempt);
    const wanted = first || draws.u3 < intake;
    const fits = () => first || (inside?.admitsForSurgery(w, who) ?? true);
    if (wanted && this.#hasRoom(w) && fits() && !this.#keptOut(w, first ? undefined : who)) {
      this.#admit({ w, who, line: "elective", since });
      return;
    }
    hospital?.putOff(w, who, now);
    if (first) {
      const until = now + inside!.patienceOf(w, who);
      this.#lines.joinElective(w, who, { since, until });
      return;
    }
    draws.block(who, KIND.INPATIENT | w, 0, attempt + 1);
    if (attempt + 1 >= ATTEMPTS || draws.u0 >= scenario.services.electiveReturns) {
      hospital?.electiveLost(w, who);
      return;
    }
    const delay = this.#returnDelay.quantile(draws.u1);
    this.#world.executive.after(delay, this.#returns, w, who * ATTEMPTS + attempt + 1);
  }

  /** Whether a new patient can come in now: into a buffer bed where the ward has any. */
  #hasRoom(w: number): boolean {
    const buffers = this.#inside?.buffers;
    return buffers?.covers(w) ? buffers.hasRoom(w) : this.#world.wards.freeForOrdinary(w) > 0;
  }

  /** Whether free beds are kept for COVID cases from an elective patient, or from all others. */
  #keptOut(w: number, elective?: number): boolean {
    const plans = this.#capacity.hospitalPlans;
    if (plans === undefined) return false;
    return elective === undefined ? plans.keepsOut(w) : plans.keepsOutElective(w, elective);
  }

  #admit(coming: Coming): void {
    const { wards, executive, draws, hospital } = this.#world;
    const { w, who, line } = coming;
    const inside = this.#inside;
    this.#present[w]++;
    this.moves.came(w, who);
    if (inside?.buffers?.covers(w)) inside.buffers.enter(w, who);
    else {
      wards.ordinaryChange(executive.now, w, 1);
      inside?.infection?.enter(w, who, false);
    }
    if (line === "elective") hospital?.electiveAdmitted(w, who, executive.now);
    this.#volume.admitted(w, coming, inside?.surgery !== undefined);
    draws.block(who, KIND.INPATIENT | w, 0, 0);
    const stay = this.#stayOf(w).quantile(draws.u1);
    const surgery = inside?.surgery;
    const priority = surgery !== undefined && inside!.isFirst(w, who, line);
    if (surgery?.takes({ ...coming, stay, priority })) return;
    executive.after(stay, this.#ends, w, who);
  }

  #end(w: number, who: number): void {
    const { executive, flows } = this.#world;
    const { infection, buffers } = this.#inside ?? {};
    const at = this.moves.wardOf(w, who);
    const longer = at === WENT_HOME ? 0 : infection?.staysLonger(w, who) ?? 0;
    if (longer > 0) {
      executive.after(longer, this.#ends, w, who);
      return;
    }
    this.moves.ended(w, who);
    if (at === WENT_HOME) return;
    if (this.#leaves(w, who, at)) this.#fillBuffer(w, buffers!);
    else flows.referral.serve(at);
  }

  /** Takes the patient of a number of a ward out of the bed in a ward; true for a buffer bed. */
  #leaves(w: number, who: number, from: number): boolean {
    const { wards, executive } = this.#world;
    const { infection, buffers } = this.#inside ?? {};
    this.#present[from]--;
    infection?.leave(w, who);
    if (buffers?.leave(w, who)) return true;
    wards.ordinaryChange(executive.now, from, -1);
    return false;
  }

  /** Admits those in line as long as there is a buffer bed. */
  #fillBuffer(w: number, buffers: BufferWards): void {
    while (buffers.hasRoom(w) && !this.#keptOut(w) && this.#admitFirst(w));
  }

  /** Admits the first in line; false when nobody waits. */
  #admitFirst(w: number): boolean {
    const head = this.#lines.take(w);
    if (head === undefined) return false;
    const { patient: { who, since }, order } = head;
    const line = order === WAITS.ELECTIVE_PRIORITY ? "elective" : "urgent";
    this.#admit({ w, who, line, since });
    return true;
  }

  waitingSince(w: number): number {
    if (this.#world.wards.uses.ordinary[w] === 0) return Infinity;
    const buffers = this.#inside?.buffers;
    const cleared = buffers?.clearedSince(w) ?? Infinity;
    if (cleared < Infinity || buffers?.covers(w)) return cleared;
    return this.#keptOut(w) ? Infinity : this.#lines.first(w)?.patient.since ?? Infinity;
  }

  goesFirst(w: number): boolean {
    return !this.#inside?.buffers?.covers(w) && this.#lines.goesFirst(w);
  }

  admitWaiting(w: number): void {
    const { infection, buffers } = this.#inside ?? {};
    if (buffers === undefined || buffers.clearedSince(w) === Infinity) {
      this.#admitFirst(w);
      return;
    }
    const who = buffers.moveFirst(w);
    infection?.enter(w, who, true);
    this.#fillBuffer(w, buffers);
  }

  /** Admissions less those who left are the patients in beds. */
  #audit(breach: Breach): void {
    this.#present.forEach((present, w) => {
      const { ordinary } = this.#world.wards;
      if (present === ordinary[w]) return;
      const state = `admitted and not left ${present}, in beds ${ordinary[w]}`;
      breach("each ordinary patient must be in one bed", state, w);
    });
  }

  /** Ends the counting of those who wait; call once, at the end of the run. */
  close(): void {
    this.#lines.close();
  }
}
