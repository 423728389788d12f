/** The urgent care centre in processes: the way of each patient as one routine. */

import {
  Executive,
  keyOf,
  type Process,
  Processes,
  Resource,
  RUNGS,
  type Steps,
  Streams,
  Tally,
} from "../../../sim/engine/mod.ts";
import { arrivalsOf, type Day, END, measuresOf, Patients, type Place } from "./_urgent_care.ts";

/**
 * One day in processes.
 * @param day What makes it.
 * @returns Numbers in the order of `MEASURES`.
 */
export function dayInProcesses({ seed, replication, coming, capacities }: Day): number[] {
  const key = keyOf(seed, replication);
  const patients = new Patients(key);
  const arrivals = arrivalsOf(coming, new Streams(key).open("arrivals"));
  const executive = new Executive({ end: END });
  const processes = new Processes(executive);
  const times = { trauma: new Tally(), other: new Tally() };
  const placeOf = (name: Place): { resource: Resource; begun: number } => ({
    resource: new Resource(executive, { name, capacity: capacities[name] }),
    begun: 0,
  });
  const at: Record<Place, { resource: Resource; begun: number }> = {
    triage: placeOf("triage"),
    registration: placeOf("registration"),
    examination: placeOf("examination"),
    treatment: placeOf("treatment"),
    trauma: placeOf("trauma"),
    traumaTreatment: placeOf("traumaTreatment"),
  };

  function* visit(self: Process, place: Place, patient: number): Steps {
    const here = at[place];
    yield self.seize(here.resource);
    const duration = patients.durationIn(place, patient);
    here.begun += duration;
    yield self.hold(duration);
    self.release(here.resource);
  }

  function* stay(self: Process, patient: number): Steps {
    const came = executive.now;
    const isTrauma = patients.isTrauma(patient);
    yield* visit(self, "triage", patient);
    if (isTrauma) {
      yield* visit(self, "trauma", patient);
      yield* visit(self, "traumaTreatment", patient);
    } else {
      yield* visit(self, "registration", patient);
      yield* visit(self, "examination", patient);
      if (patients.isTreated(patient)) yield* visit(self, "treatment", patient);
    }
    times[isTrauma ? "trauma" : "other"].add(executive.now - came);
  }

  let came = 0;
  processes.start("doors", function* (self) {
    for (;;) {
      yield self.hold(arrivals.next(executive.now) - executive.now, RUNGS.decision);
      const patient = came++;
      processes.start("patient", (process) => stay(process, patient));
    }
  });
  executive.run();
  return measuresOf({ arrivals: came, at, times });
}
