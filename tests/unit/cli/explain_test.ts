/** `explain`: described patients, patients of a run, bad options; and the event log for vidigi. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { main } from "../../../sim/cli/main.ts";
import { visible } from "../../../sim/cli/visible.ts";

const ROOT = fromFileUrl(new URL("../../../", import.meta.url));
const TRAINING = "scenarios/training.yaml";

/** Runs a command with what it prints caught. */
async function said(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const { log, error } = console;
  console.log = console.error = (...words: unknown[]) => lines.push(words.join(" "));
  try {
    return { code: await main(args), text: lines.join("\n") };
  } finally {
    console.log = log;
    console.error = error;
  }
}

const explain = (...args: string[]) => said("explain", ...args);

/** A small epidemic of the training grid, in a file. */
const SMALL = `extends: ${ROOT}${TRAINING}
title: { en: "Small\\u001b[2J", zh: 小 }
description: { en: x, zh: x }
wave: { scale: { value: 0.2, grade: assumed, source: To be quick. } }
`;

async function inRun(test: (out: string, folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/small.yaml`, SMALL);
    const made = ["-n", "2", "--log", "--no-store", "-o", `${folder}/out`];
    const { code, text } = await said("run", `${folder}/small.yaml`, ...made);
    assertEquals(code, 0, text);
    await test(`${folder}/out`, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("explain of a described patient says the rule, the clause and the beds", async () => {
  const patient = ["--age", "82", "--disease", "severe-stable", "--vaccination", "none"];
  const { code, text } = await explain(TRAINING, ...patient, "--severity", "moderate");
  assertEquals(code, 0, text);
  assertStringIncludes(text, "Health colour red, by row R3 of the attachment's table.");
  assertStringIncludes(
    text,
    "→ 9. moderate, clause P22-2.2.2(2): to a general bed of the sub-designated",
  );
  assertMatch(text, /P22-2\.2\.2\(2\), 亚定点医院: Moderate cases/);
  assertMatch(text, /^ +1 +sub-designated +general bed +15 +110 +Sub-designated hospital/m);
  const chinese = await explain(TRAINING, ...patient, "--severity", "moderate", "--lang", "zh");
  assertMatch(chinese.text, /→ 9\. moderate，P22-2\.2\.2\(2\)：转亚定点医院，普通床位/);
});

Deno.test("explain --json prints the same as data", async () => {
  const { text } = await explain(TRAINING, "--age", "50", "--severity", "severe", "--json");
  const { rules, fires, offers, patient } = JSON.parse(text);
  assertEquals([rules[fires].rule, patient.grid, offers[0].facility], [
    "severe_covid",
    "training-g1",
    "training-designated-1",
  ]);
});

Deno.test("explain without the plan, and from a facility", async () => {
  const at = ["--facility", "training-lead-1", "--without-plan"];
  const { code, text } = await explain(TRAINING, "--age", "50", "--severity", "severe", ...at);
  assertEquals(code, 0, text);
  assertMatch(text, /in the clinic of Lead hospital of the\s+training district\./);
  assertStringIncludes(
    text,
    "Rules in order, nearest:\n  1. critical: severity is severe, not critical",
  );
});

// Planted: the first problem thrown at once: the others are not named, red.
Deno.test("explain names everything that is wrong with a description, with the nearest names", async () => {
  const { code, text } = await explain(
    TRAINING,
    ...["--age", "x", "--severity", "sever", "--disease", "sever-stable", "--vaccination", "ful"],
    ...["--grid", "training-g2", "--facility", "training-led-1", "--at", "icu", "--needs", "heart"],
    ...["--patient", "training-g1-1", "--lang", "zz"],
  );
  assertEquals(code, 2);
  assertEquals(text.split("\n"), [
    `Cannot explain "${TRAINING}" as options are wrong:`,
    `  --patient is for a patient of a run, and "${TRAINING}" is a scenario`,
    '  --lang must be one of en, zh: current value is "zz"; nearest is "zh"',
    '  --age must be a number of years from 0 to 130: current value is "x"',
    '  --severity must be one of asymptomatic, mild, moderate, severe, critical: current value is "sever"; nearest is "severe"',
    '  --disease must be one of none, stable, unstable, severe-stable, severe-unstable: current value is "sever-stable"; nearest is "severe-stable"',
    '  --vaccination must be one of full, partial, none: current value is "ful"; nearest is "full"',
    '  --at must be one of home, primary_clinic, hospital_clinic, general_bed, sub_icu_bed, icu_bed: current value is "icu"; nearest is "icu_bed"',
    '  --needs must be one of dialysis, cardiology, oncology, surgery, neurology: current value is "heart"',
    '  --grid must be one of training-g1: current value is "training-g2"; nearest is "training-g1"',
    '  --facility must be one of training-chc-1, training-sub-designated-1, training-designated-1, training-lead-1, training-partner-1: current value is "training-led-1"; nearest is "training-lead-1"',
  ]);
});

for (
  const [why, ...args] of [
    ["--age must be given", "--severity", "mild"],
    ["--severity must be given", "--age", "4"],
    [
      "only those with severe disease need dialysis",
      "--age",
      "4",
      "--severity",
      "mild",
      "--dialysis",
    ],
    [
      "--cause underlying cannot be with --severity mild: the main cause is judged from moderate on",
      ...["--age", "4", "--severity", "mild", "--disease", "stable", "--cause", "underlying"],
    ],
    [
      "--cause underlying needs an underlying --disease: current one is none",
      ...["--age", "4", "--severity", "severe", "--cause", "underlying"],
    ],
    [
      "--needs surgery cannot be with --severity mild: what is needed is judged from moderate on",
      ...["--age", "4", "--severity", "mild", "--disease", "unstable", "--needs", "surgery"],
    ],
    [
      "--needs surgery needs a --disease that is severe or unstable",
      ...["--age", "4", "--severity", "severe", "--needs", "surgery"],
    ],
    [
      "--needs surgery cannot be with --dialysis: one need is told apart",
      ...["--age", "4", "--severity", "severe", "--disease", "severe-stable", "--needs", "surgery"],
      "--dialysis",
    ],
    [
      "--needs dialysis is asked by --dialysis",
      ...["--age", "4", "--severity", "severe", "--needs", "dialysis"],
    ],
    [
      "--pregnant needs an --age of 12 to below 50: current age is 60",
      ...["--age", "60", "--severity", "mild", "--pregnant"],
    ],
    ["--at icu_bed needs --facility", "--age", "4", "--severity", "mild", "--at", "icu_bed"],
    [
      '--at icu_bed cannot be in "training-chc-1", which has no ward of type icu',
      ...["--age", "4", "--severity", "mild", "--at", "icu_bed", "--facility", "training-chc-1"],
    ],
    [
      '--at primary_clinic cannot be in "training-lead-1", which is of tier 3',
      ...["--age", "4", "--severity", "mild", "--at", "primary_clinic"],
      ...["--facility", "training-lead-1"],
    ],
    [
      '--facility "training-lead-1" cannot be with --at home',
      ...["--age", "4", "--severity", "mild", "--at", "home", "--facility", "training-lead-1"],
    ],
  ]
) {
  Deno.test(`explain refuses: ${why}`, async () => {
    const { code, text } = await explain(TRAINING, ...args);
    assertEquals(code, 2);
    assertStringIncludes(text, why);
  });
}

Deno.test("explain asks for the grid of a city with several, and for a folder", async () => {
  const several = await explain("scenarios/plan.yaml", "--age", "4", "--severity", "mild");
  assertEquals(several.code, 2);
  assertMatch(several.text, /--grid must be given: the city has \d+, such as "/);
  const nowhere = await explain("nowhere", "--find", "died");
  assertEquals(nowhere.code, 2);
  assertStringIncludes(nowhere.text, "as it must hold a manifest.json: there is none");
});

/** The event log has the columns and kinds that users of vidigi expect. */
async function checkEventLog(out: string): Promise<void> {
  const [head, ...rows] = (await Deno.readTextFile(`${out}/events_small.csv`)).trimEnd().split(
    "\n",
  );
  const columns = head.split(",");
  assertEquals(columns.slice(0, 9), [
    ...["replication", "patient_id", "patient_class", "event_type", "event", "time_min"],
    ...["facility", "ward", "resource_id"],
  ]);
  const events = rows.map((row) =>
    Object.fromEntries(row.split(",").map((cell, i) => [columns[i], cell]))
  );
  const types = new Set(events.map(({ event_type }) => event_type));
  for (
    const type of ["arrival_departure", "queue", "resource_use", "resource_use_end", "attribute"]
  ) {
    assert(types.has(type), type);
  }
  for (const { patient_id, patient_class, event, resource_id } of events) {
    assertEquals(patient_class !== "", patient_id !== "");
    const drives = /^vehicle (?:assigned|arrived|free)$|^picked up$/.test(event);
    assertEquals(resource_id !== "", drives, event);
  }
  const times = events.map(({ time_min }) => Number(time_min));
  assert(times.every((time, i) => i === 0 || time >= times[i - 1]));
}

// Planted: measures read after the run, and warnings told after it: each run goes on, red.
Deno.test("explain of a run says before it runs again what is missing or has changed", () =>
  inRun(async (out) => {
    const path = `${out}/manifest.json`;
    const manifest = await Deno.readTextFile(path);
    await Deno.writeTextFile(path, manifest.replace(/"gridcare [\d.]+"/, '"gridcare 0.0.1"'));
    const { text, code } = await explain(out, "--find", "died", "--count", "1");
    assertEquals(code, 0, text);
    assertMatch(text.split("\n")[0], /^Note: made by gridcare 0\.0\.1 \(.*\), this is gridcare /);
    await Deno.remove(`${out}/measures.csv`);
    assertEquals(await explain(out, "--find", "died"), {
      code: 2,
      text: `Cannot explain "${out}" as it must hold a measures.csv: there is none`,
    });
    await Deno.writeTextFile(`${out}/measures.csv`, "a,b\r\n");
    const broken = await explain(out, "--find", "died");
    assertEquals(broken.code, 2);
    assertStringIncludes(broken.text, "as its columns must be scenario,");
  }));

// Planted: measures not compared after the run: the broken folder is told, red.
Deno.test("explain of a run finds patients, tells the story of one, and refuses another run", () =>
  inRun(async (out) => {
    await checkEventLog(out);
    const found = JSON.parse((await explain(out, "--find", "moved-most", "--json")).text).found;
    assertEquals(found.length, 10);
    const [{ id }] = found;
    const { code, text } = await explain(out, "--patient", id);
    assertEquals(code, 0, text);
    assert(text.startsWith(`${id}\nScenario Small\\u001b[2J; replication 0, seed 1\n`), text);
    for (const part of ["Infected.", "DECISION: to ", "ADMITTED to ", "until somebody acts"]) {
      assertStringIncludes(text, part);
    }
    assertStringIncludes((await explain(out, "--patient", id, "--lang", "zh")).text, "【入院】");
    const { lines } = JSON.parse((await explain(out, "--patient", id, "--json")).text);
    assertEquals(lines.filter((l: { event: string }) => l.event === "admitted").length >= 2, true);
    const second = await explain(out, "--find", "died", "--replication", "1", "--count", "2");
    assertMatch(second.text, /--replication 1 --patient training-g1-\d+$/);

    const nobody = await explain(out, "--patient", "training-g1-99999");
    assertEquals(nobody.code, 2);
    assertStringIncludes(nobody.text, "in replication 0 it never did");
    const wrong = await explain(
      out,
      "--scenario",
      "smal",
      "--patient",
      "a-1",
      "--find",
      "di",
      "--count",
      "0",
    );
    assertEquals([wrong.code, wrong.text.split("\n").length], [2, 5]);
    assertStringIncludes(wrong.text, 'nearest is "small"');
    const grid = await explain(out, "--patient", "training-g2-1", "--replication", "1");
    assertStringIncludes(grid.text, 'nearest is "training-g1-1"');
    assertStringIncludes((await explain(out)).text, "--patient or --find must be given");
    assertStringIncludes(
      (await explain(out, "--age", "3", "--patient", id)).text,
      "--age is for a described patient",
    );
    assertStringIncludes(
      (await explain(out, "--patient", id, "--replication", "2")).text,
      "--replication must be below 2: current value is 2",
    );

    const file = `${out}/measures.csv`;
    const rows = (await Deno.readTextFile(file)).split("\r\n");
    rows[1] = rows[1].replace(/,\d+,,/, ",7,,");
    await Deno.writeTextFile(file, rows.join("\r\n"));
    const other = await explain(out, "--patient", id);
    assertEquals(other.code, 1);
    assertMatch(
      other.text,
      /as the run must come out as it did: 1 of \d+ measures differ, the first is infected, now \d+, in the folder 7/,
    );
  }));

Deno.test("visible() leaves nothing that steers a terminal", () => {
  assertEquals(
    visible("a\u001b]0;x\u0007b\u202ec\u009bd 中文"),
    "a\\u001b]0;x\\u0007b\\u202ec\\u009bd 中文",
  );
});
