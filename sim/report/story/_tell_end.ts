/** The end of a story: where the time without a bed that suffices went. */
import { SEVERITIES } from "../../domain/mod.ts";
import type { Teller } from "./_teller.ts";
import { padded } from "./_layout.ts";
import { delaySpells } from "./delay_parts.ts";
import type { DelaySpell } from "./delay_parts.ts";
import type { PersonEvent } from "./events.ts";

const MINUTES_PER_DAY = 1440;
const WIDTH = 44;

/** Lines at the end of a story. */
export function endOfStory(teller: Teller, events: readonly PersonEvent[]): string[] {
  const { words, source: { scenario: { city, window } } } = teller;
  if (events.length === 0) return [];
  const end = (window.days + window.runOnDays) * MINUTES_PER_DAY;
  const time = words.clock(window.start, end);
  const there = teller.gone ? [] : [words.text("still there", { time, where: teller.where() })];
  const all = delaySpells(events, city, end);
  const spells = all.filter(({ total, met }) => total > 0 || !met);
  if (spells.length === 0) {
    return [...there, words.text(all.length > 0 || teller.hadBed ? "delay.there" : "delay.none")];
  }
  const total = words.duration(spells.reduce((sum, spell) => sum + spell.total, 0));
  const met = spells.filter((spell) => spell.met).length;
  const key = met === spells.length
    ? "delay.total"
    : met > 0 || teller.hadBed
    ? "delay.partly"
    : "delay.never";
  return [
    ...there,
    words.text(key, { time: total }),
    ...spells.flatMap((spell) => spellLines(spell, teller)),
  ];
}

function spellLines({ severities, from, total, met, parts }: DelaySpell, teller: Teller): string[] {
  const { words, source: { scenario: { window } } } = teller;
  const severity = severities.map((code) => words.terms.severity[SEVERITIES[code]])
    .join(words.text("delay.then"));
  const spell = words.text("delay.spell", {
    severity,
    from: words.clock(window.start, from),
    time: words.duration(total),
    unmet: met ? "" : words.text("delay.unmet"),
  });
  const rows = parts.map(({ part, minutes }) =>
    `    ${padded(words.text(`part.${part}`), WIDTH)}${words.duration(minutes)}`
  );
  return [`  ${spell}`, ...rows];
}
