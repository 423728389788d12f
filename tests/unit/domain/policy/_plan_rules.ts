/**
 * The four rules of P22-2.2.2 as nine in a total order, and a city of two grids that can carry
 * them out.
 */
import type { City, FacilitySpec } from "../../../../sim/domain/city/mod.ts";
import type { ReferralRule, RuleSet } from "../../../../sim/domain/policy/mod.ts";
import { ROLES } from "../../../../sim/domain/terms/mod.ts";

const NAMED = { interpretation: false, overflow: [] } as const;
const SUB_DESIGNATED = { role: "sub_designated", ward: "general" } as const;

/** The rules of the plan, in order. */
export const PLAN_RULES: readonly ReferralRule[] = [
  {
    ...NAMED,
    name: "critical_covid",
    clause: "P22-2.2.2(3)",
    when: { severity: ["critical"], mainCause: ["covid"] },
    to: { role: "designated", ward: "icu" },
  },
  {
    ...NAMED,
    name: "severe_covid",
    clause: "P22-2.2.2(3)",
    when: { severity: ["severe"], mainCause: ["covid"] },
    to: { role: "designated", ward: "sub_icu" },
  },
  {
    ...NAMED,
    name: "severe_underlying",
    clause: "P22-2.2.2(4)",
    when: { severity: ["severe", "critical"], mainCause: ["underlying"] },
    to: { role: "lead", ward: "icu" },
    overflow: [{ role: "partner", ward: "icu" }],
  },
  {
    ...NAMED,
    name: "dialysis",
    clause: "P22-2.2.2(3)",
    when: { dialysis: true },
    to: { role: "designated", ward: "general" },
  },
  {
    ...NAMED,
    name: "beyond_ability",
    clause: "P22-2.2.2(4)",
    when: { beyondAbility: true },
    to: { role: "lead", ward: "general" },
    overflow: [{ role: "partner", ward: "general" }],
  },
  {
    ...NAMED,
    name: "moderate",
    clause: "P22-2.2.2(2)",
    when: { severity: ["moderate"] },
    to: SUB_DESIGNATED,
  },
  {
    ...NAMED,
    name: "in_place",
    clause: "P22-2.2.2(1)",
    when: { veryOld: true, immobile: true },
    to: { place: "in_place" },
  },
  {
    ...NAMED,
    name: "very_old_severe_disease",
    clause: "P22-2.2.2(2)",
    when: { veryOld: true, diseaseSevere: true, disease: ["stable"] },
    to: SUB_DESIGNATED,
  },
  {
    ...NAMED,
    name: "home",
    clause: "P22-2.2.2(1)",
    interpretation: true,
    when: {},
    to: { place: "home" },
  },
];

/** The rules of the plan as a set. */
export const PLAN: RuleSet = { name: "plan", rules: PLAN_RULES };

const NAME = { en: "Test", zh: "试验" };

/** A hospital with every ward and every capability. */
function hospital(id: string): FacilitySpec {
  return {
    id,
    name: NAME,
    kind: "hospital",
    tier: 3,
    tertiaryGeneral: true,
    district: "d",
    lon: 116.4,
    lat: 39.9,
    capabilities: ["dialysis", "cardiology", "oncology", "surgery", "neurology"],
    feverPhysicians: 1,
    feverOpens: 0,
    feverCloses: 24,
    synthetic: true,
  };
}

/** Two grids; in each, every role has one hospital `<role>` with every ward, shared by the grids. */
export const CITY: City = {
  id: "test",
  name: NAME,
  districts: [{ id: "d", name: NAME }],
  grids: ["g1", "g2"].map((id) => ({ id, name: NAME, district: "d" })),
  communities: [],
  facilities: ROLES.map(hospital),
  wards: ROLES.flatMap((facility) =>
    (["general", "sub_icu", "icu"] as const).map((type) => ({
      facility,
      type,
      use: "shared" as const,
      beds: 10,
      convertibleBeds: 0,
      physicians: 5,
      nurses: 20,
    }))
  ),
  links: ["g1", "g2"].flatMap((grid) =>
    ROLES.map((role) => ({ grid, role, order: 1, facility: role as string }))
  ),
  fleets: [],
  ageShares: [],
  columns: [],
  published: [],
  outlines: [],
};
