/** Any rows as a table. */
import { assertEquals, assertThrows } from "@std/assert";
import { columnsOf, gather, rowsOf, tableOf } from "../../notebooks/toolkit/mod.ts";

const rows = [
  { scenario: "plan", ward: "icu", beds: 4 },
  { scenario: "plan", ward: "", beds: 9 },
  { scenario: "no_tiers", ward: "icu", beds: 6 },
];

Deno.test("gather() keeps the rows whose fields are as asked, one value or several", () => {
  assertEquals(gather(rows, { ward: "icu" }).map(({ beds }) => beds), [4, 6]);
  assertEquals(gather(rows, { scenario: ["plan", "no_tiers"], ward: "" }), [rows[1]!]);
  assertEquals(gather(new Set(rows), {}).length, 3);
});

Deno.test("gather() names the value that is nearest when no row fits", () => {
  const said = (where: Parameters<typeof gather<(typeof rows)[number]>>[1], text: string) =>
    assertThrows(() => gather(rows, where), RangeError, text);
  said({ scenario: "plann" }, 'no row has scenario "plann"; nearest is "plan"');
  said({ beds: 5, ward: "icu" }, 'no row has beds 5; nearest is "4"');
  said({ scenario: "no_tiers", ward: "" }, "no row has all of these together");
  assertThrows(() => gather(rows.slice(0, 0), {}), RangeError, "there is no row at all");
});

Deno.test("tableOf() takes all fields, or the columns named, with their units", () => {
  assertEquals(columnsOf(tableOf(rows)), ["scenario", "ward", "beds"]);
  const table = tableOf(rows, { ward: "ward", "beds [beds/1000]": ({ beds }) => beds / 1000 });
  assertEquals(rowsOf(table)[2], { ward: "icu", "beds [beds/1000]": 0.006 });
  assertThrows(
    () => tableOf(rows, { ward: "wards" as "ward" }),
    RangeError,
    'Cannot make a table as the rows must have the field "wards": nearest is "ward"',
  );
  assertThrows(() => tableOf([]), RangeError, "at least one row");
});
