/** What must hold within and between the sections on reception. */
import type { City } from "../domain/mod.ts";
import { daysBetween } from "./_dates.ts";
import type { ScenarioFile } from "./_schema.ts";
import type { Locator } from "./_schema_kit.ts";
import type { IssueList } from "./error.ts";
import type { ByTier } from "./reception_spec.ts";

type Path = readonly (string | number)[];
type Add = (path: Path, rule: string, value: string) => void;

const none = (numbers: ByTier) => numbers.every((n) => n === 0);

/** Checks laboratories, CT and emergency departments, as far as the parts are there. */
export function checkReception(
  { window, clinics, laboratory, imaging, emergency }: Partial<ScenarioFile>,
  add: Add,
): void {
  if (emergency?.modelled) checkOpen(emergency, add);
  if (laboratory?.modelled) checkLaboratory(laboratory, add);
  if (imaging?.modelled && none(imaging.scanners)) {
    add(["imaging", "scanners"], "Expected a scanner at some tier", imaging.scanners.join(", "));
  }
  if (window && clinics) checkDates(window, clinics, add);
}

/** Support comes before the run ends; all clinics are open by a day of the run. */
function checkDates(
  { start, days, runOnDays }: ScenarioFile["window"],
  { support, opening }: ScenarioFile["clinics"],
  add: Add,
): void {
  const last = days + runOnDays;
  if (support.from !== "" && daysBetween(start, support.from) >= last) {
    add(["clinics", "support", "from"], "Expected a date before the run ends", support.from);
  }
  if (opening.complete === "") return;
  const first = opening.from === "" ? start : opening.from;
  const what = opening.from === "" ? "the first day" : "clinics.opening.from";
  const isLater = daysBetween(first, opening.complete) > 0;
  if (isLater && daysBetween(start, opening.complete) < last) return;
  const rule = `Expected a date after ${first}, ${what}, and before the run ends`;
  add(["clinics", "opening", "complete"], rule, opening.complete);
}

/**
 * Emergency care is never closed: somebody must work in it and have a place for the critical.
 * Hospitals of the two upper tiers must both have it.
 */
function checkOpen(emergency: ScenarioFile["emergency"], add: Add): void {
  const { physicians, resuscitation, observation } = emergency;
  const refuse = (key: string, numbers: ByTier, what: string) => {
    if (numbers[1] > 0 && numbers[2] > 0) return;
    const rule =
      `Expected ${what} in hospitals of both tiers 2 and 3, as emergency care is always open (N162-4d, N35-3.3a)`;
    add(["emergency", key], rule, numbers.join(", "));
  };
  refuse("physicians", physicians, "a physician");
  refuse("resuscitation", resuscitation.map((n, i) => n + observation[i]) as never, "a place");
}

/**
 * Pre-hospital emergency care is never closed either: some vehicle is on duty at any time, also after
 * a dated change. A grid that none serves in a city with vehicles is a warning of the check of rules.
 */
export function checkVehicles(
  { transfer, interventions }: Partial<ScenarioFile>,
  { fleets }: City,
  at: Locator,
  issues: IssueList,
): void {
  const refuse = (path: Path, value: string) => {
    const rule =
      "Expected a vehicle on duty, as pre-hospital emergency care is always open (N162-4d)";
    issues.add({ ...at.place(path), path: at.name(path), rule, value });
  };
  if (fleets.every(({ vehicles }) => vehicles === 0)) {
    refuse(["city", "tables"], `no vehicle in ${fleets.length} fleets`);
    return;
  }
  const check = (path: Path, factor: number | undefined) => {
    if (factor === undefined || fleets.some((f) => Math.round(f.vehicles * factor) > 0)) return;
    refuse(path, String(factor));
  };
  check(["transfer", "vehicleFactor"], transfer?.vehicleFactor);
  interventions?.forEach(({ vehicles }, i) =>
    check(["interventions", i, "vehicles", "factor"], vehicles?.factor)
  );
}

function checkLaboratory(laboratory: ScenarioFile["laboratory"], add: Add): void {
  const { machines, opens, closes, otherSamples, batchSize, cycle } = laboratory;
  if (none(machines)) {
    add(["laboratory", "machines"], "Expected a machine at some tier", machines.join(", "));
  }
  if (closes <= opens) {
    add(["laboratory", "closes"], "Expected a time after laboratory.opens", `${closes / 60} h`);
  }
  const fewest = Math.min(...machines.filter((n) => n > 0));
  const most = fewest * batchSize / cycle * (closes - opens) / 1440;
  if (Number.isFinite(most) && closes > opens && otherSamples >= most) {
    const rule = `Expected fewer other samples than the smallest laboratory can do, ${
      Number((most * 1440).toFixed(3))
    } /d`;
    add(["laboratory", "otherSamples"], rule, `${Number((otherSamples * 1440).toFixed(3))} /d`);
  }
}
