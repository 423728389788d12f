/** The flows of one replication, built and joined up. */
import { BedPlatform } from "./bed_platform.ts";
import { Capacity } from "./capacity.ts";
import { CaseFlow } from "./case_flow.ts";
import { ClinicFlow } from "./clinic.ts";
import { ClinicOpening } from "./clinic_opening.ts";
import { ContactFlow } from "./contact.ts";
import { EmergencyFlow } from "./emergency.ts";
import { Course } from "./course.ts";
import { ledgerAudit } from "./ledger.ts";
import { PresentFlow } from "./present_flow.ts";
import { ReferralFlow } from "./referral.ts";
import { RoutineFlow } from "./routine_flow.ts";
import { RoutineVisits } from "./routine_visits.ts";
import { ScreeningFlow } from "./screening.ts";
import { StayFlow } from "./stay.ts";
import { Telemedicine } from "./telemedicine.ts";
import { TransferFlow } from "./transfer.ts";
import { VisitingTeams } from "./visiting_teams.ts";
import type { World } from "./world.ts";

/** The flows that a replication itself asks, and how they all begin. */
export interface Joined {
  /** Ordinary inpatients. */
  readonly routine: RoutineFlow;
  /** Infections. */
  readonly cases: CaseFlow;
  /** Begins all of them; once. */
  readonly start: () => void;
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
  const visits = new RoutineVisits(world, capacity);
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
  world.audits.push(ledgerAudit(world, (i) => capacity.idle.isOpen(i)));
  const start = () => {
    capacity.start();
    routine.start();
    visits.start();
    cases.start();
    present.start();
    platform?.start();
  };
  return { routine, cases, start };
}
