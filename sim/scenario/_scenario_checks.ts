/** What must hold between the parts of a scenario file, found all at once. */
import { fitWave } from "../domain/epidemic/mod.ts";
import { COLOURS } from "../domain/terms/mod.ts";
import { daysBetween } from "./_dates.ts";
import { upperBound } from "./_distribution_schema.ts";
import { checkEpidemic } from "./_epidemic_checks.ts";
import { checkHospital } from "./_hospital_checks.ts";
import { checkPrimary } from "./_primary_checks.ts";
import { checkServices } from "./_services_checks.ts";
import { checkReception } from "./_reception_checks.ts";
import { checkStaff } from "./_staff_checks.ts";
import type { Locator } from "./_schema_kit.ts";
import type { ScenarioFile } from "./_schema.ts";
import { type IssueList, quoted } from "./error.ts";
import type { ContactShares } from "./scenario.ts";

const DAY = 1440;
/** Longest time from infection to the end of the mild state [d]: day-28 figures must see it end. */
const MILD_ENDS_WITHIN = 28;

type Path = readonly (string | number)[];

/** Checks sums, orders and dates, as far as the parts they need are there. */
export function checkScenario(
  parts: Partial<ScenarioFile>,
  at: Locator,
  issues: IssueList,
): void {
  const { window, wave, course, care, contact, referral, wards, services } = parts;
  const add = (path: Path, rule: string, value: string) =>
    issues.add({ ...at.place(path), path: at.name(path), rule, value });
  if (window && wave) checkWave(window, wave, add);
  if (course) checkCourse(course, add);
  if (care) checkCare(care, add);
  if (contact) checkContacts(contact, add);
  if (referral) {
    checkNeeds(referral, add);
    checkPublished(referral, add);
  }
  if (window && wards) checkOpening(window, wards, add);
  if (services) checkServices(services, add);
  checkEpidemic(parts, add);
  checkReception(parts, add);
  checkHospital(parts, add);
  checkPrimary(parts, add);
  checkStaff(parts, add);
}

type Add = (path: Path, rule: string, value: string) => void;

function checkContacts(contact: Part<"contact">, add: Add): void {
  const sum = (shares: ContactShares) =>
    Object.values(shares).reduce((total, value) => total + value, 0);
  const one = (path: Path, shares: ContactShares) => {
    const total = sum(shares);
    if (Math.abs(total - 1) < 1e-9) return;
    add(path, "Expected shares that sum to 1", String(Number(total.toFixed(9))));
  };
  for (const colour of COLOURS) one(["contact", "onset", colour], contact.onset[colour]);
  for (const severity of ["moderate", "severe", "critical"] as const) {
    one(["contact", "worsening", severity], contact.worsening[severity]);
  }
}

type Part<K extends keyof ScenarioFile> = ScenarioFile[K];

function checkWithin(
  { start }: Part<"window">,
  days: number,
  what: string,
  add: Add,
): (path: Path, date: string) => void {
  return (path, date) => {
    const day = daysBetween(start, date);
    if (day >= 0 && day < days) return;
    add(path, `Expected a date within the ${days} days from ${start} (${what})`, date);
  };
}

function checkWave(window: Part<"window">, wave: Part<"wave">, add: Add): void {
  const inWindow = checkWithin(window, window.days, "the window", add);
  inWindow(["wave", "peak"], wave.peak);
  wave.attack.forEach(({ date, share }, index) => {
    const path = ["wave", "attack", index];
    inWindow([...path, "date"], date);
    const before = wave.attack[index - 1];
    if (before === undefined) {
      if (share <= 0) add([...path, "share"], "Expected a share above 0", String(share));
      return;
    }
    if (daysBetween(before.date, date) <= 0) {
      add([...path, "date"], `Expected a date after ${before.date}`, date);
    }
    if (share <= before.share) {
      add([...path, "share"], `Expected a share above ${before.share}`, String(share));
    }
  });
  checkFit(window, wave, add);
}

/** Whether a curve goes through the points without infecting anybody twice. */
function checkFit(window: Part<"window">, wave: Part<"wave">, add: Add): void {
  const dated = [wave.peak, ...wave.attack.map(({ date }) => date)];
  const days = dated.map((date) => daysBetween(window.start, date));
  const ordered = days.every((day, i) => i < 2 || day > days[i - 1]);
  const rising = wave.attack.every(({ share }, i) => share > (wave.attack[i - 1]?.share ?? 0));
  if (!ordered || !rising || days.some((day) => Number.isNaN(day) || day < 0)) return;
  const attack = wave.attack.map(({ share }, i) => ({ day: days[i + 1], share }));
  try {
    fitWave({ peakDay: days[0], attack, scale: wave.scale });
  } catch (error) {
    const [, rule, found] = /as (.*?): (.*)$/s.exec((error as Error).message) ?? [];
    add(
      ["wave"],
      `Expected a curve that can be fitted: ${rule ?? (error as Error).message}`,
      found ?? "",
    );
  }
}

function checkOpening(window: Part<"window">, wards: Part<"wards">, add: Add): void {
  const opens = wards.convertibleOpens;
  if (opens === "" || daysBetween(window.start, opens) < window.days + window.runOnDays) return;
  add(["wards", "convertibleOpens"], "Expected a date before the run ends", opens);
}

function checkCourse(course: Part<"course">, add: Add): void {
  const longest = (upperBound(course.incubation) + upperBound(course.mild)) / DAY;
  if (longest < MILD_ENDS_WITHIN) return;
  const rule = "Expected incubation and mild state to have upper bounds, " +
    `together below ${MILD_ENDS_WITHIN} d`;
  add(["course", "mild"], rule, Number.isFinite(longest) ? `${longest} d` : "no bound");
}

function checkCare(care: Part<"care">, add: Add): void {
  const { lowerBed: _lower, boarding: _boarding, ...without } = care;
  for (const [name, probability] of Object.entries(without)) {
    if (probability < 1) continue;
    add(["care", name], "Expected a probability below 1", String(probability));
  }
}

function checkNeeds(referral: Part<"referral">, add: Add): void {
  const seen = new Set<string>();
  referral.capabilityNeeds.forEach(({ capability }, index) => {
    if (seen.has(capability)) {
      const path = ["referral", "capabilityNeeds", index, "capability"];
      add(path, "Expected every capability once", quoted(capability));
    }
    seen.add(capability);
  });
  const sum = referral.capabilityNeeds.reduce((total, { share }) => total + share, 0);
  if (sum > 1 + 1e-9) {
    const rule = "Expected shares that sum to at most 1";
    add(["referral", "capabilityNeeds"], rule, String(Number(sum.toFixed(9))));
  }
}

/** Free beds are published at instants that a run can have many of: not every second. */
function checkPublished({ information: { publishedEvery } }: Part<"referral">, add: Add): void {
  if (publishedEvery === 0 || publishedEvery >= 1) return;
  const path = ["referral", "information", "publishedEvery"];
  add(path, "Expected 0 min, which is live, or at least 1 min", `${publishedEvery} min`);
}
