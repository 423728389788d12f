/**
 * The parts of `deno task test`: what each runs, and the time it may take on two cores.
 *
 * All of them take about fifteen minutes; budgets add up to 24, as machines differ. What does not
 * fit its budget becomes a task of its own.
 */

/** One command of a part. */
export interface Step {
  /** What it is called in the output. */
  readonly name: string;
  /** Arguments of `deno`. */
  readonly args: readonly string[];
  /** Folder, relative to the project; the project itself when left out. */
  readonly folder?: string;
  /** Whether it prints how many tests passed and failed; else it counts as one test. */
  readonly counts?: boolean;
}

/** A part of the tests. */
export interface Part {
  /** Name, also the argument that runs it alone. */
  readonly name: string;
  /** Time it may take on two cores [s]. */
  readonly budget: number;
  /** Commands, one after another. */
  readonly steps: readonly Step[];
}

/** What is in the project; paths relative to it. */
export interface Tree {
  /** Folders of `tests/` that hold tests of the root configuration. */
  readonly testFolders: readonly string[];
  /** Notebooks, relative to `notebooks/`. */
  readonly notebooks: readonly string[];
}

// The style part has checked the types of all these folders.
const TEST = ["test", "-A", "--quiet", "--parallel", "--no-check"];

function tests(name: string, ...paths: string[]): Step {
  return { name, args: [...TEST, ...paths], counts: true };
}

function notebookSteps(notebooks: readonly string[]): Step[] {
  const folder = "notebooks";
  const run = (name: string, ...args: string[]): Step => ({
    name,
    args: ["run", "-A", ...args],
    folder,
    counts: true,
  });
  return [
    { name: "format", args: ["fmt", "--check"], folder },
    { name: "lint", args: ["lint"], folder },
    { name: "types", args: ["check", "."], folder },
    {
      name: "toolkit",
      args: ["test", "-A", "--quiet", "--doc", "../tests/notebooks", "toolkit"],
      folder,
      counts: true,
    },
    run("types of the cells", "toolkit/check_notebooks.ts", ...notebooks),
    run("the cells", "toolkit/run_notebook.ts", "--check", ...notebooks),
  ];
}

/**
 * All parts, in the order in which they run.
 *
 * @param tree What is in the project.
 * @returns Parts; every folder of tests is in one of them.
 */
export function partsOf({ testFolders, notebooks }: Tree): Part[] {
  const typed = testFolders.map((folder) => `tests/${folder}`);
  return [
    {
      name: "style",
      budget: 60,
      steps: [
        { name: "format", args: ["fmt", "--check"] },
        { name: "lint", args: ["lint"] },
        { name: "types", args: ["check", "sim", "data", "tests/run.ts", ...typed] },
        tests("style", "tests/style"),
      ],
    },
    { name: "unit", budget: 560, steps: [tests("unit", "tests/unit", "tests/contract")] },
    { name: "property", budget: 75, steps: [tests("property", "tests/property")] },
    { name: "examples", budget: 10, steps: [tests("examples", "tests/examples")] },
    {
      name: "validation",
      budget: 110,
      steps: [tests("validation", "tests/validation", "tests/clauses")],
    },
    {
      name: "docs",
      budget: 170,
      steps: [{
        name: "docs",
        args: ["test", "-A", "--quiet", "--doc", "sim", "README.md"],
        counts: true,
      }],
    },
    { name: "notebooks", budget: 320, steps: notebookSteps(notebooks) },
    {
      name: "browser",
      budget: 90,
      steps: [{ name: "browser", args: ["test", "-A", "--quiet", "tests/browser"], counts: true }],
    },
    {
      name: "fetch",
      budget: 25,
      steps: [{ name: "fetch", args: ["test", "-A", "--quiet", "tests/fetch"], counts: true }],
    },
  ];
}

/** Folders that hold what tests use, and what the tasks `bench` and `proof` run. */
const WITHOUT_TESTS = new Set(["support", "bench", "proof"]);

/** Folders of `tests/` that are in no part though they hold tests. */
export function foldersLeftOut(parts: readonly Part[], testFolders: readonly string[]): string[] {
  const run = new Set(
    parts.flatMap((part) => part.steps).filter((step) => step.counts).flatMap((step) => step.args)
      .map((argument) => argument.replace(/^\.\.\//, "")),
  );
  return testFolders.filter((folder) => !WITHOUT_TESTS.has(folder) && !run.has(`tests/${folder}`));
}
