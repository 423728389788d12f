/**
 * The check of a rule set against a city, before any run.
 *
 * Errors are what would leave a patient without a rule or a rule without a place; warnings are what
 * works but is probably not meant.
 */
import type { City, FacilitySpec } from "../city/mod.ts";
import { ATTRIBUTES, codesOf, isFeasible, tabulate } from "./_table.ts";
import type { Destination, ReferralRule, RuleSet } from "./rule.ts";

/** What the check found. */
export interface LintFinding {
  /** `error` when a run would break the rule set's promise, else `warning`. */
  readonly level: "error" | "warning";
  /** Name of the rule; empty when the whole set is meant. */
  readonly rule: string;
  /** Clause of the rule; empty when the whole set is meant. */
  readonly clause: string;
  /** What is wrong. */
  readonly message: string;
  /** First case of it; empty when the message says all. */
  readonly example: string;
}

/** What the check may know beside rules and city. */
export interface LintOptions {
  /**
   * Age from which a person counts as very old [years]; without it every age band is taken to have
   * people who do and people who do not.
   */
  readonly veryOldAge?: number;
}

type Bed = Extract<Destination, { readonly ward: unknown }>;

/** Text of a destination. */
function textOf(to: Destination): string {
  return "place" in to ? to.place : `${to.role}/${to.ward}`;
}

/** A finding about one rule. */
function about(
  rule: ReferralRule,
  level: LintFinding["level"],
  message: string,
  example = "",
): LintFinding {
  return { level, rule: rule.name, clause: rule.clause, message, example };
}

/** Combinations without a rule, and rules without a combination. */
function lintCoverage(set: RuleSet, { veryOldAge }: LintOptions): LintFinding[] {
  const { strides, cells } = tabulate(set);
  const reached = new Set<number>();
  const open: number[][] = [];
  cells.forEach((rule, cell) => {
    const codes = codesOf(strides, cell);
    if (!isFeasible(codes, veryOldAge)) return;
    if (rule >= 0) reached.add(rule);
    else open.push(codes);
  });
  const findings = set.rules.flatMap((rule, index) =>
    reached.has(index) ? [] : [about(
      rule,
      "error",
      "No patient reaches this rule: rules before it take every case, or its conditions contradict one another",
    )]
  );
  if (open.length === 0) return findings;
  const example = ATTRIBUTES.flatMap(({ name, values }, a) =>
    open[0][a] < 0 ? [] : [`${name} ${values[open[0][a]]}`]
  ).join(", ");
  const message = `No rule matches ${open.length} of the combinations that can occur`;
  return [{ level: "error", rule: "", clause: "", message, example }, ...findings];
}

/** Names used twice, overflow that repeats itself or is no bed. */
function lintForm(set: RuleSet): LintFinding[] {
  return set.rules.flatMap((rule, index) => {
    const findings: LintFinding[] = [];
    if (set.rules.findIndex(({ name }) => name === rule.name) < index) {
      findings.push(about(rule, "error", `Another rule is named "${rule.name}" already`));
    }
    const tried = [rule.to, ...rule.overflow].map(textOf);
    tried.forEach((text, i) => {
      if (tried.indexOf(text) < i) {
        findings.push(about(rule, "warning", `Overflow repeats ${text}`));
      }
    });
    for (const to of rule.overflow) {
      if ("place" in to) {
        findings.push(about(rule, "error", `Overflow must name beds: ${to.place} is no bed`));
      }
    }
    return findings;
  });
}

/** What a city offers to a destination. */
class Offer {
  readonly #city: City;
  readonly #facilities: ReadonlyMap<string, FacilitySpec>;
  readonly #wards: ReadonlySet<string>;
  readonly #linked = new Map<string, FacilitySpec[]>();

  constructor(city: City) {
    this.#city = city;
    this.#facilities = new Map(city.facilities.map((f) => [f.id, f]));
    const takesCovid = city.wards.filter((w) =>
      w.use !== "ordinary" && w.beds + w.convertibleBeds > 0
    );
    this.#wards = new Set(takesCovid.map((w) => `${w.facility}/${w.type}`));
    for (const { grid, role, facility } of city.links) {
      const key = `${grid}/${role}`;
      const found = this.#facilities.get(facility);
      if (found) this.#linked.set(key, [...(this.#linked.get(key) ?? []), found]);
    }
  }

  /** Facilities that a destination names in a grid. */
  candidates(to: Bed, grid: string): readonly FacilitySpec[] {
    if (to.role !== "nearest") return this.#linked.get(`${grid}/${to.role}`) ?? [];
    return this.#city.facilities.filter(({ kind }) => kind === "hospital");
  }

  /** What is wanting in a grid: a facility, a ward, dialysis; undefined when nothing is. */
  wanting(to: Bed, grid: string, dialysis: boolean): string | undefined {
    const candidates = this.candidates(to, grid);
    const nearest = to.role === "nearest";
    if (candidates.length === 0) {
      return nearest ? "No facility is a hospital" : `No facility has the role ${to.role}`;
    }
    const whose = nearest ? "hospital" : `${to.role} facility`;
    const able = candidates.filter(({ id }) => this.#wards.has(`${id}/${to.ward}`));
    if (able.length === 0) return `No ${whose} has a ward of type ${to.ward} for COVID cases`;
    if (!dialysis || able.some(({ capabilities }) => capabilities.includes("dialysis"))) return;
    return `No ${whose} with a ward of type ${to.ward} is capable of dialysis`;
  }
}

/** Destinations that some grid cannot offer. */
function lintPlaces(set: RuleSet, city: City): LintFinding[] {
  const offer = new Offer(city);
  return set.rules.flatMap((rule) =>
    [rule.to, ...rule.overflow].flatMap((to, place) => {
      if ("place" in to) return [];
      const grids = new Map<string, string[]>();
      for (const { id } of city.grids) {
        const what = offer.wanting(to, id, rule.when.dialysis === true);
        if (what) grids.set(what, [...(grids.get(what) ?? []), id]);
      }
      const level = place === 0 ? "error" : "warning";
      return [...grids].map(([what, ids]) =>
        about(
          rule,
          level,
          `${what} in ${ids.length} of ${city.grids.length} grids`,
          `grid "${ids[0]}"`,
        )
      );
    })
  );
}

/**
 * Checks a rule set against a city: every combination of attributes that can occur has a rule,
 * every rule can be reached, names are unique, overflow names beds and each only once, and in every
 * grid each destination has a facility with the ward (and dialysis, where the rule is about it).
 * A destination missing from the overflow is a warning only, as the others are tried.
 *
 * @param set Rules, first match wins.
 * @param city City whose links, facilities and wards they name.
 * @param options Age from which a person counts as very old [years], when known.
 * @returns Findings: first the combinations without a rule, then by rule; empty when all is well.
 * @throws {RangeError} When a condition or a value in it is unknown.
 *
 * @example A set that forgets the mild
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { lintRules } from "./mod.ts";
 *
 * const city = {
 *   id: "c", name: { en: "C", zh: "丙" }, districts: [], grids: [], communities: [],
 *   facilities: [], wards: [], links: [], fleets: [], ageShares: [], columns: [], published: [],
 *   outlines: [],
 * };
 * const rule = {
 *   name: "ill", clause: "", interpretation: false, to: { place: "home" }, overflow: [],
 *   when: { severity: ["moderate", "severe", "critical"] },
 * } as const;
 * const [finding] = lintRules({ name: "s", rules: [rule] }, city);
 * assertEquals(finding.message, "No rule matches 2 of the combinations that can occur");
 * assertEquals(finding.example, "severity asymptomatic");
 * ```
 */
export function lintRules(set: RuleSet, city: City, options: LintOptions = {}): LintFinding[] {
  return [...lintCoverage(set, options), ...lintForm(set), ...lintPlaces(set, city)];
}
