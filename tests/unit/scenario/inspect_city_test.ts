/** What the checker says of tables that can be read, and that it says all in Chinese. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "@std/path";
import { type CityInspection, inspectCity } from "../../../sim/scenario/mod.ts";
import { ROOT } from "./_copy.ts";

const CITY = join(ROOT, "data/training_city");

/** An edit of a table: every text for another; `from` must occur. */
type Edit = readonly [table: string, from: string | RegExp, to: string];

/** Inspects a copy of the training city with edits. */
async function inspected(edits: readonly Edit[]): Promise<CityInspection> {
  const folder = await Deno.makeTempDir();
  try {
    for await (const { name } of Deno.readDir(CITY)) {
      await Deno.copyFile(join(CITY, name), join(folder, name));
    }
    for (const [table, from, to] of edits) {
      const path = join(folder, table.includes(".") ? table : `${table}.csv`);
      const text = await Deno.readTextFile(path);
      const edited = text.replaceAll(from, to);
      assert(text !== edited, `"${from}" does not occur in ${table}`);
      await Deno.writeTextFile(path, edited);
    }
    return await inspectCity(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Table, row and message of what is unusual. */
async function unusual(...edits: readonly Edit[]): Promise<string[]> {
  const { unusual, problems } = await inspected(edits);
  assertEquals(problems, []);
  for (const { message } of unusual) assertMatch(message.zh, /\p{Script=Han}/u);
  return unusual.map(({ place, message }) =>
    `${place.file.split("/").at(-1)} ${place.row}: ${message.en}`
  );
}

Deno.test("the training city has nothing unusual", async () => {
  assertEquals(await unusual(), []);
});

/** Moves the city to the west, where longitudes are latitudes too. */
const WEST: readonly Edit[] = ["communities", "facilities", "fleets"].flatMap((table) =>
  [[table, /\b116\./g, "87."], [table, /\b39\./g, "43."]] as const
);

Deno.test("places far away are told, with the swap that would mend them", async () => {
  assertEquals(await unusual(["facilities", "town,116.475,39.9", "town,126.475,39.9"]), [
    'facilities.csv 3: "town-chc-2" is 852 km from the middle of the city',
  ]);
  assertEquals(await unusual(...WEST, ["facilities", "town,87.475,43.900", "town,43.900,87.475"]), [
    'facilities.csv 3: "town-chc-2" is 4926 km from the middle of the city; with longitude and ' +
    "latitude swapped it would not be",
  ]);
});

Deno.test("a city that is not in China is told once", async () => {
  const swap = ["communities", "facilities", "fleets"].map((table) =>
    [table, /\b(87\.\d+),(43\.\d+)/g, "$2,$1"] as const
  );
  assertEquals(await unusual(...WEST, ...swap), [
    "communities.csv 2: The communities lie around longitude 43.9, latitude 87.485, which is not " +
    "in China; are the two swapped?",
  ]);
});

Deno.test("two places that are one are told", async () => {
  assertEquals(await unusual(["communities", "116.415,39.885", "116.400,39.900"]), [
    'communities.csv 2: "town-c1" and "town-c2" stand at the same place',
  ]);
});

Deno.test("a lead hospital a long drive away is told", async () => {
  const far = await unusual(
    ["links", /town-g1,(lead|partner),\d,town-lead-\d\n/g, ""],
    ["links", /$/g, "town-g1,lead,1,county-hospital\ntown-g1,partner,1,town-lead-2\n"],
  );
  assertEquals(far, [
    'grids.csv 2: Grid "town-g1" has no lead hospital within 60 min of drive: the nearest is ' +
    "about 74 min away",
  ]);
});

Deno.test("a role that a grid has no facility for is told", async () => {
  assertEquals(await unusual(["links", /county-g1,shelter,.*\n/g, ""]), [
    'links.csv 0: 1 of 3 grids have no facility with the role shelter, "county-g1" first; the plan of ' +
    "7 December 2022 refers to it in every grid",
  ]);
});

Deno.test("capabilities that the base scenario needs and the city lacks are told", async () => {
  const grids = "the plan of 7 December 2022 refers patients who need";
  assertEquals(await unusual(["facilities", /dialysis;?/g, ""]), [
    "facilities.csv 0: no hospital has dialysis, which patients treated in sessions need (dialysis): " +
    "a scenario is refused unless it says services.courses.dialysis.patients: 0",
    `facilities.csv 0: in 3 of 3 grids, "town-g1" first, ${grids} dialysis to no facility that has ` +
    "it: a scenario with its rules is refused",
  ]);
  assertEquals(await unusual(["facilities", "cardiology;oncology;", "cardiology;"]), [
    "facilities.csv 0: no hospital has oncology, which patients treated in sessions need " +
    "(chemotherapy, radiotherapy): a scenario is refused unless it says " +
    "services.courses.chemotherapy.patients: 0, services.courses.radiotherapy.patients: 0",
  ]);
  assertEquals(await unusual(["facilities", /cardiology;/g, ""]), [
    `facilities.csv 0: in 3 of 3 grids, "town-g1" first, ${grids} cardiology to no facility that ` +
    "has it: such cases are taken in nowhere",
  ]);
});

Deno.test("what a city lacks in capabilities stands in its column", async () => {
  const { unusual } = await inspected([["facilities", /dialysis;?/g, ""]]);
  const { letter, column, meaning } = unusual[0].place;
  assertEquals([letter, column], ["J", "capabilities"]);
  assertMatch(meaning.zh, /透析/);
});

Deno.test("a hospital without any ward is told", async () => {
  assertEquals(await unusual(["wards", /county-hospital,.*\n/g, ""]), [
    'facilities.csv 12: 1 of 10 hospitals and shelters have no row in the table wards, "county-hospital" ' +
    "first; nobody is admitted there",
  ]);
});

Deno.test("beds, population and staff out of proportion are told", async () => {
  assertEquals(
    await unusual(["wards", "town-lead-1,general,shared,", "town-lead-1,general,shared,1"]),
    ["wards.csv 0: 15.7 beds per 1,000 residents, shelters apart; provinces have 4.5 to 8.5"],
  );
  assertEquals(
    await unusual(["published", /$/g, "population,2020,120000,persons,observed,Census,used\n"]),
    [
      "published.csv 3: The communities sum to 100000 residents, -16.7 % of the 120000 of 2020",
    ],
  );
  const synthetic = "population,2020,120000,persons,synthetic,Nobody,used\n";
  assertEquals(await unusual(["published", /$/g, synthetic]), []);
  assertEquals(await unusual(["wards", /ordinary,8,0,1,4/g, "ordinary,8,0,1,0"]), [
    'wards.csv 2: 2 wards have beds but no physicians or no nurses, the general ward of "town-chc-1" ' +
    "first; such beds stay closed",
  ]);
});

Deno.test("columns without sources are told", async () => {
  assertEquals(
    await unusual(
      ["columns", /districts,name_en.*\n/g, ""],
      ["columns", /(grids,grid,,assumed,).*\n/g, "$1\n"],
    ),
    [
      "columns.csv 0: 1 columns have no row of sources, districts.name_en first",
      "columns.csv 6: 1 of 49 columns name no source, grids.grid first",
    ],
  );
});

/** Where problems stand and what is said of them. */
async function problems(...edits: readonly Edit[]): Promise<string[]> {
  return (await inspected(edits)).problems.map(({ file, row, rule, found, nearest }) =>
    `${file.split("/").at(-1)} ${row}: ${rule.en}, found ${found.en}` +
    (nearest === "" ? "" : `; nearest is ${nearest.split("/").at(-1)}`)
  );
}

Deno.test("a name twice or unknown is told though another cell of its row is wrong", async () => {
  const told = await problems(
    ["grids", "town-g2,", "town-g1,"],
    ["communities", "town-c2,", "town-c1,"],
    ["communities", "town-g1,22000", "town-g7,many"],
    ["facilities", "town-chc-2,", "town-chc-1,"],
    ["facilities", "primary,1,", "primary,9,"],
  );
  for (
    const [place, what] of [
      ["grids.csv", 'Expected every grid once, found "town-g1"'],
      ["communities.csv", 'Expected every community once, found "town-c1"'],
      ["communities.csv", 'Expected the name of a grid, found "town-g7"; nearest is town-g1'],
      ["communities.csv", 'Expected a whole number of at least 1, found "many"'],
      ["facilities.csv", 'Expected every facility once, found "town-chc-1"'],
      ["facilities.csv", 'Expected a whole number of at least 1 and at most 3, found "9"'],
    ]
  ) {
    const isThere = told.some((text) => text.startsWith(place) && text.endsWith(what));
    assert(isThere, `${what} in\n${told.join("\n")}`);
  }
});

Deno.test("a table that is missing has no other table for its nearest", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const without = new Set(["fleets.csv", "wards.csv", "outlines.geojson"]);
    for await (const { name } of Deno.readDir(CITY)) {
      if (!without.has(name)) await Deno.copyFile(join(CITY, name), join(folder, name));
    }
    const nearest = async () => (await inspectCity(folder)).problems.map(({ nearest }) => nearest);
    assertEquals(await nearest(), ["", ""]);
    await Deno.copyFile(join(CITY, "fleets.csv"), join(folder, "fleet.csv"));
    assertEquals(await nearest(), ["", join(folder, "fleet.csv")]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a folder that is not there is told once", async () => {
  const { problems } = await inspectCity(join(ROOT, "data/training_ciyt"));
  assertEquals(problems.map(({ rule, found }) => [rule, found]), [[
    { en: "Expected a folder that exists", zh: "应有此文件夹" },
    { en: "none", zh: "缺失" },
  ]]);
  assertEquals(problems[0].nearest, CITY);
});

/** Mistakes that between them break every rule of the tables. */
const MISTAKES: readonly (readonly Edit[])[] = [
  [["city", "name_zh", "name_en"]],
  [["city", /name_zh.*\n/g, ""]],
  [["city", "Training city (synthetic)", ""], ["districts", /\n(?:.*\n)+/g, "\n"]],
  [["grids", "town-g2,", "town-g1,"], ["grids", ",county\n", ",contry\n"]],
  [["communities", /town-c[34].*\n/g, ""]],
  [["communities", "town-g1,22000", "nowhere,many"], ["communities", "town-chc-1", "town-lead-1"]],
  [["communities", "town-g1,22000", "nowhere,22000"], ["communities", "town-chc-2", "town-chc-9"]],
  [["facilities", "3,0,24", "3,24,0"], ["facilities", "primary,1", "primary,4"]],
  [["facilities", /hospital,(\d),(\w+),(.*),\d,0,24/g, "hospital,$1,$2,$3,0,0,24"]],
  [["facilities", "dialysis;surgery", "dialysis;surgry"], ["facilities", "8,20,true", "8,20,yes"]],
  [["wards", "icu,shared,4,4", "icu,shared,4,400"], ["wards", "8,0,1,4", "8,1,1,4"]],
  [["links", "town-g1,lead", "town-g9,lead"], ["links", "shelter,2", "shelter,1"]],
  [["fleets", "city-fleet-pool,", "city-fleet-pool,nowhere"], [
    "links",
    ",county-hospital",
    ",nobody",
  ]],
  [["ages", "0-2", "0-3"]],
  [["ages", "0.0242", "0.5"], ["ages", /80\+.*\n/g, ""]],
  [["published", "6.92", "about 7"], ["wards", "facility,type", "facility,tpye"]],
  [["columns", "city,key,", "city,key,,"]],
  [["grids", /"?Town grid 1"?/g, '"Town'], ["districts", /[^]+/g, " "]],
  [["outlines.geojson", "{", "["]],
  [["outlines.geojson", "features", "feetures"]],
  [["outlines.geojson", "Polygon", "Circle"]],
  [["outlines.geojson", '"town"', '"twon"']],
  [["outlines.geojson", "116.", "916."]],
];

Deno.test("every rule that refuses a table is told in Chinese", async () => {
  const rules = new Set<string>();
  for (const edits of MISTAKES) {
    const { problems } = await inspected(edits);
    assert(problems.length > 0, JSON.stringify(edits));
    for (const { rule, found } of problems) {
      rules.add(rule.en.replace(/\d+/g, "N"));
      assertMatch(rule.zh, /\p{Script=Han}/u, rule.en);
      assert(!/Expected/.test(rule.zh), rule.zh);
      // What the parser of JSON says stays as it is.
      assert(!/^[a-z ]+$/.test(found.zh), found.zh);
    }
  }
  assert(rules.size >= 30, `${rules.size} rules`);
});

Deno.test("inspectCity() refuses what is no city, in Chinese too", async () => {
  for (const path of ["nowhere.xlsx", "nowhere", "city.ods", join(ROOT, "README.md")]) {
    const { problems, city } = await inspectCity(path);
    assertEquals(city, null);
    for (const { rule, found } of problems) {
      assert(!/Expected|none/.test(rule.zh + found.zh), `${rule.zh} ${found.zh}`);
    }
  }
});
