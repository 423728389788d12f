import { assertEquals } from "@std/assert";
import { assertIssues, Copy, type Edit } from "./_copy.ts";

const GRID = "data/training_grid";
const COMMUNITIES = `${GRID}/communities.csv`;
const FACILITIES = `${GRID}/facilities.csv`;
const LINKS = `${GRID}/links.csv`;
const WARDS = `${GRID}/wards.csv`;

/** One edit, one issue. */
async function refuses(file: string, from: string, to: string, ...issues: string[]): Promise<void> {
  await assertIssues([[file, from, to]], issues);
}

Deno.test("residents without a grid are refused with their number", async () => {
  await refuses(
    COMMUNITIES,
    "培训社区2,training-g1",
    "培训社区2,trainig-g1",
    `${COMMUNITIES} communities[1].grid: Expected the name of a grid, so that its 35000 residents ` +
      'have one, found "trainig-g1"; nearest is "training-g1"',
  );
  await refuses(
    COMMUNITIES,
    "培训社区2,training-g1",
    "培训社区2,",
    `${COMMUNITIES} communities[1].grid: Expected the name of a grid, so that its 35000 residents ` +
      'have one, found ""',
  );
});

Deno.test("an unknown or unfit primary facility is refused", async () => {
  await refuses(
    COMMUNITIES,
    "116.430,39.915,training-chc-1",
    "116.430,39.915,training-chc-2",
    `${COMMUNITIES} communities[1].primary_facility: Expected the name of a facility, found ` +
      '"training-chc-2"; nearest is "training-chc-1"',
  );
  await refuses(
    COMMUNITIES,
    "116.430,39.915,training-chc-1",
    "116.430,39.915,training-lead-1",
    `${COMMUNITIES} communities[1].primary_facility: Expected a facility of kind primary, found ` +
      '"hospital"',
  );
});

Deno.test("a role without a facility is refused with the grids", async () => {
  await refuses(
    LINKS,
    "training-g1,sub_designated,1,training-sub-designated-1\n",
    "",
    "scenarios/base.yaml referral.rules: Expected a facility with the role sub_designated in every " +
      "grid, found none in training-g1",
  );
});

Deno.test("a grid without a community is refused", async () => {
  const copy = await Copy.make();
  try {
    const grids = await Deno.readTextFile(copy.path(`${GRID}/grids.csv`));
    await copy.write(`${GRID}/grids.csv`, `${grids.trimEnd()}\nempty,Empty,空,training\n`);
    assertEquals(
      (await copy.complaint()).split("\n")[1],
      `  ${GRID}/grids.csv:3 grids[1].grid: ` +
        'Expected a grid with at least one community, found "empty"',
    );
  } finally {
    await copy.remove();
  }
});

Deno.test("populations, coordinates and beds out of range are refused", async () => {
  const edits: Edit[] = [
    [COMMUNITIES, "training-g1,35000,116.430,39.915", "training-g1,0,196.430,39915"],
    [WARDS, "training-lead-1,general,shared,220", "training-lead-1,general,shared,-220"],
  ];
  await assertIssues(edits, [
    `${COMMUNITIES} communities[1].population: Expected a whole number of at least 1, found "0"`,
    `${COMMUNITIES} communities[1].lon: Expected a number of at least -180 and at most 180, found ` +
    '"196.430"',
    `${COMMUNITIES} communities[1].lat: Expected a number of at least -90 and at most 90, found ` +
    '"39915"',
    `${WARDS} wards[5].beds: Expected a whole number of at least 0, found "-220"`,
  ]);
});

Deno.test("unknown names in closed lists are refused with the nearest", async () => {
  await refuses(
    FACILITIES,
    "dialysis;cardiology;surgery;neurology",
    "dialysis;cardiologie;surgery;neurology",
    `${FACILITIES} facilities[3].capabilities[1]: Expected one of dialysis, cardiology, oncology, ` +
      'surgery, neurology, found "cardiologie"; nearest is "cardiology"',
  );
  await refuses(
    WARDS,
    "training-lead-1,icu,shared",
    "training-lead-1,icu,sharde",
    `${WARDS} wards[7].use: Expected one of covid, ordinary, shared, found "sharde"; ` +
      'nearest is "shared"',
  );
});

Deno.test("a row that is refused does not make names elsewhere wrong", async () => {
  await refuses(
    FACILITIES,
    "training-lead-1,Lead hospital of the training district,培训区牵头医院,hospital,3",
    "training-lead-1,Lead hospital of the training district,培训区牵头医院,hospital,4",
    `${FACILITIES} facilities[3].tier: ` +
      'Expected a whole number of at least 1 and at most 3, found "4"',
  );
});

Deno.test("ids that stand twice are refused", async () => {
  await refuses(
    WARDS,
    "training-lead-1,sub_icu",
    "training-lead-1,icu",
    `${WARDS} wards[7].ward: Expected every ward once, found "training-lead-1/icu/shared"`,
  );
  await refuses(
    `${GRID}/fleets.csv`,
    "training-fleet-pool",
    "training-fleet-g1",
    `${GRID}/fleets.csv fleets[1].fleet: Expected every fleet once, found "training-fleet-g1"`,
  );
});

Deno.test("convertible beds beyond the general ward are refused", async () => {
  await refuses(
    WARDS,
    "training-lead-1,icu,shared,10,10",
    "training-lead-1,icu,shared,10,300",
    `${WARDS} wards[7].convertible_beds: Expected at most the 220 beds of the facility's general ` +
      "wards, found 300",
  );
  await refuses(
    WARDS,
    "training-lead-1,sub_icu,shared,10,0",
    "training-lead-1,sub_icu,shared,10,1",
    `${WARDS} wards[6].convertible_beds: Expected 0, since only an ICU has convertible beds, found 1`,
  );
});

Deno.test("a fever clinic that closes before it opens is refused", async () => {
  await refuses(
    FACILITIES,
    ",2,8,20,true",
    ",2,20,8,true",
    `${FACILITIES} facilities[0].fever_opens: ` +
      "Expected a fever clinic with physicians to open before it closes, found 20 to 8",
  );
});

Deno.test("age shares that do not sum to 1 and a missing band are refused", async () => {
  await refuses(
    `${GRID}/ages.csv`,
    "0-2,0.0242\n",
    "",
    `${GRID}/ages.csv ages: Expected the age bands 0-2, 3-11, 12-19, 20-29, 30-39, 40-49, 50-59, ` +
      "60-64, 65-69, 70-79, 80+, found 3-11, 12-19, 20-29, 30-39, 40-49, 50-59, 60-64, 65-69, " +
      "70-79, 80+",
    `${GRID}/ages.csv ages: Expected shares that sum to 1, found 0.9758`,
  );
});

Deno.test("a header that is misspelt is refused once, not row by row", async () => {
  await refuses(
    COMMUNITIES,
    "primary_facility",
    "primary_facilty",
    `${COMMUNITIES} primary_facilty: Expected the columns community, name_en, name_zh, grid, ` +
      "population, lon, lat, primary_facility, synthetic, each once, found " +
      '"primary_facilty"; nearest is "primary_facility"',
    `${COMMUNITIES} primary_facility: Expected this column, found none`,
  );
});

Deno.test("a row with too few cells and an open quote are refused", async () => {
  await refuses(
    LINKS,
    "training-g1,partner,1,training-partner-1",
    "training-g1,partner,1",
    `${LINKS} links[4]: Expected 4 cells, found 3`,
  );
  await refuses(
    LINKS,
    "training-g1,lead",
    '"training-g1,lead',
    `${LINKS}:5: Expected valid CSV, found extraneous or missing " in quoted-field`,
  );
});

Deno.test("a severity table with a missing or double row is refused", async () => {
  const SEVERITY = "data/clinical/severity.csv";
  await refuses(
    SEVERITY,
    "0-2,full,none,",
    "0-2,full,stable,",
    `${SEVERITY} severity: Expected a row for every age, vaccination and disease (99), found 99 ` +
      "rows, without 0-2 full none",
    `${SEVERITY} severity: Expected every age, vaccination and disease once, found 0-2 full stable`,
  );
});

Deno.test("shares of people that sum above 1 are refused", async () => {
  const PEOPLE = "data/clinical/people.csv";
  await refuses(
    PEOPLE,
    "3-11,0.001,0.02,0.002",
    "3-11,0.001,0.75,0.5",
    `${PEOPLE} people[1].unstable: Expected shares that sum to at most 1, found 1.25`,
  );
});

Deno.test("outlines that are no polygons of a known district are refused", async () => {
  const OUTLINES = `${GRID}/outlines.geojson`;
  await refuses(
    OUTLINES,
    '"district":"training"',
    '"district":"trainig"',
    `${OUTLINES} features[0].properties.district: Expected the name of a district, found "trainig"; ` +
      'nearest is "training"',
  );
  await refuses(
    OUTLINES,
    '"Polygon"',
    '"Point"',
    `${OUTLINES} features[0].geometry.type: Expected one of Polygon, MultiPolygon, found other`,
  );
});
