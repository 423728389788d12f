/** A care network of five stages with a process for each patient. */

import {
  distributionOf,
  Executive,
  keyOf,
  type Process,
  Processes,
  Resource,
  RUNGS,
  type Steps,
  Streams,
  tabulated,
  Variates,
} from "../../../sim/engine/mod.ts";
import { ICU, PLACES, RATE, STAGES } from "./carenet.ts";

/** Makes ready for n patients; the function runs until the last has left. */
export function carenetProcess(
  n: number,
  seed: string,
): () => { events: number; checks: Record<string, number> } {
  const streams = new Streams(keyOf(seed, 0));
  const gapLaw = distributionOf({ law: "exponential", mean: 1 / RATE });
  const gaps = new Variates(gapLaw, streams.open("gaps"));
  const stays = STAGES.map(({ law }, stage) => {
    const exact = distributionOf(law);
    return new Variates(
      law.law === "lognormal" ? tabulated(exact) : exact,
      streams.open(`stay ${stage}`),
    );
  });
  const routing = streams.open("routing");
  const executive = new Executive({ end: Infinity });
  const places = PLACES.map((place) => new Resource(executive, place));
  const processes = new Processes(executive);
  const waits = new Float64Array(STAGES.length);
  const counts = new Float64Array(STAGES.length);

  function* patient(self: Process): Steps {
    let held: Resource | undefined;
    for (let stage = 0;; stage++) {
      const place = places[STAGES[stage].place];
      const asked = executive.now;
      yield self.seize(place);
      waits[stage] += executive.now - asked;
      counts[stage]++;
      if (held !== undefined) self.release(held);
      held = place;
      yield self.hold(stays[stage].next(), RUNGS.endOfStay);
      if (!(routing.uniform() < STAGES[stage].goesOn)) break;
      if (stage === ICU) {
        self.release(place);
        held = undefined;
      }
    }
    self.release(held);
  }
  processes.start("arrivals", function* (self) {
    for (let left = n; left > 0; left--) {
      yield self.hold(gaps.next(), RUNGS.decision);
      processes.start("patient", patient);
    }
  });
  return () => {
    executive.run();
    const mean = (stage: number) => waits[stage] / Math.max(1, counts[stage]);
    return {
      events: executive.eventsDone,
      checks: {
        mean_wait_primary: mean(0),
        mean_wait_sub_bed: mean(1),
        mean_wait_designated: mean(2),
        mean_wait_icu: mean(3),
        icu_admissions: counts[3],
      },
    };
  };
}
