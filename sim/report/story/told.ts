/** What stories are made of. */
import type { Scenario } from "../../scenario/mod.ts";
import type { Lang } from "../method/mod.ts";

/** What a story needs to know of a clause. */
export interface StoryClause {
  /** Name, e.g. `P22-2.2.2(3)`. */
  readonly clause: string;
  /** Its notice, e.g. `P22`. */
  readonly notice: string;
  /** What it says, in other words. */
  readonly paraphrase: string;
  /** The same in Chinese. */
  readonly paraphraseZh: string;
  /** Its key term as written. */
  readonly chineseTerm: string;
}

/** Where a story comes from. */
export interface StorySource {
  /** Scenario as it ran. */
  readonly scenario: Scenario;
  /** Clauses that rules may cite. */
  readonly clauses: readonly StoryClause[];
  /** Grid of residence. */
  readonly grid: string;
  /** Name of the person. */
  readonly id: string;
  /** Replication [-]. */
  readonly replication: number;
  /** Seed. */
  readonly seed: string;
  /** Language. */
  readonly lang: Lang;
}

/** A line of a story. */
export interface StoryLine {
  /** When [min since 00:00 of the first day]. */
  readonly time: number;
  /** Since the line before it of another time [min]; 0 for the first. */
  readonly delay: number;
  /** 0 for what happens, 1 for why and how [-]. */
  readonly level: 0 | 1;
  /** Word of the event in the log. */
  readonly event: string;
  /** What is said. */
  readonly text: string;
}

/** A story. */
export interface Story {
  /** Who it is, line by line. */
  readonly person: readonly string[];
  /** What happens, in order. */
  readonly lines: readonly StoryLine[];
  /** Where the time to care went, line by line. */
  readonly end: readonly string[];
}
