/** `reproduce`: makes a result folder again and says whether it is the same. */
import { join } from "@std/path";
import { Command, Option } from "commander";
import { ResultStore, sourcesOf, VERSION } from "../experiment/mod.ts";
import type { Manifest, RunRequest } from "../experiment/mod.ts";
import { compareResultFolders, readManifest } from "../report/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { execute } from "./execute.ts";
import { InputError } from "./exit.ts";
import { loadAll } from "./loading.ts";
import { parseWorkers } from "./options.ts";

/** A result that could not be made again: exit code 1. */
class Different extends Error {
  override name = "Different";
}

/**
 * The command `reproduce`.
 *
 * @returns The command.
 */
export function reproduceCommand(): Command {
  return new Command("reproduce")
    .description(
      "Makes a result folder again from its scenario files, without the store, and says: identical, or what differs.",
    )
    .argument("<folder>", "result folder made by `run`")
    .addOption(
      new Option("-w, --workers <number>", "worker threads; results do not depend on it")
        .default(navigator.hardwareConcurrency, "one per core").argParser(parseWorkers),
    )
    .action(reproduce);
}

function manifestIn(folder: string): Manifest {
  try {
    return readManifest(folder);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

/** What makes it unlikely, from the start, that the same comes out. */
function forewarnings(manifest: Manifest, scenarios: readonly Scenario[]): string[] {
  const warnings: string[] = [];
  if (manifest.program !== `gridcare ${VERSION}` || manifest.sources !== sourcesOf()) {
    warnings.push(
      `made by ${manifest.program} (${manifest.sources}), this is gridcare ${VERSION} (${sourcesOf()})`,
    );
  }
  for (const { name, hash } of scenarios) {
    const former = manifest.scenarios.find((scenario) => scenario.name === name)?.hash;
    if (former !== hash) warnings.push(`scenario "${name}" has hash ${hash}, it had ${former}`);
  }
  return warnings;
}

async function reproduce(folder: string, { workers }: { readonly workers: number }): Promise<void> {
  const manifest = manifestIn(folder);
  const { request, clock } = manifest;
  if (request === null) {
    throw new InputError(
      `Cannot reproduce "${folder}" as a command must have made it: its manifest names no scenario files`,
    );
  }
  const scenarios = await loadAll(request.files);
  const warnings = forewarnings(manifest, scenarios);
  for (const warning of warnings) console.error(`Note: ${warning}`);
  const differences = await again(request, scenarios, { folder, workers, clock });
  if (differences.length === 0) {
    console.log(`Identical: every file of "${folder}" came out the same, byte for byte.`);
    return;
  }
  throw new Different(
    [`Different from "${folder}":`, ...[...warnings, ...differences].map((line) => `  ${line}`)]
      .join(
        "\n",
      ),
  );
}

/** Runs a request into a folder of its own beside the system's other temporary files. */
async function again(
  request: RunRequest,
  scenarios: readonly Scenario[],
  { folder, workers, clock }: {
    readonly folder: string;
    readonly workers: number;
    readonly clock: Manifest["clock"];
  },
): Promise<string[]> {
  const beside = await Deno.makeTempDir({ prefix: "gridcare-reproduce-" });
  const store = ResultStore.open(":memory:");
  try {
    const out = join(beside, "result");
    const interrupted = "Interrupted: nothing was compared";
    await execute(request, scenarios, { out, workers, store, interrupted, clock });
    return compareResultFolders(folder, out);
  } finally {
    store.close();
    await Deno.remove(beside, { recursive: true });
  }
}
