import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import {
  CATALOGUE,
  MEASURE_GROUPS,
  measureDefinition,
  SERIES_CATALOGUE,
  seriesDefinition,
} from "../../../../sim/domain/measures/mod.ts";

Deno.test("CATALOGUE and SERIES_CATALOGUE name everything once", () => {
  for (const catalogue of [CATALOGUE, SERIES_CATALOGUE]) {
    const names = catalogue.map(({ name }) => name);
    assertEquals(names.length, new Set(names).size);
  }
  assertEquals(CATALOGUE.length, 144);
  assertEquals(SERIES_CATALOGUE.length, 18);
});

Deno.test("every definition says who is in, what the warm-up and the censoring do", () => {
  for (const { name, definition } of [...CATALOGUE, ...SERIES_CATALOGUE]) {
    for (const part of ["Who is in: ", "Warm-up: ", "Censoring: "]) {
      assertEquals(definition.split(part).length, 2, `${name}: ${part}`);
    }
    assertMatch(definition, /^[A-Z].*\.$/);
  }
});

Deno.test("every proportion of catalogue cases names its numerator and denominator or its estimator", () => {
  for (const { name, unit, definition } of [...CATALOGUE, ...SERIES_CATALOGUE]) {
    if (unit !== "-" || name === "bed_occupancy_peak" || name === "transfer_within_target") {
      continue;
    }
    assertMatch(definition, /Numerator: .*Denominator: /, name);
  }
});

Deno.test("every title is in English and in Chinese, every group a column in its order", () => {
  for (const { name, title, groups } of [...CATALOGUE, ...SERIES_CATALOGUE]) {
    assertMatch(title.en, /^[A-Z]/, name);
    assertMatch(title.zh, /\p{Script=Han}/u, name);
    const places = groups.map((group) => MEASURE_GROUPS.indexOf(group));
    assertEquals(places, places.toSorted((a, b) => a - b), name);
    assertEquals(places.includes(-1), false, name);
  }
});

Deno.test("measureDefinition() and seriesDefinition() tell a count from its daily series", () => {
  assertEquals(measureDefinition("infected").unit, "persons");
  assertEquals(seriesDefinition("infected").unit, "persons/d");
  assertEquals(measureDefinition("waiting_peak_per_1000").groups, ["grid"]);
});

Deno.test("measureDefinition() refuses a name that is not in the catalogue", () => {
  assertThrows(
    () => measureDefinition("happiness"),
    RangeError,
    'Cannot define "happiness" as a measure must be in the catalogue: it has infected, deaths, ',
  );
  assertThrows(() => seriesDefinition("unresolved"), RangeError, 'Cannot define "unresolved"');
});
