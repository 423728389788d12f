/** Beijing's tables: equal to a fresh build, to the published totals, and contiguous grids. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { buildBeijing } from "../../../data/beijing/build.ts";
import type { Row } from "../../../data/_table.ts";
import { DATA, read, sum } from "./_read.ts";

Deno.test("buildBeijing() gives the bytes of the tables in the repository", async () => {
  for (const [name, text] of Object.entries(await buildBeijing())) {
    assert(
      text === await Deno.readTextFile(new URL(`beijing/${name}`, DATA)),
      `${name} has drifted`,
    );
  }
});

Deno.test("Beijing's tables add up to the published totals", async () => {
  const [communities, facilities, wards, fleets, grids, published] = await Promise.all(
    ["communities", "facilities", "wards", "fleets", "grids", "published"].map((table) =>
      read("beijing", table)
    ),
  );
  const used = (quantity: string) => {
    const rows = published.filter((row) =>
      row.quantity === quantity && row.note.startsWith("used")
    );
    assertEquals(rows.length, 1, quantity);
    return Number(rows[0].value);
  };
  const kind = (name: string) =>
    new Set(facilities.filter((row) => row.kind === name).map((row) => row.facility));
  const tier = (level: string) =>
    facilities.filter((row) => row.kind === "hospital" && row.tier === level);
  const bedsOf = (ids: Set<string>) => sum(wards.filter((row) => ids.has(row.facility)), "beds");
  const ids = (rows: readonly Row[]) => new Set(rows.map((row) => row.facility));
  const clinics = (rows: readonly Row[]) => rows.filter((row) => Number(row.fever_physicians) > 0);
  assertEquals(sum(communities, "population"), used("population"));
  assertEquals(sum(communities, "population"), 21_893_095);
  assertEquals(sum(wards, "beds") - bedsOf(kind("shelter")), used("beds"));
  assertEquals(bedsOf(ids(tier("3"))), used("beds_tertiary"));
  assertEquals(bedsOf(ids(tier("2"))), used("beds_secondary"));
  assertEquals(bedsOf(kind("primary")), used("beds_primary"));
  assertEquals(bedsOf(ids(tier("1"))), used("beds_first_level"));
  assertEquals(tier("3").length, used("tertiary_hospitals"));
  assertEquals(tier("2").length, used("secondary_hospitals"));
  assertEquals(kind("primary").size, used("community_health_centres"));
  assertEquals(kind("shelter").size, used("shelters"));
  assertEquals(bedsOf(kind("shelter")), used("shelter_beds"));
  assertEquals(grids.length, used("grids"));
  assertEquals(sum(fleets, "vehicles"), used("ambulance_crews"));
  assertEquals(clinics([...tier("2"), ...tier("3")]).length, used("fever_clinics_hospital"));
  assertEquals(
    clinics(facilities.filter((row) => row.kind === "primary")).length,
    used("fever_clinics_primary"),
  );
  assertEquals(facilities.filter((row) => row.fever_closes === "24").length, 235);
  assert(sum(wards, "physicians") < 118_541);
  assert(sum(wards, "nurses") < 134_656);
});

Deno.test("Beijing's age bands keep the groups of the census of 2020", async () => {
  const shares = (await read("beijing", "ages")).map((row) => Number(row.share));
  const of = (from: number, below = 11) => shares.slice(from, below).reduce((a, b) => a + b, 0);
  assertAlmostEquals(of(0, 2) + (3 / 8) * shares[2], 0.119, 5e-4);
  assertAlmostEquals(of(7), 0.196, 1e-9);
  assertAlmostEquals(of(8), 0.133, 1e-9);
});

Deno.test("Beijing's designated hospitals are the 20 by name, and no other facility has one", async () => {
  const [facilities, links] = await Promise.all([
    read("beijing", "facilities"),
    read("beijing", "links"),
  ]);
  const designated = new Set(
    links.filter((row) => row.role === "designated").map((row) => row.facility),
  );
  const named = facilities.filter((row) => row.synthetic === "false").map((row) => row.facility);
  assertEquals(named.length, 20);
  assertEquals([...designated].sort(), named.sort());
});

Deno.test("Beijing's lead hospitals are tertiary general ones near by, partners are others", async () => {
  const [facilities, links, communities] = await Promise.all([
    read("beijing", "facilities"),
    read("beijing", "links"),
    read("beijing", "communities"),
  ]);
  const general = facilities.filter((row) => row.tertiary_general === "true");
  const of = (role: string) =>
    new Map(links.filter((row) => row.role === role).map((row) => [row.grid, row.facility]));
  const [leads, partners] = [of("lead"), of("partner")];
  assertEquals(leads.size, 62);
  assert(new Set(leads.values()).size >= 55, "nearly every grid has a lead of its own");
  for (const [grid, lead] of leads) {
    const members = communities.filter((row) => row.grid === grid);
    const middle = ["lon", "lat"].map((axis) => sum(members, axis) / members.length);
    const km = (row: Row) =>
      111.2 * Math.hypot((Number(row.lon) - middle[0]) * 0.767, Number(row.lat) - middle[1]);
    const nearest = Math.min(...general.map(km));
    const own = general.find((row) => row.facility === lead);
    assert(own && km(own) <= nearest + 10.1, `${grid}: lead ${lead}`);
    assert(general.some((row) => row.facility === partners.get(grid)), grid);
    assert(lead !== partners.get(grid), grid);
  }
});

/** Delaunay neighbours by brute force: edges of triangles with an empty circumcircle. */
function neighbours(points: readonly (readonly [number, number])[]): Set<number>[] {
  const near = points.map(() => new Set<number>());
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      for (let k = j + 1; k < points.length; k++) {
        const [[ax, ay], [bx, by], [cx, cy]] = [points[i], points[j], points[k]];
        const d = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by));
        if (Math.abs(d) < 1e-12) continue;
        const [a2, b2, c2] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy];
        const x = (a2 * (by - cy) + b2 * (cy - ay) + c2 * (ay - by)) / d;
        const y = (a2 * (cx - bx) + b2 * (ax - cx) + c2 * (bx - ax)) / d;
        const radius = Math.hypot(ax - x, ay - y);
        const empty = points.every(([px, py], index) =>
          index === i || index === j || index === k || Math.hypot(px - x, py - y) >= radius - 1e-9
        );
        if (!empty) continue;
        for (const [p, q] of [[i, j], [j, k], [i, k]]) near[p].add(q), near[q].add(p);
      }
    }
  }
  return near;
}

/** Grids whose communities are not joined through neighbours of the same grid. */
function broken(communities: readonly Row[]): string[] {
  const at = communities.map((row) => [Number(row.lon) * 0.767, Number(row.lat)] as const);
  const near = neighbours(at);
  return [...new Set(communities.map((row) => row.grid))].filter((grid) => {
    const members = communities.flatMap((row, index) => (row.grid === grid ? [index] : []));
    const reached = new Set([members[0]]);
    for (const index of reached) {
      for (const next of near[index]) if (communities[next].grid === grid) reached.add(next);
    }
    return reached.size < members.length;
  });
}

Deno.test("Beijing's grids are contiguous: their communities are joined as Delaunay neighbours", async () => {
  const [communities, grids] = await Promise.all([
    read("beijing", "communities"),
    read("beijing", "grids"),
  ]);
  for (const { district } of await read("beijing", "districts")) {
    const ids = new Set(grids.filter((row) => row.district === district).map((row) => row.grid));
    assertEquals(broken(communities.filter((row) => ids.has(row.grid))), [], district);
  }
});

Deno.test("the test of contiguity sees two communities swapped across a district", async () => {
  const chaoyang = (await read("beijing", "communities")).filter((row) =>
    row.grid.startsWith("chaoyang-")
  );
  const [first, last] = [chaoyang[0], chaoyang[chaoyang.length - 1]];
  [first.grid, last.grid] = [last.grid, first.grid];
  assert(broken(chaoyang).length > 0);
});
