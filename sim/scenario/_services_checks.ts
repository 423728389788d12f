/** What must hold between the numbers of the section `services`. */
import { COUNTED_LINES, RISK_LEVELS } from "../domain/terms/mod.ts";
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
  for (const level of RISK_LEVELS) checkPlan(services, level, add);
  services.holidays.forEach(({ from, to }, index) => {
    const before = services.holidays[index - 1]?.to ?? "";
    const path = ["services", "holidays", index];
    if (to < from) add([...path, "to"], `Expected a date not before ${from}`, to);
    if (from <= before) add([...path, "from"], `Expected a date after ${before}`, from);
  });
}

function checkLines({ lines }: Services, add: Add): void {
  for (const line of COUNTED_LINES) {
    const { returns, worsens } = lines[line];
    if (returns + worsens <= 1 + SMALL) continue;
    const rule = "Expected shares that return and worsen to sum to at most 1";
    add(["services", "lines", line, "returns"], rule, round(returns + worsens));
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
  if (remote.emergency > 0) {
    const rule = "Expected emergency visits in person (N162-4d)";
    add(at("remote", "emergency"), rule, String(remote.emergency));
  }
  for (const line of COUNTED_LINES) {
    if (!line.startsWith("chronic_") || remote[line] + delivered <= 1 + SMALL) continue;
    const rule = "Expected the shares served remotely and by delivery to sum to at most 1";
    add(at("remote", line), rule, round(remote[line] + delivered));
  }
  if (spacing <= 0) add(at("spacing"), "Expected a share above 0", String(spacing));
  TIER_NAMES.forEach((tier, t) => {
    const away = diverted[t] + (t > 0 ? supportToPrimary : 0);
    if (away < 1) return;
    const rule = `Expected some physicians of the ${tier} level to stay`;
    add(at("diverted", t), rule, round(away));
  });
}
