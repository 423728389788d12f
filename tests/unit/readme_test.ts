import { assertEquals } from "@std/assert";
import { type ComparisonRow, runExperiment } from "../../sim/experiment/mod.ts";
import { loadScenario } from "../../sim/scenario/mod.ts";

const GROUPS = ["grid", "tier", "facility", "ward", "colour", "rule", "line"] as const;

/** A paired difference and its interval, times a factor, as the README writes them. */
function written(row: ComparisonRow, factor: number, digits: number): string[] {
  return [row.difference, row.differenceLow, row.differenceHigh].map((value) =>
    (value * factor).toFixed(digits).replace("-", "−")
  );
}

Deno.test("the README's scenario gives the numbers that stand below it", async () => {
  // Planted fault seen: the numbers of the version before, which a change of definition had moved.
  const readme = await Deno.readTextFile("README.md");
  const yaml = /```yaml\n(.*?)```/s.exec(readme)![1];
  const folder = await Deno.makeTempDir();
  try {
    const base = `${Deno.cwd()}/scenarios/training.yaml`;
    const file = `${folder}/more_vehicles.yaml`;
    await Deno.writeTextFile(file, yaml.replace("extends: training.yaml", `extends: ${base}`));
    const scenarios = [await loadScenario(base), await loadScenario(file)];
    const { comparison } = await runExperiment({
      scenarios,
      replications: 3,
      seed: "1",
      workers: 2,
    });
    const row = (measure: string) => {
      return comparison.find((r) =>
        r.scenario === "more_vehicles" && r.measure === measure && GROUPS.every((g) => r[g] === "")
      )!;
    };
    const text = readme.slice(readme.indexOf("Two seconds later")).replaceAll(/\s+/g, " ");
    const numbers = (pattern: RegExp) => pattern.exec(text)?.slice(1);
    const [sooner, high, low] = written(row("response_time_mean"), -1, 0);
    assertEquals(numbers(/(\d+) min sooner \((\d+) to (\d+);/), [sooner, low, high]);
    assertEquals(
      numbers(/([\d.]+) points more transfers are within target \((−?[\d.]+) to ([\d.]+)\)/),
      written(row("transfer_within_target"), 100, 1),
    );
    assertEquals(
      numbers(/clearly change \((−[\d.]+) h, (−[\d.]+) to ([\d.]+)\)/),
      written(row("transfer_delay_mean"), 1, 2),
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
