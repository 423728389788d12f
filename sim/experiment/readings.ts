/**
 * Rows of an experiment, read from the store as they are asked for.
 *
 * What joins several runs of one replication is worked out here: deaths beside the baseline's, and
 * volumes beside the reference's. Rows are read again in every pass; of records only the first are
 * kept, up to a bound, so memory does not grow with replications.
 */
import { seriesDefinition } from "../domain/mod.ts";
import { dateOf } from "../network/mod.ts";
import type { Row } from "../network/mod.ts";
import { askedLines, parametersOf } from "../scenario/mod.ts";
import type { Scenario, WindowSpec } from "../scenario/mod.ts";
import { pairedDeaths, restorationOf } from "./analysis/mod.ts";
import type { NoticeInput, ScenarioDetails, WeeklyPoint } from "./analysis/mod.ts";
import type { Ledger } from "./ledger.ts";
import { NO_GROUPS } from "./results/mod.ts";
import type {
  MeasureRow,
  ParameterRow,
  ReplicationRecord,
  SeriesPath,
  SeriesRow,
} from "./results/mod.ts";
import type { Runs } from "./runs.ts";
import type { ResultStore } from "./store/mod.ts";

/** Something that can be gone through again and again. */
export class Again<T> implements Iterable<T> {
  readonly #make: () => Iterator<T>;

  /** @param make Starts anew. */
  constructor(make: () => Iterator<T>) {
    this.#make = make;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#make();
  }
}

/** Records that are kept for the next pass take no more than so much [bytes]. */
const KEPT_BYTES = 64e6;

/** About what a record takes in memory [bytes]. */
function sizeOf({ series, start, died, volume, detail, measures }: ReplicationRecord): number {
  const values = [...series, ...start].reduce((sum, point) => sum + point.values.length, 0);
  return 8 * (values + died.length + volume.length + detail.length) +
    200 * (measures.length + series.length);
}

/** Rows of the replications of an experiment. */
export class Readings {
  readonly #store: ResultStore;
  readonly #ledger: Ledger;
  readonly #runs: Runs;
  readonly #dates = new Map<number, readonly string[]>();
  readonly #kept = new Map<number, ReplicationRecord>();
  #keptBytes = 0;
  /** Replications read [-]. */
  readonly replications: number;

  /**
   * @param store Where the replications are.
   * @param ledger Keys.
   * @param runs What was replicated.
   * @param replications How many are read [-].
   */
  constructor(store: ResultStore, ledger: Ledger, runs: Runs, replications: number) {
    this.#store = store;
    this.#ledger = ledger;
    this.#runs = runs;
    this.replications = replications;
  }

  get #scenarios(): readonly Scenario[] {
    return this.#runs.all.slice(this.#runs.references).map(({ scenario }) => scenario);
  }

  #read(run: number, replication: number): ReplicationRecord {
    const place = replication * this.#runs.all.length + run;
    const record = this.#kept.get(place) ??
      this.#store.read(this.#ledger.keyOf(run, replication));
    if (record !== undefined) {
      if (this.#keptBytes < KEPT_BYTES && !this.#kept.has(place)) {
        this.#kept.set(place, record);
        this.#keptBytes += sizeOf(record);
      }
      return record;
    }
    const { scenario } = this.#runs.all[run];
    throw new Error(
      `Cannot read replication ${replication} of "${scenario.name}" as it must be in the store: ` +
        "somebody has removed it",
    );
  }

  /**
   * Measures of one replication of one scenario.
   *
   * @param s Index of the scenario [-].
   * @param replication Replication [-].
   * @returns Rows, with deaths beside the baseline's and restoration beside the reference's.
   */
  measuresOf(s: number, replication: number): MeasureRow[] {
    const { references, referenceOf } = this.#runs;
    const { name: scenario, window } = this.#scenarios[s];
    const record = this.#read(references + s, replication);
    const base = s === 0 ? record : this.#read(references, replication);
    const reference = this.#read(referenceOf[s], replication);
    const { rows } = restorationOf(window, this.#volumes(s, record, reference));
    const all: readonly Row[] = [
      ...record.measures,
      ...pairedDeaths(record.died, base.died),
      ...rows,
    ];
    return all.map((row) => ({ scenario, replication, ...NO_GROUPS, ...row }));
  }

  /**
   * Series of one replication of one scenario.
   *
   * @param s Index of the scenario [-].
   * @param replication Replication [-].
   * @returns Daily series, then weekly ones.
   */
  pathsOf(s: number, replication: number): SeriesPath[] {
    const { references, referenceOf } = this.#runs;
    const { name: scenario, window } = this.#scenarios[s];
    const record = this.#read(references + s, replication);
    const reference = this.#read(referenceOf[s], replication);
    const { weekly } = restorationOf(window, this.#volumes(s, record, reference));
    const daily = record.series.map((point) => ({
      scenario,
      replication,
      ...NO_GROUPS,
      ...point,
      dates: this.#datesOf(window, point.values.length),
    }));
    return [...daily, ...weeklyPaths(scenario, replication, weekly)];
  }

  #volumes(s: number, { volume }: ReplicationRecord, reference: ReplicationRecord) {
    const scenario = this.#scenarios[s];
    const grids = scenario.city.grids.map(({ id }) => id);
    return { volume, reference: reference.volume, grids, lines: askedLines(scenario) };
  }

  /**
   * Paths of a table of the notices, by scenario and replication.
   *
   * @param make Gives the paths of one replication.
   * @returns Paths.
   */
  noticePaths(
    make: (window: WindowSpec, input: NoticeInput) => readonly SeriesPath[],
  ): Iterable<SeriesPath> {
    const { references, referenceOf } = this.#runs;
    return new Again(() =>
      this.#each((s, replication) => {
        const { name: scenario, window, hospital } = this.#scenarios[s];
        const { volume } = this.#read(references + s, replication);
        const { volume: reference } = this.#read(referenceOf[s], replication);
        const operations = hospital.surgery.counted;
        return make(window, { scenario, replication, volume, reference, operations });
      })
    );
  }

  #datesOf({ start }: WindowSpec, days: number): readonly string[] {
    let dates = this.#dates.get(days);
    if (dates === undefined) {
      dates = Array.from({ length: days }, (_, day) => dateOf(start, day));
      this.#dates.set(days, dates);
    }
    return dates;
  }

  /** Measures, by scenario and replication. */
  get measures(): Iterable<MeasureRow> {
    return new Again(() => this.#each((s, r) => this.measuresOf(s, r)));
  }

  /** Series, by scenario and replication. */
  get paths(): Iterable<SeriesPath> {
    return new Again(() => this.#each((s, r) => this.pathsOf(s, r)));
  }

  /** The same, a row for each date. */
  get series(): Iterable<SeriesRow> {
    return new Again(() => this.#each((s, r) => this.pathsOf(s, r).flatMap(rowsOfPath)));
  }

  /** Values of uncertain parameters, by scenario and set. */
  parameters(seed: string, perSet: number): Iterable<ParameterRow> {
    const sets = Math.ceil(this.replications / perSet);
    const { all, references } = this.#runs;
    return new Again(function* () {
      for (const { scenario, drawn } of all.slice(references)) {
        if (!drawn) continue;
        const units = unitsOf(scenario);
        for (let set = 0; set < sets; set++) {
          for (const { path, value } of parametersOf(scenario, { seed, set })) {
            yield { scenario: scenario.name, set, path, unit: units.get(path) ?? "", value };
          }
        }
      }
    });
  }

  /**
   * Ordinary census from the start of the warm-up on, of every replication of a scenario's reference.
   *
   * @param s Index of the scenario [-].
   * @returns Series, one list per replication.
   */
  startsOf(s: number): Iterable<ReplicationRecord["start"]> {
    const run = this.#runs.referenceOf[s];
    const read = (r: number) => this.#read(run, r).start;
    const { replications } = this;
    return new Again(function* () {
      for (let r = 0; r < replications; r++) yield read(r);
    });
  }

  /** Details of every replication, by scenario. */
  get details(): ScenarioDetails[] {
    const { references } = this.#runs;
    const read = (s: number, r: number) => this.#read(references + s, r).detail;
    const { replications } = this;
    return this.#scenarios.map((scenario, s) => ({
      scenario,
      details: new Again(function* () {
        for (let r = 0; r < replications; r++) yield read(s, r);
      }),
    }));
  }

  *#each<T>(rows: (s: number, replication: number) => readonly T[]): Generator<T> {
    for (let s = 0; s < this.#scenarios.length; s++) {
      for (let r = 0; r < this.replications; r++) yield* rows(s, r);
    }
  }
}

/** Units of the uncertain numbers of a scenario, by path. */
function unitsOf({ uncertainty: { parameters, sets } }: Scenario): ReadonlyMap<string, string> {
  return new Map([
    ...parameters.map(({ path, unit }) => [path, unit] as const),
    ...(sets?.paths ?? []).map((path, i) => [path, sets!.units[i]] as const),
  ]);
}

function rowsOfPath({ dates, values, ...path }: SeriesPath): SeriesRow[] {
  return dates.map((date, i) => ({ ...path, date, value: values[i] }));
}

/** Weekly points of all lines and tiers as one path for each. */
function weeklyPaths(
  scenario: string,
  replication: number,
  points: readonly WeeklyPoint[],
): SeriesPath[] {
  const cells = Map.groupBy(
    points,
    ({ measure, line, tier, grid }) => [measure, line, tier, grid].join("\t"),
  );
  return [...cells.values()].map((weeks) => {
    const [{ measure, line, tier, grid }] = weeks;
    return {
      scenario,
      replication,
      ...NO_GROUPS,
      measure,
      unit: seriesDefinition(measure).unit,
      line,
      tier,
      grid,
      dates: weeks.map(({ date }) => date),
      values: Float64Array.from(weeks, ({ value }) => value),
    };
  });
}
