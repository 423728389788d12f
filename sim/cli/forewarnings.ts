/** What has changed since a result folder was made. */
import { sourcesOf, VERSION } from "../experiment/mod.ts";
import type { Manifest } from "../experiment/mod.ts";
import type { Scenario } from "../scenario/mod.ts";

/**
 * What makes it unlikely, from the start, that the same comes out.
 *
 * @param manifest What made the former results.
 * @param scenarios Scenarios as they are now.
 * @returns One line each.
 */
export function forewarnings(manifest: Manifest, scenarios: readonly Scenario[]): string[] {
  const warnings: string[] = [];
  if (manifest.program !== `gridcare ${VERSION}` || manifest.sources !== sourcesOf()) {
    warnings.push(
      `made by ${manifest.program} (${manifest.sources}), this is gridcare ${VERSION} (${sourcesOf()})`,
    );
  }
  for (const { name, hash, uncertainty } of scenarios) {
    const former = manifest.scenarios.find((scenario) => scenario.name === name);
    if (former?.hash !== hash) {
      warnings.push(`scenario "${name}" has hash ${hash}, it had ${former?.hash ?? "none"}`);
    }
    const laws = former?.lawsHash ?? "";
    if (laws !== "" && laws !== uncertainty.hash) {
      warnings.push(
        `the laws of scenario "${name}" have hash ${uncertainty.hash}, they had ${laws}`,
      );
    }
  }
  return warnings;
}
