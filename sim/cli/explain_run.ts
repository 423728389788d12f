/** `explain` of a result folder: the story of a patient of a run, or patients worth following. */
import { personKey, runReplication } from "../network/mod.ts";
import type { LogTarget, ReplicationResult } from "../network/mod.ts";
import {
  FIND_KINDS,
  FoundPeople,
  foundText,
  personEvents,
  personNamed,
  storyOf,
  storyText,
} from "../report/mod.ts";
import type { NamedPerson, StorySource } from "../report/mod.ts";
import { loadClauses, quoted } from "../scenario/mod.ts";
import { choiceProblem, refuseAll } from "./asked.ts";
import type { Asked, OptionRow } from "./asked.ts";
import { InputError } from "./exit.ts";
import { Progress } from "./progress.ts";
import { checkSame, finishedRun } from "./rerun.ts";
import type { FinishedRun } from "./rerun.ts";
import { visible } from "./visible.ts";

/** Options of this way of asking. */
export const FOLLOWING: readonly OptionRow[] = [
  ["scenario", "<name>", "scenario of the folder (default: the only one)"],
  ["replication", "<number>", "replication, from 0 (default: 0)"],
  ["patient", "<grid-number>", "patient to follow, as event logs and --find name them"],
  ["find", "<what>", `lists patients worth following: ${FIND_KINDS.join(", ")}`],
  ["count", "<number>", "with --find: how many (default: 10)"],
];

const COUNT = 10;
const MOST = 1000;
const MINUTES_PER_DAY = 1440;

/** Problems with options that need no folder. */
function plainProblems({ patient, find, count, replication }: Asked): string[] {
  const whole = (name: string, value: Asked[string], least: number, most: number) =>
    value === undefined || (/^\d+$/.test(String(value)) && +value >= least && +value <= most)
      ? []
      : [
        `--${name} must be a whole number from ${least} to ${most}: current value is ${
          quoted(String(value))
        }`,
      ];
  return [
    ...(patient === undefined && find === undefined ? ["--patient or --find must be given"] : []),
    ...(patient !== undefined && find !== undefined
      ? ["--patient and --find cannot be together: give one of them"]
      : []),
    ...(count !== undefined && find === undefined
      ? ["--count says something only together with --find"]
      : []),
    ...choiceProblem("find", find, FIND_KINDS),
    ...whole("count", count, 1, MOST),
    ...whole("replication", replication, 0, Number.MAX_SAFE_INTEGER),
  ];
}

/**
 * Tells the story of a patient of a run, or lists patients worth following.
 *
 * @param path Result folder.
 * @param asked Options.
 * @param before What is wrong with them already.
 * @throws {InputError} With everything that is wrong with the options.
 */
export async function explainRun(
  path: string,
  asked: Asked,
  before: readonly string[],
): Promise<void> {
  const plain = [...before, ...plainProblems(asked)];
  const found = await finishedRun(path, asked, plain);
  const { run, problems } = found;
  if (run === undefined) return refuseAll(path, problems);
  if (asked.find !== undefined) return list(run, asked);
  const person = personNamed(String(asked.patient), run.scenario, "--patient");
  refuseAll(path, person.problems);
  await follow(run, asked, person);
}

/** Runs a replication again and checks that it is the one of the folder. */
function again(
  run: FinishedRun,
  options: { readonly log: true | LogTarget; readonly follow?: number },
): ReplicationResult {
  const { scenario, seed, replication, warnings } = run;
  for (const warning of warnings) console.error(`Note: ${warning}`);
  const progress = new Progress(`Replication ${replication} of ${scenario.name}`);
  const result = runReplication(scenario, {
    ...{ seed, replication, ...options },
    onProgress: (share) => {
      if (progress.seconds > 1) progress.show(share);
    },
  });
  progress.end();
  checkSame(run, result);
  return result;
}

function langOf({ lang }: Asked): "en" | "zh" {
  return lang === "zh" ? "zh" : "en";
}

async function follow(
  run: FinishedRun,
  asked: Asked,
  { grid, ordinal }: NamedPerson,
): Promise<void> {
  const { scenario, seed, replication } = run;
  const register = await loadClauses();
  const { log } = again(run, { log: true, follow: personKey(grid, ordinal) });
  const events = personEvents(log!);
  const id = String(asked.patient);
  if (events.length === 0) {
    throw new InputError(
      `Cannot follow patient ${
        quoted(id)
      } as the network must have met the person: in replication ` +
        `${replication} it never did, so whoever bears the number was not infected or recovered at ` +
        "home unseen; --find lists patients worth following",
    );
  }
  const place = { grid: scenario.city.grids[grid].id, id, replication, seed };
  const source: StorySource = {
    ...{ scenario, clauses: register.clauses, ...place },
    lang: langOf(asked),
  };
  const story = storyOf(events, source);
  console.log(
    asked.json === true
      ? JSON.stringify({ scenario: scenario.name, ...place, ...story }, null, 2)
      : storyText(story, source).map(visible).join("\n"),
  );
}

function list(run: FinishedRun, asked: Asked): void {
  const { scenario, replication, folder } = run;
  const kind = FIND_KINDS.find((name) => name === asked.find)!;
  const count = Number(asked.count ?? COUNT);
  const people = new FoundPeople({ kind, count, city: scenario.city });
  again(run, { log: people });
  const { days, runOnDays } = scenario.window;
  const found = people.found((days + runOnDays) * MINUTES_PER_DAY);
  if (asked.json === true) {
    console.log(JSON.stringify({ scenario: scenario.name, replication, kind, found }, null, 2));
    return;
  }
  const command = [
    `deno task sim explain ${/^[\w./-]+$/.test(folder) ? folder : quoted(folder)}`,
    ...(asked.scenario === undefined ? [] : [`--scenario ${scenario.name}`]),
    ...(replication === 0 ? [] : [`--replication ${replication}`]),
    `--patient ${found[0]?.id}`,
    ...(asked.lang === "zh" ? ["--lang zh"] : []),
  ].join(" ");
  const lines = foundText(found, kind, langOf(asked));
  console.log([...lines, ...(found.length > 0 ? ["", command] : [])].map(visible).join("\n"));
}
