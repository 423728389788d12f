/** A care network of five stages by event handlers, through the public blocks. */

import {
  distributionOf,
  Executive,
  Handles,
  keyOf,
  Resource,
  RUNGS,
  Streams,
  tabulated,
  Variates,
} from "../../../sim/engine/mod.ts";
import type { ModelRun } from "./model_run.ts";

/** A stage of the care: its place, the law of the stay [d], and the share that goes on [-]. */
export const STAGES = [
  { place: 0, law: { law: "exponential", mean: 0.5 }, goesOn: 0.65 },
  { place: 1, law: { law: "lognormal", mean: 5, sd: 4 }, goesOn: 0.2 },
  { place: 2, law: { law: "lognormal", mean: 7, sd: 5 }, goesOn: 0.25 },
  { place: 3, law: { law: "lognormal", mean: 6, sd: 5 }, goesOn: 0.8 },
  { place: 2, law: { law: "exponential", mean: 3 }, goesOn: 0 },
] as const;
/** Places: 2 takes first and second stays. */
export const PLACES = [
  { name: "primary care", capacity: 30 },
  { name: "sub-designated beds", capacity: 150 },
  { name: "designated beds", capacity: 46 },
  { name: "intensive care", capacity: 12 },
];
/** Arrivals a day [patients/d]. */
export const RATE = 40;
/** The stage whose place is given up before the next is asked for. */
export const ICU = 3;

/** Makes ready for n patients; the function runs until the last has left. The place held is given up when the next is seized. */
export function carenet(n: number, seed: string): () => ModelRun {
  const streams = new Streams(keyOf(seed, 0));
  const gaps = new Variates(
    distributionOf({ law: "exponential", mean: 1 / RATE }),
    streams.open("gaps"),
  );
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
  const waits = new Float64Array(STAGES.length);
  const counts = new Float64Array(STAGES.length);
  const patients = new Handles();
  const asked: number[] = [];
  const held: number[] = [];
  const stages: number[] = [];
  let left = n;

  const ask = (patient: number, stage: number): void => {
    stages[patient] = stage;
    asked[patient] = executive.now;
    places[STAGES[stage].place].seize(patient, admit);
  };
  const admit = executive.on("admit", RUNGS.startOfStay, (patient, claim) => {
    const stage = stages[patient];
    waits[stage] += executive.now - asked[patient];
    counts[stage]++;
    const before = held[patient];
    held[patient] = claim;
    executive.after(stays[stage].next(), endOfStay, patient, claim);
    if (before >= 0) places[STAGES[stage - 1].place].release(before);
  });
  const endOfStay = executive.on("end of stay", RUNGS.endOfStay, (patient, claim) => {
    const stage = stages[patient];
    const goesOn = routing.uniform() < STAGES[stage].goesOn;
    if (!goesOn || stage === ICU) {
      held[patient] = -1;
      places[STAGES[stage].place].release(claim);
    }
    if (goesOn) ask(patient, stage + 1);
    else patients.giveBack(patient);
  });
  const arrive = executive.on("arrive", RUNGS.decision, () => {
    const patient = patients.take();
    held[patient] = -1;
    ask(patient, 0);
    if (--left > 0) executive.after(gaps.next(), arrive, 0);
  });
  executive.after(gaps.next(), arrive, 0);
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
