/** Who somebody is, in lines. */
import { gradeOf } from "../../domain/mod.ts";
import type { Grading, RuleAttributes } from "../../domain/mod.ts";
import type { Scenario } from "../../scenario/mod.ts";
import type { Wording } from "./_wording.ts";

/** What the colour rests on. */
function groundOf({ by, row }: Grading, words: Wording): string {
  return by === "table"
    ? words.text("person.row", { row })
    : words.text("person.score", { score: row.replace(/\D/g, "") });
}

/** Age, disease, vaccination, contract, colour with its ground, very old or not. */
export function personLines(
  seen: RuleAttributes,
  { referral }: Scenario,
  words: Wording,
): string[] {
  const { terms, manner } = words;
  const disease = terms.disease[seen.disease];
  const flags = (["dialysis", "immobile", "pregnant"] as const).filter((flag) => seen[flag]);
  const separator = words.lang === "en" ? "; " : "；";
  const who = words.text("person.who", {
    age: manner.age(seen.ageBand),
    disease: seen.diseaseSevere ? words.text("person.severe", { disease }) : disease,
    vaccination: terms.vaccination[seen.vaccination],
    contract: words.text(seen.contract ? "person.contract" : "person.noContract"),
    more: flags.map((flag) => separator + words.text(`person.${flag}`)).join(""),
  });
  const grading = gradeOf(seen);
  return [
    who.charAt(0).toUpperCase() + who.slice(1),
    words.text("person.colour", {
      colour: terms.colour[grading.colour],
      by: groundOf(grading, words),
    }),
    words.text(seen.veryOld ? "person.old" : "person.notOld", { age: referral.veryOldAge }),
  ];
}
