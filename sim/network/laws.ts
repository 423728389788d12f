/** The laws of a scenario's durations, tabulated once for each replication. */
import { distributionOf, tabulated } from "../engine/mod.ts";
import type { Distribution, DistributionSpec } from "../engine/mod.ts";
import type { Scenario } from "../scenario/mod.ts";

/** Laws of the durations, ready for fast sampling. */
export interface Laws {
  /** Infection to onset [min]. */
  readonly incubation: Distribution;
  /** Durations by severity, mild (and asymptomatic) to critical [min]. */
  readonly state: readonly Distribution[];
  /** Convalescence [min]. */
  readonly convalescence: Distribution;
  /** Onset to contact [min]. */
  readonly onsetDelay: Distribution;
  /** Worsening to own notice, by severity [min]. */
  readonly notice: readonly Distribution[];
  /** Consultation [min]. */
  readonly consultation: Distribution;
  /** Patience of the mild [min]. */
  readonly patience: Distribution;
  /** Hand-over [min]. */
  readonly handOver: Distribution;
  /** Loading [min]. */
  readonly load: Distribution;
  /** Unloading [min]. */
  readonly unload: Distribution;
}

const law = (spec: DistributionSpec) => tabulated(distributionOf(spec));

/**
 * Laws of the durations of a scenario, ready for fast sampling.
 *
 * @param scenario A checked scenario.
 * @returns The laws [min].
 */
export function lawsOf({ course, contact, clinics, referral, transfer }: Scenario): Laws {
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
