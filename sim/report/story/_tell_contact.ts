/** How a person comes to the network: infection, contact, reception, tests. */
import { SEVERITIES } from "../../domain/mod.ts";
import type { Severity } from "../../domain/mod.ts";
import { seenOf } from "../../network/mod.ts";
import { CONTACTS } from "../../scenario/mod.ts";
import type { ContactShares } from "../../scenario/mod.ts";
import type { PersonEvent } from "./events.ts";
import type { Teller } from "./_teller.ts";

type Tell = (teller: Teller, event: PersonEvent) => true;

/** Tells a contact and why it leads there. */
function contact(teller: Teller, { value }: PersonEvent): true {
  const { words, severity, followed, source: { scenario }, seen } = teller;
  teller.triaged = false;
  if (teller.closed) {
    teller.closed = false;
    return teller.say("contact.again");
  }
  const way = words.terms.contact[CONTACTS[value]];
  const worse = severity >= 2;
  const key = !worse ? "contact.first" : followed ? "contact.followUp" : "contact.notices";
  teller.say(key, { way });
  const colour = seen?.colour ?? "green";
  const { onset, worsening, contractToPrimary, followUp } = scenario.contact;
  if (worse && followed) {
    const interval = words.duration(followUp[colour]);
    teller.add("contact.interval", { colour: words.terms.colour[colour], interval });
  }
  const named = SEVERITIES[severity] as Exclude<Severity, "asymptomatic" | "mild">;
  const shares = worse ? worsening[named] : onset[colour];
  const whom = worse
    ? words.text("whom.severity", { severity: words.terms.severity[named] })
    : words.text("whom.colour", { colour: words.terms.colour[colour] });
  teller.add("contact.shares", { whom, shares: sharesText(teller, shares) });
  if (!worse && seen?.contract && contractToPrimary > 0) {
    teller.add("contact.contract", { share: words.percent(contractToPrimary) });
  }
  return true;
}

function sharesText({ words }: Teller, shares: ContactShares): string {
  const parts = CONTACTS.filter((way) => shares[way] > 0).map((way) =>
    [words.inPercent(shares[way]), words.terms.contacts[way]].join(words.lang === "en" ? " " : "")
  );
  return words.lang === "en" ? words.list(parts) : parts.join(words.manner.comma);
}

/** Arrival at a reception, with the line there; who comes from triage is there already. */
function reaches(teller: Teller, { event, facility, value }: PersonEvent): true {
  const triaged = teller.triaged;
  teller.triaged = event === "waits for triage";
  Object.assign(teller, { facility, closed: false });
  // Whoever an ambulance has just unloaded is there.
  if (value === 0 && (triaged || teller.lines.at(-1)?.event === "vehicle arrived")) return true;
  const name = teller.facilityName(facility);
  if (triaged) return teller.say("line", { number: value });
  const line = event === "waits for triage" ? "reaches.triage" : "reaches.line";
  return value > 0
    ? teller.say(line, { facility: name, number: value })
    : teller.say("reaches", { facility: name });
}

function consultation(teller: Teller, { time }: PersonEvent): true {
  return teller.lines.at(-1)?.time === time || teller.say("with physician");
}

function seen(teller: Teller, { value }: PersonEvent): true {
  const before = teller.known;
  teller.known = value === 1;
  return teller.say(before ? "seen.known" : value === 1 ? "seen.positive" : "seen.negative");
}

function known(key: "positive at home" | "screened" | "test result" | "result"): Tell {
  return (teller) => {
    teller.known = true;
    return teller.say(key);
  };
}

const TELLS: Readonly<Record<string, Tell>> = {
  arrival: (teller, { value }) => {
    teller.seen = seenOf(value);
    teller.severity = SEVERITIES.indexOf(teller.seen.severity);
    teller.known = teller.seen.known;
    return true;
  },
  home: (teller, { value }) => {
    teller.community = value;
    return true;
  },
  infected: (teller) => teller.say("infected"),
  onset: (teller) => teller.say("onset"),
  screened: known("screened"),
  present: (teller, { value, facility, ward }) => {
    Object.assign(teller, { severity: value, facility, ward, known: true });
    const severity = teller.words.terms.severity[SEVERITIES[value]];
    return teller.say("present", { severity, where: teller.where() });
  },
  "positive at home": known("positive at home"),
  "will be noticed": (teller, { value }) => {
    teller.followed = value === 1;
    return true;
  },
  contact,
  "found closed": (teller, { value }) => {
    teller.closed = true;
    return teller.say("found closed", { facility: teller.facilityName(value) });
  },
  "clinic not open yet": (teller, { value }) =>
    teller.say("clinic not open yet", { facility: teller.facilityName(value) }),
  "waits for triage": reaches,
  "with nurse": () => true,
  "waits for physician": reaches,
  "with physician": consultation,
  seen,
  "left unseen": (teller) => {
    teller.facility = -1;
    return teller.say("left unseen");
  },
  triaged: (teller, { value }) => teller.say(value === 1 ? "triaged.home" : "triaged"),
  result: known("result"),
  suspected: (teller) => teller.say("suspected"),
  "medicine given": (teller) => teller.say("medicine given"),
  sampled: (teller) => teller.say("sampled"),
  "test result": known("test result"),
  sample: (teller, { value }) => teller.say("sample", { facility: teller.facilityName(value) }),
  "asks for advice": (teller) => teller.say("asks for advice"),
  advised: (teller, { value }) => teller.say(value === 1 ? "advised.settled" : "advised.not"),
  "antiviral begun": (teller) => teller.say("antiviral begun"),
  visited: (teller, { value }) =>
    teller.say("visited", { what: teller.words.terms.visit[value] ?? "" }),
  "worse while waiting": (teller) => teller.say("worse while waiting"),
  place: (teller, { value }) => teller.say("place", { bay: teller.words.terms.bay[value] ?? "" }),
};

/** Tells an event on the way to a decision; false when it is another. */
export function tellContact(teller: Teller, event: PersonEvent): boolean {
  return TELLS[event.event]?.(teller, event) ?? false;
}
