/** The runner: options, tables, faults that turn their cases red and no others. */

import { assertEquals, assertThrows } from "@std/assert";
import { OptionError } from "../support/command_line.ts";
import { planted } from "../support/fault_copy.ts";
import { exactFinding, type Fault, judge, zFinding, zLimit } from "./_case.ts";
import { faultGaps, redUnder } from "./_fault_copy.ts";
import { optionsOf, USAGE } from "./_options.ts";
import { runCase } from "./_run_case.ts";
import { driftOf, fromCsv, rowsOf, toCsv } from "./_table.ts";
import { cases, faults } from "./cases.ts";
import { main } from "./validate.ts";

const NAMES = { cases: ["M/M/1", "M/M/2"], faults: [{ name: "lost", red: ["M/M/2"] }] };

Deno.test("optionsOf() reads what it is given", () => {
  const none = { only: "", fault: "", check: false, list: false, red: false, render: false };
  assertEquals(optionsOf([], NAMES), { ...none, efforts: ["fast", "full"], jobs: 2 });
  assertEquals(optionsOf(["--fast", "--only", "M/1", "--check", "--jobs", "1"], NAMES), {
    ...none,
    efforts: ["fast"],
    only: "M/1",
    check: true,
    jobs: 1,
  });
  assertEquals(optionsOf(["--fault", "lost"], NAMES).efforts, ["fast"]);
});

Deno.test("optionsOf() refuses what it does not know and names the nearest", () => {
  for (
    const [args, message] of [
      [["--xyz"], "Cannot read the options: Unknown option '--xyz'"],
      [
        ["--faul", "lost"],
        "Cannot read the options: Unknown option '--faul'; nearest is \"--fault\"",
      ],
      [
        ["fast"],
        "Cannot read the options: Unexpected argument 'fast'. This command does not take positional " +
        "arguments",
      ],
      [
        ["--jobs", "0"],
        'Cannot run cases as --jobs must be a whole number from 1 to 64: current value is "0"',
      ],
      [
        ["--only", "m/m/2"],
        'Cannot run cases as --only must be part of a name: no case has "m/m/2" in its name; ' +
        'nearest is "M/M/2"',
      ],
      [
        ["--only", "ward"],
        'Cannot run cases as --only must be part of a name: no case has "ward" in its name, ' +
        "see --list",
      ],
      [
        ["--fault", "losd"],
        'Cannot plant a fault as --fault must name one: current name is "losd", see --list; ' +
        'nearest is "lost"',
      ],
      [
        ["--fault", "lost", "--check"],
        "Cannot compare with the kept tables as --fault changes the sources",
      ],
      [
        ["--fault", "lost", "--only", "M/M/1"],
        'Cannot plant a fault as --only must leave a case that it turns red: no case of "lost" has ' +
        '"M/M/1" in its name, the first is "M/M/2"',
      ],
    ] as const
  ) {
    const error = assertThrows(() => optionsOf(args, NAMES), OptionError) as OptionError;
    assertEquals(error.message, message);
  }
});

/** What the command line prints, by outlet, and its exit code. */
async function said(...args: string[]): Promise<{ code: number; log: string; error: string }> {
  const { log, error } = console;
  const lines = { log: "", error: "" };
  console.log = (text: string) => lines.log += text;
  console.error = (text: string) => lines.error += text;
  try {
    return { code: await main(args), ...lines };
  } finally {
    Object.assign(console, { log, error });
  }
}

Deno.test("main() ends with 2 on bad options, and says how it is called", async () => {
  const bad = await said("--fault", "no_such_fault_at_all_anywhere");
  assertEquals([bad.code, bad.error.split("\n")[0], bad.error.split("\n")[1]], [
    2,
    'Cannot plant a fault as --fault must name one: current name is "no_such_fault_at_all_anywhere", ' +
    "see --list",
    "Usage: deno task validate [OPTIONS]",
  ]);
  assertEquals(await said("--help"), { code: 0, log: USAGE, error: "" });
  assertEquals((await said("--fast", "-h")).code, 0);
});

Deno.test("main() removes the copy of a fault when it is interrupted", async () => {
  // Planted fault seen: without the listeners the folder stays.
  await Deno.mkdir("results", { recursive: true });
  const copies = (pid: number) =>
    [...Deno.readDirSync("results")].filter(({ name }) => name.startsWith(`fault_${pid}_`));
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--quiet",
      "tests/validation/validate.ts",
      "--fault",
      "ties_out_of_sequence",
    ],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  for (let i = 0; i < 600 && copies(child.pid).length === 0; i++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assertEquals(copies(child.pid).length, 1);
  child.kill("SIGINT");
  const { code, stderr } = await child.output();
  assertEquals([code, new TextDecoder().decode(stderr)], [
    130,
    "Interrupted: the copy with the fault is removed\n",
  ]);
  assertEquals(copies(child.pid), []);
});

Deno.test("judge() refuses at 3 standard errors, further out where there are several", () => {
  const at = (z: number) => zFinding("x [-]", 10, { ours: 10 + z, error: 1 });
  assertEquals(judge([at(2.999)]).map(({ holds }) => holds), [true]);
  assertEquals(judge([at(3)]).map(({ holds }) => holds), [false]);
  assertEquals(judge([at(3.1), at(-3.3)]).map(({ holds }) => holds), [true, false]);
  assertEquals(Math.round(zLimit(2) * 1e4), 32_052);
});

Deno.test("runCase() makes a case that breaks red", () => {
  const run = () => {
    throw new RangeError("no bed");
  };
  const { judged } = runCase({ name: "broken", source: "-", run }, "fast");
  assertEquals(judged.map(({ quantity, holds }) => [quantity, holds]), [
    ["ran to its end [-]; broke with: no bed", false],
  ]);
});

Deno.test("driftOf() names what differs", () => {
  const judged = judge([
    exactFinding("a, b [-]", 1, { ours: 1 }),
    exactFinding("c [-]", 2, { ours: 2 }),
  ]);
  const kept = fromCsv(toCsv(rowsOf([{ name: 'the "case"', judged, seconds: 1 }])));
  assertEquals(driftOf(kept, kept), []);
  assertEquals(driftOf(kept, [{ ...kept[0], ours: "1.5" }]), [
    'the "case" | a, b [-]: ours was 1, is 1.5',
    'the "case" | c [-]: in the kept table alone',
  ]);
  assertEquals(driftOf([kept[0]], kept), ['the "case" | c [-]: not in the kept table']);
  assertEquals(driftOf(kept, kept.toReversed()), ["the order of the rows differs"]);
});

Deno.test("planted() refuses a text that does not stand once", () => {
  const fault: Fault = { name: "f", what: "-", file: "x.ts", find: "a", replace: "b", red: [] };
  assertEquals(planted("cat", fault), "cbt");
  for (const [text, times] of [["dog", 0], ["banana", 3]] as const) {
    assertThrows(
      () => planted(text, fault),
      RangeError,
      `Cannot plant fault "f" as its text must stand once in x.ts: it stands ${times} times`,
    );
  }
});

Deno.test("faultGaps() names cases that stayed green and others that turned red", () => {
  const fault: Fault = {
    name: "f",
    what: "-",
    file: "x.ts",
    find: "a",
    replace: "b",
    red: ["A 1", "B"],
  };
  assertEquals(faultGaps(fault, ["A 1", "B"]), []);
  assertEquals(faultGaps(fault, ["A 2"], "A"), ["stayed green: A 1", "turned red: A 2"]);
});

/** Quick faults, and the part of the cases that is run against each; all of them by the task. */
const QUICK = [
  ["last_come_first_served", "M/M/"],
  ["refusals_not_counted", "stay constant"],
  ["service_drawn_as_the_gap", "M/M/1"],
  ["ties_out_of_sequence", "D/D/1"],
] as const;

for (const [name, only] of QUICK) {
  Deno.test(`fault ${name} turns its cases red among those of ${only}, and no others`, async () => {
    const fault = faults.find((one) => one.name === name)!;
    const among = cases.filter((one) => one.name.includes(only)).length;
    const red = await redUnder(fault, { only, jobs: 1 });
    assertEquals(faultGaps(fault, red, only), []);
    assertEquals(red.length > 0 && red.length <= among, true);
  });
}
