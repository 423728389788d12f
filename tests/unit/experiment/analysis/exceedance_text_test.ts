import { assertEquals, assertThrows } from "@std/assert";
import { KeyedDraws, keyOf } from "../../../../sim/engine/mod.ts";
import {
  checkExceedance,
  DEFAULT_EXCEEDANCES,
  formatExceedance,
  parseExceedance,
} from "../../../../sim/experiment/analysis/mod.ts";

Deno.test("parseExceedance() reads series, groups, level and days", () => {
  assertEquals(parseExceedance("bed_occupancy[ward=icu] >= 100 % for more than 3 d"), {
    measure: "bed_occupancy",
    groups: { ward: "icu" },
    level: 1,
    orAt: true,
    days: 3,
  });
  assertEquals(parseExceedance(" census [ line = covid , ward=general ]>1e3 "), {
    measure: "census",
    groups: { line: "covid", ward: "general" },
    level: 1000,
    orAt: false,
    days: 0,
  });
  assertEquals(
    parseExceedance("waiting > 5 for more than 2 d in  all "),
    parseExceedance("waiting > 5 for more than 2 d"),
  );
  assertEquals(parseExceedance("vehicles_busy > .07").level, 0.07);
  assertEquals(parseExceedance("vehicles_busy > 7%").level, 0.07);
});

Deno.test("formatExceedance() writes what parseExceedance() reads", () => {
  for (
    const text of [
      "bed_occupancy[ward=icu] >= 100 % for more than 3 d in all",
      "bed_occupancy[ward=sub_icu] > 7 %",
      "waiting > 500 for more than 1 d in all",
      "census[ward=general,line=ordinary] >= 12.5",
    ]
  ) assertEquals(formatExceedance(parseExceedance(text)), text);
  for (const spec of DEFAULT_EXCEEDANCES) {
    checkExceedance(spec);
    assertEquals(parseExceedance(formatExceedance(spec)), spec);
  }
});

// Planted: the percentage made and read by × 100 and ÷ 100: 0.007 comes back below itself, red.
Deno.test("formatExceedance() keeps every level to the last bit", () => {
  const draws = new KeyedDraws(keyOf("formatExceedance() keeps every level", 0));
  const [spec] = DEFAULT_EXCEEDANCES;
  for (let i = 0; i < 2000; i++) {
    draws.block(i, 0, 0, 0);
    const level = i < 200 ? i / 1000 : draws.u0 * 10 ** (i % 40 - 20);
    assertEquals(parseExceedance(formatExceedance({ ...spec, level })).level, level);
  }
});

Deno.test("parseExceedance() refuses text that has another form", () => {
  for (
    const text of [
      "",
      "waiting",
      "waiting 500",
      "waiting < 500",
      "waiting > many",
      "waiting > 500 for 3 d",
      "waiting > 500 for more than 3 d in a row",
      "waiting > 500 in all",
      "waiting > 500 for more than 3.5 d",
      "bed_occupancy[icu] > 1",
      "bed_occupancy[ward=] > 1",
      "bed_occupancy[ward=icu,ward=general] > 1",
    ]
  ) {
    assertThrows(
      () => parseExceedance(text),
      SyntaxError,
      `Cannot read exceedance "${text}": expected a form like "bed_occupancy[ward=icu] >= 100 % for more than 3 d in all"`,
    );
  }
});

Deno.test("parseExceedance() refuses names that are not there, with the nearest", () => {
  const refused = (text: string, message: string) =>
    assertThrows(() => parseExceedance(text), RangeError, message);
  refused(
    "bed_ocupancy[ward=icu] >= 1",
    'Cannot count days of "bed_ocupancy[ward=icu] >= 1" as the series must be in the catalogue: current series is "bed_ocupancy"; nearest is "bed_occupancy"',
  );
  refused(
    "x > 1",
    'current series is "x"; there are infected, deaths, recovered, census, usable_beds, bed_occupancy, waiting, boarding, clinic_visits, transfer_delay_mean, vehicles_busy',
  );
  refused(
    "bed_occupancy[ward=icuu] >= 1",
    'Cannot count days of "bed_occupancy[ward=icuu] >= 100 %" as ward must be one of "bed_occupancy": current ward is "icuu"; nearest is "icu"',
  );
  refused(
    "bed_occupancy[wrd=icu] >= 1",
    'Cannot count days of "bed_occupancy[wrd=icu] >= 100 %": 2 problems\n' +
      '  groups must be those of "bed_occupancy": current group is "wrd"; nearest is "ward"\n' +
      '  "bed_occupancy" is given by ward: current ward is not named; there are general, sub_icu, icu',
  );
  refused(
    "waiting[ward=icu] >= 1",
    'groups must be those of "waiting": current group is "ward"; there are none',
  );
  refused(
    "service_volume_vs_2019[tier=1,line=emergency] > 1",
    'as the series must be daily: "service_volume_vs_2019" is weekly',
  );
  refused(
    "waiting >= 50 %",
    'Cannot read exceedance "waiting >= 50 %" as % stands with proportions alone: current unit of "waiting" is patients',
  );
});

Deno.test("checkExceedance() says all that is wrong", () => {
  assertThrows(
    () => checkExceedance({ measure: "waiting", groups: {}, level: NaN, orAt: true, days: -1 }),
    RangeError,
    'Cannot count days of "waiting >= NaN for more than -1 d in all": 2 problems\n' +
      "  the level must be finite: current level is NaN\n" +
      "  days must be a whole number from 0: current number is -1 d",
  );
});
