/** What must hold between numbers on staff and on wards that change, without the city. */
import { fitWave } from "../domain/epidemic/mod.ts";
import { rosterPresence } from "../domain/staff/mod.ts";
import { daysBetween } from "./_dates.ts";
import { checkHospitalPlan } from "./_hospital_plan_schema.ts";
import type { ScenarioFile } from "./_schema.ts";

type Path = readonly (string | number)[];
type Add = (path: Path, rule: string, value: string) => void;
type Part<K extends keyof ScenarioFile> = ScenarioFile[K];

const DAY = 1440;

/** Checks staff and changing wards, as far as the parts are there. */
export function checkStaff(parts: Partial<ScenarioFile>, add: Add): void {
  const { window, wave, wards, staff } = parts;
  if (staff) checkRoster(staff, add);
  if (staff) checkAbsence(staff, add);
  if (staff && window && wave) checkAttack({ window, wave, staff }, add);
  if (staff && window) checkMoves(staff, window, add);
  if (wards) checkConvertible(wards, add);
  if (wards) checkHospitalPlan(wards.hospitalPlan, add);
  if (wards && window) checkDates(wards, window, add);
}

function checkRoster({ roster }: Part<"staff">, add: Add): void {
  try {
    rosterPresence(roster);
  } catch (error) {
    const [, rule, found] = /as (.*?): current (.*)$/s.exec((error as Error).message) ?? [];
    add(["staff", "roster", "shifts"], `Expected shifts of which one can be made: ${rule}`, found);
  }
}

function checkAbsence({ absence }: Part<"staff">, add: Add): void {
  const { delay, delayWithReports, infectiousAfter } = absence;
  const written = (minutes: number) => `${Number((minutes / DAY).toFixed(3))} d`;
  if (delayWithReports > delay) {
    const rule = `Expected at most staff.absence.delay, ${written(delay)}, as reports find sooner`;
    add(["staff", "absence", "delayWithReports"], rule, written(delayWithReports));
  }
  if (infectiousAfter > delay) {
    const rule = `Expected at most staff.absence.delay, ${written(delay)}`;
    add(["staff", "absence", "infectiousAfter"], rule, written(infectiousAfter));
  }
}

/** Not more than all staff can be infected. */
function checkAttack(
  { window, wave, staff }: Required<Pick<ScenarioFile, "window" | "wave" | "staff">>,
  add: Add,
): void {
  if (staff.absence.factor === 0) return;
  const attack = wave.attack.map(({ date, share }) => ({
    day: daysBetween(window.start, date),
    share,
  }));
  let infected: number;
  try {
    const peakDay = daysBetween(window.start, wave.peak);
    infected = fitWave({ peakDay, attack, scale: wave.scale }).cumulative(window.days);
  } catch {
    return; // The wave itself is refused elsewhere.
  }
  if (staff.absence.factor * infected <= 1) return;
  const most = Math.floor(1000 / infected) / 1000;
  const rule = `Expected at most ${most}, as ${infected.toFixed(3)} of all residents are infected`;
  add(["staff", "absence", "factor"], rule, String(staff.absence.factor));
}

function checkMoves({ moves }: Part<"staff">, window: Part<"window">, add: Add): void {
  moves.forEach((move, i) => {
    const path = ["staff", "moves", i];
    checkDate([...path, "date"], move.date, window, add);
    if (move.until !== "" && daysBetween(move.date, move.until) <= 0) {
      add([...path, "until"], `Expected a date after ${move.date}`, move.until);
    }
    if (move.from === "" && move.to === "") {
      add([...path, "to"], "Expected a facility that staff leave or join", "neither");
    }
    for (const [facility, post] of [["from", "ward"], ["to", "joins"]] as const) {
      if (move[facility] === "" || move[post] !== "fever_clinic" || move.nurses === 0) continue;
      const rule = "Expected no nurses where a fever clinic is left or joined";
      add([...path, "nurses"], rule, String(move.nurses));
    }
  });
}

function checkConvertible({ convertible }: Part<"wards">, add: Add): void {
  const { opensAt, closesBelow } = convertible;
  if (closesBelow < opensAt) return;
  const path = ["wards", "convertible", "closesBelow"];
  add(path, `Expected less than wards.convertible.opensAt, ${opensAt}`, String(closesBelow));
}

function checkDates({ idle, uses }: Part<"wards">, window: Part<"window">, add: Add): void {
  idle.forEach(({ opens }, i) => {
    if (opens !== "") checkDate(["wards", "idle", i, "opens"], opens, window, add);
  });
  uses.forEach(({ date }, i) => checkDate(["wards", "uses", i, "date"], date, window, add));
}

function checkDate(path: Path, date: string, window: Part<"window">, add: Add): void {
  if (daysBetween(window.start, date) < window.days + window.runOnDays) return;
  add(path, "Expected a date before the run ends", date);
}
