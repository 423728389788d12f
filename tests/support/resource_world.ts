/** A tiny world around one resource: who asks when, and a log of all that happens. */

import {
  Executive,
  Resource,
  RESOURCE_EVENTS,
  type ResourceSpec,
  RUNGS,
  type SeizeOptions,
} from "../../sim/engine/mod.ts";

const NAMES = Object.keys(RESOURCE_EVENTS);

/** Rows of a resource's log, in columns and in words. */
export class Rows {
  readonly time: number[] = [];
  readonly event: number[] = [];
  readonly entity: number[] = [];
  readonly claim: number[] = [];
  readonly units: number[] = [];

  row(time: number, event: number, entity: number, claim: number, units: number): void {
    this.time.push(time);
    this.event.push(event);
    this.entity.push(entity);
    this.claim.push(claim);
    this.units.push(units);
  }

  /** Each row as "time event entity", with the units when they are not one. */
  get words(): string[] {
    return this.time.map((time, i) =>
      `${time} ${NAMES[this.event[i]]} ${this.entity[i]}` +
      (this.units[i] === 1 ? "" : ` ${this.units[i]} units`)
    );
  }
}

/** Someone who comes, holds units for a while and goes. */
export interface Visit extends SeizeOptions {
  /** When [min]. */
  readonly at: number;
  /** How long the units are held [min]. */
  readonly hold: number;
}

/** One resource, its visitors numbered from 0, and what they see. */
export class World {
  readonly executive: Executive;
  readonly rows = new Rows();
  readonly resource: Resource;
  /** What the model was told, as "time what entity". */
  readonly told: string[] = [];
  /** Claim of each visitor, or why it was refused. */
  readonly claims: number[] = [];
  readonly begin: number;
  readonly end: number;
  readonly reneged: number;
  readonly preempted: number;

  constructor(
    spec: Omit<ResourceSpec, "name">,
    visits: readonly Visit[],
    { start = 0, end = 1000, returns = "never" }: {
      readonly start?: number;
      readonly end?: number;
      /** What who has lost its units does: nothing, ask again for what is left, or for all of it. */
      readonly returns?: "never" | "resume" | "repeat";
    } = {},
  ) {
    const executive = this.executive = new Executive({ start, end });
    const resource = this.resource = new Resource(executive, {
      name: "bed",
      log: this.rows,
      ...spec,
    });
    const left = visits.map((visit) => visit.hold);
    const since: number[] = [];
    const tell = (what: string, who: number) => this.told.push(`${executive.now} ${what} ${who}`);
    this.begin = executive.on("begin", RUNGS.startOfStay, (who, claim) => {
      tell("begins", who);
      since[who] = executive.now;
      executive.after(left[who], this.end, who, claim);
    });
    this.end = executive.on("end", RUNGS.release, (who, claim) => {
      if (!resource.isHeld(claim)) return;
      tell("ends", who);
      resource.release(claim);
    });
    this.reneged = executive.on("reneged", RUNGS.decision, (who) => tell("reneges", who));
    this.preempted = executive.on("preempted", RUNGS.decision, (who) => {
      tell("loses", who);
      if (returns === "resume") left[who] -= executive.now - since[who];
      if (returns !== "never") {
        resource.seize(who, this.begin, { ...optionsOf(visits[who], this), ahead: true });
      }
    });
    const arrive = executive.on("arrive", RUNGS.decision, (who) => {
      this.claims[who] = resource.seize(who, this.begin, optionsOf(visits[who], this));
    });
    visits.forEach(({ at }, who) => executive.at(at, arrive, who));
  }

  /** Lets all happen and returns this. */
  run(until?: number): this {
    this.executive.run(until);
    return this;
  }
}

function optionsOf(visit: Visit, world: World): SeizeOptions {
  const { at: _at, hold: _hold, ...options } = visit;
  return { onRenege: world.reneged, onPreempt: world.preempted, ...options };
}
