/**
 * One replication: builds the network from a scenario, runs it, gives back rows.
 *
 * The same scenario, seed and replication give the same rows, bit for bit, on any machine and
 * whatever else runs beside it.
 */
import { buildProfiles, CAPABILITIES } from "../domain/mod.ts";
import {
  distributionOf,
  Executive,
  KeyedDraws,
  keyOf,
  PriorityQueues,
  RUNGS,
  tabulated,
} from "../engine/mod.ts";
import type { DistributionSpec } from "../engine/mod.ts";
import { hospitalActs } from "../scenario/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { dayOf, MINUTES_PER_DAY } from "./calendar_days.ts";
import { bedQueueCount } from "./bed_search.ts";
import { Capacity } from "./capacity.ts";
import { CaseFlow } from "./case_flow.ts";
import { CaseRisks } from "./case_risks.ts";
import { ClinicFlow } from "./clinic.ts";
import { Collect } from "./collect.ts";
import { ContactFlow } from "./contact.ts";
import { EmergencyFlow } from "./emergency.ts";
import { Course } from "./course.ts";
import { HospitalTally } from "./hospital_tally.ts";
import { checkConservation } from "./invariants.ts";
import { missingCapabilities, rulesInForce } from "./candidates.ts";
import { layoutOf } from "./layout.ts";
import { CareLog } from "./log_schema.ts";
import { measuresOf } from "./measures.ts";
import type { Row } from "./measures.ts";
import { LINE, Patients } from "./patients.ts";
import { PresentFlow } from "./present_flow.ts";
import { PrimaryCare, primaryOn } from "./primary_care.ts";
import type { PrimaryFace } from "./primary_faces.ts";
import { Reception } from "./reception.ts";
import { ReferralFlow } from "./referral.ts";
import { RoutineFlow } from "./routine_flow.ts";
import { RoutineVisits } from "./routine_visits.ts";
import { ScreeningFlow } from "./screening.ts";
import { seriesOf, startOf } from "./series.ts";
import type { SeriesPoint } from "./series.ts";
import { StayFlow } from "./stay.ts";
import { Telemedicine } from "./telemedicine.ts";
import { TransferFlow } from "./transfer.ts";
import { VisitingTeams } from "./visiting_teams.ts";
import { Wards } from "./wards.ts";
import type { Laws, LogFace, World } from "./world.ts";

/** What a replication is asked for. */
export interface ReplicationOptions {
  /** Seed. */
  readonly seed: string;
  /** Replication, from 0 [-]. */
  readonly replication: number;
  /** Whether to keep the event log. */
  readonly log?: boolean;
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
  /** Ordinary volume by week, line and tier: `(week * 4 + line) * 3 + tier`. */
  readonly volume: Float64Array;
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

const law = (spec: DistributionSpec) => tabulated(distributionOf(spec));

function lawsOf({ course, contact, clinics, referral, transfer }: Scenario): Laws {
  const mild = law(course.mild);
  const { moderate, severe, critical } = contact.noticeDelay;
  return {
    incubation: law(course.incubation),
    state: [mild, mild, law(course.moderate), law(course.severe), law(course.critical)],
    convalescence: law(course.convalescence),
    onsetDelay: law(contact.onsetDelay),
    notice: [mild, mild, law(moderate), law(severe), law(critical)],
    consultation: law(clinics.consultation),
    patience: law(clinics.patience),
    handOver: law(referral.handOver),
    load: law(transfer.load),
    unload: law(transfer.unload),
  };
}

/** Builds everything that the flows share; the flows themselves are joined in afterwards. */
function worldOf(scenario: Scenario, options: ReplicationOptions): World {
  const { days, runOnDays, warmUpDays } = scenario.window;
  const executive = new Executive({
    start: -warmUpDays * MINUTES_PER_DAY,
    end: (days + runOnDays) * MINUTES_PER_DAY,
  });
  const layout = layoutOf(scenario);
  const patients = new Patients();
  const profiles = buildProfiles({
    people: scenario.people,
    ageShares: scenario.city.ageShares,
    severity: scenario.course.severity,
    veryOldAge: scenario.referral.veryOldAge,
  });
  const rules = [scenario.referral.rules, scenario.referral.otherwise]
    .map((set) => rulesInForce(set, { scenario, layout, profiles }));
  const world = {
    scenario,
    executive,
    draws: new KeyedDraws(keyOf(options.seed, options.replication)),
    layout,
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
    reception: new Reception({ days: days + runOnDays, patients, profiles, clock: executive }),
    primary: null as PrimaryFace | null,
    hospital: hospitalActs(scenario.hospital) ? new HospitalTally(scenario) : null,
    log: null as LogFace | null,
    flows: {} as World["flows"],
  };
  if (primaryOn(scenario.primary).any) world.primary = new PrimaryCare(world);
  if (options.log) world.log = new CareLog(world);
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

/**
 * Runs one replication of a scenario.
 *
 * @param scenario A checked scenario.
 * @param options Seed, replication, log.
 * @returns Rows of measures and series, volumes, deaths.
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
  const world = worldOf(scenario, options);
  const capacity = new Capacity(world);
  const routine = new RoutineFlow(world, capacity);
  const visits = new RoutineVisits(world, capacity);
  const cases = new CaseFlow(world);
  const present = new PresentFlow(world);
  Object.assign(world.flows, {
    cases,
    ...(scenario.referral.screenedShare > 0 && { screening: new ScreeningFlow(world) }),
    ...(world.primary?.on.teams && { visits: new VisitingTeams(world) }),
    ...(world.primary?.on.telemedicine && { telemedicine: new Telemedicine(world) }),
    ...(scenario.emergency.modelled && { emergency: new EmergencyFlow(world) }),
    course: new Course(world),
    contact: new ContactFlow(world),
    clinic: new ClinicFlow(world),
    referral: new ReferralFlow(world),
    transfer: new TransferFlow(world),
    stay: new StayFlow(world),
    routine,
  });
  const designatedShare = snapshotAt(world, "2023-01-12");
  if (options.onProgress) watch(world, options.onProgress);
  capacity.start();
  routine.start();
  visits.start();
  cases.start();
  present.start();
  world.executive.run();
  routine.close();
  const infected = cases.drawn.reduce((a, b) => a + b, 0);
  checkConservation(world, infected, cases.foreseen);
  const { collect, executive, patients } = world;
  for (const p of patients.handles()) {
    world.primary?.access.ends(p, 0);
    if (patients.rule[p] >= 0) collect.requestClosed(p, executive.end, 0);
  }
  world.reception.finish();
  return {
    scenario: scenario.name,
    replication: options.replication,
    measures: measuresOf(world, designatedShare.value),
    series: seriesOf(world),
    start: startOf(world),
    volume: collect.volume,
    died: Float64Array.from(collect.died).sort(),
    events: executive.eventsDone,
    infected,
    met: patients.taken,
    log: world.log as CareLog | null,
  };
}
