import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { join } from "@std/path";
import { loadCity, loadScenario, restrictCity } from "../../../sim/scenario/mod.ts";
import { ROOT } from "./_copy.ts";

const beijing = await loadCity(join(ROOT, "data/beijing"));
const parts = beijing.districts.map(({ id }) => restrictCity(beijing, [id]));
const sum = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((total, row) => total + of(row), 0);
const residents = (city: typeof beijing) => sum(city.communities, (c) => c.population);

Deno.test("restrictCity() conserves residents, grids and communities over the districts", () => {
  assertEquals(sum(parts, residents), residents(beijing));
  assertEquals(sum(parts, (city) => city.grids.length), beijing.grids.length);
  assertEquals(sum(parts, (city) => city.communities.length), beijing.communities.length);
});

Deno.test("restrictCity() keeps every link and what it names", () => {
  for (const city of parts) {
    const grids = new Set(city.grids.map(({ id }) => id));
    const facilities = new Set(city.facilities.map(({ id }) => id));
    const districts = new Set(city.districts.map(({ id }) => id));
    assert(city.links.every((link) => grids.has(link.grid) && facilities.has(link.facility)));
    assert(city.communities.every((c) => grids.has(c.grid) && facilities.has(c.primaryFacility)));
    assert(city.facilities.every((facility) => districts.has(facility.district)));
    assert(city.wards.every((ward) => facilities.has(ward.facility)));
    assert(city.fleets.every((fleet) => fleet.grid === "" || grids.has(fleet.grid)));
  }
});

Deno.test("restrictCity() shares a facility elsewhere by the residents linked to it", () => {
  const whole = restrictCity(beijing, beijing.districts.map(({ id }) => id));
  assertEquals(whole.wards, beijing.wards);
  assertEquals(whole.fleets.length, beijing.fleets.length);
  const [id] = ["shijingshan"];
  const part = restrictCity(beijing, [id]);
  const grids = new Set(part.grids.map((grid) => grid.id));
  const away = part.facilities.filter((facility) => facility.district !== id);
  assert(away.length > 0);
  for (const { id: facility } of away) {
    const linked = new Set(
      beijing.links.filter((link) => link.facility === facility).map((link) => link.grid),
    );
    const living = (of: (grid: string) => boolean) =>
      sum(beijing.communities.filter((c) => of(c.grid)), (c) => c.population);
    const share = living((grid) => linked.has(grid) && grids.has(grid)) /
      living((grid) => linked.has(grid));
    const before = beijing.wards.filter((ward) => ward.facility === facility);
    const after = part.wards.filter((ward) => ward.facility === facility);
    after.forEach((ward, index) => {
      assertEquals(ward.beds, Math.floor(before[index].beds * share));
      assertAlmostEquals(ward.nurses, before[index].nurses * share, 1e-9);
    });
  }
});

Deno.test("restrictCity() keeps vehicles of the grids and the pool's by population", () => {
  const pool = (city: typeof beijing) =>
    sum(city.fleets.filter((fleet) => fleet.grid === ""), (fleet) => fleet.vehicles);
  for (const city of parts) {
    const share = residents(city) / residents(beijing);
    assertEquals(pool(city), Math.round(pool(beijing) * share));
  }
  const own = (city: typeof beijing) => sum(city.fleets, (fleet) => fleet.vehicles) - pool(city);
  assertEquals(sum(parts, own), own(beijing));
});

Deno.test("the scenario of Shijingshan has the residents of its census", async () => {
  const { city } = await loadScenario(join(ROOT, "scenarios/district_shijingshan.yaml"));
  assertEquals(residents(city), 567_851);
  assertEquals(city.name.en, "Beijing: Shijingshan");
});

Deno.test("loadScenario() refuses an unknown district with the nearest", async () => {
  const folder = await Deno.makeTempDir();
  const file = join(folder, "mine.yaml");
  const base = join(ROOT, "scenarios/plan.yaml");
  try {
    await Deno.writeTextFile(file, `extends: ${base}\ncity: { districts: [shijinshan] }\n`);
    const message = await loadScenario(file).then(() => "", (error) => error.message);
    assert(
      message.endsWith(
        'mine.yaml:2 city.districts[0]: Expected the name of a district, found "shijinshan"; ' +
          'nearest is "shijingshan"',
      ),
      message,
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
