/**
 * Transport: own means, or a vehicle that drives, loads, rides, unloads, is disinfected and returns.
 *
 * A request takes the free vehicle of the own grid with the least travel, else one of the city's
 * pool, else it waits: by severity, colour and time. A vehicle of a grid serves that grid alone.
 */
import { MODERATE } from "../domain/mod.ts";
import { PriorityQueues, RUNGS, VehiclePool } from "../engine/mod.ts";
import type { VehicleSpec } from "../engine/mod.ts";
import { BLOCK } from "./decisions.ts";
import type { Breach, Heads } from "./audits.ts";
import { mostVehicles, onDutyUnder } from "./duty.ts";
import { LINE, PLACE } from "./patients.ts";
import type { Patients } from "./patients.ts";
import { vehiclesOnDuty } from "./vehicles.ts";
import type { TransferFace, World } from "./world.ts";

/** Vehicles on duty: fleets of grids, and the pool. */
function vehiclesOf({ scenario, layout }: World): VehicleSpec[] {
  const grids = new Map(layout.grids.ids.map((id, i) => [id, i]));
  const { city } = scenario;
  return vehiclesOnDuty(city, mostVehicles(scenario)).map(({ fleet }) => {
    const { grid } = city.fleets[fleet];
    return { group: grid === "" ? -1 : grids.get(grid)!, base: layout.fleetNode[fleet] };
  });
}

/** Moves patients. */
export class TransferFlow implements TransferFace {
  readonly #world: World;
  readonly #fleet: VehiclePool;
  readonly #requests: PriorityQueues<Patients>;
  readonly #arrives: number;
  readonly #pickUp: number;
  readonly #atEnd: number;
  readonly #free: number;
  /** When the next step of each vehicle's trip is due [min]. */
  readonly #due: Float64Array;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { executive, patients, layout } = world;
    this.#fleet = new VehiclePool(vehiclesOf(world), layout.grids.ids.length);
    this.#requests = new PriorityQueues({
      queues: layout.grids.ids.length,
      table: patients,
      line: LINE.VEHICLE,
      time: (table) => table.readyAt,
    });
    this.#arrives = executive.on("arrival by own means", RUNGS.startOfStay, (p, stamp) => {
      if (stamp === patients.pathStamp[p]) world.flows.stay.admit(p);
    });
    this.#pickUp = executive.on("pick-up", RUNGS.vehicle, (v) => this.#pickedUp(v));
    this.#atEnd = executive.on("vehicle at destination", RUNGS.vehicle, (v) => this.#unloaded(v));
    this.#free = executive.on("vehicle free", RUNGS.vehicle, (v) => this.#freed(v));
    this.#due = new Float64Array(this.#fleet.size);
    world.audits.push((breach, heads) => this.#audit(breach, heads));
    this.onDuty(world.scenario.transfer.vehicleFactor);
  }

  start(p: number): void {
    const { patients, layout, draws, executive } = this.#world;
    const to = layout.wardFacility[patients.target[p]];
    const inside = patients.facility[p] === to;
    if (inside || this.#byOwnMeans(p)) {
      draws.block(patients.ordinal[p], patients.grid[p], BLOCK.REFERRAL, patients.requests[p]);
      const ride = inside
        ? this.#world.laws.load.quantile(draws.u1)
        : layout.travel.minutes(this.#nodeOf(p), layout.facilities.node[to], executive.now);
      patients.assignedAt[p] = patients.pickedAt[p] = executive.now;
      this.#world.log?.depth(p)?.patient(inside ? "moves inside" : "sets out", p, ride);
      this.#depart(p);
      executive.after(ride, this.#arrives, p, ++patients.pathStamp[p]);
    } else this.#request(p);
  }

  #byOwnMeans(p: number): boolean {
    const { patients, profiles, draws, scenario } = this.#world;
    if (patients.severity[p] > MODERATE || patients.place[p] === PLACE.BED) return false;
    if (profiles.immobile[patients.cell[p]] === 1) return false;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.CONDUCT, 0);
    return draws.u1 < scenario.transfer.privateShare;
  }

  callFor(p: number, facility: number): void {
    const { patients, executive } = this.#world;
    patients.destination[p] = facility;
    patients.readyAt[p] = executive.now;
    this.#request(p);
  }

  #nodeOf(p: number): number {
    const { patients, layout } = this.#world;
    return patients.place[p] === PLACE.HOME
      ? layout.communities.node[patients.community[p]]
      : layout.facilities.node[patients.facility[p]];
  }

  #request(p: number): void {
    const { patients, layout } = this.#world;
    const node = this.#nodeOf(p);
    const vehicle = this.#fleet.nearestFree(
      patients.grid[p],
      (v) => layout.travel.km(this.#fleet.node[v], node),
    );
    if (vehicle >= 0) this.#assign(vehicle, p);
    else this.#queue(p);
  }

  #queue(p: number): void {
    const { patients, profiles, scenario, log } = this.#world;
    const colour = scenario.referral.greenChannel ? profiles.colour[patients.cell[p]] : 0;
    this.#requests.join(p, patients.grid[p], patients.severity[p] * 3 + colour);
    log?.patient("waits for vehicle", p, this.#requests.length[patients.grid[p]]);
  }

  #assign(v: number, p: number): void {
    const { patients, layout, executive, collect, draws, laws, log } = this.#world;
    this.#fleet.take(v, p);
    collect.vehicles(executive.now, 1);
    patients.vehicle[p] = v;
    patients.assignedAt[p] = executive.now;
    const drive = layout.travel.minutes(this.#fleet.node[v], this.#nodeOf(p), executive.now);
    collect.responded(executive.now + drive - patients.readyAt[p]);
    log?.vehicle("vehicle assigned", v, p);
    log?.depth(p)?.patient("drive", p, drive);
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.REFERRAL, patients.requests[p]);
    this.#fleet.node[v] = this.#nodeOf(p);
    this.#next(v, this.#pickUp, drive + laws.load.quantile(draws.u1));
  }

  /** Schedules the next step of the trip of a vehicle. */
  #next(v: number, step: number, wait: number): void {
    const { executive } = this.#world;
    this.#due[v] = executive.now + wait;
    executive.after(wait, step, v);
  }

  #pickedUp(v: number): void {
    const { patients, layout, executive, draws, laws, log } = this.#world;
    const p = this.#fleet.load[v];
    if (p < 0) {
      this.#next(v, this.#free, this.#returnHome(v));
      return;
    }
    const call = patients.destination[p];
    const facility = call >= 0 ? call : layout.wardFacility[patients.target[p]];
    const to = layout.facilities.node[facility];
    const ride = layout.travel.minutes(this.#fleet.node[v], to, executive.now);
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.REFERRAL, patients.requests[p]);
    const unload = laws.unload.quantile(draws.u2);
    patients.pickedAt[p] = executive.now;
    this.#fleet.node[v] = to;
    log?.vehicle("picked up", v, p);
    log?.depth(p)?.patient("ride", p, ride);
    this.#depart(p);
    this.#next(v, this.#atEnd, ride + unload);
  }

  /** The patient leaves the present place for the road. */
  #depart(p: number): void {
    const { patients, flows } = this.#world;
    patients.pathStamp[p]++;
    flows.emergency?.departs(p);
    flows.stay.vacate(p);
    patients.place[p] = PLACE.ROAD;
    flows.course.careChanged(p);
  }

  #unloaded(v: number): void {
    const { patients, flows, scenario, log } = this.#world;
    const p = this.#fleet.load[v];
    if (p >= 0) {
      this.#fleet.load[v] = -1;
      patients.vehicle[p] = -1;
      log?.vehicle("vehicle arrived", v, p);
      const call = patients.destination[p];
      if (call >= 0) flows.contact.arriveAt(p, call);
      else flows.stay.admit(p);
    }
    this.#next(v, this.#free, scenario.transfer.disinfection + this.#returnHome(v));
  }

  /** Sends a vehicle home, if it goes there before it is free again; the drive [min]. */
  #returnHome(v: number): number {
    const { scenario, layout, executive } = this.#world;
    if (!scenario.transfer.returnsHome) return 0;
    const from = this.#fleet.node[v];
    this.#fleet.node[v] = this.#fleet.base[v];
    return layout.travel.minutes(from, this.#fleet.base[v], executive.now);
  }

  #freed(v: number): void {
    const { collect, executive, log } = this.#world;
    this.#fleet.release(v);
    log?.vehicle("vehicle free", v, -1);
    collect.vehicles(executive.now, -1);
    if (this.#fleet.isOnDuty(v)) this.#serve(v);
  }

  /** Gives a free vehicle to the first who waits for it. */
  #serve(v: number): void {
    const next = this.#nextFor(v);
    if (next < 0) return;
    this.#requests.remove(next);
    this.#assign(v, next);
  }

  onDuty(factor: number): void {
    const { scenario, collect, executive } = this.#world;
    const duty = onDutyUnder(scenario, factor);
    collect.fleetSize(executive.now, duty.reduce((sum, on) => sum + on, 0));
    duty.forEach((on, v) => {
      if (this.#fleet.setDuty(v, on === 1)) this.#serve(v);
    });
  }

  /** The first request that a vehicle may serve; −1 when there is none. */
  #nextFor(v: number): number {
    const grid = this.#fleet.group[v];
    if (grid >= 0) return this.#first(grid);
    const { patients, layout } = this.#world;
    let best = -1;
    for (let g = 0; g < layout.grids.ids.length; g++) {
      const p = this.#first(g);
      if (p < 0) continue;
      const higher = best < 0 || patients.bucket[p] > patients.bucket[best];
      const earlier = best >= 0 && patients.bucket[p] === patients.bucket[best] &&
        patients.readyAt[p] < patients.readyAt[best];
      if (higher || earlier) best = p;
    }
    return best;
  }

  #first(grid: number): number {
    const top = this.#requests.top(grid);
    return top < 0 ? -1 : this.#requests.first(grid, top);
  }

  worsened(p: number): void {
    const { patients } = this.#world;
    if (patients.line[p] !== LINE.VEHICLE) return;
    this.#requests.remove(p);
    this.#queue(p);
  }

  recall(p: number): void {
    const { patients, log } = this.#world;
    const v = patients.vehicle[p];
    const waits = patients.line[p] === LINE.VEHICLE;
    if (waits || v >= 0) log?.depth(p)?.patient("vehicle called off", p, v);
    if (waits) this.#requests.remove(p);
    if (v >= 0) {
      this.#fleet.load[v] = -1;
      patients.vehicle[p] = -1;
    }
    patients.destination[p] = -1;
  }

  /** Each vehicle is in one state, goes on with its trip, and is free only while nobody waits. */
  #audit(breach: Breach, { withVehicle, inLine }: Heads): void {
    const { patients, executive: { now }, collect, layout: { grids } } = this.#world;
    let loads = 0;
    for (let v = 0; v < this.#fleet.size; v++) {
      const p = this.#fleet.load[v];
      if (p >= 0) loads++;
      const state = () =>
        `load ${p}, in use ${this.#fleet.isBusy(v)}, next step ${this.#due[v]} min`;
      if (p >= 0 && (patients.vehicle[p] !== v || !this.#fleet.isBusy(v))) {
        breach("a vehicle must serve the patient who has it", state(), v);
      }
      if (this.#fleet.isBusy(v) && this.#due[v] < now) {
        breach("a vehicle in use must go on with its trip", state(), v);
      }
    }
    const waiting = this.#requests.length.reduce((a, b) => a + b, 0);
    const state = () =>
      `of ${this.#fleet.size} in use ${this.#fleet.busy}, counted ${collect.vehiclesBusy.value}, ` +
      `with patients ${loads}, patients with one ${withVehicle}, waiting ${waiting}, patients who ` +
      `wait ${inLine[LINE.VEHICLE]}`;
    if (
      this.#fleet.busy !== collect.vehiclesBusy.value || loads !== withVehicle ||
      waiting !== inLine[LINE.VEHICLE]
    ) breach("vehicles must be conserved", state());
    for (let grid = 0; grid < grids.ids.length; grid++) {
      if (this.#requests.length[grid] === 0) continue;
      const v = this.#fleet.nearestFree(grid, () => 0);
      if (v >= 0) breach("no vehicle may be idle while a patient waits for one", state(), v);
    }
  }
}
