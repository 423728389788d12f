/** `reproduce`: makes a result folder again and says whether it is the same. */
import { join } from "@std/path";
import { Command, Option } from "commander";
import { mergeResultSets } from "../experiment/mod.ts";
import type { Manifest, RunRequest } from "../experiment/mod.ts";
import {
  compareResultFolders,
  readManifest,
  readResultFolder,
  writeReportFolder,
} from "../report/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { execute } from "./execute.ts";
import { InputError } from "./exit.ts";
import { forewarnings } from "./forewarnings.ts";
import { loadAll } from "./loading.ts";
import { parseWorkers } from "./options.ts";
import { openStore } from "./store_file.ts";

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

async function reproduce(folder: string, { workers }: { readonly workers: number }): Promise<void> {
  const manifest = manifestIn(folder);
  const { requests } = manifest;
  if (requests.length === 0) {
    throw new InputError(
      `Cannot reproduce "${folder}" as a command must have made it: its manifest names no scenario files`,
    );
  }
  const parts = await Promise.all(
    requests.map(async (request) => ({ request, scenarios: await loadAll(request.files) })),
  );
  const warnings = forewarnings(manifest, parts.flatMap(({ scenarios }) => scenarios));
  for (const warning of warnings) console.error(`Note: ${warning}`);
  const differences = await again(parts, { folder, workers, manifest });
  if (differences.length === 0) {
    console.log(`Identical: every file of "${folder}" came out the same, byte for byte.`);
    return;
  }
  const lines = [...warnings, ...differences].map((line) => `  ${line}`);
  throw new Different([`Different from "${folder}":`, ...lines].join("\n"));
}

/** A request with its scenarios. */
interface Part {
  readonly request: RunRequest;
  readonly scenarios: readonly Scenario[];
}

/** Runs everything into folders of its own beside the system's other temporary files. */
async function again(
  parts: readonly Part[],
  { folder, workers, manifest }: {
    readonly folder: string;
    readonly workers: number;
    readonly manifest: Manifest;
  },
): Promise<string[]> {
  const beside = await Deno.makeTempDir({ prefix: "gridcare-reproduce-" });
  const { store, close } = openStore(false);
  try {
    const outs: string[] = [];
    for (const { request, scenarios } of parts) {
      const out = join(beside, `${outs.length}`);
      const interrupted = "Interrupted: nothing was compared";
      const { clock } = manifest;
      await execute(request, scenarios, { out, workers, store, interrupted, clock });
      outs.push(out);
    }
    return compareResultFolders(
      folder,
      outs.length === 1 ? outs[0] : joined(outs, beside, manifest),
    );
  } finally {
    close();
    await Deno.remove(beside, { recursive: true });
  }
}

/** Joins results as `compare` does. */
function joined(outs: readonly string[], beside: string, { command, clock }: Manifest): string {
  const set = mergeResultSets(
    outs.map((name) => ({ name, set: readResultFolder(name) })),
    command,
  );
  const out = join(beside, "joined");
  writeReportFolder({ ...set, manifest: { ...set.manifest, clock } }, out);
  return out;
}
