/** What a run of a model gave. */
export interface ModelRun {
  /** Events of the model: arrivals and ends of services or stays, or holds [events]. */
  readonly events: number;
  /** What the result is checked by. */
  readonly checks: Readonly<Record<string, number>>;
}
