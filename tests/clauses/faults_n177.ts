/** Faults for the clauses of the notice of 1 March 2020 on primary care. */
import type { ClauseFault } from "./_fault.ts";

/** One for each clause that is modelled. */
export const N177_FAULTS: readonly ClauseFault[] = [
  {
    clause: "N177-2.0",
    what: "a level of one district holds in all",
    find: "const own = levels.filter(({ district }) => district === id);",
    replace:
      "const own = levels.filter(({ district }) => district === id || district !== undefined);",
  },
  {
    clause: "N177-2.1",
    what: "nobody from elsewhere is ever screened",
    find: "own.screened++;",
    replace: "",
  },
  {
    clause: "N177-2.2",
    what: "what a level limits never comes back step by step",
    find: "return Math.min(plan, before + perWeek * days / 7);",
    replace: "return before + 0 * days;",
  },
  {
    clause: "N177-2.3",
    what: "nobody is put to community control",
    find: "const stay = all * (1 - plan.diverted[tier]) - support - lent;",
    replace: "const stay = all - support - lent;",
  },
  {
    clause: "N177-3a",
    what: "half of what is open is served",
    find: "const open = zone.open[line] * limited * ",
    replace: "const open = 0.5 * zone.open[line] * limited * ",
  },
  {
    clause: "N177-3b",
    what: "what is suspended is served in person",
    find: "const open = zone.open[line] * limited * ",
    replace: "const open = (zone.open[line] < 0 ? 0 : limited) * ",
  },
  {
    clause: "N177-3c",
    what: "nobody goes back to the ordinary interval",
    find: "due[from <= target ? today : ordinary] += come;",
    replace: "due[from <= target || come >= 0 ? today : ordinary] += come;",
  },
  {
    clause: "N177-4a",
    what: "staff lent by hospitals do not come to primary facilities",
    find: "(tier === 0 ? lentToPrimary : 0)",
    replace: "(tier === 0 ? 0 * lentToPrimary : 0)",
  },
  {
    clause: "N177-5",
    what: "rest takes no hours from the week",
    find: "Math.min(weekHours, WEEK * length / (length + rest))",
    replace: "weekHours",
  },
];
