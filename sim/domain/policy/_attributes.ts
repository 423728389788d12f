/** The attributes that rules can see, and which of their combinations a patient can have. */
import { gradeOf, PREGNANT_BANDS } from "../population/mod.ts";
import {
  AGE_BANDS,
  AGE_FROM,
  COLOURS,
  DISEASES,
  MAIN_CAUSES,
  MODERATE,
  SEVERITIES,
  VACCINATIONS,
} from "../terms/mod.ts";
import { FACILITY_ROLES, RULE_PLACES, type RuleCondition } from "./rule.ts";

const FLAG = [false, true] as const;

/** An attribute and its values; a value's place is its code. */
export interface Attribute {
  /** Name. */
  readonly name: keyof RuleCondition;
  /** Values. */
  readonly values: readonly (string | boolean)[];
}

/** Age from which nobody is pregnant [years]. */
const PREGNANT_BELOW = Math.max(
  ...PREGNANT_BANDS.map((band) => AGE_FROM[AGE_BANDS.indexOf(band) + 1]),
);

/** Attributes in the order in which they are listed and printed. */
export const ATTRIBUTES: readonly Attribute[] = [
  { name: "severity", values: SEVERITIES },
  { name: "mainCause", values: MAIN_CAUSES },
  { name: "colour", values: COLOURS },
  { name: "disease", values: DISEASES },
  { name: "diseaseSevere", values: FLAG },
  { name: "ageBand", values: AGE_BANDS },
  { name: "veryOld", values: FLAG },
  { name: "immobile", values: FLAG },
  { name: "dialysis", values: FLAG },
  { name: "beyondAbility", values: FLAG },
  { name: "vaccination", values: VACCINATIONS },
  { name: "contract", values: FLAG },
  { name: "pregnant", values: FLAG },
  { name: "known", values: FLAG },
  { name: "place", values: RULE_PLACES },
  { name: "facilityRole", values: FACILITY_ROLES },
  { name: "placeCapable", values: FLAG },
];

/** Place of each attribute in {@link ATTRIBUTES}. */
export const AT = Object.fromEntries(
  ATTRIBUTES.map(({ name }, a) => [name, a]),
) as { readonly [N in keyof RuleCondition]-?: number };

/** Attributes that depend on one another, with every combination that a patient can have. */
interface Group {
  readonly attributes: readonly number[];
  readonly combinations: readonly (readonly number[])[];
}

/** Every combination of values of some attributes. */
function allOf(...names: (keyof RuleCondition)[]): Group {
  const attributes = names.map((name) => AT[name]);
  const combinations = attributes.reduce<number[][]>(
    (found, a) => found.flatMap((codes) => ATTRIBUTES[a].values.map((_, code) => [...codes, code])),
    [[]],
  );
  return { attributes, combinations };
}

/** Disease, whether severe, dialysis: only those with severe disease need dialysis. */
const DISEASE_STATES = [
  [0, 0, 0],
  [1, 0, 0],
  [1, 1, 0],
  [1, 1, 1],
  [2, 0, 0],
  [2, 1, 0],
  [2, 1, 1],
] as const;

/**
 * Who somebody is: the colour follows from age, disease and vaccination; the attachment does not ask
 * about pregnancy, which is possible in some age bands only.
 */
function personGroup(): Group {
  const combinations = AGE_BANDS.flatMap((ageBand, band) =>
    DISEASE_STATES.flatMap(([disease, severe, dialysis]) =>
      VACCINATIONS.flatMap((vaccination, dose) => {
        const graded = gradeOf({ ageBand, disease: DISEASES[disease], vaccination });
        const colour = COLOURS.indexOf(graded.colour);
        const pregnancies = PREGNANT_BANDS.includes(ageBand) ? [0, 1] : [0];
        return [0, 1].flatMap((old) =>
          pregnancies.map((
            pregnant,
          ) => [band, old, disease, severe, dialysis, dose, colour, pregnant])
        );
      })
    )
  );
  const { ageBand, veryOld, disease, diseaseSevere, dialysis, vaccination, colour } = AT;
  return {
    attributes: [
      ...[ageBand, veryOld, disease, diseaseSevere, dialysis, vaccination, colour],
      AT.pregnant,
    ],
    combinations,
  };
}

/** Where somebody is: no facility, no role and no capability at home; some role elsewhere. */
function whereGroup(): Group {
  const { attributes, combinations } = allOf("place", "facilityRole", "placeCapable");
  const fits = ([place, role, capable]: readonly number[]) =>
    place === 0 ? role === 0 && capable === 0 : role !== 0;
  return { attributes, combinations: combinations.filter(fits) };
}

/** Groups in the order of the parts of a cell: who, illness, beyond the ability, where. */
export const GROUPS: readonly Group[] = [
  personGroup(),
  allOf("immobile"),
  allOf("contract"),
  allOf("severity", "mainCause", "known"),
  allOf("beyondAbility"),
  whereGroup(),
];

/** Indices of the groups that a look-up names. */
export const GROUP = { PERSON: 0, IMMOBILE: 1, CONTRACT: 2, ILLNESS: 3, BEYOND: 4, WHERE: 5 };

/**
 * Whether a patient can have these codes, as far as groups depend on one another: a main cause is
 * judged from the first need of a bed on, a capability other than dialysis is needed with severe or
 * unstable disease only, and very old age must fit the age band when the age at which it begins is
 * known. A code of -1 contradicts nothing.
 */
export function canOccur(codes: readonly number[], veryOldAge?: number): boolean {
  const severity = codes[AT.severity];
  if (severity >= 0 && severity < MODERATE && codes[AT.mainCause] === 1) return false;
  if (codes[AT.beyondAbility] === 1 && !needsCapability(codes)) return false;
  const band = codes[AT.ageBand];
  const old = codes[AT.veryOld];
  if (veryOldAge === undefined || old < 0) return true;
  if (old === 1 && codes[AT.pregnant] === 1 && veryOldAge >= PREGNANT_BELOW) return false;
  if (band < 0) return true;
  const below = AGE_FROM[band + 1] ?? Infinity;
  return old === 1 ? below > veryOldAge : AGE_FROM[band] < veryOldAge;
}

/** Whether somebody may need a capability other than dialysis. */
export function needsCapability(codes: readonly number[]): boolean {
  if (codes[AT.dialysis] === 1 || codes[AT.disease] === 0) return false;
  return !(codes[AT.disease] === 1 && codes[AT.diseaseSevere] === 0);
}

/** A combination in words: `severity mild, dialysis true`. */
export function inWords(codes: readonly number[]): string {
  return ATTRIBUTES.flatMap(({ name, values }, a) =>
    codes[a] < 0 ? [] : [`${name} ${values[codes[a]]}`]
  ).join(", ");
}
