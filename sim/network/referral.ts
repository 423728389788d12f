/**
 * Referral: the rule that fires, the facilities tried in order, the bed held, or the wait for one.
 *
 * Who finds no bed waits in the queue of the rule and the grid, and boards where they are: at home,
 * in the facility, or in the bed they hold. A freed bed takes the best eligible: by severity, colour
 * and time of request. Ordinary urgent patients stand between severe and moderate cases. Where free
 * beds are published at fixed times, those who wait are served then alone (`bed_platform.ts`).
 */
import { CRITICAL, illnessCode, MILD, SEVERE } from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import { bedOrder, BedSearch } from "./bed_search.ts";
import { NEED, onlyRecovers } from "./course.ts";
import { BLOCK } from "./decisions.ts";
import { RULE_CODES } from "./delays.ts";
import { greenFactor } from "./green_channel.ts";
import type { CandidateList } from "./candidates.ts";
import { decidesAnew } from "./late_result.ts";
import { LINE, PLACE } from "./patients.ts";
import { beyondAbility } from "./telemedicine.ts";
import { whereSeen } from "./where_seen.ts";
import type { ReferralFace, World } from "./world.ts";

/** Refers patients. */
export class ReferralFlow implements ReferralFace {
  readonly #world: World;
  readonly #search: BedSearch;
  readonly #ready: number;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    for (const { set } of world.rules) {
      if (set.rules.length > RULE_CODES) {
        throw new RangeError(
          `Cannot refer by rule set "${set.name}" as it must have <= ${RULE_CODES} rules: current number is ${set.rules.length}`,
        );
      }
    }
    this.#search = new BedSearch(world);
    this.#ready = world.executive.on("ready to move", RUNGS.decision, (p, stamp) => {
      if (stamp === world.patients.pathStamp[p]) this.#readyToMove(p);
    });
  }

  /** The rule for a patient as judged now; −1 when none matches. */
  #ruleOf(p: number, set: number): number {
    const { patients, rules } = this.#world;
    const { compiled, person } = rules[set];
    return compiled.ruleOf(
      person[patients.cell[p]],
      illnessCode(patients.severity[p], patients.mainCause[p], patients.known[p]),
      beyondAbility(this.#world, p) ? 1 : 0,
      compiled.seesPlace ? whereSeen(this.#world, p, rules[set].roles) : 0,
    );
  }

  /** The rules that a patient follows: 0 for those in force, 1 for the others. Draws a block. */
  #setOf(p: number): number {
    const { patients, draws, scenario } = this.#world;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.CONDUCT, 0);
    return draws.u0 < scenario.referral.adherence ? 0 : 1;
  }

  decide(p: number): void {
    const { patients, rules, layout, log } = this.#world;
    const set = this.#setOf(p);
    const rule = this.#ruleOf(p, set);
    log?.decided(p, set, rule);
    if (rule < 0 || rules[set].toBed[rule] === 0) {
      this.#toHome(p, rule >= 0 && rules[set].inPlace[rule] === 1);
      return;
    }
    const list = rules[set].candidates[rule * layout.grids.ids.length + patients.grid[p]];
    this.#open(p, set, rule);
    if (patients.severity[p] <= MILD) this.#world.flows.course.watch(p);
    const ward = this.#search.firstAccepting(p, list);
    if (ward >= 0) this.#hold(p, ward, list);
    else this.#wait(p, set, rule);
  }

  /** Opens a request, or goes on with the one for the same destination. */
  #open(p: number, set: number, rule: number): void {
    const { patients, executive, collect, log } = this.#world;
    const before = patients.ruleSet[p] === set ? patients.rule[p] : -1;
    const goesOn = before >= 0 && this.#world.rules[set].goesOn?.(before, rule) === true;
    if (goesOn) patients.rule[p] = rule;
    if (goesOn || before === rule) return;
    this.#close(p, 2);
    patients.rule[p] = rule;
    patients.ruleSet[p] = set;
    patients.requests[p]++;
    patients.requestedAt[p] = executive.now;
    patients.seenAt[p] = this.#seenAt();
    collect.requested();
    this.#countBeyond(p);
    this.#world.flows.emergency?.asksForBed(p);
    log?.referral("requested", p, set, rule, -1);
  }

  /** When a request made now has been seen [min]. */
  #seenAt(): number {
    const { executive, scenario: { referral } } = this.#world;
    return executive.now + referral.information.seenAfter;
  }

  #countBeyond(p: number): void {
    const { primary, patients } = this.#world;
    if (primary === null || patients.severity[p] >= SEVERE) return;
    if (beyondAbility(this.#world, p)) primary.access.beyondAbility++;
  }

  /** Closes the open request: 1 met, 2 ended otherwise. */
  #close(p: number, how: 1 | 2): void {
    const { patients, collect, executive, log } = this.#world;
    if (patients.rule[p] < 0) return;
    collect.requestClosed(p, executive.now, how);
    log?.depth(p)?.patient("request closed", p, how);
    patients.rule[p] = -1;
  }

  completed(p: number): void {
    this.#world.flows.emergency?.admitted(p);
    this.#close(p, 1);
  }

  #hold(p: number, ward: number, list: CandidateList): void {
    const { patients, wards, executive, draws, laws, log, flows } = this.#world;
    flows.platform?.check(ward);
    wards.hold(executive.now, ward, 1);
    patients.target[p] = ward;
    patients.acceptedAt[p] = executive.now;
    patients.contactAt[p] = Infinity;
    const place = list.wards.indexOf(ward);
    patients.byRule[p] = patients.ruleSet[p] === 0 && place >= 0 && place < list.own ? 1 : 0;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.REFERRAL, patients.requests[p]);
    const green = greenFactor(this.#world, p);
    const handOver = laws.handOver.quantile(draws.u0) * green;
    const unseen = Math.max(0, patients.seenAt[p] - executive.now);
    executive.after(unseen + handOver, this.#ready, p, ++patients.pathStamp[p]);
    log?.referral("accepted", p, patients.ruleSet[p], patients.rule[p], ward);
    log?.depth(p)?.patient("hand-over", p, green < 1 ? 1 : 0);
  }

  #readyToMove(p: number): void {
    const { patients, executive, flows, log } = this.#world;
    patients.readyAt[p] = executive.now;
    log?.depth(p)?.patient("ready", p, 0);
    flows.transfer.start(p);
  }

  /**
   * Joins the queue; the very ill board where they are, and who has a single place on arrival from
   * elsewhere stays in it; the others wait at home.
   */
  #wait(p: number, set: number, rule: number): void {
    const { patients, bedQueues, collect, flows, log } = this.#world;
    const stays = patients.severity[p] >= SEVERE || flows.arrivals?.houses(p) === true;
    if (patients.place[p] === PLACE.BOARDING && !stays) {
      flows.emergency?.waitsAtHome(p);
      patients.place[p] = PLACE.HOME;
      patients.facility[p] = -1;
      flows.course.careChanged(p);
    }
    const queue = this.#search.queueOf(p);
    bedQueues.join(p, queue, bedOrder(this.#world, p));
    collect.waits(p, 1);
    log?.referral("waits", p, set, rule, -1);
    log?.depth(p)?.patient("place in queue", p, this.#search.ahead(p) + 1);
  }

  /** Takes back queue place, held bed and transport, leaving the request open. */
  #withdraw(p: number): void {
    const { patients, wards, bedQueues, collect, flows, executive } = this.#world;
    if (patients.line[p] === LINE.BED) {
      collect.waits(p, -1);
      bedQueues.remove(p);
    }
    flows.transfer.recall(p);
    const target = patients.target[p];
    if (target >= 0) {
      patients.target[p] = -1;
      patients.pathStamp[p]++;
      this.#world.log?.depth(p)?.patient("bed given up", p, target);
      wards.hold(executive.now, target, -1);
      this.serve(target);
    }
  }

  cancel(p: number): void {
    this.#withdraw(p);
    this.#close(p, 2);
  }

  resultCame(p: number): void {
    const set = this.#setOf(p);
    if (!decidesAnew(this.#world, p, { set, rule: this.#ruleOf(p, set) })) return;
    this.decideAnew(p);
  }

  decideAnew(p: number): void {
    this.#withdraw(p);
    this.decide(p);
  }

  needChanged(p: number): void {
    const { patients, layout, wards } = this.#world;
    const place = patients.place[p];
    this.#world.flows.emergency?.worsened(p);
    if (place === PLACE.CLINIC) this.#world.flows.clinic.worsened(p);
    if (place === PLACE.ROAD || place === PLACE.CLINIC) return;
    this.#world.flows.transfer.worsened(p);
    if (place === PLACE.HOME) {
      this.cancel(p);
      return;
    }
    const need = NEED[patients.severity[p]];
    const target = patients.target[p];
    const tooHigh = patients.recovering[p] === 1 && target >= 0 && layout.wardType[target] > need;
    if (target >= 0 && layout.wardType[target] >= need && !tooHigh) return;
    const stays = place === PLACE.BED && wards.uses.empties[patients.ward[p]] === 0;
    if (stays && layout.wardType[patients.ward[p]] >= need) return;
    this.#withdraw(p);
    this.decide(p);
  }

  stepDown(p: number): void {
    const { patients, layout, rules, scenario, collect, flows, log } = this.#world;
    if (!scenario.referral.downReferral) return;
    const rule = this.#ruleOf(p, 0);
    if (rule < 0 || rules[0].toBed[rule] === 0) return;
    const list = rules[0].candidates[rule * layout.grids.ids.length + patients.grid[p]];
    const from = patients.ward[p];
    const own = layout.covidWards[layout.wardFacility[from] * 3] ?? [];
    for (const ward of [...own, ...list.wards]) {
      if (layout.wardType[ward] >= layout.wardType[from] || this.#world.wards.free(ward) <= 0) {
        continue;
      }
      if (this.#world.wards.uses.covid[ward] === 0) continue;
      if (flows.platform?.shown(ward) === 0) continue;
      if (!this.#search.willing(p, ward)) continue;
      patients.requests[p]++;
      patients.seenAt[p] = this.#seenAt();
      collect.steppedDown();
      log?.referral("steps down", p, 0, rule, ward);
      this.#hold(p, ward, list);
      return;
    }
  }

  waitingFor(ward: number): number {
    return this.#search.waitingFor(ward);
  }

  serve(ward: number): void {
    const { wards, flows, bedQueues, patients, collect, rules, layout } = this.#world;
    while (wards.free(ward) > 0) {
      const p = this.#search.best(ward);
      const since = flows.routine.waitingSince(ward);
      const yields = since < Infinity && flows.routine.goesFirst(ward) ? CRITICAL : SEVERE;
      const ordinaryFirst = since < Infinity && (p < 0 || patients.severity[p] < yields);
      if (ordinaryFirst) {
        flows.routine.admitWaiting(ward);
        continue;
      }
      if (p < 0) {
        flows.screening?.offer(ward);
        return;
      }
      collect.waits(p, -1);
      bedQueues.remove(p);
      const set = patients.ruleSet[p];
      const index = patients.rule[p] * layout.grids.ids.length + patients.grid[p];
      this.#hold(p, ward, rules[set].candidates[index]);
    }
  }

  #toHome(p: number, visited: boolean): void {
    const { patients, flows, log } = this.#world;
    if (patients.place[p] === PLACE.BED) return;
    this.cancel(p);
    flows.emergency?.ends(p);
    flows.arrivals?.left(p);
    patients.place[p] = PLACE.HOME;
    patients.facility[p] = -1;
    patients.visited[p] = visited ? 1 : 0;
    log?.patient("sent home", p, patients.severity[p]);
    const kept = flows.visits?.sentHome(p, false) ?? false;
    if (!kept && onlyRecovers(this.#world, p)) flows.course.finishAtHome(p);
    else flows.course.careChanged(p);
  }
}
