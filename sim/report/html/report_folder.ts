/** A result folder with its report, its method and how to cite it. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { citationCff, methodText } from "../method/mod.ts";
import { writeResultFolder } from "../tables/mod.ts";
import { reportHtml } from "./report.ts";

/**
 * Writes a result folder with `report.html`, `method.md`, `method.zh.md` (the same in Chinese) and
 * `CITATION.cff` in it, whole or not at all.
 *
 * @param set Results.
 * @param folder Path of the folder; a result folder that stands there is replaced.
 * @throws {Error} If something else than a result folder stands there.
 *
 * @example A folder
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { writeReportFolder } from "./mod.ts";
 * const folder = Deno.makeTempDirSync();
 * writeReportFolder(TINY_RESULT_SET, folder);
 * assertEquals(Deno.statSync(`${folder}/report.html`).isFile, true);
 * Deno.removeSync(folder, { recursive: true });
 * ```
 */
export function writeReportFolder(set: ResultSet, folder: string): void {
  writeResultFolder(set, folder, {
    extra: {
      "report.html": reportHtml(set),
      "method.md": methodText(set),
      "method.zh.md": methodText(set, "zh"),
      "CITATION.cff": citationCff(set),
    },
  });
}
