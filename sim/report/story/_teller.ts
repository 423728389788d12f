/** What has been told so far, and what the next sentences need to know. */
import type { ReferralRule, RuleAttributes, RuleSet, WardType } from "../../domain/mod.ts";
import { offersOf, vehicleNames } from "../../network/mod.ts";
import type { Offer } from "../../network/mod.ts";
import { phasesOf } from "../../scenario/mod.ts";
import type { Phase } from "../../scenario/mod.ts";
import { personLines } from "./_person.ts";
import type { TextKey } from "./_terms.ts";
import { filled, Wording } from "./_wording.ts";
import type { PersonEvent } from "./events.ts";
import type { StoryClause, StoryLine, StorySource } from "./told.ts";

/** A ward that did not take the patient, and why. */
export interface Refused {
  readonly event: PersonEvent;
  /** Code of the reason [-]. */
  readonly reason: number;
}

type Fillings = Readonly<Record<string, string | number>>;

/** Tells line by line. */
export class Teller {
  readonly source: StorySource;
  readonly words: Wording;
  readonly lines: StoryLine[] = [];
  readonly vehicles: readonly string[];
  /** Who the person is, and where at the last decision. */
  seen: RuleAttributes | undefined;
  community = -1;
  severity = 0;
  known = false;
  /** Ward of the bed; -1 without. */
  ward = -1;
  facility = -1;
  /** Whether follow-up comes before the own notice of a worsening. */
  followed = false;
  /** Whether the last event has been told. */
  gone = false;
  /** Whether the person waits in a queue for beds. */
  waits = false;
  /** Whether the person stands before a closed clinic. */
  closed = false;
  /** Whether the person has come to triage and not yet to a physician. */
  triaged = false;
  /** Whether the next bed is one to move down to. */
  down = false;
  /** Whether the person ever had a bed that sufficed. */
  hadBed = false;
  /** Name of the vehicle that comes or carries. */
  vehicle = "";
  /** Capability needed beside a bed, its code + 1; 0 for none. */
  needs = 0;
  /** Decision in force: set and rule; -1 for none. Rules are numbered over all phases of the run. */
  decision = { set: -1, rule: -1 };
  /** The rules and links in force at the last decision. */
  phase: Phase;
  readonly #phases: readonly Phase[];
  /** Clauses, and other things, that are told once only. */
  readonly cited = new Set<string>();
  refused: Refused[] = [];
  /** Wards listed one by one as not taking the patient, since the last decision. */
  listed: number[] = [];
  #now: PersonEvent | undefined;
  #before = NaN;
  #last = NaN;
  readonly #offers = new Map<ReferralRule, Offer[]>();

  constructor(source: StorySource) {
    this.source = source;
    this.words = new Wording(source.lang);
    this.vehicles = vehicleNames(source.scenario);
    this.#phases = phasesOf(source.scenario);
    this.phase = this.#phases[0];
  }

  /** The next event is to be told. */
  begin(event: PersonEvent): void {
    if (event.event !== "refused") this.flush();
    this.#now = event;
  }

  /** Says something that happens. */
  say(key: TextKey, fillings: Fillings = {}): true {
    const { time, event } = this.#now!;
    if (time !== this.#last) {
      this.#before = this.#last;
      this.#last = time;
    }
    const first = this.lines.at(-1)?.time !== time;
    const delay = first && !Number.isNaN(this.#before) ? time - this.#before : 0;
    this.lines.push({ time, delay, level: 0, event, text: this.words.text(key, fillings) });
    return true;
  }

  /** Adds why or how. */
  add(key: TextKey, fillings: Fillings = {}): true {
    const { time, event } = this.#now!;
    const text = this.words.text(key, fillings);
    this.lines.push({ time, delay: 0, level: 1, event, text });
    return true;
  }

  /** Says an event that no sentence knows. */
  unknown({ event, value }: PersonEvent): void {
    this.say("other", { event, value: Math.round(value * 100) / 100 });
  }

  /** A decision is taken now, by the rules in force. */
  decide(set: number, rule: number): void {
    this.decision = { set, rule };
    const { time } = this.#now!;
    this.phase = this.#phases.findLast(({ at }) => at <= time) ?? this.#phases[0];
  }

  get set(): RuleSet {
    return this.phase.sets[this.decision.set === 1 ? 1 : 0];
  }

  /** Place of the rule in its set [-]; negative for none. */
  get ruleIndex(): number {
    const { set, rule } = this.decision;
    return rule < 0 ? rule : rule - this.phase.first[set === 1 ? 1 : 0];
  }

  get rule(): ReferralRule | undefined {
    return this.set.rules[this.ruleIndex];
  }

  clause(name: string): StoryClause | undefined {
    return this.source.clauses.find(({ clause }) => clause === name);
  }

  /** What a clause says, in the language of the story. */
  paraphrase({ paraphrase, paraphraseZh, chineseTerm }: StoryClause): string {
    return this.words.lang === "zh" ? paraphraseZh : `${paraphrase} (${chineseTerm})`;
  }

  /** Beds that a rule offers, in order. */
  offers(rule: ReferralRule): readonly Offer[] {
    let offers = this.#offers.get(rule);
    if (offers === undefined) {
      const { scenario, grid } = this.source;
      const city = { ...scenario.city, links: this.phase.links };
      offers = offersOf({ ...scenario, city }, { rule, grid });
      this.#offers.set(rule, offers);
    }
    return offers;
  }

  facilityName(facility: number): string {
    const found = this.source.scenario.city.facilities[facility];
    return found === undefined ? "" : this.words.name(found.name);
  }

  /** A bed of a ward: by its name, or as it stands in a sentence. */
  bedName(ward: number, as: "bed" | "aBed" = "aBed"): string {
    const found = this.source.scenario.city.wards[ward];
    return found === undefined ? "" : this.words.terms[as][found.type];
  }

  /** Ward type that a severity needs. */
  need(severity: number): WardType | undefined {
    const types: readonly WardType[] = ["general", "sub_icu", "icu"];
    return types[severity - 2];
  }

  /** Where the person is, in words. */
  where(): string {
    const { words, ward, facility } = this;
    if (ward >= 0) {
      return words.text("in bed", {
        bed: this.bedName(ward),
        facility: this.facilityName(facility),
      });
    }
    return facility < 0
      ? words.text("at home")
      : words.text("in facility", { facility: this.facilityName(facility) });
  }

  /** Where the rules saw the person. */
  placeSeen(place: RuleAttributes["place"]): string {
    const { terms } = this.words;
    return this.facility < 0
      ? terms.place[place]
      : filled(terms.placeOf[place], { facility: this.facilityName(this.facility) });
  }

  /** Tells the refusals collected since the last event. */
  flush(): void {
    tellRefusals(this);
    this.refused = [];
  }

  /** Who the story is about. */
  person(): string[] {
    const { scenario, id, replication, seed, grid } = this.source;
    const { words } = this;
    const head = [
      words.text("person", { id }),
      words.text("person.run", { scenario: words.name(scenario.title), replication, seed }),
    ];
    if (this.seen === undefined) return head;
    const lines = [...head, ...personLines(this.seen, scenario, words)];
    const community = scenario.city.communities[this.community];
    const home = scenario.city.grids.find((g) => g.id === grid);
    if (community !== undefined && home !== undefined) {
      const names = { community: words.name(community.name), grid: words.name(home.name) };
      lines.push(words.text("person.home", names));
    }
    return lines;
  }
}

/** Refusals listed one by one; the others by reason. */
const LISTED = 10;

function tellRefusals(teller: Teller): void {
  const { refused, words } = teller;
  const reasonOf = (code: number) => Object.values(words.terms.refusal)[code] ?? String(code);
  if (refused.length > 0) teller.listed = refused.slice(0, LISTED).map(({ event }) => event.ward);
  refused.slice(0, LISTED).forEach(({ event, reason }, i) => {
    const facility = teller.facilityName(event.facility);
    const fillings = { number: i + 1, facility, bed: teller.bedName(event.ward, "bed") };
    teller.add("tried.refused", { ...fillings, reason: reasonOf(reason) });
  });
  const others = Map.groupBy(refused.slice(LISTED), ({ reason }) => reason);
  if (others.size === 0) return;
  const reasons = [...others].map(([reason, list]) =>
    words.text("tried.reason", { reason: reasonOf(reason), number: list.length })
  );
  teller.add("tried.more", { number: refused.length - LISTED, reasons: words.list(reasons) });
}
