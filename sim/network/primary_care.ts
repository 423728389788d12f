/** The primary level of one replication: what of it is on, and its parts. */
import type { PrimarySpec } from "../scenario/mod.ts";
import { AccessCounts } from "./access_counts.ts";
import { AntigenKits } from "./antigen_kits.ts";
import { Antivirals } from "./antivirals.ts";
import { CareHomes } from "./care_homes.ts";
import { FamilyDoctors } from "./family_doctors.ts";
import { Medicines } from "./medicines.ts";
import type { PrimaryFace, PrimaryOn } from "./primary_faces.ts";
import type { World } from "./world.ts";

const some = (shares: object) => Object.values(shares).some((share) => share > 0);

/**
 * What of the primary level is on.
 *
 * @param spec The section of the scenario.
 * @returns Flags.
 */
export function primaryOn(spec: PrimarySpec): PrimaryOn {
  const { doctors, online, careHomes } = spec;
  const kits = spec.kits.limited || some(spec.kits.selfTest);
  const teams = spec.teams.limited || spec.teams.sampling > 0 || careHomes.seenInPlace;
  const telemedicine = spec.telemedicine.advisers > 0;
  const antivirals = spec.antivirals.stock > 0 || spec.antivirals.replenished > 0;
  const medicines = spec.medicines.stock > 0 || spec.medicines.replenished > 0;
  const homes = (careHomes.notice !== 1 || careHomes.assigned > 0) &&
    careHomes.mobile + careHomes.immobile > 0;
  const any = kits || teams || telemedicine || antivirals || medicines || homes ||
    spec.accessMeasures ||
    doctors.telephone > 0 || doctors.calls > 0 || some(online);
  return { kits, teams, telemedicine, antivirals, medicines, any };
}

/** The parts of the primary level that other flows ask. */
export class PrimaryCare implements PrimaryFace {
  /** What is on. */
  readonly on: PrimaryOn;
  /** Antigen kits. */
  readonly kits: AntigenKits;
  /** Family doctors. */
  readonly doctors: FamilyDoctors;
  /** Care homes. */
  readonly careHomes: CareHomes;
  /** Antivirals; undefined when they are off. */
  readonly antivirals?: Antivirals;
  /** Chinese medicines; undefined when they are off. */
  readonly medicines?: Medicines;
  /** Counts of access. */
  readonly access: AccessCounts;

  /** @param world The replication. */
  constructor(world: World) {
    this.on = primaryOn(world.scenario.primary);
    this.kits = new AntigenKits(world);
    this.doctors = new FamilyDoctors(world);
    this.careHomes = new CareHomes(world);
    if (this.on.antivirals) this.antivirals = new Antivirals(world);
    if (this.on.medicines) this.medicines = new Medicines(world);
    this.access = new AccessCounts(world);
  }

  /**
   * Offers a known case that has been seen medicines and antivirals. May draw blocks.
   *
   * @param p Patient [-].
   */
  treats(p: number): void {
    this.antivirals?.offer(p);
    this.medicines?.offer(p);
  }
}
