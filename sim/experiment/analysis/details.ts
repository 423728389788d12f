/**
 * What the details of replications say together: facilities at midnight, curves over the time since a
 * request or a need, passages between kinds of place.
 *
 * Each replication is gone through once; of the census of facilities, which is large, only sums are
 * kept.
 */
import { BED_OUTCOMES, COLOURS, FLOW_PLACES } from "../../domain/mod.ts";
import { detailOf, OUTCOME_DAYS, TRANSFER_HOURS } from "../../network/mod.ts";
import type { Scenario } from "../../scenario/mod.ts";
import type { CurveRow, FlowRow, ResultSet, Uncertainty } from "../results/mod.ts";
import { Cells } from "./_cells.ts";
import { FacilityDays } from "./_facility_days.ts";
import { checkPerSet } from "./_sets.ts";

/** The details of one scenario. */
export interface ScenarioDetails {
  /** The scenario. */
  readonly scenario: Scenario;
  /** Array of each replication, in the order of replications; see `detailOf`. */
  readonly details: Iterable<Float64Array>;
}

/** How details are summed up. */
export interface DetailOptions {
  /** Replications that share one set of drawn parameters [-]; default 1. */
  readonly replicationsPerSet?: number;
  /** What the spread of replications holds; default `replication`. */
  readonly uncertainty?: Uncertainty;
}

/** The tables of details. */
export type DetailTables = Pick<ResultSet, "facilityDays" | "curves" | "flows">;

const HOURS_PER_DAY = 24;
const TRANSFER_GROUPS = ["", ...COLOURS];
const OUTCOME_HOURS = Array.from({ length: OUTCOME_DAYS + 1 }, (_, day) => day * HOURS_PER_DAY);

/** One kind of curve: its groups, one after another, each at the same hours. */
interface Curves {
  readonly curve: CurveRow["curve"];
  readonly groups: readonly string[];
  readonly hours: readonly number[];
  readonly cells: Cells;
}

/** Rows of a kind of curve; none of a group that no replication has. */
function curveRows(
  { curve, groups, hours, cells }: Curves,
  common: Pick<CurveRow, "scenario" | "uncertainty">,
  perSet: number,
): CurveRow[] {
  return groups.flatMap((group, g) =>
    hours.map((hour, h) => {
      const { scenario, uncertainty } = common;
      const estimate = cells.at(g * hours.length + h, perSet);
      return { scenario, curve, group, hours: hour, ...estimate, uncertainty };
    })
  ).filter(({ replications }) => replications > 0);
}

/** Rows of passages that happened in some replication. */
function flowRows(scenario: string, cells: Cells, perSet: number): FlowRow[] {
  return FLOW_PLACES.flatMap((from, i) =>
    FLOW_PLACES.map((to, j) => {
      const estimate = cells.at(i * FLOW_PLACES.length + j, perSet);
      return { scenario, from, to, ...estimate };
    })
  ).filter(({ mean }) => mean > 0);
}

function tablesOf(
  { scenario, details }: ScenarioDetails,
  { replicationsPerSet: perSet = 1, uncertainty = "replication" }: DetailOptions,
): DetailTables {
  const facilityDays = new FacilityDays(scenario);
  const [transfers, outcomes, passages] = [new Cells(), new Cells(), new Cells()];
  for (const packed of details) {
    const detail = detailOf(packed, scenario.window);
    facilityDays.add(detail);
    transfers.add(detail.transfers);
    outcomes.add(detail.outcomes);
    passages.add(detail.passages);
  }
  const kinds: Curves[] = [
    {
      curve: "transfer_unfinished",
      groups: TRANSFER_GROUPS,
      hours: TRANSFER_HOURS,
      cells: transfers,
    },
    { curve: "bed_outcome", groups: BED_OUTCOMES, hours: OUTCOME_HOURS, cells: outcomes },
  ];
  const common = { scenario: scenario.name, uncertainty };
  return {
    facilityDays: facilityDays.rows,
    curves: kinds.flatMap((kind) => curveRows(kind, common, perSet)),
    flows: flowRows(scenario.name, passages, perSet),
  };
}

/**
 * Sums up the details of all scenarios.
 *
 * A replication in which a curve has no cases is left out of its mean, and `replications` says over how
 * many it is. Intervals are Student's, over replications; with several replications per set of drawn
 * parameters over means of sets. A passage that no replication has is no row.
 *
 * @param scenarios Details of each scenario.
 * @param options Replications per set, what the spread holds.
 * @returns Facilities by scenario, facility and day; curves by scenario, curve, group and time; passages
 * by scenario, where from and where to.
 * @throws {RangeError} When the number per set lies outside its domain, or an array is not of its
 * scenario's window.
 *
 * @example Two replications of the training grid
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { runReplication } from "../../network/mod.ts";
 * import { loadScenario } from "../../scenario/mod.ts";
 * import { detailTables } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const runs = [0, 1].map((replication) => runReplication(scenario, { seed: "1", replication }));
 * const { flows } = detailTables([{ scenario, details: runs.map(({ detail }) => detail) }]);
 * const died = flows.filter(({ to }) => to === "died").reduce((sum, { mean }) => sum + mean, 0);
 * assertEquals(died, runs.reduce((sum, run) => sum + run.died.length, 0) / 2);
 * ```
 */
export function detailTables(
  scenarios: Iterable<ScenarioDetails>,
  options: DetailOptions = {},
): DetailTables {
  checkPerSet(options.replicationsPerSet ?? 1);
  const tables = Array.from(scenarios, (scenario) => tablesOf(scenario, options));
  return {
    facilityDays: tables.flatMap(({ facilityDays }) => facilityDays),
    curves: tables.flatMap(({ curves }) => curves),
    flows: tables.flatMap(({ flows }) => flows),
  };
}
