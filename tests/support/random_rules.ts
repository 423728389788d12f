/**
 * Random rule sets as files say them: any conditions, destinations, overflow and priorities, with a
 * last rule for everybody, so that most of them can be loaded.
 */
import fc from "fast-check";
import {
  AGE_BANDS,
  COLOURS,
  DISEASES,
  FACILITY_ROLES,
  MAIN_CAUSES,
  REACHES,
  ROLES,
  RULE_PLACES,
  rulesFromFunction,
  SEVERITIES,
  VACCINATIONS,
  WARD_TYPES,
} from "../../sim/domain/mod.ts";
import type { RuleSet } from "../../sim/domain/mod.ts";
import type { CityRows } from "./random_city.ts";

/** Values of every attribute that a condition may ask. */
const ATTRIBUTES: { readonly [name: string]: readonly (string | boolean)[] } = {
  severity: SEVERITIES,
  mainCause: MAIN_CAUSES,
  colour: COLOURS,
  disease: DISEASES,
  diseaseSevere: [true, false],
  ageBand: AGE_BANDS,
  veryOld: [true, false],
  immobile: [true, false],
  dialysis: [true, false],
  beyondAbility: [true, false],
  vaccination: VACCINATIONS,
  contract: [true, false],
  pregnant: [true, false],
  known: [true, false],
  place: RULE_PLACES,
  facilityRole: FACILITY_ROLES,
  placeCapable: [true, false],
};
const NAMES = Object.keys(ATTRIBUTES);
/** Rule sets that the project brings along. */
const SHIPPED = [
  "plan_2022",
  "nearest",
  "before_december_2022",
  "beijing_2020_district",
  "beijing_2020_municipal",
  "county_community",
  "mutual_aid",
] as const;

// A number stays as it is while a set is made smaller; it is rules and conditions that go.
const few = (max: number) => fc.noShrink(fc.nat(max));

const bed = fc.record({
  role: few(40),
  ward: few(4),
  reach: fc.constantFrom(0, 0, 1, 2),
  tier: fc.constantFrom(undefined, undefined, undefined, undefined, 1, 2, 3),
});

const rule = fc.record({
  asks: fc.array(fc.record({ attribute: few(2), values: few(2 ** 20) }), { maxLength: 2 }),
  to: fc.oneof(
    { weight: 3, arbitrary: bed },
    { weight: 1, arbitrary: fc.constantFrom("home" as const, "in_place" as const) },
  ),
  overflow: fc.array(bed, { maxLength: 3, size: "max" }),
  priority: fc.option(few(15), { freq: 3, nil: undefined }),
});

/** What a random rule set is made from. */
export const rulePlans = fc.record({
  /** A set of the project, where the city has the roles for it. */
  shipped: fc.option(fc.constantFrom(...SHIPPED), { freq: 4, nil: undefined }),
  /** Whether a function decides, by severity and health colour. */
  byFunction: fc.option(few(2 ** 20), { freq: 8, nil: undefined }),
  /** The attributes that its rules ask about. */
  pool: fc.array(few(NAMES.length - 1), { minLength: 1, maxLength: 3 }),
  rules: fc.array(rule, { maxLength: 4 }),
  last: rule,
  unique: fc.option(fc.constant(true), { freq: 8, nil: undefined }),
});
/** A plan of a rule set. */
export type RulePlan = typeof rulePlans extends fc.Arbitrary<infer T> ? T : never;

/** A rule set as a file says it. */
export interface WrittenRules {
  readonly name: string;
  readonly hit?: string;
  readonly rules: readonly object[];
}

/** What a city has for rules to name. */
interface Ground {
  /** Roles that have a facility in every grid, and the nearest hospital. */
  readonly everywhere: readonly string[];
  /** Roles and ward types of which a grid has a facility with beds for cases; in most grids first. */
  readonly offered: readonly (readonly [role: string, ward: string])[];
}

function groundOf({ grids, links, wards, facilities }: CityRows): Ground {
  const everywhere = ROLES.filter((role) =>
    grids.every(({ grid }) => links.some((link) => link.grid === grid && link.role === role))
  );
  const takes = (facility: unknown, type: string) =>
    wards.some((ward) =>
      ward.facility === facility && ward.type === type && ward.use !== "ordinary" &&
      Number(ward.beds) > 0
    );
  const holders = (role: string, grid: unknown) =>
    role === "nearest"
      ? facilities.filter(({ kind }) => kind === "hospital")
      : links.filter((link) => link.role === role && link.grid === grid);
  const pairs = ["nearest", ...ROLES].flatMap((role) =>
    WARD_TYPES.map((type) => ({
      pair: [role, type] as const,
      grids:
        grids.filter(({ grid }) =>
          holders(role, grid).some(({ facility }) => takes(facility, type))
        ).length,
    }))
  );
  const offered = pairs.filter((found) => found.grids > 0)
    .sort((a, b) => b.grids - a.grids).map(({ pair }) => pair);
  return { everywhere: ["nearest", ...everywhere], offered };
}

type Bed = RulePlan["last"]["overflow"][number];

/** A destination; four times in five one where there are beds. */
function bedOf({ role, ward, reach, tier }: Bed, { everywhere, offered }: Ground): object {
  const grid = REACHES[reach];
  const roles: readonly string[] = grid === "own" ? everywhere : ROLES;
  const known = offered.filter(([name]) => roles.includes(name));
  const any = known.length === 0 || ward === 4;
  const [name, type] = any
    ? [roles[role % roles.length], WARD_TYPES[role % WARD_TYPES.length]]
    : known[role % Math.ceil(known.length / 2)];
  return {
    role: name,
    ward: type,
    ...(grid !== "own" && { grid }),
    ...(tier !== undefined && { tier }),
  };
}

function conditionOf({ asks }: RulePlan["last"], pool: readonly number[]): object {
  const asked = asks.map(({ attribute, values }) => {
    const name = NAMES[pool[attribute % pool.length]];
    const all = ATTRIBUTES[name];
    if (typeof all[0] === "boolean") return [name, values % 2 === 0] as const;
    // Some values, not none and not all.
    const bits = values % (2 ** all.length - 2) + 1;
    return [name, all.filter((_, i) => (bits & (1 << i)) !== 0)] as const;
  });
  return Object.fromEntries(asked);
}

function ruleOf(
  plan: RulePlan["last"],
  name: string,
  ground: Ground & { readonly pool: readonly number[] },
): object {
  const { to, overflow, priority } = plan;
  const isBed = typeof to === "object";
  return {
    name,
    clause: "none",
    when: conditionOf(plan, ground.pool),
    to: isBed ? bedOf(to, ground) : { place: to },
    ...(isBed && overflow.length > 0 && {
      overflow: overflow.map((other) => bedOf(other, ground)),
    }),
    ...(priority !== undefined && { priority }),
  };
}

/** The set of a plan for a city: a set of its own, or the name of one that the project brings along. */
export function rulesOf(plan: RulePlan, name: string, city: CityRows): WrittenRules | string {
  const ground = { ...groundOf(city), pool: plan.pool };
  const { shipped, unique } = plan;
  const complete = ground.everywhere.length > ROLES.length;
  if (shipped !== undefined && (shipped === "nearest" || complete)) return shipped;
  return {
    name,
    ...(unique && { hit: "unique" }),
    rules: [
      ...plan.rules.map((spec, i) => ruleOf(spec, `${name}_${i + 1}`, ground)),
      ruleOf({ ...plan.last, asks: [] }, `${name}_for_all`, ground),
    ],
  };
}

/** A set that a function decides, with the outcomes of the rules of another; a code chooses. */
export function functionSet(code: number, { rules, name }: RuleSet): RuleSet {
  const outcomes = Object.fromEntries(
    rules.slice(0, 6).map(({ name, clause, to, overflow }) => [name, { clause, to, overflow }]),
  );
  const names = Object.keys(outcomes);
  return rulesFromFunction({
    name: `${name} by a function`,
    attributes: ["severity", "colour"],
    outcomes,
    rule: ({ severity, colour }) => {
      const cell = SEVERITIES.indexOf(severity) * COLOURS.length + COLOURS.indexOf(colour);
      return names[Math.floor(code / (cell + 1)) % names.length];
    },
  });
}
