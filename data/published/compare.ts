/**
 * Prints service volume of scenarios beside the published ratios of 2020.
 *
 * Run: `deno run --allow-read --allow-env data/published/compare.ts 5 scenarios/beijing_2020_high.yaml …`:
 * the number of replications, then scenario files. Nothing is fitted; the seed is 1.
 */
import { loadScenario } from "../../sim/scenario/mod.ts";
import { readTable } from "../_table.ts";
import { beside, besideTable, publishedOf } from "./_beside.ts";

const USAGE =
  "Usage: deno run --allow-read --allow-env data/published/compare.ts <replications> <scenario file> …";

if (import.meta.main) {
  const [count, ...files] = Deno.args;
  const replications = Number(count);
  if (!(Number.isInteger(replications) && replications > 0) || files.length === 0) {
    console.error(
      `Cannot compare as the program takes a number of replications and scenario files: current arguments are ${
        Deno.args.map((argument) => `"${argument}"`).join(", ") || "none"
      }\n${USAGE}`,
    );
    Deno.exit(2);
  }
  const url = new URL("service_volume_2020.csv", import.meta.url);
  const published = publishedOf(await readTable(url));
  const scenarios = await Promise.all(files.map((file) => loadScenario(file)));
  const ours = beside(published, scenarios, { replications, seed: "1" });
  console.log(besideTable(published, ours).join("\n"));
}
