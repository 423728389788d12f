/** The training grid: small, synthetic, and with the bed rates it states. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { read, sum } from "./_read.ts";

Deno.test("the training grid has one grid, five facilities, 100,000 residents, all synthetic", async () => {
  const [grids, communities, facilities] = await Promise.all(
    ["grids", "communities", "facilities"].map((table) => read("training_grid", table)),
  );
  assertEquals([grids.length, communities.length, facilities.length], [1, 3, 5]);
  assertEquals(sum(communities, "population"), 100_000);
  const marks = [...communities, ...facilities].map((row) => row.synthetic);
  assertEquals(new Set(marks), new Set(["true"]));
});

Deno.test("the training grid has 6.9 beds per 1,000 residents, 1.1 of them in the shelter, and 4 vehicles", async () => {
  const [wards, facilities, fleets] = await Promise.all(
    ["wards", "facilities", "fleets"].map((table) => read("training_grid", table)),
  );
  assertAlmostEquals(sum(wards, "beds") / 100, 6.9, 1e-9);
  const shelter = facilities.find((row) => row.kind === "shelter")?.facility;
  assertAlmostEquals(sum(wards.filter((row) => row.facility === shelter), "beds") / 100, 1.1, 1e-9);
  assertEquals(fleets.map((row) => [row.grid, row.vehicles]), [["training-g1", "3"], ["", "1"]]);
});
