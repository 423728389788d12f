import { assertEquals } from "@std/assert";
import { parse } from "yaml";
import { citationCff } from "../../../../sim/report/method/mod.ts";
import { TINY_RESULT_SET } from "../../../../sim/report/tables/mod.ts";
import { fullResultSet } from "../figures/full_set.ts";

/** Keys that version 1.2.0 of the format knows at the top, of which the first four are compulsory. */
const KEYS = [
  "cff-version",
  "message",
  "title",
  "authors",
  "type",
  "version",
  "license",
  "abstract",
  "identifiers",
];

Deno.test("citationCff() is YAML with the compulsory keys and no others than the format knows", () => {
  const cff = parse(citationCff(fullResultSet()));
  assertEquals(Object.keys(cff).sort(), KEYS.toSorted());
  assertEquals(cff["cff-version"], "1.2.0");
  assertEquals([cff.title, cff.type, cff.license, cff.version], [
    "Gridcare",
    "software",
    "MIT",
    "0.3.0",
  ]);
  assertEquals(cff.authors, [{ name: "Gridcare developers" }]);
});

Deno.test("citationCff() names every scenario's hash once, and the seed", () => {
  const set = fullResultSet();
  const { identifiers, abstract } = parse(citationCff(set));
  assertEquals(
    identifiers,
    set.manifest.scenarios.map(({ name, hash }) => ({
      type: "other",
      value: hash,
      description: `Digest of all inputs of scenario ${name}`,
    })),
  );
  assertEquals(abstract.endsWith("seed synthetic."), true);
  const laws = TINY_RESULT_SET.manifest.scenarios.filter(({ lawsHash }) => lawsHash !== "").length;
  assertEquals(parse(citationCff(TINY_RESULT_SET)).identifiers.length, 2 + laws);
  const drawn = parse(citationCff(fullResultSet({ uncertainty: "parameters" }))).identifiers;
  assertEquals(drawn.length, 8);
  assertEquals(drawn[1], {
    type: "other",
    value: "lawsplan",
    description: "Digest of the laws of uncertain parameters of scenario plan",
  });
});

Deno.test("citationCff() keeps a hostile seed and name inside their texts", () => {
  const { manifest, ...rest } = fullResultSet();
  const seed = 'x"\nlicense: GPL-3.0 #: [{';
  const cff = parse(citationCff({
    ...rest,
    manifest: { ...manifest, seed, program: "gridcare" },
  }));
  assertEquals(cff.license, "MIT");
  assertEquals(cff.version, "gridcare");
  assertEquals(cff.abstract.endsWith('seed x" license: GPL-3.0 #: [{.'), true);
});
