/** What must hold between levels, spread and reporting, and whether the districts named are there. */
import { fitContact, fitWave } from "../domain/epidemic/mod.ts";
import type { City } from "../domain/mod.ts";
import { daysBetween } from "./_dates.ts";
import type { Locator } from "./_schema_kit.ts";
import type { ScenarioFile } from "./_schema.ts";
import { type IssueList, nearestName, quoted } from "./error.ts";

const DAY = 1440;

type Path = readonly (string | number)[];
type Add = (path: Path, rule: string, value: string) => void;
type Part<K extends keyof ScenarioFile> = ScenarioFile[K];
type Level = Part<"services">["levels"][number];

/** Checks levels, compartments and the case rule, as far as the parts are there. */
export function checkEpidemic(
  { window, wave, services }: Partial<ScenarioFile>,
  add: Add,
): void {
  if (window && services) checkLevels(window, services, add);
  if (window && services) checkBefore(window, services, add);
  if (window && wave?.mode === "compartments") checkCompartments(window, wave, add);
  if (services?.levelRule.modelled && wave && !wave.reported.modelled) {
    const rule = "Expected true, as the case rule reads reported cases (services.levelRule)";
    add(["wave", "reported", "modelled"], rule, "false");
  }
}

/** Levels in order of date: those of all districts, and those of each that has its own. */
function checkLevels(window: Part<"window">, { levels }: Part<"services">, add: Add): void {
  const placed = levels.map((entry, index) => ({ entry, index }));
  const groups = Map.groupBy(placed, ({ entry }) => entry.district ?? "");
  for (const [district, group] of groups) {
    group.forEach(({ entry, index }, i) => {
      const before = group[i - 1]?.entry;
      checkLevel(
        { entry, before, isOwn: district !== "" },
        window,
        (rule, value) => add(["services", "levels", index, "from"], rule, value),
      );
    });
  }
  if (levels.length === 0) add(["services", "levels"], "Expected at least one level", "none");
  else if (!groups.has("")) {
    const rule = "Expected a level of every district without one of its own";
    add(["services", "levels"], rule, "only levels of named districts");
  }
}

function checkLevel(
  { entry: { from }, before, isOwn }: { entry: Level; before?: Level | undefined; isOwn: boolean },
  { start, days, runOnDays }: Part<"window">,
  add: (rule: string, value: string) => void,
): void {
  const day = daysBetween(start, from);
  if (before === undefined && !isOwn) {
    if (day > 0) add(`Expected the first level to hold by the first day, ${start}`, from);
    return;
  }
  if (before !== undefined && daysBetween(before.from, from) <= 0) {
    add(`Expected a date after ${before.from}`, from);
  }
  const last = days + runOnDays;
  if (day < last && (day >= 0 || before === undefined)) return;
  add(`Expected a date within the ${last} days from ${start} (window and run-on)`, from);
}

function checkBefore({ start }: Part<"window">, { levelRule }: Part<"services">, add: Add): void {
  levelRule.before.forEach(({ date }, i) => {
    if (daysBetween(start, date) < 0) return;
    const path = ["services", "levelRule", "before", i, "date"];
    add(path, `Expected a date before the first day, ${start}`, date);
  });
}

/** Whether compartments can follow the curve. */
function checkCompartments(window: Part<"window">, wave: Part<"wave">, add: Add): void {
  const { latent, infectious, imported, ...stages } = wave.compartments;
  const periods = { ...stages, latent: latent / DAY, infectious: infectious / DAY };
  let curve: ReturnType<typeof fitWave>;
  try {
    const day = (date: string) => daysBetween(window.start, date);
    const attack = wave.attack.map(({ date, share }) => ({ day: day(date), share }));
    curve = fitWave({ peakDay: day(wave.peak), attack, scale: wave.scale });
  } catch {
    return; // The wave itself is refused elsewhere.
  }
  try {
    fitContact(curve, { periods, imported, days: window.days });
  } catch (error) {
    const [, rule, found] = /as (.*?): (.*)$/s.exec((error as Error).message) ?? [];
    add(["wave", "compartments"], `Expected compartments that can be fitted: ${rule}`, found ?? "");
  }
}

/** Checks the names of districts against the whole city, also when a part of it is simulated. */
export function checkDistricts(
  { services }: Partial<ScenarioFile>,
  { districts }: City,
  at: Locator,
  issues: IssueList,
): void {
  const known = districts.map(({ id }) => id);
  const check = (path: Path, district: string | undefined): void => {
    if (district === undefined || known.includes(district)) return;
    const nearest = nearestName(district, known);
    const found = nearest === undefined ? {} : { nearest };
    const rule = "Expected the name of a district";
    const value = quoted(district);
    issues.add({ ...at.place(path), path: at.name(path), rule, value, ...found });
  };
  services?.levels.forEach(({ district }, i) =>
    check(["services", "levels", i, "district"], district)
  );
  services?.levelRule.before.forEach(({ district }, i) =>
    check(["services", "levelRule", "before", i, "district"], district)
  );
}
