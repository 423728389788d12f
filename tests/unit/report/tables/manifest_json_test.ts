import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  manifestToJson,
  parseManifest,
  TINY_RESULT_SET,
} from "../../../../sim/report/tables/mod.ts";
import { syntheticResultSet } from "../../../support/result_set.ts";

const { manifest } = TINY_RESULT_SET;
const TEXT = manifestToJson(manifest);

/** The manifest as JSON with another value at a path. */
function changed(path: string, value: unknown): string {
  const found = JSON.parse(TEXT);
  const keys = path.split(".");
  const last = keys.pop()!;
  keys.reduce((at, key) => at[key], found)[last] = value;
  return JSON.stringify(found);
}

Deno.test("parseManifest() reads back manifests of all kinds", () => {
  const fixed = {
    ...manifest,
    precision: null,
    recommended: null,
    requests: [],
    uncertainty: "replication" as const,
  };
  const [request] = manifest.requests;
  const joined = { ...manifest, requests: [request, { ...request, seed: "2" }] };
  const hospital = { id: "h", name: { en: "H", zh: "医院" }, kind: "hospital", tier: 3 } as const;
  const named = { ...manifest, city: { ...manifest.city, facilityNames: [hospital] } };
  for (
    const one of [manifest, fixed, joined, named, syntheticResultSet({ replications: 1 }).manifest]
  ) {
    assertEquals(parseManifest(manifestToJson(one)), one);
  }
});

Deno.test("manifestToJson() writes a warm-up without a settled end as null, read as NaN", () => {
  const starts = [{ general: NaN, icu: 3 }, { general: 5, icu: NaN }].map((mser5Days) => ({
    kind: "census" as const,
    warmUpDays: 0,
    mser5Days,
    days: 120,
  }));
  const scenarios = manifest.scenarios.map((one, at) => ({ ...one, start: starts[at] }));
  const text = manifestToJson({ ...manifest, scenarios });
  assertStringIncludes(text, '"general": null');
  assertEquals(parseManifest(text).scenarios.map(({ start }) => start), starts);
});

Deno.test("parseManifest() reports all faults at once, with path and value", () => {
  const text = TEXT
    .replace('"replications": 3', '"replications": "two"')
    .replace('"zh": "计划"', '"zh": 5')
    .replace('"workers": 1', '"workers": null');
  assertEquals(
    assertThrows(() => parseManifest(text, "m.json"), SyntaxError).message,
    'Cannot read "m.json" as a manifest of results: 3 issues\n' +
      '  replications: Expected a number, found "two"\n' +
      "  scenarios[0].title.zh: Expected a text, found 5\n" +
      "  clock.workers: Expected a number, found null",
  );
  assertThrows(() => parseManifest("{", "m.json"), SyntaxError, 'Cannot read "m.json" as JSON');
});

Deno.test("parseManifest() checks what a manifest has had since the second format", () => {
  const faults: readonly (readonly [path: string, value: unknown, message: string])[] = [
    ["sources", undefined, "sources: Expected a text, found nothing"],
    [
      "precision.targets.0.of",
      "max",
      'precision.targets[0].of: Expected "mean" or "difference", found "max"',
    ],
    ["precision", 3, "precision: Expected a table, found 3"],
    [
      "city.facilityNames",
      [{ id: "h", name: { en: "H", zh: "H" }, kind: "clinic", tier: 3 }],
      'city.facilityNames[0].kind: Expected "primary" or "hospital" or "shelter", found "clinic"',
    ],
    ["recommended", "3", 'recommended: Expected a number, found "3"'],
    ["uncertainty", "both", 'uncertainty: Expected "replication" or "parameters", found "both"'],
    ["replicationsPerSet", null, "replicationsPerSet: Expected a number, found null"],
    [
      "scenarios.1.start.mser5Days.general",
      "0",
      'scenarios[1].start.mser5Days.general: Expected a number or null, found "0"',
    ],
    ["scenarios.0.start.days", null, "scenarios[0].start.days: Expected a number, found null"],
    ["scenarios.0.lawsHash", undefined, "scenarios[0].lawsHash: Expected a text, found nothing"],
    [
      "scenarios.1.changes.0.clauses",
      "x",
      'scenarios[1].changes[0].clauses: Expected a list, found "x"',
    ],
    ["scenarios.0.parameters.0.law", 1, "scenarios[0].parameters[0].law: Expected a text, found 1"],
    ["requests.0.replications", "3", 'requests[0].replications: Expected a table, found "3"'],
    [
      "requests.0.exceedances.0.orAt",
      1,
      "requests[0].exceedances[0].orAt: Expected true or false, found 1",
    ],
    ["requests.0.files", ["a", 2], "requests[0].files[1]: Expected a text, found 2"],
    ["requests", "x".repeat(99), `requests: Expected a list, found "${"x".repeat(59)}…`],
  ];
  for (const [path, value, message] of faults) {
    assertEquals(
      assertThrows(() => parseManifest(changed(path, value)), SyntaxError).message,
      `Cannot read "manifest.json" as a manifest of results: 1 issue\n  ${message}`,
    );
  }
});

Deno.test("parseManifest() takes a manifest of a version that named no facilities", () => {
  assertEquals(parseManifest(changed("city.facilityNames", undefined)), manifest);
});

Deno.test("parseManifest() says of another format which version made it, and what to run", () => {
  const message = (format: unknown): string =>
    assertThrows(() => parseManifest(changed("format", format), "m.json"), SyntaxError).message;
  const start =
    'Cannot read "m.json" as its format must be "gridcare-result-2": current format is ';
  assertEquals(
    message("gridcare-result-1"),
    `${start}"gridcare-result-1", made by an older version; make the results again: example`,
  );
  assertEquals(
    message("gridcare-result-3"),
    `${start}"gridcare-result-3", made by a newer version; make the results again: example`,
  );
  assertEquals(message("another"), `${start}"another"`);
  assertEquals(message(undefined), `${start}nothing`);
  assertThrows(() => parseManifest("[1]"), SyntaxError, "current format is nothing");
  assertThrows(
    () => parseManifest('{"format": "gridcare-result-1"}'),
    SyntaxError,
    "made by an older version; make the results again",
  );
});
