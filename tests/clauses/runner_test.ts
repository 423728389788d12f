/** The task of the clauses: options, overlays, judgement, drift. */

import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { ScenarioError } from "../../sim/scenario/mod.ts";
import { OptionError } from "../support/command_line.ts";
import { inResultsFolder } from "../support/results_folder.ts";
import { type Effect, ladder, parameterOf } from "./_effect.ts";
import { judge } from "./_judge.ts";
import { optionsOf, USAGE } from "./_options.ts";
import { loadOverlays, overlayKey, overlaysOf, overlayText } from "./_overlay.ts";
import { planWithout, takenOut } from "./_rules.ts";
import { runEffects, valueOf } from "./_run.ts";
import { firstDrift, lineOf, rowsOf, TABLE } from "./_table.ts";
import { main } from "./clauses.ts";
import { EFFECTS } from "./effects.ts";

const VEHICLES: Effect = {
  clauses: ["P22-2.4"],
  title: "vehicles",
  base: "training",
  set: { "wave.scale": 0 },
  steps: ladder("transfer.vehicleFactor", [1, 2], "falls"),
  measure: { name: "bed_occupancy_mean", group: { ward: "general" } },
};

Deno.test("optionsOf() reads what it is given", () => {
  const none = { only: "", check: false, list: false, render: false, without: "" };
  assertEquals(optionsOf([], EFFECTS), { ...none, replications: 20, jobs: 2 });
  assertEquals(
    optionsOf(["--only", "P22-2.4", "--replications", "3", "--jobs", "1"], EFFECTS),
    { ...none, only: "P22-2.4", replications: 3, jobs: 1 },
  );
});

Deno.test("optionsOf() refuses what it does not know and names the nearest", () => {
  for (
    const [args, message] of [
      [["--chek"], "Cannot read the options: Unknown option '--chek'; nearest is \"--check\""],
      [
        ["--jobs", "0"],
        'Cannot run the clauses as --jobs must be a whole number from 1 to 64: current value is "0"',
      ],
      [
        ["--replications", "1.5"],
        "Cannot run the clauses as --replications must be a whole number from 1 to 1000: current " +
        'value is "1.5"',
      ],
      [
        ["--only", "vehicels"],
        'Cannot run the clauses as --only must be part of a clause or title: none has "vehicels" in ' +
        'it; nearest is "transfer vehicles by grid, factor on their number"',
      ],
      [
        ["--without="],
        "Cannot run the clauses as --only and --without take a text that is not empty: current " +
        'value is ""',
      ],
      [
        ["--check", "--replications", "3"],
        "Cannot compare with the kept table as --check takes 20 replications of the sources as they are",
      ],
    ] as const
  ) {
    const error = assertThrows(() => optionsOf(args, EFFECTS), OptionError) as OptionError;
    assertEquals(error.message, message);
  }
});

Deno.test("overlayText() writes paths as a file that extends the base", () => {
  const changes = { "wards.idle": [], "wards.staff.icu": { nurses: 3 }, "wards.spacing.icu": 1 };
  const file = JSON.parse(overlayText({ base: "training", changes }));
  assertStringIncludes(file.extends, "scenarios/training.yaml");
  assertEquals(file.wards, { idle: [], staff: { icu: { nurses: 3 } }, spacing: { icu: 1 } });
});

Deno.test("overlayText() refuses a path that is said twice or goes through a value", () => {
  const text = (changes: Record<string, unknown>) => () =>
    overlayText({ base: "training", changes });
  assertThrows(
    text({ "wards.staff": { icu: 1 }, "wards.staff.icu": 2 }),
    RangeError,
    "Cannot change wards.staff.icu as it must be said once: it is said twice",
  );
  assertThrows(
    text({ "wards.idle": [], "wards.idle.beds": 2 }),
    RangeError,
    "Cannot change wards.idle.beds as each key on the way must be a map: current idle is ",
  );
});

Deno.test("overlayKey() is the same for the same changes in another order", () => {
  const key = (changes: Record<string, unknown>) => overlayKey({ base: "training", changes });
  assertEquals(key({ a: 1, b: 2 }), key({ b: 2, a: 1 }));
  assertEquals(key({ a: 1 }) === key({ a: 2 }), false);
});

Deno.test("loadOverlays() has every check of the loader", async () => {
  await inResultsFolder("clauses", async (folder) => {
    const load = (changes: Record<string, unknown>) =>
      loadOverlays([{ base: "training", changes }], folder);
    await assertRejects(
      () => load({ "transfer.vehicleFaktor": 2 }),
      ScenarioError,
      'nearest is "vehicleFactor"',
    );
    const [scenario] = await load({ "laboratory.cycle": "8 h" });
    assertEquals([scenario.laboratory.cycle, scenario.window.days], [480, 92]);
  });
});

// Planted: the rules taken out, those of the nearest hospital last: severe cases who need more than the
// clinic can do go to the lead hospital, red.
Deno.test("planWithout() leads those of one clause to the nearest hospital, and nobody else", async () => {
  assertEquals(takenOut("plan without P22-2.2.2(2)"), "P22-2.2.2(2)");
  assertEquals([takenOut("scenarios/rules/plan_2022.yaml"), takenOut(3)], [undefined, undefined]);
  const text = planWithout("P22-2.2.2(2)");
  assertEquals(text.includes("- name: moderate\n"), false);
  assertStringIncludes(text, "- name: severe_covid\n");
  assertStringIncludes(text, "- name: nearest_moderate\n");
  assertThrows(
    () => planWithout("P22-2.2.2(1)"),
    RangeError,
    "Cannot take a clause out of the plan as its rules must lead to beds: current rule is " +
      '"very_old_immobile"',
  );
  assertThrows(
    () => planWithout("P22-9"),
    RangeError,
    'Cannot take a clause out of the plan as a rule must name it: current clause is "P22-9"',
  );
  for (const clause of ["P22-2.2.2(2)", "P22-2.2.2(3)", "P22-2.2.2(4)"]) {
    const rules = { "referral.rules": `plan without ${clause}` };
    const [changed, plan] = await inResultsFolder(
      "clauses",
      (folder) =>
        loadOverlays(
          [{ base: "training", changes: rules }, { base: "training", changes: {} }],
          folder,
        ),
    );
    const whole = plan.referral.rules.rules;
    assertEquals(
      changed.referral.rules.rules.map(({ when }) => when),
      whole.map(({ when }) => when),
    );
    changed.referral.rules.rules.forEach((rule, i) => {
      if (whole[i].clause !== clause) return assertEquals(rule, whole[i]);
      assert([rule.to, ...rule.overflow].every((to) => "role" in to && to.role === "nearest"));
      assertEquals("ward" in rule.to && rule.to.ward, "ward" in whole[i].to && whole[i].to.ward);
    });
  }
});

// Planted: at least 0.9 of the pairs: 18 of 20 then count as moving, red.
Deno.test("judge() needs the same way in 19 of 20 pairs; equal and missing values go neither way", () => {
  const effect = { ...VEHICLES, steps: ladder("x", [1, 2], "falls") };
  const ten = new Array(20).fill(10);
  const verdict = (...odd: number[]) => judge(effect, [ten, ten.map((_, i) => odd[i] ?? 9)])[0];
  assertEquals([verdict().verdict, verdict().same], ["falls", 1]);
  assertEquals([verdict(11).verdict, verdict(11).same], ["falls", 0.95]);
  assertEquals(verdict(11, 10).verdict, "moves nothing");
  assertEquals(verdict(NaN, NaN).verdict, "moves nothing");
  const rounded = judge(effect, [ten, ten.map((ten) => ten - 1e-12)])[0];
  assertEquals([rounded.verdict, rounded.same], ["moves nothing", 0]);
  const { means, difference, first, expected } = verdict();
  assertEquals([means, difference.mean, first, expected], [[10, 9], -1, [10, 9], "falls"]);
});

Deno.test("valueOf() refuses a measure or group that a replication does not give", () => {
  const rows = [{ measure: "deaths", unit: "persons", value: 3, colour: "red" }];
  assertEquals(valueOf(rows, { name: "deaths", group: { colour: "red" } }), 3);
  assertThrows(
    () => valueOf(rows, { name: "deaths" }),
    RangeError,
    "Cannot read measure deaths as the replication must give it: current group is {}, given are " +
      '{"unit":"persons","colour":"red"}',
  );
});

Deno.test("runEffects() pairs replications, and runs references where a measure needs one", async () => {
  await inResultsFolder("clauses", async (folder) => {
    const volume = { ...VEHICLES, title: "volume", measure: { name: "service_volume_vs_2019" } };
    const told: number[] = [];
    const onDone = (done: number, count: number) => told.push(done / count);
    const options = { replications: 2, jobs: 2, folder, onDone };
    const [occupancy, services] = await runEffects([VEHICLES, volume], options);
    assertEquals(occupancy.map((values) => values.length), [2, 2]);
    assertEquals(services.flat().every((value) => value > 0.9 && value < 1.1), true);
    // Two steps for both effects together and the two references.
    assertEquals([told.length, told.at(-1)], [8, 1]);
    const alone = await runEffects([VEHICLES], { replications: 1, jobs: 1, folder });
    assertEquals(alone[0].flat(), occupancy.map(([first]) => first));
    const row = rowsOf(VEHICLES, judge(VEHICLES, alone[0]), 1)[0];
    assertEquals([row.parameter, row.from, row.to], ["transfer.vehicleFactor", "1", "2"]);
    assertStringIncludes(
      lineOf(row),
      "P22-2.4: vehicles, 1 to 2: bed_occupancy_mean (ward general)",
    );
    assertEquals(TABLE.fromCsv(TABLE.toCsv([row])), [row]);
    assertEquals(firstDrift([row], [row]), []);
    assertEquals(firstDrift([row], [{ ...row, first_to: "7" }]), [
      `vehicles | 1 | 2: first_to was ${row.first_to}, is 7`,
    ]);
  });
});

Deno.test("ladder() names steps by their values", () => {
  assertEquals(ladder("a.b", [false, "", 2], "rises"), [
    { label: "off", change: { "a.b": false } },
    { label: "never", change: { "a.b": "" }, moves: "rises" },
    { label: "2", change: { "a.b": 2 }, moves: "rises" },
  ]);
  assertEquals(parameterOf(VEHICLES), "transfer.vehicleFactor");
  assertEquals(overlaysOf(VEHICLES).map(({ changes }) => changes["transfer.vehicleFactor"]), [
    1,
    2,
  ]);
});

Deno.test("main() says how it is called, lists effects, and ends with 2 on bad options", async () => {
  const { log, error } = console;
  const said = { log: "", error: "" };
  console.log = (text: string) => said.log += `${text}\n`;
  console.error = (text: string) => said.error += `${text}\n`;
  try {
    assertEquals([await main(["--help"]), said.log], [0, `${USAGE}\n`]);
    assertEquals(await main(["--list"]), 0);
    assertStringIncludes(
      said.log,
      "P22-2.4: transfer vehicles by grid, factor on their number: 0.5, 1, 2\n",
    );
    assertEquals(await main(["--only", "no such effect at all"]), 2);
    assertStringIncludes(said.error, "Cannot run the clauses as --only must be part of");
  } finally {
    Object.assign(console, { log, error });
  }
});
