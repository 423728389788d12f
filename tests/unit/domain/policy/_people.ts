/** Everybody whom rules can tell apart, at the age of 80 for the very old. */
import type { PersonCodes, RuleAttributes } from "../../../../sim/domain/policy/mod.ts";
import { gradeOf } from "../../../../sim/domain/population/mod.ts";
import {
  AGE_BANDS,
  COLOURS,
  DISEASES,
  MAIN_CAUSES,
  SEVERITIES,
  VACCINATIONS,
} from "../../../../sim/domain/terms/mod.ts";

/** A mild case of 30 to 39 years without disease, in the clinic of the lead hospital. */
export const ADULT: RuleAttributes = {
  severity: "mild",
  mainCause: "covid",
  colour: "green",
  disease: "none",
  diseaseSevere: false,
  ageBand: "30-39",
  veryOld: false,
  immobile: false,
  dialysis: false,
  beyondAbility: false,
  vaccination: "full",
  contract: false,
  pregnant: false,
  known: true,
  place: "hospital_clinic",
  facilityRole: "lead",
  placeCapable: true,
};

/** States of disease that people can have: disease, whether severe, dialysis. */
const STATES = [
  ["none", false, false],
  ["stable", false, false],
  ["stable", true, false],
  ["stable", true, true],
  ["unstable", false, false],
  ["unstable", true, false],
  ["unstable", true, true],
] as const;

/** One patient by names and by codes. */
export interface Somebody {
  readonly attributes: RuleAttributes;
  readonly codes: PersonCodes;
  readonly severity: number;
  readonly mainCause: number;
}

/** Everybody, in every illness, without a contract. */
export function* people(): Generator<Somebody> {
  for (const ageBand of AGE_BANDS) {
    for (const [disease, diseaseSevere, dialysis] of STATES) {
      for (const vaccination of VACCINATIONS) {
        for (const immobile of [false, true]) {
          const { colour } = gradeOf({ ageBand, disease, vaccination });
          const veryOld = ageBand === "80+";
          const person = { ageBand, disease, diseaseSevere, dialysis, vaccination, immobile };
          for (let illness = 0; illness < SEVERITIES.length * 2; illness++) {
            const severity = illness >> 1;
            const mainCause = illness & 1;
            yield {
              attributes: {
                ...ADULT,
                ...person,
                colour,
                veryOld,
                severity: SEVERITIES[severity],
                mainCause: MAIN_CAUSES[mainCause],
              },
              codes: {
                colour: COLOURS.indexOf(colour),
                disease: DISEASES.indexOf(disease),
                diseaseSevere: Number(diseaseSevere),
                ageBand: AGE_BANDS.indexOf(ageBand),
                veryOld: Number(veryOld),
                immobile: Number(immobile),
                dialysis: Number(dialysis),
                vaccination: VACCINATIONS.indexOf(vaccination),
                contract: 0,
                pregnant: 0,
              },
              severity,
              mainCause,
            };
          }
        }
      }
    }
  }
}
