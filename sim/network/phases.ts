/**
 * Rules and links over time: those of all phases compiled at the start, those in force by phase.
 *
 * The rules of a set stand one after another, phase by phase (`numberedRules`), with the candidates
 * of their own phase; only the look-up changes. So a bed held, a place in a queue and a row of the
 * log keep the rule that they came from, and nothing is compiled in the middle of a run.
 */
import { phasesOf } from "../scenario/mod.ts";
import type { Phase, Scenario } from "../scenario/mod.ts";
import type { Profiles, ReferralRule } from "../domain/mod.ts";
import { missingCapabilities, rulesInForce } from "./candidates.ts";
import type { RulesInForce } from "./candidates.ts";
import { designatedIn } from "./layout.ts";
import type { Layout } from "./layout.ts";
import type { World } from "./world.ts";

/** What compiling needs. */
interface Ground {
  readonly scenario: Scenario;
  readonly layout: Layout;
  readonly profiles: Profiles;
}

/** The rules of one set in one or more phases, and the number of the first of them. */
interface Part {
  readonly rules: RulesInForce;
  readonly first: number;
}

const joined = (parts: readonly Part[], of: (rules: RulesInForce) => Uint8Array): Uint8Array =>
  Uint8Array.from(parts.flatMap(({ rules }) => [...of(rules)]));

/** What a rule's destination is, in one word for comparison. */
const destinationOf = ({ to }: ReferralRule): string =>
  "place" in to ? to.place : [to.role, to.ward, to.grid ?? "own", to.tier ?? "any"].join(" ");

/** The rules of one set in all phases. */
export class PhasedRules implements RulesInForce {
  readonly set: RulesInForce["set"];
  readonly candidates: RulesInForce["candidates"];
  readonly toBed: Uint8Array;
  readonly inPlace: Uint8Array;
  readonly priority: Uint8Array;
  readonly #parts: readonly Part[];
  readonly #lookUps: readonly RulesInForce["compiled"][];
  readonly #destination: readonly string[];
  #part = 0;

  /** @param parts Distinct rules over time, in order. */
  constructor(parts: readonly Part[]) {
    const rules = parts.flatMap((part) => part.rules.set.rules);
    this.set = { name: parts[0].rules.set.name, rules };
    this.candidates = parts.flatMap((part) => part.rules.candidates);
    this.toBed = joined(parts, (part) => part.toBed);
    this.inPlace = joined(parts, (part) => part.inPlace);
    this.priority = joined(parts, (part) => part.priority);
    this.#destination = rules.map(destinationOf);
    this.#parts = parts;
    this.#lookUps = parts.map(({ rules: { compiled }, first }) => ({
      seesPlace: compiled.seesPlace,
      attributes: compiled.attributes,
      ruleOf: (person, illness, beyond, where) => {
        const rule = compiled.ruleOf(person, illness, beyond, where);
        return rule < 0 ? rule : first + rule;
      },
    }));
  }

  /** Look-up of the phase. */
  get compiled(): RulesInForce["compiled"] {
    return this.#lookUps[this.#part];
  }

  /** Part of a look-up that a person gives, in this phase [-]. */
  get person(): Int32Array {
    return this.#parts[this.#part].rules.person;
  }

  /** Roles of facilities in this phase [-]. */
  get roles(): Uint8Array {
    return this.#parts[this.#part].rules.roles;
  }

  /** Numbers of the rules of this phase, from the first to before the last [-]. */
  get inForce(): readonly [number, number] {
    const { first, rules } = this.#parts[this.#part];
    return [first, first + rules.set.rules.length];
  }

  goesOn(before: number, rule: number): boolean {
    const [first] = this.inForce;
    return before < first && this.#destination[before] === this.#destination[rule];
  }

  /** Sets the phase by the number of its first rule [-]. */
  enter(first: number): void {
    this.#part = this.#parts.findIndex((part) => part.first === first);
  }
}

/** The rules of a set; with phases only where there are several. */
function ofSet(phases: readonly Phase[], s: 0 | 1, ground: Ground): RulesInForce {
  const own = phases.filter(({ first }, k) => k === 0 || first[s] !== phases[k - 1].first[s]);
  const parts = own.map(({ sets, first, links }) => {
    const { scenario } = ground;
    const then = links === scenario.city.links
      ? scenario
      : { ...scenario, city: { ...scenario.city, links } };
    return { rules: rulesInForce(sets[s], { ...ground, scenario: then }), first: first[s] };
  });
  return parts.length === 1 ? parts[0].rules : new PhasedRules(parts);
}

/**
 * Compiles the rules of a run.
 *
 * @param ground Scenario, layout, kinds of resident.
 * @returns The rules in force and those of whoever does not follow them, over time.
 */
export function rulesOverTime(ground: Ground): RulesInForce[] {
  const phases = phasesOf(ground.scenario);
  return [ofSet(phases, 0, ground), ofSet(phases, 1, ground)];
}

/**
 * Begins a phase: its rules are in force, its links hold.
 *
 * @param world The replication.
 * @param phase The phase.
 */
export function enterPhase(
  { rules, scenario: { city }, layout, missing, collect }: World,
  phase: Phase,
): void {
  rules.forEach((set, s) => {
    if (set instanceof PhasedRules) set.enter(phase.first[s]);
  });
  const then = { ...city, links: phase.links };
  missing.set(missingCapabilities(then, layout));
  layout.facilities.designated.set(designatedIn(then));
  collect.ends.passages.linked(then);
}
