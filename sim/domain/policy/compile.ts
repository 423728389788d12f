/**
 * Rules as one table over the attributes that they use, so that a decision is one look-up.
 *
 * Interpreting the rules at every decision would cost as many comparisons as there are conditions;
 * the table also makes the rules finite, so that they can be checked before any run. The index of a
 * cell is a sum of parts: what a person is, how ill, what is needed, where. The first never changes
 * and is kept by kind of resident, so that a decision reads a few small arrays.
 */
import { ATTRIBUTES, canOccur, GROUP, GROUPS, inWords } from "./_attributes.ts";
import { Tabulated } from "./_table.ts";
import type { Space } from "./_space.ts";
import { FACILITY_ROLES, RULE_PLACES } from "./rule.ts";
import type { RuleAttributes, RuleCondition, RuleSet } from "./rule.ts";
import { MAIN_CAUSES, SEVERITIES } from "../terms/mod.ts";

/** What compiling needs beside the rules. */
export interface CompileOptions {
  /** Age from which a person counts as very old [years]. */
  readonly veryOldAge: number;
}

/** What never changes of a person, as codes of the vocabularies and flags, 0 or 1. */
export interface PersonCodes {
  /** Code of the health colour [-]. */
  readonly colour: number;
  /** Code of the underlying disease [-]. */
  readonly disease: number;
  /** 1 when the disease is severe [-]. */
  readonly diseaseSevere: number;
  /** Code of the age band [-]. */
  readonly ageBand: number;
  /** 1 for very old [-]. */
  readonly veryOld: number;
  /** 1 for hardly able to move [-]. */
  readonly immobile: number;
  /** 1 for in need of haemodialysis [-]. */
  readonly dialysis: number;
  /** Code of the vaccination [-]. */
  readonly vaccination: number;
  /** 1 with a family-doctor contract [-]. */
  readonly contract: number;
  /** 1 for pregnant [-]. */
  readonly pregnant: number;
}

/**
 * Code of an illness as judged, for `ruleOf`.
 *
 * @param severity Code of the severity [-].
 * @param mainCause Code of the main cause [-].
 * @param known 1 when the test result is known [-].
 * @returns Code [-].
 *
 * @example Critical, mainly from COVID-19, known
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { illnessCode } from "./mod.ts";
 *
 * assertEquals(illnessCode(4, 0, 1), 17);
 * ```
 */
export function illnessCode(severity: number, mainCause: number, known: number): number {
  return (severity * MAIN_CAUSES.length + mainCause) * 2 + known;
}

/**
 * Code of where a patient is, for `ruleOf`.
 *
 * @param place Code of the place, see `RULE_PLACES` [-].
 * @param role Code of the role of the facility, see `FACILITY_ROLES` [-].
 * @param capable 1 when the facility has the capability needed [-].
 * @returns Code [-]; 0 at home.
 *
 * @example In an ICU bed of the lead hospital, which is able
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { whereCode } from "./mod.ts";
 *
 * assertEquals(whereCode(5, 4, 1), 89);
 * ```
 */
export function whereCode(place: number, role: number, capable: number): number {
  return (place * FACILITY_ROLES.length + role) * 2 + capable;
}

/**
 * A compiled rule set.
 *
 * @example Severe cases to the first rule, all others to the second
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { CompiledRules, illnessCode } from "./mod.ts";
 *
 * const home = { clause: "", interpretation: false, to: { place: "home" }, overflow: [] } as const;
 * const rules = [
 *   { ...home, name: "ill", when: { severity: ["severe", "critical"] } } as const,
 *   { ...home, name: "others", when: {} },
 * ];
 * const compiled = new CompiledRules({ name: "two", rules }, { veryOldAge: 80 });
 * assertEquals(compiled.ruleOf(0, illnessCode(3, 0, 1), 0, 0), 0);
 * assertEquals(compiled.ruleOf(0, illnessCode(1, 0, 1), 0, 0), 1);
 * assertEquals(compiled.cells, 5);
 * ```
 */
export class CompiledRules {
  /** The rules. */
  readonly set: RuleSet;
  /** Age from which a person counts as very old [years] -- constant. */
  readonly veryOldAge: number;
  /** Attributes that the table uses. */
  readonly attributes: readonly (keyof RuleCondition)[];
  /** Cells of the table [-] -- constant. */
  readonly cells: number;
  /** Cells that can occur and that no rule matches [-] -- constant. */
  readonly unmatched: number;
  /** Whether the rules ask where the patient is. */
  readonly seesPlace: boolean;
  readonly #space: Space;
  readonly #table: Int16Array;
  readonly #illness: Int32Array;
  readonly #beyond: number;
  readonly #where: Int32Array;

  /**
   * Tabulates the rules.
   *
   * @param set Rules.
   * @param options Age from which a person counts as very old [years].
   * @throws {RangeError} When a condition or a value in it is unknown, or the table is too large.
   */
  constructor(set: RuleSet, { veryOldAge }: CompileOptions) {
    const { space, cells } = new Tabulated(set);
    this.set = set;
    this.veryOldAge = veryOldAge;
    this.attributes = space.attributes.map((a) => ATTRIBUTES[a].name);
    this.cells = cells.length;
    this.unmatched = cells.reduce(
      (n, rule, cell) => rule < 0 && canOccur(space.codesOf(cell), veryOldAge) ? n + 1 : n,
      0,
    );
    this.#space = space;
    this.#table = cells;
    this.#illness = illnessOffsets(space);
    this.#where = whereOffsets(space);
    this.seesPlace = space.axes[GROUP.WHERE].attributes.length > 0;
    const beyond = space.axes[GROUP.BEYOND];
    this.#beyond = beyond.attributes.length > 0 ? beyond.stride : 0;
  }

  /**
   * Part of the index of a cell that a person gives; to be kept, since it never changes.
   *
   * @param person Codes of the person.
   * @returns Part of the index [-].
   * @throws {RangeError} When nobody can have these codes together.
   */
  personPart(person: PersonCodes): number {
    const codes = withCodes({ ...person });
    const axes = [GROUP.PERSON, GROUP.IMMOBILE, GROUP.CONTRACT];
    const part = axes.reduce((sum, axis) => sum + this.#space.offset(axis, codes), 0);
    if (Number.isNaN(part)) {
      throw new RangeError(
        `Cannot look up rules as a person must be possible: current person is ${inWords(codes)}`,
      );
    }
    return part;
  }

  /**
   * Rule for a patient. The parts stand one by one because an object per decision would cost more
   * than the look-up.
   *
   * @param person Part that the person gives, from `personPart` [-].
   * @param illness Code from `illnessCode` [-].
   * @param beyond 1 when a needed capability is missing at the lower levels [-].
   * @param where Code from `whereCode`; 0 will do when `seesPlace` is false [-].
   * @returns Index in `set.rules` [-]; -1 when no rule matches.
   */
  ruleOf(person: number, illness: number, beyond: number, where: number): number {
    return this.#table[
      person + this.#illness[illness] + this.#beyond * beyond + this.#where[where]
    ];
  }

  /**
   * Rule for a patient described by names.
   *
   * @param attributes What the rules can see of the patient.
   * @returns Index in `set.rules` [-]; -1 when no rule matches.
   * @throws {RangeError} When nobody can have these attributes together.
   */
  ruleFor(attributes: RuleAttributes): number {
    const codes = ATTRIBUTES.map(({ name, values }) => values.indexOf(attributes[name]));
    const cell = this.#space.axes.reduce(
      (sum, _, axis) => sum + this.#space.offset(axis, codes),
      0,
    );
    if (Number.isNaN(cell)) {
      throw new RangeError(
        `Cannot look up rules as a patient must be possible: current patient is ${inWords(codes)}`,
      );
    }
    return this.#table[cell];
  }
}

/** Offsets by code of an illness. */
function illnessOffsets(space: Space): Int32Array {
  const offsets = new Int32Array(SEVERITIES.length * MAIN_CAUSES.length * 2);
  for (const [severity, mainCause, known] of GROUPS[GROUP.ILLNESS].combinations) {
    const codes = withCodes({ severity, mainCause, known });
    offsets[illnessCode(severity, mainCause, known)] = space.offset(GROUP.ILLNESS, codes);
  }
  return offsets;
}

/** Offsets by code of where a patient is; 0 where nobody can be. */
function whereOffsets(space: Space): Int32Array {
  const offsets = new Int32Array(RULE_PLACES.length * FACILITY_ROLES.length * 2);
  for (const [place, facilityRole, placeCapable] of GROUPS[GROUP.WHERE].combinations) {
    const codes = withCodes({ place, facilityRole, placeCapable });
    offsets[whereCode(place, facilityRole, placeCapable)] = space.offset(GROUP.WHERE, codes);
  }
  return offsets;
}

/** Codes of all attributes; -1 for those not given. */
function withCodes(given: { readonly [N in keyof RuleCondition]: number }): number[] {
  return ATTRIBUTES.map(({ name }) => given[name] ?? -1);
}

/**
 * Compiles a rule set.
 *
 * @param set Rules.
 * @param options Age from which a person counts as very old [years].
 * @returns The compiled rules.
 * @throws {RangeError} When a condition or a value in it is unknown, or the table is too large.
 *
 * @example No rule, no match
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { compileRules } from "./mod.ts";
 *
 * const compiled = compileRules({ name: "none", rules: [] }, { veryOldAge: 80 });
 * assertEquals(compiled.ruleOf(0, 0, 0, 0), -1);
 * ```
 */
export function compileRules(set: RuleSet, options: CompileOptions): CompiledRules {
  return new CompiledRules(set, options);
}
