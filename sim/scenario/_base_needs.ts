/** What the base scenario, which all others extend, needs a city to be capable of. */
import { fromFileUrl } from "@std/path";
import type { RuleSet } from "../domain/policy/mod.ts";
import { type Capability, COURSE_LINES, type CourseLine } from "../domain/terms/mod.ts";
import { pathAt, readMerged } from "./_extends.ts";
import { MAX_BYTES, type Reading } from "./_files.ts";
import { soundParts } from "./_schema.ts";
import { plainOf } from "./_tree.ts";
import { IssueList } from "./error.ts";
import { readRules } from "./rules.ts";

/** Capabilities that scenarios need unless they say otherwise. */
export interface BaseNeeds {
  /** Treatment in sessions that has patients, with the capability of the hospitals for it. */
  readonly courses: readonly { readonly line: CourseLine; readonly capability: Capability }[];
  /** The rules of the plan of 7 December 2022. */
  readonly rules: RuleSet;
  /** Age from which a person counts as very old [years]. */
  readonly veryOldAge: number;
  /** Capabilities that cases may need. */
  readonly needs: readonly Capability[];
}

/** The scenario that all others extend. */
const BASE = fromFileUrl(new URL("../../scenarios/base.yaml", import.meta.url));

/** Reads the needs of the base scenario; undefined when it cannot be read. */
export async function baseNeeds(): Promise<BaseNeeds | undefined> {
  const reading: Reading = { issues: new IssueList(), maxBytes: MAX_BYTES };
  const tree = await readMerged(BASE, reading);
  if (tree === undefined) return undefined;
  const { services, referral } = soundParts(plainOf(tree));
  const rules = await readRules(pathAt(tree, ["referral", "rules"]), reading);
  if (services === undefined || referral === undefined || rules === undefined) return undefined;
  const { veryOldAge, capabilityNeeds } = referral;
  const needed = capabilityNeeds.filter(({ share }) => share > 0);
  return {
    courses: COURSE_LINES.filter((line) => services.courses[line].patients > 0)
      .map((line) => ({ line, capability: services.courses[line].capability })),
    rules,
    veryOldAge,
    needs: ["dialysis", ...needed.map(({ capability }) => capability)],
  };
}
