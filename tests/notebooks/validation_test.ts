/** The kept table of validation as rows, counts and a figure. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  frameOf,
  oneOfEachCase,
  openTable,
  rowsOf,
  validationCounts,
  validationFigure,
  type ValidationRow,
  validationRows,
} from "../../notebooks/toolkit/mod.ts";

const none = { z: NaN, low: NaN, high: NaN };
const ROWS: readonly ValidationRow[] = [
  { ...none, kind: "study", case: "Stroke", quantity: "zero", reference: 0, ours: 1, holds: false },
  {
    ...none,
    kind: "study",
    case: "Stroke",
    quantity: "<b>",
    reference: 4,
    ours: 3,
    low: 2,
    high: 6,
    holds: true,
  },
  {
    ...none,
    kind: "queueing",
    case: "M/M/1",
    quantity: "L",
    reference: 5,
    ours: 6,
    z: 2,
    holds: true,
  },
  {
    ...none,
    kind: "queueing",
    case: "M/M/2",
    quantity: "L",
    reference: 5,
    ours: 10,
    z: 9,
    holds: false,
  },
];

interface Traces {
  readonly name: string;
  readonly x: (number | null)[];
  readonly y: (number | null)[];
  readonly error_x?: { readonly array: number[] };
}

function tracesOf(rows: readonly ValidationRow[], lang: "en" | "zh" = "en"): Traces[] {
  return validationFigure(rows, lang).data as Traces[];
}

Deno.test("validationRows() reads the kept table, and every case has a kind", async () => {
  const rows = validationRows(await openTable("../tests/validation/table_full.csv"));
  assert(rows.length > 1000);
  assertEquals(new Set(rows.map(({ kind }) => kind)).size, 5);
  assert(rows.filter(({ kind }) => kind === "study").every((row) => !/^M\//.test(row.case)));
  assert(rows.every(({ z, low }) => Number.isFinite(z) !== Number.isFinite(low)));
});

Deno.test("validationRows() refuses a table that is none of validation", () => {
  assertThrows(() => validationRows(frameOf([{ case: "a" }])), RangeError, 'column "verdict"');
});

Deno.test("validationCounts() counts cases, numbers, and those far out", () => {
  const [queueing, study] = rowsOf(validationCounts(ROWS));
  assertEquals(queueing.kind, "Queueing theory");
  assertEquals([queueing.cases, queueing.numbers, queueing["cases with z"]], [2, 2, 2]);
  assertEquals([queueing["beyond 1.96"], queueing.outside], [2, 1]);
  assertEquals([study.cases, study.numbers, study.outside], [1, 2, 1]);
});

Deno.test("oneOfEachCase() prefers a standard error, and wants a reference other than 0", () => {
  assertEquals(oneOfEachCase(ROWS).map(({ quantity }) => quantity), ["<b>", "L", "L"]);
});

Deno.test("validationFigure() sets each number beside 1, with its interval or its band", () => {
  const [band, within, outside] = tracesOf(ROWS);
  assertEquals(band.x, [0.5, 1.5, null]);
  assertEquals(within.x, [1.2, 0.75]);
  assertAlmostEquals(within.error_x!.array[0], 1.96 * 0.5 / 5);
  assertEquals([outside.name, outside.x], ["outside", [2]]);
  assert(within.y[0]! < outside.y[0]! && outside.y[0]! < within.y[1]!);
});

Deno.test("validationFigure() says how many are outside, escapes names and may be empty", () => {
  const layout = validationFigure(ROWS).layout as {
    meta: { description: string };
    yaxis: { ticktext: string[] };
  };
  assertEquals(
    layout.meta.description,
    "Ours ÷ reference. 3 numbers, 1 outside what is allowed; M/M/2: L",
  );
  assert(layout.yaxis.ticktext.includes("Stroke: &lt;b&gt;"));
  assertEquals(tracesOf(ROWS, "zh").map(({ name }) => name), [
    "容许范围",
    "在容许范围内",
    "在容许范围外",
  ]);
  assertEquals(tracesOf([]), []);
});

Deno.test("validationFigure() names a case once when it has several rows", () => {
  const twice = [ROWS[2], { ...ROWS[2], quantity: "Lq" }];
  const { yaxis } = validationFigure(twice).layout as { yaxis: { ticktext: string[] } };
  assertEquals(yaxis.ticktext, ["L", "Lq", "<b>Queueing theory</b>", "<b>M/M/1</b>"]);
});
