/** What must hold in every city folder: names resolve, shares add up, columns have a source. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  AGE_BANDS,
  CAPABILITIES,
  FACILITY_KINDS,
  GRADES,
  ROLES,
  WARD_TYPES,
  WARD_USES,
} from "../../../sim/domain/terms/mod.ts";
import { CITY_TABLES, DATA, read, sum, unknown } from "./_read.ts";

/** City folders, each with the roles that its time and place did not have. */
const CITIES: Readonly<Record<string, readonly string[]>> = {
  beijing: [],
  beijing_2020: ["sub_designated", "shelter"],
  county: ["shelter"],
  shanghai_2022: ["sub_designated"],
  training_grid: [],
  training_city: [],
};

for (const [city, without] of Object.entries(CITIES)) {
  Deno.test(`data/${city} refers only to names that exist, each identifier once`, async () => {
    const [districts, grids, communities, facilities, wards, links, fleets] = await Promise.all(
      ["districts", "grids", "communities", "facilities", "wards", "links", "fleets"].map((table) =>
        read(city, table)
      ),
    );
    assertEquals(unknown(grids.map((row) => row.district), districts, "district"), []);
    assertEquals(unknown(communities.map((row) => row.grid), grids, "grid"), []);
    assertEquals(unknown(grids.map((row) => row.grid), communities, "grid"), []);
    assertEquals(unknown(facilities.map((row) => row.district), districts, "district"), []);
    assertEquals(unknown(wards.map((row) => row.facility), facilities, "facility"), []);
    assertEquals(unknown(facilities.map((row) => row.facility), wards, "facility"), []);
    assertEquals(unknown(links.map((row) => row.facility), facilities, "facility"), []);
    assertEquals(unknown(links.map((row) => row.grid), grids, "grid"), []);
    const primary = facilities.filter((row) => row.kind === "primary");
    assertEquals(unknown(communities.map((row) => row.primary_facility), primary, "facility"), []);
    const own = fleets.map((row) => row.grid).filter((grid) => grid !== "");
    assertEquals(unknown(own, grids, "grid"), []);
    assert(fleets.some((row) => row.grid === ""), "the city has a pool");
    for (
      const [table, key] of [[districts, "district"], [grids, "grid"], [communities, "community"], [
        facilities,
        "facility",
      ], [fleets, "fleet"]] as const
    ) {
      assertEquals(new Set(table.map((row) => row[key])).size, table.length, key);
    }
  });

  Deno.test(`data/${city} says only words of the closed vocabularies`, async () => {
    const [facilities, wards, links] = await Promise.all(
      ["facilities", "wards", "links"].map((table) => read(city, table)),
    );
    const only = (values: readonly string[], words: readonly string[]) =>
      assertEquals([...new Set(values)].filter((value) => !words.includes(value)), []);
    only(facilities.map((row) => row.kind), FACILITY_KINDS);
    only(facilities.map((row) => row.tier), ["1", "2", "3"]);
    only(facilities.flatMap((row) => row.capabilities.split(";")), ["", ...CAPABILITIES]);
    only(facilities.flatMap((row) => [row.synthetic, row.tertiary_general]), ["true", "false"]);
    only(wards.map((row) => row.type), WARD_TYPES);
    only(wards.map((row) => row.use), WARD_USES);
    only(links.map((row) => row.role), ROLES);
  });

  Deno.test(`data/${city} has a facility of every role in every grid, in an unbroken order`, async () => {
    const [grids, links] = await Promise.all([read(city, "grids"), read(city, "links")]);
    for (const { grid } of grids) {
      for (const role of ROLES.filter((name) => !without.includes(name))) {
        const of = links.filter((row) => row.grid === grid && row.role === role);
        assert(of.length > 0, `${grid} ${role}`);
        assertEquals(of.map((row) => Number(row.order)), of.map((_, index) => index + 1));
        assertEquals(new Set(of.map((row) => row.facility)).size, of.length, `${grid} ${role}`);
      }
      const primary = (await read(city, "communities")).filter((row) => row.grid === grid);
      const centres = links.filter((row) => row.grid === grid && row.role === "primary");
      assertEquals(
        centres.map((row) => row.facility).sort(),
        [...new Set(primary.map((row) => row.primary_facility))].sort(),
      );
    }
  });

  Deno.test(`data/${city} offers each ward that the plan's rules ask of a role`, async () => {
    const [grids, links, wards] = await Promise.all([
      read(city, "grids"),
      read(city, "links"),
      read(city, "wards"),
    ]);
    const needed = [
      ["designated", "general"],
      ["designated", "sub_icu"],
      ["designated", "icu"],
      ["lead", "sub_icu"],
      ["lead", "icu"],
      ["partner", "icu"],
      ["sub_designated", "general"],
      ["shelter", "general"],
    ];
    assert(!links.some((row) => without.includes(row.role)), "a role that it is said not to have");
    for (const { grid } of grids) {
      for (const [role, type] of needed.filter(([name]) => !without.includes(name))) {
        const linked = links.filter((row) => row.grid === grid && row.role === role);
        const open = wards.some((ward) =>
          ward.type === type && ward.use !== "ordinary" && Number(ward.beds) > 0 &&
          linked.some(({ facility }) => facility === ward.facility)
        );
        assert(open, `${grid} ${role} ${type}`);
      }
    }
  });

  Deno.test(`data/${city} staffs every physical bed`, async () => {
    const ratios: Record<string, [number, number]> = {
      "general": [0.1, 0.4],
      "sub_icu": [0.5, 1.5],
      "icu": [1, 2.5],
    };
    for (const ward of await read(city, "wards")) {
      const beds = Number(ward.beds) + Number(ward.convertible_beds);
      const [physicians, nurses] = ratios[ward.type];
      assert(Number(ward.physicians) >= beds * physicians - 1e-9, ward.facility);
      assert(Number(ward.nurses) >= beds * nurses - 1e-9, ward.facility);
      assert(ward.type === "icu" || Number(ward.convertible_beds) === 0, ward.facility);
    }
  });

  Deno.test(`data/${city} shares its residents over all age bands`, async () => {
    const ages = await read(city, "ages");
    assertEquals(ages.map((row) => row.age_band), [...AGE_BANDS]);
    assertAlmostEquals(sum(ages, "share"), 1, 1e-9);
  });

  Deno.test(`data/${city} gives each column a grade and a source`, async () => {
    const columns = await read(city, "columns");
    for (const table of CITY_TABLES) {
      const [header] = (await Deno.readTextFile(new URL(`${city}/${table}.csv`, DATA))).split("\n");
      for (const column of header.split(",")) {
        const row = columns.find((item) => item.table === table && item.column === column);
        assert((row?.source ?? "").length > 9, `${table}.${column}`);
        assert((GRADES as readonly string[]).includes(row?.grade ?? ""), `${table}.${column}`);
      }
    }
  });

  Deno.test(`data/${city} has the outline of every district`, async () => {
    const text = await Deno.readTextFile(new URL(`${city}/outlines.geojson`, DATA));
    assert(text.length < 150_000);
    const { features } = JSON.parse(text) as { features: { properties: { district: string } }[] };
    const districts = await read(city, "districts");
    assertEquals(
      features.map((item) => item.properties.district),
      districts.map((row) => row.district),
    );
  });
}
