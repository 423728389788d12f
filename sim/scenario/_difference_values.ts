/** Numbers, dates, flags and laws in which two scenarios differ. */
import { clausesIn } from "./_clauses.ts";
import { joinPath } from "./_tree.ts";
import { isWithin } from "./_value_paths.ts";
import type { ScenarioChange } from "./scenario_change.ts";
import { canonicalJson } from "./hash.ts";
import type { InterventionSpec } from "./interventions_spec.ts";
import type { Provenance, Scenario } from "./scenario.ts";

/** What a scenario says at a path and what that rests on. */
class Side {
  readonly #entries: ReadonlyMap<string, Provenance>;

  constructor(readonly scenario: Scenario) {
    this.#entries = new Map(scenario.provenance.map((entry) => [entry.path, entry]));
  }

  /** A value as written: a number with its unit, a law or a row in words, else as it is. */
  text(value: unknown, path: string): string {
    if (value === undefined) return "";
    const written = this.#entries.get(path)?.text;
    if (written !== undefined) return written;
    if (Array.isArray(value)) {
      return value.map((item, index) => this.text(item, `${path}[${index}]`)).join("; ");
    }
    if (typeof value !== "object" || value === null) return String(value);
    return Object.entries(value).map(([key, member]) => {
      const words = this.text(member, joinPath(path, key));
      if (key === "law") return words;
      return typeof member === "object" ? `${key} (${words})` : `${key} ${words}`;
    }).join(", ");
  }

  /** What the first number at or within a path rests on. */
  ground(path: string): Provenance | undefined {
    return this.#entries.get(path) ??
      this.scenario.provenance.find((entry) => isWithin(entry.path, path));
  }
}

/** The numbers, dates, flags and laws that differ. */
export function changedValues(from: Scenario, to: Scenario): ScenarioChange[] {
  const walk = new Walk(new Side(from), new Side(to));
  walk.members(partsOf(from), partsOf(to), "");
  return walk.found;
}

/** The parts of a scenario that hold single values. */
function partsOf(scenario: Scenario): Record<string, unknown> {
  const { window, wave, course, care, contact, clinics, referral, transfer, wards, services } =
    scenario;
  const { severity: _table, ...durations } = course;
  const { rules: _rules, otherwise: _otherwise, ...choices } = referral;
  const parts = { window, wave, course: durations, care, contact, clinics, referral: choices };
  const { laboratory, imaging, emergency, primary, staff, hospital } = scenario;
  const rooms = { laboratory, imaging, emergency };
  const { arrivals, interventions } = scenario;
  const dated = {
    ...(arrivals !== undefined && { arrivals }),
    ...(interventions !== undefined && { interventions: interventions.map(inWords) }),
  };
  return { ...parts, primary, ...rooms, transfer, wards, staff, services, hospital, ...dated };
}

/** An intervention with its rules by their name, and without a clause in so many words. */
function inWords({ rules, clause, ...change }: InterventionSpec) {
  const { on, name, ...what } = change;
  const cited = { clause: clause === "" ? "none" : clause };
  return { on, name, ...cited, ...(rules !== undefined && { rules: rules.name }), ...what };
}

type Members = Readonly<Record<string, unknown>>;

class Walk {
  readonly found: ScenarioChange[] = [];

  constructor(private readonly from: Side, private readonly to: Side) {}

  /** Compares two maps, one of which may be missing. */
  members(a: Members, b: Members, path: string): void {
    for (const key of new Set([...Object.keys(b), ...Object.keys(a)])) {
      this.#values(a[key], b[key], joinPath(path, key));
    }
  }

  #values(a: unknown, b: unknown, path: string): void {
    if (canonicalJson(a) === canonicalJson(b)) return;
    if (isList(a) && isList(b)) {
      for (let i = 0; i < Math.max(a.length, b.length); i++) {
        const both = i < a.length && i < b.length;
        if (both) this.#values(a[i], b[i], `${path}[${i}]`);
        else this.#add(a[i], b[i], `${path}[${i}]`);
      }
    } else if (isMap(a) && isMap(b) && sameLaw(a, b)) {
      this.members(a, b, path);
    } else {
      this.#add(a, b, path);
    }
  }

  #add(a: unknown, b: unknown, path: string): void {
    const here = b === undefined ? undefined : this.to.ground(path);
    const there = a === undefined ? undefined : this.from.ground(path);
    this.found.push({
      path,
      from: this.from.text(a, path),
      to: this.to.text(b, path),
      grade: here?.grade ?? "",
      source: here?.source ?? "",
      file: here?.file ?? "",
      clauses: clausesIn(here?.source ?? "", there?.source ?? ""),
    });
  }
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isMap(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True when the members of two maps mean the same: no laws, or one law given in the same way. */
function sameLaw(a: Members, b: Members): boolean {
  if (a.law === undefined && b.law === undefined) return true;
  return a.law === b.law && Object.keys(a).sort().join() === Object.keys(b).sort().join();
}
