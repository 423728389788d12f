/** The course: worse, better, the end. */
import { CAPABILITIES, SEVERITIES } from "../../domain/mod.ts";
import type { PersonEvent } from "./events.ts";
import type { Teller } from "./_teller.ts";

type Tell = (teller: Teller, event: PersonEvent) => true;

function worsened(teller: Teller, { value }: PersonEvent): true {
  const { words, needs } = teller;
  teller.severity = value;
  teller.followed = false;
  teller.say("worsened", { severity: words.terms.severity[SEVERITIES[value]] });
  const need = teller.need(value);
  if (need !== undefined) teller.add("worsened.need", { bed: words.terms.aBed[need] });
  if (needs === 0) return true;
  teller.needs = 0;
  return teller.add("worsened.capability", {
    capability: words.terms.capability[CAPABILITIES[needs - 1]],
  });
}

/** Who died is told when the care at death is known, which the next event says. */
function died(teller: Teller, { value }: PersonEvent): true {
  teller.severity = value;
  return true;
}

function inCare(teller: Teller, { value }: PersonEvent): true {
  const { words, severity } = teller;
  return teller.say("died", {
    severity: words.terms.severity[SEVERITIES[severity]],
    care: words.terms.care[value] ?? "",
  });
}

function departs(teller: Teller, { time, value }: PersonEvent): true {
  teller.gone = true;
  if (value <= 0) return true;
  const { words, source: { scenario } } = teller;
  return teller.say("depart.later", { time: words.clock(scenario.window.start, time + value) });
}

const TELLS: Readonly<Record<string, Tell>> = {
  needs: (teller, { value }) => {
    teller.needs = value;
    return true;
  },
  worsened,
  convalescent: (teller, { value }) => {
    teller.severity = value;
    return teller.say("convalescent", { bed: teller.words.terms.aBed.general });
  },
  recovered: (teller) => teller.say("recovered"),
  discharged: (teller, { facility }) =>
    teller.say("discharged", { facility: teller.facilityName(facility) }),
  died,
  "in care": inCare,
  "in right care": (teller, { value }) => teller.add(value === 1 ? "died.anyway" : "died.want"),
  care: () => true,
  depart: departs,
};

/** Tells an event of a course; false when it is another. */
export function tellCourse(teller: Teller, event: PersonEvent): boolean {
  return TELLS[event.event]?.(teller, event) ?? false;
}
