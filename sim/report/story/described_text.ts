/** The explanation of a described patient as text for a terminal. */
import { nearestName } from "../../scenario/mod.ts";
import type { Clause, ClauseRegister, Scenario } from "../../scenario/mod.ts";
import type { Lang } from "../method/mod.ts";
import { shortDestination } from "./_destination.ts";
import { inColumns, wrapped } from "./_layout.ts";
import { personLines } from "./_person.ts";
import { filled, Wording } from "./_wording.ts";
import type { CaseQuery, ExplainedCase, ExplainedOffer, ExplainedRule } from "./described.ts";

/** What the text needs beside the explanation. */
export interface CaseTextSource {
  /** Scenario. */
  readonly scenario: Scenario;
  /** The patient as described. */
  readonly query: CaseQuery;
  /** Clauses and notices. */
  readonly register: ClauseRegister;
  /** Language. */
  readonly lang: Lang;
}

const COLUMNS = 108;
const MODERATE_AND_WORSE = ["moderate", "severe", "critical"];

/**
 * Writes the explanation of a described patient.
 *
 * @param explained What the rules make of the patient.
 * @param source Scenario, patient, clauses, language.
 * @returns Lines.
 *
 * @example The rule that applies is marked
 * ```ts
 * import { assert } from "@std/assert";
 * import { loadClauses, loadScenario } from "../../scenario/mod.ts";
 * import { caseText, explainCase } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const query = {
 *   age: 50, disease: "none", diseaseSevere: false, vaccination: "full", severity: "moderate",
 *   mainCause: "covid", dialysis: false, immobile: false, contract: false, pregnant: false,
 *   known: true, place: "home", facility: "", needs: null, grid: "training-g1", withoutPlan: false,
 * } as const;
 * const register = await loadClauses();
 * const lines = caseText(explainCase(scenario, query), { scenario, query, register, lang: "en" });
 * assert(lines.some((line) => line.startsWith("→ 9. moderate, clause P22-2.2.2(2)")));
 * ```
 */
export function caseText(explained: ExplainedCase, source: CaseTextSource): string[] {
  const words = new Wording(source.lang);
  const { scenario, query } = source;
  const grid = scenario.city.grids.find(({ id }) => id === query.grid)!;
  const { rules, fires } = explained;
  return [
    words.text("case.title", { scenario: words.name(scenario.title), grid: words.name(grid.name) }),
    ...personLines(explained.seen, scenario, words),
    stateLine(explained, source, words),
    ...(explained.exists ? [] : [words.text("case.nobody")]),
    "",
    words.text("case.set", { set: explained.set }),
    ...rules.flatMap((rule, i) => ruleLines(rule, { number: i + 1, fires: fires + 1 }, words)),
    "",
    ...(fires < 0 ? [words.text("case.noRule")] : clauseLines(rules[fires], source, words)),
    ...(fires < 0 ? [] : offerLines(explained, words)),
    ...noteLines(source, words),
  ].flatMap((line) => line.startsWith(" ") || line === "" ? [line] : wrapped(line, COLUMNS));
}

function stateLine(
  { seen }: ExplainedCase,
  { query, scenario }: CaseTextSource,
  words: Wording,
): string {
  const { terms } = words;
  const facility = scenario.city.facilities.find(({ id }) => id === query.facility);
  const needs = query.needs === null ? "" : terms.capability[query.needs];
  const cause = terms.mainCause[seen.mainCause];
  const ill = MODERATE_AND_WORSE.includes(seen.severity);
  return words.text("case.state", {
    severity: terms.severity[seen.severity],
    cause: ill ? words.manner.comma + words.text("case.cause", { cause }) : "",
    known: words.text(seen.known ? "case.known" : "case.notKnown"),
    where: facility === undefined
      ? terms.place[seen.place]
      : filled(terms.placeOf[seen.place], { facility: words.name(facility.name) }),
    needs: needs === "" ? "" : words.text("case.needs", { capability: needs }),
  });
}

/** Conditions that do not hold, in words. */
function unmetText({ unmet }: ExplainedRule, words: Wording): string {
  const { terms } = words;
  const separator = words.lang === "en" ? "; " : "；";
  return unmet.map(({ attribute, value, asked }) => {
    const own = words.value(attribute, value);
    if (typeof value === "boolean") return own;
    const others = words.list(asked.map((one) => words.value(attribute, one)), "or");
    return words.text("case.unmet", {
      attribute: terms.attribute[attribute],
      value: own,
      asked: others,
    });
  }).join(separator);
}

function ruleLines(
  rule: ExplainedRule,
  { number, fires }: { readonly number: number; readonly fires: number },
  words: Wording,
): string[] {
  const cited = { rule: rule.rule, clause: rule.clause };
  const name = rule.clause === "none" ? rule.rule : words.text("case.rule", cited);
  const fillings = { number, rule: name };
  if (number === fires) {
    return [`→ ${words.text("case.does", { ...fillings, to: shortDestination(words, rule.to) })}`];
  }
  const unmet = unmetText(rule, words);
  const later = fires > 0 && number > fires;
  const why = later
    ? unmet === "" ? words.text("case.after") : words.text("case.afterWhy", { why: unmet })
    : unmet === ""
    ? words.text("case.chosen")
    : unmet;
  const [first, ...rest] = wrapped(words.text("case.doesNot", { ...fillings, why }), COLUMNS - 2);
  return [`  ${first}`, ...rest.map((line) => `     ${line}`)];
}

/** A clause that a rule cites and nobody registered. */
function unknownClause(clause: string, { clauses }: ClauseRegister, words: Wording): string[] {
  if (clause === "none") return [];
  const nearest = nearestName(clause, clauses.map((c) => c.clause));
  const hint = nearest === undefined ? "" : words.text("case.nearest", { clause: nearest });
  return [words.text("case.unknownClause", { clause, hint })];
}

/** The clause that the rule carries out, and its notice. */
function clauseLines(
  { clause, interpretation }: ExplainedRule,
  { register }: CaseTextSource,
  words: Wording,
): string[] {
  const found: Clause | undefined = register.clauses.find((c) => c.clause === clause);
  const notice = register.notices.find((n) => n.notice === found?.notice);
  const zh = words.lang === "zh";
  return [
    ...(found === undefined ? unknownClause(clause, register, words) : [words.text("case.clause", {
      clause,
      term: found.chineseTerm,
      paraphrase: zh ? found.paraphraseZh : found.paraphrase,
    })]),
    ...(notice === undefined ? [] : [words.text("case.notice", {
      title: [zh ? notice.titleZh : notice.titleEn, notice.number].filter((x) => x !== "")
        .join(words.manner.comma),
      date: notice.date,
    })]),
    ...(interpretation ? [words.text("decided.reading")] : []),
  ];
}

function offerLines({ rules, fires, offers, seen }: ExplainedCase, words: Wording): string[] {
  if ("place" in rules[fires].to) return [];
  if (offers.length === 0) return ["", words.text("case.noOffers")];
  const asksNothing = offers.every(({ lacks }) => lacks === null) && !seen.dialysis &&
    !seen.beyondAbility;
  const head = (["place", "role", "bed", "minutes", "beds", "lacks", "facility"] as const)
    .map((name) => words.text(`head.${name}`));
  const rows = offers.map((offer, i) => offerCells(offer, i, words));
  const table = [head, ...rows].map((row) => asksNothing ? row.toSpliced(5, 1) : row);
  return ["", words.text("case.offers"), ...inColumns(table).map((line) => `  ${line}`)];
}

function offerCells(offer: ExplainedOffer, index: number, words: Wording): string[] {
  const { terms, lang } = words;
  const { name, to, ward, minutes, beds, convertibleBeds, lacks, tooFar } = offer;
  const able = lacks === null
    ? words.text("case.able")
    : words.text("case.lacks", { capability: terms.capability[lacks] });
  return [
    `${index + 1}`,
    terms.role[to.role],
    terms.bed[ward],
    tooFar ? `${Math.round(minutes)} ${words.text("case.tooFar")}` : `${Math.round(minutes)}`,
    convertibleBeds > 0 ? words.text("case.later", { beds, more: convertibleBeds }) : `${beds}`,
    able,
    lang === "en" ? `${name.en} ${name.zh}` : name.zh,
  ];
}

function noteLines({ scenario: { referral }, query }: CaseTextSource, words: Wording): string[] {
  const { adherence, facilityAdherence } = referral;
  const notes = [
    ...(adherence < 1 || facilityAdherence < 1
      ? [words.text("case.adherence", {
        share: words.percent(query.withoutPlan ? 1 - adherence : adherence),
        facility: words.percent(facilityAdherence),
      })]
      : []),
    ...(query.known ? [] : [words.text("case.unknown")]),
  ];
  return notes.length === 0 ? [] : ["", ...notes];
}
