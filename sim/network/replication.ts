/**
 * One replication: builds the network from a scenario, runs it, gives back rows.
 *
 * The same scenario, seed and replication give the same rows, bit for bit, on any machine and
 * whatever else runs beside it.
 */
import { buildProfiles, CAPABILITIES } from "../domain/mod.ts";
import { Executive, KeyedDraws, keyOf, PriorityQueues, RUNGS } from "../engine/mod.ts";
import { hospitalActs } from "../scenario/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { dayOf, MINUTES_PER_DAY } from "./calendar_days.ts";
import { bedQueueCount } from "./bed_search.ts";
import { CaseRisks } from "./case_risks.ts";
import { Collect } from "./collect.ts";
import { Epidemic } from "./epidemic.ts";
import { HospitalTally } from "./hospital_tally.ts";
import { Invariants } from "./invariants.ts";
import { missingCapabilities } from "./candidates.ts";
import { packDetail } from "./detail.ts";
import { joinFlows } from "./join_flows.ts";
import type { Joined } from "./join_flows.ts";
import { lawsOf } from "./laws.ts";
import { layoutOf } from "./layout.ts";
import { CareLog } from "./log_schema.ts";
import type { LogTarget } from "./log_schema.ts";
import { MidnightCensus } from "./midnight_census.ts";
import { measuresOf } from "./measures.ts";
import type { Row } from "./measures.ts";
import { LINE, Patients } from "./patients.ts";
import { rulesOverTime } from "./phases.ts";
import { PrimaryCare, primaryOn } from "./primary_care.ts";
import type { PrimaryFace } from "./primary_faces.ts";
import { Reception } from "./reception.ts";
import { ServiceVolume } from "./service_volume.ts";
import { seriesOf, startOf } from "./series.ts";
import type { SeriesPoint } from "./series.ts";
import { Wards } from "./wards.ts";
import type { LogFace, World } from "./world.ts";

/** What a replication is asked for. */
export interface ReplicationOptions {
  /** Seed. */
  readonly seed: string;
  /** Replication, from 0 [-]. */
  readonly replication: number;
  /** Whether to keep the event log, or what takes its rows instead. */
  readonly log?: boolean | LogTarget;
  /** Key of the only person to log, in more depth; everybody when left out [-]. */
  readonly follow?: number;
  /** Called once a simulated day with the share of the run done [-]. */
  readonly onProgress?: (share: number) => void;
}

/** What a replication gives. */
export interface ReplicationResult {
  /** Scenario. */
  readonly scenario: string;
  /** Replication [-]. */
  readonly replication: number;
  /** Measures. */
  readonly measures: readonly Row[];
  /** Daily series. */
  readonly series: readonly SeriesPoint[];
  /**
   * Daily mean of ordinary patients in beds by ward type, to check the warm-up: measure `census`,
   * line `ordinary`, one value a day [patients] from the first day of the warm-up to the end of the
   * run, so that the first is of day −warmUpDays.
   */
  readonly start: readonly SeriesPoint[];
  /** Ordinary volume served, packed; see `volumesOf`. */
  readonly volume: Float64Array;
  /** Beds by facility, curves, passages between kinds of place, packed; see `detailOf`. */
  readonly detail: Float64Array;
  /** Keys of those who died, ascending. */
  readonly died: Float64Array;
  /** Events simulated [events]. */
  readonly events: number;
  /** Infected [persons]. */
  readonly infected: number;
  /** People who met the network [persons]. */
  readonly met: number;
  /** Event log; null when it was off. */
  readonly log: CareLog | null;
}

/**
 * Residents for each patient, and for each notice of the calendar, for whom memory is set aside. It is
 * about what the wave of Beijing takes; memory that nothing is written to costs nothing, and where more
 * are needed they get it, at the price of copying.
 */
const RESIDENTS_PER_ROW = 50;
const RESIDENTS_PER_NOTICE = 16;

/** Builds everything that the flows share; the flows themselves are joined in afterwards. */
function worldOf(scenario: Scenario, options: ReplicationOptions): World {
  const { days, runOnDays, warmUpDays } = scenario.window;
  const layout = layoutOf(scenario);
  const residents = layout.grids.population.reduce((sum, n) => sum + n, 0);
  const executive = new Executive({
    start: -warmUpDays * MINUTES_PER_DAY,
    end: (days + runOnDays) * MINUTES_PER_DAY,
    room: Math.ceil(residents / RESIDENTS_PER_NOTICE),
  });
  const draws = new KeyedDraws(keyOf(options.seed, options.replication));
  const patients = new Patients(Math.ceil(residents / RESIDENTS_PER_ROW));
  const profiles = buildProfiles({
    people: scenario.people,
    ageShares: scenario.city.ageShares,
    severity: scenario.course.severity,
    veryOldAge: scenario.referral.veryOldAge,
    coverage: scenario.primary.doctors.coverage,
  });
  const rules = rulesOverTime({ scenario, layout, profiles });
  const world = {
    scenario,
    executive,
    draws,
    layout,
    epidemic: new Epidemic(scenario, layout, draws),
    profiles,
    risks: new CaseRisks(scenario, profiles),
    laws: lawsOf(scenario),
    rules,
    missing: missingCapabilities(scenario.city, layout),
    capabilityCodes: scenario.referral.capabilityNeeds.map((n) =>
      CAPABILITIES.indexOf(n.capability)
    ),
    patients,
    wards: new Wards(scenario, layout, days + runOnDays),
    bedQueues: new PriorityQueues({
      queues: bedQueueCount(rules, layout),
      table: patients,
      line: LINE.BED,
      time: (table) => table.requestedAt,
    }),
    collect: new Collect(scenario, layout, patients, profiles, executive),
    census: new MidnightCensus(scenario.city, layout, days + runOnDays),
    volume: new ServiceVolume(scenario.window, layout.grids.ids.length),
    reception: new Reception({ days: days + runOnDays, patients, profiles, clock: executive }),
    primary: null as PrimaryFace | null,
    hospital: hospitalActs(scenario.hospital) ? new HospitalTally(scenario) : null,
    log: null as LogFace | null,
    audits: [] as World["audits"],
    flows: {} as World["flows"],
  };
  if (primaryOn(scenario.primary).any) world.primary = new PrimaryCare(world);
  if (options.log) world.log = new CareLog(world, options);
  return world;
}

/** Share of COVID inpatients in designated and sub-designated hospitals, taken at one instant. */
function snapshotAt(world: World, date: string): { value: number } {
  const taken = { value: NaN };
  const { executive, wards, layout, scenario } = world;
  const time = (dayOf(scenario.window.start, date) + 0.5) * MINUTES_PER_DAY;
  const take = executive.on("snapshot", RUNGS.statistics, () => {
    let inside = 0;
    let all = 0;
    wards.covid.forEach((n, w) => {
      all += n;
      if (layout.facilities.designated[layout.wardFacility[w]] === 1) inside += n;
    });
    taken.value = all > 0 ? inside / all : NaN;
  });
  if (time >= executive.now && time <= executive.end) executive.at(time, take, 0);
  return taken;
}

function watch(world: World, onProgress: (share: number) => void): void {
  const { executive, scenario: { window } } = world;
  const last = window.days + window.runOnDays;
  const tick = executive.on("progress", RUNGS.statistics, (day) => {
    onProgress(day / last);
    if (day < last) executive.after(MINUTES_PER_DAY, tick, day + 1);
  });
  executive.at(0, tick, 0);
}

/** What a replication gives, once all events have happened. */
function resultOf(
  world: World,
  { cases, close, rows, series }: Joined,
  { replication, designatedShare }: { replication: number; designatedShare: number },
): ReplicationResult {
  close();
  const infected = cases.drawn.reduce((a, b) => a + b, 0);
  const { collect, executive, patients } = world;
  for (const p of patients.handles()) {
    world.primary?.access.ends(p, 0);
    if (patients.rule[p] >= 0) collect.requestClosed(p, executive.end, 0);
    collect.ends.stillThere(p, executive.end);
  }
  world.reception.finish();
  return {
    scenario: world.scenario.name,
    replication,
    measures: [...measuresOf(world, designatedShare), ...rows()],
    series: [...seriesOf(world), ...series()],
    start: startOf(world),
    volume: world.volume.packed,
    detail: packDetail(world),
    died: Float64Array.from(collect.died).sort(),
    events: executive.eventsDone,
    infected,
    met: patients.taken,
    log: world.log as CareLog | null,
  };
}

/** A replication that has begun. */
export interface LiveReplication {
  /** What its parts share. */
  readonly world: World;
  /** Lets the events happen, and checks. */
  readonly invariants: Invariants;
  /** Gives the rows; once, when all events have happened. */
  readonly finish: () => ReplicationResult;
}

/**
 * Builds the network of one replication and starts its parts; no event has happened yet.
 *
 * @param scenario A checked scenario.
 * @param options Seed, replication, log.
 * @returns The replication at its first instant.
 */
export function beginReplication(
  scenario: Scenario,
  options: ReplicationOptions,
): LiveReplication {
  const world = worldOf(scenario, options);
  const joined = joinFlows(world);
  const designatedShare = snapshotAt(world, "2023-01-12");
  if (options.onProgress) watch(world, options.onProgress);
  joined.start();
  const { replication } = options;
  return {
    world,
    invariants: new Invariants(world, joined.cases, replication),
    finish: () => resultOf(world, joined, { replication, designatedShare: designatedShare.value }),
  };
}

/**
 * Runs one replication of a scenario.
 *
 * @param scenario A checked scenario.
 * @param options Seed, replication, log.
 * @returns Rows of measures and series, volumes, details, deaths.
 * @throws {SimulationError} When an invariant of the model breaks.
 *
 * @example One replication of the training grid
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../scenario/mod.ts";
 * import { runReplication } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const { measures, infected } = runReplication(scenario, { seed: "1", replication: 0 });
 * assertEquals(measures.find((row) => row.measure === "infected")?.value, infected);
 * ```
 */
export function runReplication(scenario: Scenario, options: ReplicationOptions): ReplicationResult {
  const { invariants, finish } = beginReplication(scenario, options);
  invariants.run();
  return finish();
}
