/** What decisions and contacts ask of what is published of beds, and of which clinics are open. */

/** Free beds as they are published. */
export interface PlatformFace {
  /** Whether those who wait are being given beds now, by the live state. */
  readonly isMatching: boolean;
  /** Free beds of wards published as full, over publications [beds] -- statistic. */
  readonly unseen: number;
  /** Publications that beds could be unseen before [1] -- statistic. */
  readonly publications: number;
  /** Facilities that had no bed on confirmation [1] -- statistic. */
  readonly confirmations: number;
  /** Time that this took [min] -- statistic. */
  readonly confirming: number;
  /** Free beds of a ward at the last publication [beds]. */
  shown(ward: number): number;
  /** A ward published free has no bed for a patient: it takes time to hear so. Draws a block. */
  confirm(p: number, ward: number): void;
  /** A bed of a ward is about to be held: refuses one that nobody can know of. */
  check(ward: number): void;
}

/** Fever clinics of primary facilities that open later. */
export interface OpeningFace {
  /** From when each facility's clinic is open [min]; −Infinity for the whole run. */
  readonly from: Float64Array;
  /** Visits that found a clinic not open yet [visits] -- statistic. */
  readonly turnedAway: number;
  /** Whether a facility's clinic has opened, at whatever hour of the day. */
  isOpen(facility: number): boolean;
  /** The same at the door of a patient; counts those who find it not open yet. */
  turnsAway(p: number, facility: number): boolean;
}
