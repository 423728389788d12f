/** The kept table of numbers of ours beside theory and published studies. */
import { type Frame, frameOf, rowsOf } from "./frames.ts";

/** What a case is a case of, in the order of figures and tables. */
export const VALIDATION_KINDS = [
  { kind: "queueing", en: "Queueing theory", zh: "排队论", begins: /^/ },
  {
    kind: "study",
    en: "Published studies",
    zh: "已发表的研究",
    begins: /^(Urgent care|Nelson|Stroke|Intensive care)/,
  },
  { kind: "network", en: "The care network itself", zh: "救治网络本身", begins: /^Care network/ },
  {
    kind: "random",
    en: "Random numbers and their laws",
    zh: "随机数与分布",
    begins: /^(Uniforms|Variates|Clinic by the hour)/,
  },
  {
    kind: "statistics",
    en: "Intervals and procedures",
    zh: "区间与统计程序",
    begins: /^(Coverage|Warm-up|Common random|Rinott|Kim and|Optimal|Experiment)/,
  },
] as const;

/** What a case is a case of. */
export type ValidationKind = typeof VALIDATION_KINDS[number]["kind"];

/** A number of ours beside its reference. */
export interface ValidationRow {
  /** What it is a case of. */
  readonly kind: ValidationKind;
  /** Name of the case. */
  readonly case: string;
  /** What it is, with unit. */
  readonly quantity: string;
  /** What it should be [unit of the quantity]. */
  readonly reference: number;
  /** What came out [unit of the quantity]. */
  readonly ours: number;
  /** Distance in standard errors [-]; NaN when a band judges. */
  readonly z: number;
  /** Lower end of the band [unit of the quantity]; NaN when z judges. */
  readonly low: number;
  /** Upper end [unit of the quantity]. */
  readonly high: number;
  /** Whether its rule holds. */
  readonly holds: boolean;
}

function kindOf(name: string): ValidationKind {
  return VALIDATION_KINDS.findLast(({ begins }) => begins.test(name))!.kind;
}

/**
 * Reads the rows of the table that `deno task validate` writes.
 *
 * @param table The table, as `openTable` gives it.
 * @returns One row per number, in its order, each with its kind.
 * @throws {RangeError} When it has no column of that name.
 *
 * @example One number of queueing theory
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { frameOf } from "./frames.ts";
 * import { validationRows } from "./validation_table.ts";
 *
 * const line = { case: "M/M/1", quantity: "L", reference: 5, ours: 5.1, z: 0.4 };
 * const table = frameOf([{ ...line, low: NaN, high: NaN, verdict: "green" }]);
 * assertEquals(validationRows(table).map(({ kind, holds }) => [kind, holds]), [["queueing", true]]);
 * ```
 */
export function validationRows(table: Frame): ValidationRow[] {
  return rowsOf(table).map((line) => {
    const { verdict } = line;
    if (verdict === undefined) {
      throw new RangeError(
        `Cannot read a table of validation as it must have the column "verdict": there are ` +
          Object.keys(line).join(", "),
      );
    }
    const [reference, ours, z, low, high] = ["reference", "ours", "z", "low", "high"]
      .map((column) => line[column] === "" ? NaN : Number(line[column]));
    const name = String(line.case);
    const quantity = String(line.quantity);
    const holds = verdict === "green";
    return { kind: kindOf(name), case: name, quantity, reference, ours, z, low, high, holds };
  });
}

/**
 * One number of each case that is worth a row: the first with a standard error and a reference other
 * than 0, else the first with a band and such a reference.
 *
 * @param rows Rows.
 * @returns At most one row per case, in their order.
 */
export function oneOfEachCase(rows: readonly ValidationRow[]): ValidationRow[] {
  return [...Map.groupBy(rows, (row) => row.case).values()].flatMap((own) => {
    const useful = own.filter(({ reference }) => reference !== 0);
    const chosen = useful.find(({ z }) => Number.isFinite(z)) ?? useful[0];
    return chosen === undefined ? [] : [chosen];
  });
}

/**
 * Counts cases and numbers by kind, and how many cases lie far out.
 *
 * Numbers of one case come from the same runs and stray together, so of each case one number is
 * looked at.
 *
 * @param rows Rows.
 * @returns One row per kind that there is: kind, 类别, cases, numbers, `cases with z` that have a number
 * with a standard error, `beyond 1.96`: those of them whose first such number is farther than 1.96
 * standard errors from its reference, and `outside`: numbers whose rule does not hold.
 */
export function validationCounts(rows: readonly ValidationRow[]): Frame {
  return frameOf(
    VALIDATION_KINDS.map(({ kind, en, zh }) => {
      const own = rows.filter((row) => row.kind === kind);
      const tested = oneOfEachCase(own).filter(({ z }) => Number.isFinite(z));
      return {
        kind: en,
        类别: zh,
        cases: new Set(own.map((row) => row.case)).size,
        numbers: own.length,
        "cases with z": tested.length,
        "beyond 1.96": tested.filter(({ z }) => Math.abs(z) > 1.96).length,
        outside: own.filter(({ holds }) => !holds).length,
      };
    }).filter(({ numbers }) => numbers > 0),
  );
}
