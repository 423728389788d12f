/** A facility elsewhere has its share of what a scenario gives each facility. */
import { assert, assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { partOf } from "../../../sim/domain/mod.ts";
import { loadCity, restrictCity, type Scenario } from "../../../sim/scenario/mod.ts";
import { HOUR, logged, replicationWith, tiny } from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";

Deno.test("restrictCity() notes the share of facilities elsewhere, and of no other", async () => {
  const beijing = await loadCity(fromFileUrl(new URL("../../../data/beijing", import.meta.url)));
  const part = restrictCity(beijing, ["shijingshan"]);
  const away = part.facilities.filter(({ district }) => district !== "shijingshan");
  assert(away.some(({ share }) => share !== undefined));
  for (const { id, share = 1 } of away) {
    assert(share > 0 && share <= 1, id);
    const beds = (city: typeof part) =>
      city.wards.find((ward) => ward.facility === id && ward.type === "general")?.physicians ?? 0;
    assert(Math.abs(beds(part) - beds(beijing) * share) < 1e-9, id);
  }
  const inside = part.facilities.filter(({ district }) => district === "shijingshan");
  assertEquals(inside.filter(({ share }) => share !== undefined), []);
  const whole = restrictCity(beijing, beijing.districts.map(({ id }) => id));
  assertEquals(whole.facilities, beijing.facilities);
  // Cut twice: the share of a share.
  const [first] = away;
  const again = restrictCity({ ...part, facilities: [{ ...first, share: 0.5 }] }, ["shijingshan"]);
  assert(again.facilities[0].share! <= 0.5);
});

Deno.test("partOf() rounds to the nearest, and leaves one where there is any", () => {
  assertEquals([10, 3, 1, 0].map((n) => partOf({ share: 0.25 }, n)), [3, 1, 1, 0]);
});

const REPLICATION = replicationWith(1, tiny());

/** One suspected case in the designated hospital, of which a share belongs to the part. */
function run(share: number | undefined, change: (s: Scenario) => Scenario, spec: TinySpec = {}) {
  const scenario = tiny({
    risk: { moderate: 1 },
    worsening: "hospital",
    wards: [["designated", "general", 1]],
    ...spec,
    change: (s) =>
      change({
        ...s,
        contact: { ...s.contact, antigenSensitivity: 0 },
        city: {
          ...s.city,
          facilities: s.city.facilities.map((f) =>
            f.id === "designated" && share !== undefined ? { ...f, share } : f
          ),
        },
      }),
  });
  return logged(scenario, REPLICATION);
}

// Planted: the share of other people's samples left out: 168 h, red.
Deno.test("a laboratory elsewhere has its share of machines and of other people's samples", () => {
  const laboratory = (s: Scenario): Scenario => ({
    ...s,
    laboratory: {
      ...s.laboratory,
      modelled: true,
      machines: [0, 4, 0],
      batchSize: 10,
      longestWait: 2 * HOUR,
      cycle: 4 * HOUR,
      otherSamples: 8 / HOUR,
    },
  });
  const turnaround = (share?: number) => run(share, laboratory).measure("pcr_turnaround_mean");
  // Four machines take 10 samples an hour and 8 come; one of a quarter takes 2.5 and 2 come. Were all
  // 8 to come to that one, results would never be back.
  assert(turnaround() < 12 && turnaround(0.25) < 12);
  const none = (s: Scenario): Scenario => {
    const { laboratory: given, ...rest } = laboratory(s);
    return { ...rest, laboratory: { ...given, machines: [0, 1, 0] } };
  };
  assertEquals(run(undefined, none).measure("pcr_turnaround_mean"), 168);
});

Deno.test("an emergency department elsewhere has its share of places", () => {
  const places = (share?: number) => {
    const emergency = (s: Scenario): Scenario => ({
      ...s,
      emergency: {
        ...s.emergency,
        modelled: true,
        physicians: [0, 4, 4],
        resuscitation: [0, 0, 0],
        observation: [0, 4, 0],
        isolation: [0, 0, 0],
      },
    });
    const { measure } = run(share, emergency);
    return measure("emergency_place_occupancy", { line: "observation" });
  };
  // The same stay in one place instead of four.
  assertEquals(Math.round(places(0.25) / places() * 1e6) / 1e6, 4);
});

Deno.test("an idle ward elsewhere opens with its share of beds and staff", () => {
  const idle = (s: Scenario): Scenario => ({
    ...s,
    wards: {
      ...s.wards,
      idle: [{
        facility: "designated",
        ward: "general",
        beds: 9,
        physicians: 9,
        nurses: 30,
        opens: s.window.start,
        opensAt: 1,
        leadTime: 0,
        clause: "BJ-3.6c",
      }],
    },
  });
  const opened = (share?: number) =>
    run(share, idle).events.find(({ event }) => event === "idle ward opened")?.value;
  assertEquals([opened(), opened(0.5)], [9, 4]);
});
