/** Stories of tiny worlds. */
import { runReplication } from "../../../../sim/network/mod.ts";
import { personEvents, storyOf } from "../../../../sim/report/mod.ts";
import type { PersonEvent, Story, StoryClause, StorySource } from "../../../../sim/report/mod.ts";
import type { Scenario } from "../../../../sim/scenario/mod.ts";
import { replicationWith, tiny } from "../../../support/tiny_network.ts";

/** A replication in which the one resident is infected. */
export const REPLICATION = replicationWith(1, tiny());

/** Clauses as the register has them, with short words. */
export const CLAUSES: readonly StoryClause[] = [
  ["P22-2.1c", "up and down", "双向", "双向转诊"],
  ["P22-2.2.2(1)", "the mild stay at home", "轻型居家", "居家隔离"],
  ["P22-2.2.2(2)", "the moderate go to the sub-designated", "普通型去亚定点", "亚定点医院"],
  ["P22-2.2.2(3)", "the severe go to the designated", "重型去定点", "定点医院"],
  ["P22-2.2.2(4)", "the underlying go to the lead", "基础疾病去牵头", "牵头医院"],
].map(([clause, paraphrase, paraphraseZh, chineseTerm]) => ({
  ...{ clause, paraphrase, paraphraseZh, chineseTerm },
  notice: "P22",
}));

/** Where a story of a tiny world comes from. */
export function sourceOf(scenario: Scenario, lang: "en" | "zh" = "en"): StorySource {
  return {
    ...{ scenario, lang, clauses: CLAUSES, grid: "g", id: "g-0" },
    replication: REPLICATION,
    seed: "tiny",
  };
}

/** Events of the first resident. */
export function followed(scenario: Scenario): PersonEvent[] {
  const options = { seed: "tiny", replication: REPLICATION, log: true, follow: 0 };
  return personEvents(runReplication(scenario, options).log!);
}

/** The story of the first resident. */
export function told(scenario: Scenario, lang: "en" | "zh" = "en"): Story {
  return storyOf(followed(scenario), sourceOf(scenario, lang));
}

/** A tiny world whose facilities have names of their own. */
export function named(scenario: Scenario): Scenario {
  const zh: Readonly<Record<string, string>> = {
    chc: "社区",
    sub: "亚定点",
    designated: "定点",
    lead: "牵头",
    partner: "协作",
  };
  const facilities = scenario.city.facilities.map((f) => ({
    ...f,
    name: { en: f.id, zh: zh[f.id] },
  }));
  return { ...scenario, city: { ...scenario.city, facilities } };
}
