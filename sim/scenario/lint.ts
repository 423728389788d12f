/** What is allowed in a scenario but probably not meant. */
import { averageRisks } from "../domain/epidemic/mod.ts";
import { type LintFinding, lintRules } from "../domain/policy/mod.ts";
import { buildProfiles } from "../domain/population/mod.ts";
import { type Capability, WARD_TYPES } from "../domain/terms/mod.ts";
import { lintClosures, lintPhases, lintReopenings } from "./_lint_phases.ts";
import type { Scenario } from "./scenario.ts";

/** What the check of a scenario found. */
export type Finding = LintFinding;

/**
 * Checks the rules of a scenario against its city: the rules in force, and those followed otherwise
 * when some do.
 *
 * @param scenario Scenario.
 * @returns Findings; empty when all is well.
 * @throws {RangeError} When a rule asks about an unknown attribute.
 *
 * @example The plan on the training grid has no error
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "./mod.ts";
 * import { lintRulesOf } from "./lint.ts";
 *
 * const findings = lintRulesOf(await loadScenario("scenarios/training.yaml"));
 * assertEquals(findings.filter(({ severity }) => severity === "error"), []);
 * ```
 */
export function lintRulesOf(scenario: Scenario): Finding[] {
  const { city, referral, wards } = scenario;
  const { rules, otherwise, adherence, veryOldAge, capabilityNeeds, suspected } = referral;
  const followed = adherence < 1 ? [rules, otherwise] : [rules];
  const sets = new Map(followed.map((set) => [set.name, set]));
  const needed = capabilityNeeds.filter(({ share }) => share > 0).map((need) => need.capability);
  const usable = (index: number) => {
    const { type, beds, convertibleBeds, physicians, nurses } = city.wards[index];
    const ratio = wards.staff[type];
    const staffed = Math.min(physicians / ratio.physicians, nurses / ratio.nurses) + 1e-9;
    const later = wards.convertibleOpens === "" ? 0 : convertibleBeds;
    return Math.floor(Math.min(beds + later, Number.isNaN(staffed) ? Infinity : staffed));
  };
  const needs = [...new Set<Capability>(["dialysis", ...needed])];
  const options = { veryOldAge, needs, usable, beforeResult: suspected.from !== "never" };
  return [
    ...[...sets.values()].flatMap((set) => lintRules(set, city, options)),
    ...lintPhases(scenario, (set, then) => lintRules(set, then, options)),
    ...lintClosures(scenario),
    ...lintReopenings(scenario),
  ];
}

/**
 * Checks the rules of a scenario against its city, and its numbers against one another.
 *
 * @param scenario Scenario.
 * @returns Findings: the rules in force, the rules followed otherwise (when some do), then the
 * numbers; empty when all is well. An error breaks a promise of the rules, a warning does not.
 * @throws {RangeError} When a rule asks about an unknown attribute.
 *
 * @example The plan on the training grid has no error
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { lintScenario, loadScenario } from "./mod.ts";
 *
 * const findings = lintScenario(await loadScenario("scenarios/training.yaml"));
 * assertEquals(findings.filter(({ severity }) => severity === "error"), []);
 * ```
 */
export function lintScenario(scenario: Scenario): Finding[] {
  return [
    ...lintRulesOf(scenario),
    ...lintCare(scenario),
    ...lintHospitals(scenario),
    ...lintStaff(scenario),
    ...lintVehicles(scenario),
    ...lintSources(scenario),
  ];
}

function warning(message: string, example = ""): Finding {
  return { severity: "warning", kind: "numbers", rule: "", clause: "", message, example };
}

/** Risks without care that are not above those of the average patient in right care. */
function lintCare({ care, course, people, city, referral }: Scenario): Finding[] {
  const { ageShares } = city;
  const { severity } = course;
  const { veryOldAge } = referral;
  const mean = averageRisks(
    severity,
    buildProfiles({ people, ageShares, severity, veryOldAge }).whole,
  );
  const pairs = [
    ["care.moderateWithout", care.moderateWithout, mean.severe],
    ["care.severeWithout", care.severeWithout, mean.critical],
    ["care.severeDeathWithout", care.severeDeathWithout, mean.deathSevere],
    ["care.criticalDeathWithout", care.criticalDeathWithout, mean.deathCritical],
  ] as const;
  const harmless = pairs.filter(([, without, right]) => without <= right).map((
    [path, without, right],
  ) =>
    warning(
      `${path} is ${without}, but the average risk in right care is no less: ` +
        "want of care does no harm",
      `average ${Number(right.toPrecision(3))}`,
    )
  );
  const factor = (without: number, right: number) => Math.log1p(-without) / Math.log1p(-right);
  const worsening = factor(care.severeWithout, mean.critical);
  const death = factor(care.severeDeathWithout, mean.deathSevere);
  if (worsening <= death) return harmless;
  return [
    ...harmless,
    warning(
      "care.severeWithout raises the hazard of becoming critical more than " +
        "care.severeDeathWithout that of death: worse care can then save somebody from dying " +
        "while severe",
      `${Number(worsening.toPrecision(3))} and ${Number(death.toPrecision(3))} times`,
    ),
  ];
}

/** Hospitals and shelters without any ward. */
function lintHospitals({ city: { facilities, wards } }: Scenario): Finding[] {
  const having = new Set(wards.map(({ facility }) => facility));
  const all = facilities.filter(({ kind }) => kind !== "primary");
  const without = all.filter(({ id }) => !having.has(id));
  if (without.length === 0) return [];
  const message =
    `${without.length} of ${all.length} hospitals and shelters have no ward: nobody ` +
    "is admitted there";
  return [warning(message, `"${without[0].id}"`)];
}

/** Beds that stay closed for want of staff. */
function lintStaff({ city, wards }: Scenario): Finding[] {
  return WARD_TYPES.flatMap((type) => {
    const { physicians, nurses } = wards.staff[type];
    const inType = city.wards.filter((ward) => ward.type === type);
    const closed = inType.map((ward) => {
      const staffed = Math.floor(
        Math.min(ward.beds, ward.physicians / physicians + 1e-9, ward.nurses / nurses + 1e-9),
      );
      return { ward, beds: ward.beds - staffed };
    }).filter(({ beds }) => beds > 0);
    const beds = closed.reduce((sum, ward) => sum + ward.beds, 0);
    const all = inType.reduce((sum, ward) => sum + ward.beds, 0);
    if (beds === 0) return [];
    const message = `${beds} of ${all} beds of type ${type} have no staff`;
    return [warning(message, `${closed[0].beds} in "${closed[0].ward.facility}"`)];
  });
}

/** Grids that no vehicle serves. */
function lintVehicles({ city, transfer }: Scenario): Finding[] {
  const running = city.fleets.filter(({ vehicles }) =>
    Math.round(vehicles * transfer.vehicleFactor) > 0
  );
  if (running.some((fleet) => fleet.grid === "")) return [];
  const served = new Set(running.map((fleet) => fleet.grid));
  const without = city.grids.filter((grid) => !served.has(grid.id));
  if (without.length === 0) return [];
  const message = `No vehicle serves ${without.length} of ${city.grids.length} grids`;
  return [warning(message, `grid "${without[0].id}"`)];
}

/** Numbers without a source, and adherence graded as if it were known. */
function lintSources({ provenance }: Scenario): Finding[] {
  const findings: Finding[] = [];
  const bare = provenance.filter(({ source }) => source === "");
  if (bare.length > 0) {
    findings.push(warning(
      `${bare.length} of ${provenance.length} numbers state no source`,
      bare[0].path,
    ));
  }
  const adherence = provenance.find(({ path }) => path === "referral.adherence");
  if (adherence && adherence.grade !== "assumed" && adherence.grade !== "calibrated") {
    const message = "referral.adherence must be graded assumed or calibrated";
    findings.push(warning(message, adherence.grade));
  }
  return findings;
}
