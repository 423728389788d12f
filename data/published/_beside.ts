/** Service volume of runs beside published ratios to 2019. */
import { periodShare, referenceOf } from "../../sim/experiment/mod.ts";
import type { PeriodQuestion } from "../../sim/experiment/mod.ts";
import { runReplication } from "../../sim/network/mod.ts";
import type { Scenario } from "../../sim/scenario/mod.ts";
import { tInterval } from "../../sim/engine/mod.ts";
import type { Row } from "../_table.ts";

/** A published ratio with what of a run it is laid beside. */
export interface Published {
  /** Name, e.g. `all_visits`. */
  readonly series: string;
  /** Month, quarter or year, e.g. `2020-02`, `2020-Q1`. */
  readonly period: string;
  /** Where it holds. */
  readonly region: string;
  /** Ratio [-]; NaN where none was found. */
  readonly ratio: number;
  /** What is asked of a run; none where the tables have no such institutions. */
  readonly question: PeriodQuestion | undefined;
}

/** What runs of a scenario say beside a published ratio. */
export interface Ours {
  /** Scenario. */
  readonly scenario: string;
  /** Mean over replications [-]; NaN where the runs do not hold the period. */
  readonly mean: number;
  /** Lower end of its 95 % interval [-]; NaN with one replication. */
  readonly low: number;
  /** Upper end [-]. */
  readonly high: number;
}

/** First and last day of a month, quarter or year. */
function daysOf(period: string): { readonly from: string; readonly to: string } {
  const [, year, kind, number] = /^(\d{4})(?:-(Q?)(\d{1,2}))?$/.exec(period) ?? [];
  if (year === undefined) {
    throw new RangeError(
      `Cannot read a period as it must be a year, a quarter or a month: current period is "${period}"`,
    );
  }
  const [months, place] = number === undefined ? [12, 1] : kind === "Q" ? [3, +number] : [1, +number];
  const first = Temporal.PlainDate.from({ year: +year, month: (place - 1) * months + 1, day: 1 });
  const last = first.add({ months }).subtract({ days: 1 });
  return { from: first.toString(), to: last.toString() };
}

/** Published ratios of a table. */
export function publishedOf(rows: readonly Row[]): Published[] {
  return rows.map(({ series, period, region, institution, quantity, ratio }) => ({
    series,
    period,
    region,
    ratio: ratio === "" ? NaN : Number(ratio),
    question: institution === "" ? undefined : {
      ...daysOf(period),
      institution: institution as PeriodQuestion["institution"],
      quantity: quantity as PeriodQuestion["quantity"],
    },
  }));
}

/** How runs are made. */
export interface Runs {
  /** Replications of each scenario [-]. */
  readonly replications: number;
  /** Seed. */
  readonly seed: string;
}

/**
 * Runs scenarios with their references and lays their volume beside published ratios.
 *
 * @param published Ratios.
 * @param scenarios Scenarios.
 * @param runs Replications and seed.
 * @returns For each ratio what each scenario says, in their order.
 */
export function beside(
  published: readonly Published[],
  scenarios: readonly Scenario[],
  { replications, seed }: Runs,
): Ours[][] {
  const shares = published.map(() => scenarios.map((): number[] => []));
  scenarios.forEach((scenario, s) => {
    const reference = referenceOf(scenario);
    for (let replication = 0; replication < replications; replication++) {
      const [own, other] = [scenario, reference]
        .map((one) => runReplication(one, { seed, replication }).volume);
      const input = { volume: own, reference: other };
      published.forEach(({ question }, p) => {
        const share = question === undefined ? NaN : periodShare(scenario.window, input, question);
        shares[p][s].push(share);
      });
    }
  });
  return shares.map((of) =>
    of.map((values, s) => {
      const { mean, low, high } = tInterval(values);
      return { scenario: scenarios[s].name, mean, low, high };
    })
  );
}

const percent = (share: number): string =>
  Number.isNaN(share) ? "–" : `${(100 * share).toFixed(1)} %`;

/**
 * The comparison as a Markdown table: published, and for each scenario ours with its interval and the
 * difference in points.
 *
 * @param published Ratios.
 * @param ours What scenarios say.
 * @returns Lines of text.
 */
export function besideTable(published: readonly Published[], ours: readonly Ours[][]): string[] {
  const names = ours[0]?.map(({ scenario }) => scenario) ?? [];
  const cell = ({ mean, low, high }: Ours, ratio: number): string => {
    if (Number.isNaN(mean)) return "–";
    const range = Number.isNaN(low)
      ? ""
      : ` (${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)})`;
    const points = 100 * (mean - ratio);
    const off = Number.isNaN(ratio) ? "" : `, ${points < 0 ? "−" : "+"}${
      Math.abs(points).toFixed(1)
    }`;
    return `${percent(mean)}${range}${off}`;
  };
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const head = ["series", "period", "region", "published", ...names];
  return [
    line(head),
    line(head.map(() => "---")),
    ...published.map(({ series, period, region, ratio }, p) =>
      line([series, period, region, percent(ratio), ...ours[p].map((one) => cell(one, ratio))])
    ),
  ];
}
