/** What the verbs of a process refuse. */

import { SimulationError } from "../kernel/mod.ts";
import type { Resource } from "../resources/mod.ts";

/** A process, as much of it as a refusal says. */
interface Refused {
  readonly name: string;
  readonly entity: number;
  readonly world: {
    readonly executive: { readonly now: number };
    readonly running: Refused | undefined;
  };
}

/** A verb out of turn, or a second one before the yield. */
export function refuseVerb(life: Refused, verb: string): never {
  const { running } = life.world;
  const action = `Cannot ${verb} in process "${life.name}"`;
  if (running === life) {
    throw new TypeError(`${action} as the step before must be yielded first: it was not`);
  }
  const turn = running === undefined ? "nobody's" : `that of process "${running.name}"`;
  throw new TypeError(`${action} as only its own routine may: current turn is ${turn}`);
}

/** A time to hold, or patience. */
export function refuseTime({ name }: Refused, verb: string, time: number): never {
  const rule = verb === "hold" ? "its time must be finite and >= 0" : "its patience must be >= 0";
  throw new RangeError(
    `Cannot ${verb} in process "${name}" as ${rule}: current time is ${time} min`,
  );
}

/** An instant to hold to. */
export function refuseInstant({ name, world }: Refused, time: number): never {
  throw new RangeError(
    `Cannot hold in process "${name}" as it must end at a finite instant at the clock or later: clock is ${world.executive.now} min, end is ${time} min`,
  );
}

/** A resource of another run. */
export function refuseForeign({ name }: Refused, resource: Resource): never {
  throw new TypeError(
    `Cannot seize resource "${resource.name}" in process "${name}" as both must have the same executive: current resource has another`,
  );
}

/** A claim that the process has not. */
export function refuseClaim(life: Refused, verb: string, resource: Resource): never {
  throw new SimulationError(
    `Cannot ${verb} resource "${resource.name}" in process "${life.name}" as it must hold its units`,
    { clock: life.world.executive.now, entity: life.entity },
  );
}

/** An interrupt that cannot be. */
export function refuseInterrupt({ name, entity, world }: Refused, rule: string): never {
  throw new SimulationError(`Cannot interrupt process "${name}" as ${rule}`, {
    clock: world.executive.now,
    entity,
  });
}
