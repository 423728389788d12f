/** A replication of a result folder, to be run again, and whether the same comes out. */
import { GROUPS } from "../experiment/mod.ts";
import type { Manifest, RunRequest } from "../experiment/mod.ts";
import type { ReplicationResult } from "../network/mod.ts";
import { MEASURES_TABLE, readManifest } from "../report/mod.ts";
import { drawScenario, nearestName, quoted } from "../scenario/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import type { Asked } from "./asked.ts";
import { InputError } from "./exit.ts";
import { forewarnings } from "./forewarnings.ts";
import { loadAll } from "./loading.ts";

/** A replication that a folder holds results of. */
export interface FinishedRun {
  /** Result folder. */
  readonly folder: string;
  /** Scenario as it ran. */
  readonly scenario: Scenario;
  /** Seed. */
  readonly seed: string;
  /** Replication [-]. */
  readonly replication: number;
  /** Why the same may not come out. */
  readonly warnings: readonly string[];
  /** Measures that the folder has of it, by name and groups [unit of the measure]. */
  readonly measured: ReadonlyMap<string, number>;
}

/** A replication that is not the one of the folder: exit code 1. */
class Different extends Error {
  override name = "Different";
}

/** A run, or what is wrong with how it is asked for. */
export interface FoundRun {
  /** The run; left out when something is wrong. */
  readonly run?: FinishedRun;
  /** One line each. */
  readonly problems: readonly string[];
}

/**
 * Finds the replication that options ask for.
 *
 * @param folder Result folder.
 * @param asked Options.
 * @param before What is wrong with them already.
 * @returns The run, or every problem.
 * @throws {InputError} When there is no folder that a command made, or its measures cannot be read.
 */
export async function finishedRun(
  folder: string,
  asked: Asked,
  before: readonly string[],
): Promise<FoundRun> {
  const manifest = manifestIn(folder);
  const names = manifest.scenarios.map(({ name }) => name);
  const name = String(asked.scenario ?? (names.length === 1 ? names[0] : ""));
  const replication = Number(asked.replication ?? 0);
  const problems = [
    ...before,
    ...scenarioProblem(name, names),
    ...(replication >= manifest.replications
      ? [`--replication must be below ${manifest.replications}: current value is ${replication}`]
      : []),
  ];
  if (problems.length > 0) return { problems };
  const measured = measuresIn(folder, name, replication);
  const { request, scenario } = await scenarioOf(manifest, folder, name);
  const set = Math.floor(replication / request.replicationsPerSet);
  const drawn = request.uncertainty === "parameters"
    ? drawScenario(scenario, { seed: request.seed, set })
    : scenario;
  const warnings = forewarnings(manifest, [scenario]);
  const { seed } = request;
  return { run: { folder, scenario: drawn, seed, replication, warnings, measured }, problems };
}

/** A measure by its name and groups. */
const keyOf = (row: { readonly [field: string]: unknown }): string =>
  ["measure", ...GROUPS].map((field) => row[field] ?? "").join("\u0001");

/** Measures of a replication; read before it runs, as nothing can be said without them. */
function measuresIn(folder: string, name: string, replication: number): Map<string, number> {
  const found = new Map<string, number>();
  const { file } = MEASURES_TABLE;
  try {
    for (const row of MEASURES_TABLE.read(`${folder}/${file}`)) {
      if (row.scenario !== name || row.replication !== replication) continue;
      found.set(keyOf({ ...row }), row.value);
    }
  } catch (error) {
    throw new InputError(
      error instanceof Deno.errors.NotFound
        ? `Cannot explain "${folder}" as it must hold a ${file}: there is none`
        : (error as Error).message,
    );
  }
  return found;
}

function scenarioProblem(name: string, names: readonly string[]): string[] {
  const list = names.map(quoted).join(", ");
  if (name === "") return [`--scenario must be given: the folder holds ${list}`];
  if (names.includes(name)) return [];
  const nearest = nearestName(name, names);
  const hint = nearest === undefined ? "" : `; nearest is ${quoted(nearest)}`;
  return [`--scenario must be one of ${list}: current value is ${quoted(name)}${hint}`];
}

function manifestIn(folder: string): Manifest {
  try {
    return readManifest(folder);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

/** The scenario of a name, loaded anew, and the request that ran it. */
async function scenarioOf(
  { requests }: Manifest,
  folder: string,
  name: string,
): Promise<{ readonly request: RunRequest; readonly scenario: Scenario }> {
  if (requests.length === 0) {
    throw new InputError(
      `Cannot explain "${folder}" as a command must have made it: its manifest names no scenario files`,
    );
  }
  for (const request of requests) {
    const scenario = (await loadAll(request.files)).find((found) => found.name === name);
    if (scenario !== undefined) return { request, scenario };
  }
  const files = requests.flatMap((request) => request.files);
  throw new InputError(
    `Cannot explain "${folder}" as one of its files must be scenario "${name}": files are ${
      files.join(", ")
    }`,
  );
}

/** Largest relative difference that ten significant digits leave [-]. */
const ROUNDING = 1e-9;

function isSame(ours: number, theirs: number): boolean {
  if (Number.isNaN(ours) || Number.isNaN(theirs)) return Number.isNaN(ours) && Number.isNaN(theirs);
  return Math.abs(ours - theirs) <= ROUNDING * Math.max(Math.abs(ours), Math.abs(theirs));
}

/**
 * Refuses a replication that is not the one of the folder.
 *
 * @param run What was to be run again.
 * @param result What came out.
 * @throws {Error} When a measure differs or is missing: exit code 1.
 */
export function checkSame(run: FinishedRun, result: ReplicationResult): void {
  const theirs = run.measured;
  const differing = result.measures.filter((row) => {
    const value = theirs.get(keyOf({ ...row }));
    return value === undefined || !isSame(row.value, value);
  });
  if (differing.length === 0) return;
  const [first] = differing;
  const value = theirs.get(keyOf({ ...first }));
  throw new Different(
    [
      `Cannot explain "${run.folder}" as the run must come out as it did: ${differing.length} of ` +
      `${result.measures.length} measures differ, the first is ${first.measure}, now ${first.value}, ` +
      `in the folder ${value ?? "absent"}`,
      ...run.warnings.map((warning) => `  ${warning}`),
    ].join("\n"),
  );
}
