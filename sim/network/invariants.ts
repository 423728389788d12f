/**
 * Laws that hold in every run, whatever the scenario; a breach stops the run and says where.
 *
 * Bed counts are checked at every change (`wards.ts`); here is what can only be seen as a whole.
 */
import { SimulationError } from "../engine/mod.ts";
import { NEXT, PLACE } from "./patients.ts";
import type { World } from "./world.ts";

/**
 * Checks at the end of a run that nobody was lost: infected, and cases that the run started with, =
 * recovered + dead + still present, and that beds in use and held are those of patients.
 *
 * @param world The replication.
 * @param infected Infections drawn [persons].
 * @param foreseen Of them, those whose first event falls past the end [persons].
 * @throws {SimulationError} When a count does not agree.
 */
export function checkConservation(world: World, infected: number, foreseen: number): void {
  const { collect, patients, wards, executive } = world;
  const crowd = collect.crowd.values.reduce((a, b) => a + b, 0);
  const accounted = crowd + collect.recoveredKnown + collect.died.length + present(world) +
    foreseen;
  const fail = (rule: string, values: string) => {
    throw new SimulationError(`Cannot end the run as ${rule}: ${values}`, {
      clock: executive.now,
      entity: -1,
    });
  };
  if (accounted !== infected + collect.present) {
    fail(
      "infected must equal recovered, dead and present",
      `infected ${infected}, at the start ${collect.present}, counted ${accounted}, of them present ${patients.present}`,
    );
  }
  const { visits } = world.flows;
  if (visits !== undefined) {
    const { due, made, missed, withdrawn } = visits.counts;
    if (due !== made + missed + withdrawn + visits.open) {
      fail(
        "visits due must equal made, missed, withdrawn and open",
        `due ${due}, made ${made}, missed ${missed}, withdrawn ${withdrawn}, open ${visits.open}`,
      );
    }
  }
  const inBeds = new Int32Array(wards.covid.length);
  const held = new Int32Array(wards.held.length);
  for (const p of patients.handles()) {
    if (patients.place[p] === PLACE.BED) inBeds[patients.ward[p]]++;
    if (patients.target[p] >= 0) held[patients.target[p]]++;
  }
  wards.covid.forEach((n, w) => {
    if (n !== inBeds[w] || wards.held[w] !== held[w]) {
      fail(
        "each bed must be used or held by one person",
        `ward ${w}: in use ${n} by ${inBeds[w]} patients, held ${wards.held[w]} for ${held[w]}`,
      );
    }
  });
}

/** Rows of people whose course is not over; the recovered who await discharge are counted already. */
function present({ patients }: World): number {
  let open = 0;
  for (const p of patients.handles()) if (patients.next[p] !== NEXT.OVER) open++;
  return open;
}
