/** Which described patients there cannot be, and why. */
import {
  AGE_BANDS,
  AGE_FROM,
  MODERATE,
  PREGNANT_BANDS,
  SEVERITIES,
  WARD_TYPES,
} from "../../domain/mod.ts";
import type { Scenario } from "../../scenario/mod.ts";
import type { CaseQuery } from "./described.ts";

/** Writes the name of what is asked: `--age` on a command line, `"age"` in a notebook. */
export type NameWriter = (name: string) => string;

/** Ages between which somebody can be pregnant [years]. */
const BANDS = PREGNANT_BANDS.map((band) => AGE_BANDS.indexOf(band));
const PREGNANT_FROM = AGE_FROM[Math.min(...BANDS)];
const PREGNANT_BELOW = AGE_FROM[Math.max(...BANDS) + 1];

/**
 * Contradictions within a description.
 *
 * @param query The patient.
 * @param name Writes names.
 * @returns One line each, with the reason.
 */
export function impossible(query: CaseQuery, name: NameWriter): string[] {
  const { disease, diseaseSevere, dialysis, needs, severity, mainCause, pregnant, age } = query;
  const mild = SEVERITIES.indexOf(severity) < MODERATE;
  const [of, is, by, years] = ["disease", "severity", "dialysis", "age"].map(name);
  const [cause, asks, carries] = ["cause", "needs", "pregnant"].map(name);
  const problems: string[] = [];
  if (dialysis && !diseaseSevere) {
    problems.push(
      `${by} needs ${of} severe-stable or severe-unstable: only those with severe disease need dialysis`,
    );
  }
  if (mainCause === "underlying" && mild) {
    problems.push(
      `${cause} underlying cannot be with ${is} ${severity}: the main cause is judged from moderate on`,
    );
  }
  if (mainCause === "underlying" && disease === "none") {
    problems.push(`${cause} underlying needs an underlying ${of}: current one is none`);
  }
  if (needs === "dialysis" && !dialysis) problems.push(`${asks} dialysis is asked by ${by}`);
  if (needs !== null && needs !== "dialysis") {
    if (mild) {
      problems.push(
        `${asks} ${needs} cannot be with ${is} ${severity}: what is needed is judged from moderate on`,
      );
    }
    if (dialysis) {
      problems.push(`${asks} ${needs} cannot be with ${by}: one need is told apart`);
    } else if (disease !== "unstable" && !diseaseSevere) {
      problems.push(`${asks} ${needs} needs a ${of} that is severe or unstable`);
    }
  }
  if (pregnant && !(age >= PREGNANT_FROM && age < PREGNANT_BELOW)) {
    problems.push(
      `${carries} needs an ${years} of ${PREGNANT_FROM} to below ${PREGNANT_BELOW}: current age is ${age}`,
    );
  }
  return problems;
}

/**
 * Contradictions between a place and a facility.
 *
 * @param query The patient.
 * @param scenario Facilities and wards.
 * @param name Writes names.
 * @returns One line each.
 */
export function siteProblems(
  { place, facility }: CaseQuery,
  { city }: Scenario,
  name: NameWriter,
): string[] {
  const [at, where] = ["at", "facility"].map(name);
  const site = city.facilities.find(({ id }) => id === facility);
  if (facility !== "" && site === undefined) return [];
  if (place === "home") {
    return facility === "" ? [] : [`${where} "${facility}" cannot be with ${at} home`];
  }
  if (site === undefined) return [`${at} ${place} needs ${where}`];
  if (place === "primary_clinic" || place === "hospital_clinic") {
    const is = site.tier === 1 ? "primary_clinic" : "hospital_clinic";
    return is === place
      ? []
      : [`${at} ${place} cannot be in "${facility}", which is of tier ${site.tier}`];
  }
  const type = place.replace(/_bed$/, "");
  const known = WARD_TYPES.find((name) => name === type);
  const has = city.wards.some((w) => w.facility === facility && w.type === known);
  return has
    ? []
    : [`${at} ${place} cannot be in "${facility}", which has no ward of type ${type}`];
}
