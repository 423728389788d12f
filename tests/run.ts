/**
 * `deno task test [PART…]`: every test of the project, part by part, each beside its time budget.
 *
 * What a test needs is fetched by Deno as it goes; a Chromium is taken from $CHROMIUM, from the
 * system, or from an npm package. Ends with the line `N passed, N failed` and exit code 1 when
 * anything failed or a part took longer than its budget allows on a machine like the one it was
 * written for; GRIDCARE_SLOW=FACTOR stretches the budgets on a slower one.
 */
import { fromFileUrl } from "@std/path";
import { type Outcome, outcomeOf, sumOf } from "./support/outcome.ts";
import { foldersLeftOut, type Part, partsOf, type Step } from "./support/parts.ts";

const project = new URL("../", import.meta.url);
const decoder = new TextDecoder();

function namesIn(path: string, wanted: (entry: Deno.DirEntry) => boolean): string[] {
  const entries = [...Deno.readDirSync(new URL(path, project))];
  return entries.filter(wanted).map((entry) => entry.name).sort();
}

function commandOf(step: Step): Deno.Command {
  return new Deno.Command(Deno.execPath(), {
    args: [...step.args],
    cwd: fromFileUrl(new URL(`${step.folder ?? "."}/`, project)),
    env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
}

async function runStep(step: Step): Promise<Outcome> {
  const { code, stdout, stderr } = await commandOf(step).output();
  const text = decoder.decode(stdout) + decoder.decode(stderr);
  const outcome = step.counts
    ? outcomeOf({ text, code })
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  if (outcome.failed > 0) console.log(`--- ${step.name}: deno ${step.args.join(" ")}\n${text}`);
  return outcome;
}

async function runPart({ name, budget, steps }: Part, stretch: number): Promise<Outcome> {
  const started = performance.now();
  const outcomes: Outcome[] = [];
  for (const step of steps) outcomes.push(await runStep(step));
  const seconds = (performance.now() - started) / 1000;
  const slow = seconds > budget * stretch;
  const { passed, failed } = sumOf(outcomes);
  const time = `${seconds.toFixed(1).padStart(6)} s of ${String(budget).padStart(3)} s`;
  console.log(
    `${failed === 0 && !slow ? "ok  " : "FAIL"} ${name.padEnd(11)}${time}  ` +
      `${passed} passed, ${failed} failed${slow ? "; over its time budget" : ""}`,
  );
  return { passed, failed: failed + (slow ? 1 : 0) };
}

const testFolders = namesIn("tests", (entry) => entry.isDirectory);
const all = partsOf({
  testFolders: testFolders.filter((folder) => folder !== "notebooks"),
  notebooks: namesIn("notebooks", (entry) => entry.name.endsWith(".ipynb")),
});
const unknown = Deno.args.filter((name) => !all.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `Cannot run part "${unknown[0]}": expected one of ${all.map((part) => part.name).join(", ")}`,
  );
  Deno.exit(2);
}
const outcomes: Outcome[] = foldersLeftOut(all, testFolders).map((folder) => {
  console.log(`FAIL tests/${folder} is in no part of tests/support/parts.ts`);
  return { passed: 0, failed: 1 };
});
const stretch = Number(Deno.env.get("GRIDCARE_SLOW") ?? 1);
const chosen = all.filter((part) => Deno.args.length === 0 || Deno.args.includes(part.name));
for (const part of chosen) outcomes.push(await runPart(part, stretch));
const { passed, failed } = sumOf(outcomes);
console.log(`${passed} passed, ${failed} failed`);
Deno.exit(failed > 0 ? 1 : 0);
