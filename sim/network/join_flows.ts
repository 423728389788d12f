/** The flows of one replication, built and joined up. */
import { Arrivals } from "./arrivals.ts";
import { BedPlatform } from "./bed_platform.ts";
import { Capacity } from "./capacity.ts";
import { CaseFlow } from "./case_flow.ts";
import { ClinicFlow } from "./clinic.ts";
import { ClinicOpening } from "./clinic_opening.ts";
import { ContactFlow } from "./contact.ts";
import { EmergencyFlow } from "./emergency.ts";
import { Course } from "./course.ts";
import { Courses } from "./courses.ts";
import { Interventions } from "./interventions.ts";
import { ledgerAudit } from "./ledger.ts";
import { PresentFlow } from "./present_flow.ts";
import { ReferralFlow } from "./referral.ts";
import { RoutineFlow } from "./routine_flow.ts";
import { levelRows, levelSeries } from "./level_measures.ts";
import type { Row } from "./measures.ts";
import { ScreeningFlow } from "./screening.ts";
import { ServiceDays } from "./service_days.ts";
import { courseRows, serviceRows, serviceSeries } from "./service_measures.ts";
import type { SeriesPoint } from "./series.ts";
import { StayFlow } from "./stay.ts";
import { Telemedicine } from "./telemedicine.ts";
import { TransferFlow } from "./transfer.ts";
import { VisitingTeams } from "./visiting_teams.ts";
import type { World } from "./world.ts";

/** The flows that a replication itself asks, and how they all begin. */
export interface Joined {
  /** Infections. */
  readonly cases: CaseFlow;
  /** Begins all of them; once. */
  readonly start: () => void;
  /** Ends the counting of ordinary services; once, when all events have happened. */
  readonly close: () => void;
  /** Rows of ordinary services, levels and dated changes, once closed. */
  readonly rows: () => Row[];
  /** Series of ordinary services and levels, once closed. */
  readonly series: () => SeriesPoint[];
}

/**
 * Builds the flows of a replication and joins them up.
 *
 * @param world What they share; its `flows` are filled here.
 * @returns What the replication asks of them.
 */
export function joinFlows(world: World): Joined {
  const { scenario } = world;
  const capacity = new Capacity(world);
  const routine = new RoutineFlow(world, capacity);
  const services = new ServiceDays(world);
  const courses = new Courses(world);
  const cases = new CaseFlow(world);
  const present = new PresentFlow(world);
  const isPublished = scenario.referral.information.publishedEvery > 0;
  const platform = isPublished ? new BedPlatform(world) : undefined;
  Object.assign(world.flows, {
    cases,
    ...(scenario.referral.screenedShare > 0 && { screening: new ScreeningFlow(world) }),
    ...(world.primary?.on.teams && { visits: new VisitingTeams(world) }),
    ...(world.primary?.on.telemedicine && { telemedicine: new Telemedicine(world) }),
    ...(scenario.emergency.modelled && { emergency: new EmergencyFlow(world) }),
    course: new Course(world),
    contact: new ContactFlow(world),
    clinic: new ClinicFlow(world),
    ...(scenario.clinics.opening.share < 1 && { opening: new ClinicOpening(world) }),
    ...(platform !== undefined && { platform }),
    referral: new ReferralFlow(world),
    transfer: new TransferFlow(world),
    stay: new StayFlow(world),
    routine,
  });
  const arrivals = scenario.arrivals && new Arrivals(world);
  if (arrivals !== undefined) world.flows.arrivals = arrivals;
  const dated = scenario.interventions && new Interventions(world, capacity.watch);
  if (dated !== undefined) world.flows.closures = dated.closures;
  world.audits.push(ledgerAudit(world, (i) => capacity.idle.isOpen(i)));
  const start = () => {
    capacity.start();
    dated?.start();
    arrivals?.start();
    routine.start();
    services.start();
    courses.start();
    cases.start();
    present.start();
    platform?.start();
  };
  const close = () => {
    routine.close();
    services.close();
    courses.close();
  };
  const rows = () => [
    ...serviceRows(world, services.counts),
    ...courseRows(courses),
    ...levelRows(world),
    ...(dated?.rows() ?? []),
    ...(arrivals?.rows() ?? []),
  ];
  const series = () => [...serviceSeries(services), ...levelSeries(world)];
  return { cases, start, close, rows, series };
}
