/** The programs of the comparison: how each is set up and called, and how long it runs. */
import type { Model } from "./models.ts";
import { java, python, rust, type SetUp } from "./set_up.ts";

/** A program that follows the contract `COMMAND MODEL N SEED`. */
export interface Program {
  readonly name: string;
  /** Makes ready what it needs; no more than once. */
  readonly setUp?: SetUp;
  /** The command up to the model. */
  readonly command: readonly string[];
  /** Goes behind the model's name. */
  readonly suffix?: string;
  /** Length of a run at scale 1, about two seconds on a machine of 2025; other models are left out. */
  readonly sizes: Readonly<Partial<Record<Model, number>>>;
}

/** Name of the project's own program, to which the others are compared. */
export const OURS = "gridcare";

/** Name of the loop by hand in Rust. */
export const FLOOR = "rust-floor";

const M = 1_000_000;
const k = 1_000;

function sizes(
  ...[mm1, mmc, carenet, hold100, hold, hold1e6]: readonly number[]
): Readonly<Record<Model, number>> {
  return { mm1, mmc, carenet, "hold-100": hold100, hold, "hold-1e6": hold1e6 };
}

/** Lets the compiler join more small functions into one; the tasks that simulate have it too. */
const MORE_INLINING = "--v8-flags=--max-inlined-bytecode-size-cumulative=4000";

/** The command that runs the project's own models, as the task `bench:peer` does. */
export function oursByDefault(folder: string): string[] {
  return [
    Deno.execPath(),
    "run",
    MORE_INLINING,
    "--no-prompt",
    "--allow-read",
    "--allow-env=DEBUG,DEBUG_COLORS,DEBUG_HIDE_DATE,LOG_STREAM,LOG_TOKENS",
    `${folder}/../peer.ts`,
  ];
}

function own(command: readonly string[]): Program[] {
  const process = "-process";
  return [
    { name: OURS, command, sizes: sizes(8 * M, 7 * M, 2 * M, 16 * M, 8 * M, 2 * M) },
    {
      name: OURS + process,
      command,
      suffix: process,
      sizes: sizes(4 * M, 3 * M, 1 * M, 8 * M, 4 * M, 1.5 * M),
    },
  ];
}

function floors(folder: string, cache: string): Program[] {
  return [
    {
      name: FLOOR,
      setUp: rust,
      command: [`${cache}/rust/target/release/rust-floor`],
      sizes: sizes(40 * M, 30 * M, 8 * M, 50 * M, 24 * M, 4 * M),
    },
    {
      name: "js-floor",
      command: [
        Deno.execPath(),
        "run",
        MORE_INLINING,
        "--no-config",
        "--no-prompt",
        `${folder}/js/floor.ts`,
      ],
      sizes: sizes(16 * M, 12 * M, 4 * M, 24 * M, 12 * M, 3 * M),
    },
  ];
}

/** The serial collector works in the program's own thread, as those of the others do. */
const JVM = ["java", "-XX:+UseSerialGC", "-Xmx2g"];

/**
 * All programs, ours first.
 *
 * @param ours The command of the project's own program.
 * @param folder Where the sources stand.
 * @param cache Where they are installed and built.
 */
export function programs(ours: readonly string[], folder: string, cache: string): Program[] {
  const script = (name: string) => [`${cache}/python/bin/python`, `${folder}/python/${name}.py`];
  return [
    ...own(ours),
    ...floors(folder, cache),
    {
      name: "ssj",
      setUp: java,
      command: [...JVM, "-cp", `${cache}/java/classes:${cache}/java/lib/*`, "SsjModels"],
      sizes: sizes(8 * M, 6 * M, 3 * M, 8 * M, 4 * M, 800 * k),
    },
    {
      name: "cimba",
      setUp: python("cimba"),
      command: script("cimba_models"),
      sizes: sizes(8 * M, 6 * M, 600 * k, 16 * M, 10 * M, 2 * M),
    },
    {
      // Cimba's processes for the hold models, where `cimba` uses its events; the queues and the
      // care network are processes anyway, and a million stacks do not fit.
      name: "cimba-process",
      setUp: python("cimba"),
      command: script("cimba_models"),
      suffix: "-process",
      sizes: { "hold-100": 12 * M, "hold": 3 * M },
    },
    {
      name: "simpy",
      setUp: python("simpy"),
      command: script("simpy_models"),
      sizes: sizes(160 * k, 150 * k, 70 * k, 1 * M, 500 * k, 200 * k),
    },
    {
      name: "ciw",
      setUp: python("ciw"),
      command: script("ciw_models"),
      sizes: { mm1: 80 * k, mmc: 60 * k, carenet: 20 * k },
    },
  ];
}
