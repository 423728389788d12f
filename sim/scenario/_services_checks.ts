/** What must hold between the numbers of the section `services`. */
import { COUNTED_LINES, COURSE_LINES, RISK_LEVELS } from "../domain/terms/mod.ts";
import type { ScenarioFile } from "./_schema.ts";

type Services = ScenarioFile["services"];
type Path = readonly (string | number)[];
type Add = (path: Path, rule: string, value: string) => void;

const SMALL = 1e-9;
const TIER_NAMES = ["primary", "secondary", "tertiary"] as const;
/** Lines that no level may limit. */
const ALWAYS_OPEN = [
  ["emergency", "emergency care"],
  ["inpatient_urgent", "urgent admission"],
] as const;
/**
 * Lines that need the patient to be there. Follow-up of the pregnant, children, the old and the
 * chronically ill may be by telephone or online (N177-3b).
 */
const IN_PERSON = [
  ["emergency", "emergency visits in person (N162-4d)"],
  ["vaccination", "vaccinations in person"],
  ["imaging", "imaging in person"],
  ["endoscopy", "endoscopy and intervention in person"],
] as const;

const round = (value: number): string => String(Number(value.toFixed(9)));

/**
 * Checks the section.
 *
 * @param services The section.
 * @param add Takes an issue.
 */
export function checkServices(services: Services, add: Add): void {
  const mean = services.weekProfile.reduce((total, value) => total + value, 0) / 7;
  if (Math.abs(mean - 1) > SMALL) {
    add(["services", "weekProfile"], "Expected a mean of 1", round(mean));
  }
  checkLines(services, add);
  checkCourses(services, add);
  for (const level of RISK_LEVELS) checkPlan(services, level, add);
  services.holidays.forEach(({ from, to }, index) => {
    const before = services.holidays[index - 1]?.to ?? "";
    const path = ["services", "holidays", index];
    if (to < from) add([...path, "to"], `Expected a date not before ${from}`, to);
    if (from <= before) add([...path, "from"], `Expected a date after ${before}`, from);
  });
}

function checkLines({ lines }: Services, add: Add): void {
  if (lines.emergency.volume.every((visits) => visits === 0)) {
    const rule =
      "Expected emergency visits at some tier, as emergency care is always open (N162-4d)";
    add(["services", "lines", "emergency", "volume"], rule, "0, 0, 0");
  }
  for (const [line, what] of IN_PERSON) {
    if (lines[line].online === 0) continue;
    const path = ["services", "lines", line, "online"];
    add(path, `Expected ${what}`, String(lines[line].online));
  }
  for (const line of COUNTED_LINES) {
    const { returns, worsens } = lines[line];
    if (returns + worsens <= 1 + SMALL) continue;
    const rule = "Expected shares that return and worsen to sum to at most 1";
    add(["services", "lines", line, "returns"], rule, round(returns + worsens));
  }
}

/** Places kept for the infectious leave room for the others, whom ordinary demand brings (N162-4b). */
function checkCourses({ courses }: Services, add: Add): void {
  for (const line of COURSE_LINES) {
    const { use, isolationShare } = courses[line];
    if (use + isolationShare <= 1 + SMALL) continue;
    const rule = `Expected at most ${
      round(1 - use)
    }, the places that ordinary demand leaves (N162-4b)`;
    add(["services", "courses", line, "isolationShare"], rule, String(isolationShare));
  }
}

function checkPlan(services: Services, level: (typeof RISK_LEVELS)[number], add: Add): void {
  const { open, remote, delivered, spacing, diverted, supportToPrimary } = services.plans[level];
  const at = (...path: Path) => ["services", "plans", level, ...path];
  for (const [line, what] of ALWAYS_OPEN) {
    if (open[line] === 1) continue;
    const rule = `Expected ${what} to be open in full at every level (N162-4d)`;
    add(at("open", line), rule, String(open[line]));
  }
  for (const [line, what] of IN_PERSON) {
    if (remote[line] > 0) add(at("remote", line), `Expected ${what}`, String(remote[line]));
  }
  for (const line of COUNTED_LINES) {
    if (!line.startsWith("chronic_") || remote[line] + delivered <= 1 + SMALL) continue;
    const rule = "Expected the shares served remotely and by delivery to sum to at most 1";
    add(at("remote", line), rule, round(remote[line] + delivered));
  }
  for (const line of COUNTED_LINES) {
    if (!services.lines[line].protected || open[line] === 1) continue;
    const rule = "Expected a protected line to be open in full at every level (N162-4a, N35-3.3b)";
    add(at("open", line), rule, String(open[line]));
  }
  if (spacing <= 0) add(at("spacing"), "Expected a share above 0", String(spacing));
  TIER_NAMES.forEach((tier, t) => {
    const away = diverted[t] + (t > 0 ? supportToPrimary : 0);
    const [what, sum] = t > 0
      ? ["diverted + supportToPrimary", `${diverted[t]} + ${supportToPrimary} = ${round(away)}`]
      : ["diverted", String(diverted[t])];
    if (away >= 1) {
      const rule = `Expected some physicians of the ${tier} level to stay, so ${what} below 1`;
      add(at("diverted", t), rule, sum);
      return;
    }
    const { needed, given } = protectedTime(services, level, t);
    if (needed * (1 - SMALL) <= given * (1 - away)) return;
    const rule = `Expected the physicians of the ${tier} level who stay to have time for the ` +
      `protected visits, ${minutes(needed)} a resident and year, so at most ` +
      `${round(Math.floor((1 - needed / given) * 1000) / 1000)} to be away (${what})`;
    add(at("diverted", t), rule, sum);
  });
}

const minutes = (value: number): string => `${Number(value.toPrecision(3))} min`;

/**
 * Physicians' time at one tier that protected visits in person need at a level, and that all
 * physicians of the tier have [min a resident and year].
 */
function protectedTime(
  { lines, plans, workforce }: Services,
  level: (typeof RISK_LEVELS)[number],
  tier: number,
): { readonly needed: number; readonly given: number } {
  const { open, remote, delivered } = plans[level];
  let needed = 0;
  let asked = 0;
  for (const line of COUNTED_LINES) {
    const { volume, minutes: each, online, protected: comesFirst } = lines[line];
    asked += volume[tier] * each * (1 - online + online * workforce.remoteTime);
    if (!comesFirst) continue;
    const elsewhere = remote[line] + (line.startsWith("chronic_") ? delivered : 0);
    needed += volume[tier] * each * open[line] * (1 - elsewhere);
  }
  return { needed, given: asked / workforce.use };
}
