/** The check of the rules and links of later phases, and of roles that closures leave without facility. */
import type { LintFinding } from "../domain/policy/mod.ts";
import type { RuleSet } from "../domain/mod.ts";
import { minuteOf, numberedRules, phasesOf } from "./phases.ts";
import type { Phase } from "./phases.ts";
import type { Scenario } from "./scenario.ts";

/** Checks one set against the city with the links of its phase. */
type Check = (set: RuleSet, city: Scenario["city"]) => LintFinding[];

/** Rules that a set may have in all phases together, so that their numbers fit a byte. */
const MOST_RULES = 64;

/** More rules over time than a run can number. */
function lintNumbers(scenario: Scenario): LintFinding[] {
  const most = Math.max(...numberedRules(scenario).map(({ length }) => length));
  if (most <= MOST_RULES) return [];
  const message = `A set has ${most} rules in all phases together, more than ${MOST_RULES}`;
  return [{ severity: "error", kind: "numbers", rule: "", clause: "", message, example: "" }];
}

/** What is wrong with phases but the first, each finding once, with the name of its phase. */
export function lintPhases(scenario: Scenario, check: Check): LintFinding[] {
  const followed = scenario.referral.adherence < 1 ? [0, 1] as const : [0] as const;
  const phases = phasesOf(scenario);
  if (phases.length === 1) return [];
  return [
    ...lintNumbers(scenario),
    ...phases.flatMap(({ name, sets, first, links }, k) =>
      followed.flatMap((s) => {
        if (k === 0 || first[s] === phases[k - 1].first[s]) return [];
        const found = check(sets[s], { ...scenario.city, links });
        return found.map((one) => ({ ...one, message: `from "${name}": ${one.message}` }));
      })
    ),
  ];
}

/** A span in which the same facilities are closed, with the phase in force. */
interface Span {
  readonly name: string;
  readonly phase: Phase;
  readonly closed: ReadonlySet<string>;
}

/** Spans that begin with a closure. */
function spansOf(scenario: Scenario): Span[] {
  const phases = phasesOf(scenario);
  const list = (scenario.interventions ?? []).flatMap(({ on, name, close }) => {
    if (close === undefined) return [];
    const until = close.reopens === "" ? Infinity : minuteOf(scenario, close.reopens);
    return [{ at: minuteOf(scenario, on), until, name, facilities: close.facilities }];
  });
  return list.map(({ at, name }) => ({
    name,
    phase: phases.findLast((phase) => phase.at <= at)!,
    closed: new Set(
      list.filter((other) => other.at <= at && other.until > at).flatMap((o) => o.facilities),
    ),
  }));
}

const HOUR = 60;

/** Reopenings that the disinfection alone makes late. */
export function lintReopenings(scenario: Scenario): LintFinding[] {
  return (scenario.interventions ?? []).flatMap(({ on, name, close }) => {
    if (close === undefined || close.reopens === "") return [];
    const hours = (minuteOf(scenario, close.reopens) - minuteOf(scenario, on)) / HOUR;
    const needed = close.disinfection / HOUR;
    if (hours >= needed) return [];
    const short = (value: number) => Number(value.toFixed(1));
    const message =
      `"${name}": reopens ${short(hours)} h after it closes, but disinfection alone ` +
      `takes ${short(needed)} h, so that it opens at least ${short(needed - hours)} h late`;
    const example = `${close.reopens}, close.reopens`;
    return [{ severity: "warning", kind: "numbers", rule: "", clause: "", message, example }];
  });
}

/** Roles that rules in force name and that have no open facility in some grid. */
export function lintClosures(scenario: Scenario): LintFinding[] {
  const { grids } = scenario.city;
  return spansOf(scenario).flatMap(({ name, phase: { sets, links }, closed }) => {
    const named = new Set(
      sets[0].rules.flatMap(({ to, overflow }) => [to, ...overflow]).flatMap((place) =>
        "role" in place ? [place.role] : []
      ),
    );
    const roles = [...new Set(links.map(({ role }) => role))].filter((role) => named.has(role));
    return roles.flatMap((role) => {
      const without = grids.filter(({ id }) => {
        const linked = links.filter((link) => link.grid === id && link.role === role);
        return linked.length > 0 && linked.every(({ facility }) => closed.has(facility));
      });
      if (without.length === 0) return [];
      const message = `from "${name}": no open facility with the role ${role} in ` +
        `${without.length} of ${grids.length} grids`;
      const example = `grid "${without[0].id}"`;
      return [{ severity: "warning", kind: "role", rule: "", clause: "", message, example }];
    });
  });
}
