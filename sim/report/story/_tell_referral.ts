/** Decisions, and what comes of them: beds tried, held, waited for. */
import { explainRules, SEVERITIES } from "../../domain/mod.ts";
import type { BedDestination, Destination, RuleAttributes } from "../../domain/mod.ts";
import { seenOf } from "../../network/mod.ts";
import type { PersonEvent } from "./events.ts";
import type { Teller } from "./_teller.ts";
import { destinationName, roleName } from "./_destination.ts";
import type { TextKey } from "./_terms.ts";

type Tell = (teller: Teller, event: PersonEvent) => true;

/** Refuses a rule that does not follow from what the rules saw. */
function checkRule(teller: Teller, seen: RuleAttributes): void {
  const { set, ruleIndex } = teller;
  const found = explainRules(set, seen).findIndex(({ matched }) => matched);
  if (found === ruleIndex) return;
  const name = (rule: number) => rule < 0 ? "none" : `"${set.rules[rule]?.name}"`;
  throw new Error(
    `Cannot tell a decision as its rule must follow from what the rules saw: the run used ${
      name(ruleIndex)
    }, it follows ${name(found)}`,
  );
}

function decided(teller: Teller, { set, rule, value }: PersonEvent): true {
  const { words } = teller;
  const seen = seenOf(value);
  const before = teller.decision;
  teller.decide(set, rule);
  teller.listed = [];
  teller.seen = seen;
  teller.severity = SEVERITIES.indexOf(seen.severity);
  checkRule(teller, seen);
  const to = teller.rule?.to;
  teller.say(decisionKey(to), to !== undefined && "role" in to ? bedWords(teller, to) : {});
  teller.add("decided.saw", { what: sawText(teller, seen) });
  if (teller.rule === undefined) return true;
  const same = before.set === set && before.rule === rule;
  addRule(teller, same);
  if (set === 1 && !teller.cited.has("otherwise")) {
    teller.cited.add("otherwise");
    const share = words.percent(teller.source.scenario.referral.adherence);
    teller.add("decided.otherwise", { share, set: teller.set.name });
  }
  return true;
}

function decisionKey(to: Destination | undefined): TextKey {
  if (to === undefined) return "decided.none";
  if ("place" in to) return `decided.${to.place}`;
  return "decided.bed";
}

function bedWords({ words }: Teller, to: BedDestination): Record<string, string> {
  return { role: roleName(words, to), bed: words.terms.aBed[to.ward] };
}

/** What the rules saw that decides most, and all that is unusual. */
function sawText(teller: Teller, seen: RuleAttributes): string {
  const { words } = teller;
  const parts: string[] = [words.terms.severity[seen.severity]];
  if (teller.severity >= 2) {
    parts.push(words.text("case.cause", { cause: words.terms.mainCause[seen.mainCause] }));
  }
  if (seen.dialysis) parts.push(words.text("person.dialysis"));
  if (seen.beyondAbility) parts.push(words.text("beyond"));
  parts.push(words.text(seen.known ? "case.known" : "case.notKnown"));
  parts.push(teller.placeSeen(seen.place));
  return parts.join(words.lang === "en" ? ", " : "，");
}

/** Which rule, of which clause, and what that says; in short where nothing has changed. */
function addRule(teller: Teller, same: boolean): void {
  const { rule, set, ruleIndex } = teller;
  const fillings = { number: ruleIndex + 1, all: set.rules.length, rule: rule!.name };
  const clause = teller.clause(rule!.clause);
  if (same) {
    teller.add("decided.same", fillings);
    return;
  }
  if (rule!.clause === "none") teller.add("decided.noClause", fillings);
  else if (clause === undefined) {
    teller.add("decided.unknown", { ...fillings, clause: rule!.clause });
  } else if (teller.cited.has(rule!.clause)) {
    teller.add("decided.again", { ...fillings, clause: rule!.clause });
  } else {
    const paraphrase = teller.paraphrase(clause);
    teller.add("decided.rule", { ...fillings, clause: rule!.clause, paraphrase });
    teller.cited.add(rule!.clause);
  }
  if (rule!.interpretation) teller.add("decided.reading");
}

function accepted(teller: Teller, { facility, ward }: PersonEvent): true {
  const { rule, waits, down } = teller;
  const fillings = { facility: teller.facilityName(facility), bed: teller.bedName(ward) };
  teller.say(down ? "accepted.down" : waits ? "accepted.freed" : "accepted", fillings);
  Object.assign(teller, { waits: false, down: false });
  if (down) return addClause(teller, DOWN);
  const offer = rule && teller.offers(rule).find((o) => o.ward === ward);
  if (offer === undefined) return true;
  if (offer.place === 0) return teller.add("accepted.own");
  const to = destinationName(teller.words, offer.to);
  const listed = teller.listed.indexOf(ward);
  return listed < 0
    ? teller.add("accepted.overflow", { to })
    : teller.add("accepted.listed", { number: listed + 1, to });
}

/** The clause of referral up and down. */
const DOWN = "P22-2.1c";

function addClause(teller: Teller, name: string): true {
  const clause = teller.clause(name);
  if (clause === undefined || teller.cited.has(name)) return true;
  teller.cited.add(name);
  const { chineseTerm: term } = clause;
  const zh = teller.words.lang === "zh";
  const paraphrase = zh ? clause.paraphraseZh : clause.paraphrase;
  return teller.add("case.clause", { clause: name, term, paraphrase });
}

/** Where a patient waits for a bed. */
function waits(teller: Teller, { facility }: PersonEvent): true {
  teller.waits = true;
  if (teller.ward >= 0) return teller.say("waits.bed");
  teller.facility = facility;
  return facility < 0
    ? teller.say("waits.home")
    : teller.say("waits.facility", { facility: teller.facilityName(facility) });
}

function sentHome(teller: Teller): true {
  const { words, rule, seen, source: { scenario } } = teller;
  Object.assign(teller, { facility: -1, waits: false });
  const visited = rule !== undefined && "place" in rule.to && rule.to.place === "in_place";
  const own = scenario.contact.followUp[seen?.colour ?? "green"];
  const interval = visited ? Math.min(own || Infinity, 1440) : own;
  const follow = interval === 0
    ? words.text("follow.none")
    : words.text("follow.every", { interval: words.duration(interval) });
  return teller.say("sent home", { follow });
}

const TELLS: Readonly<Record<string, Tell>> = {
  decided,
  requested: () => true,
  refused: (teller, event) => {
    teller.refused.push({ event, reason: event.value });
    return true;
  },
  accepted,
  "hand-over": (teller, { value }) => value === 0 || teller.add("hand-over"),
  waits,
  "place in queue": (teller, { value }) => teller.add("place in queue", { number: value }),
  "sent home": sentHome,
  "request closed": (teller, { value }) => {
    if (value === 2) teller.waits = false;
    return true;
  },
  "bed given up": (teller, { value }) => {
    const facility = teller.source.scenario.city.wards[value]?.facility ?? "";
    const at = teller.source.scenario.city.facilities.findIndex(({ id }) => id === facility);
    const fillings = { facility: teller.facilityName(at), bed: teller.bedName(value) };
    return teller.say("bed given up", fillings);
  },
  "steps down": (teller) => teller.down = true,
};

/** Tells an event of a referral; false when it is another. */
export function tellReferral(teller: Teller, event: PersonEvent): boolean {
  return TELLS[event.event]?.(teller, event) ?? false;
}
