/**
 * A process that writes a tiny result folder again and again, for tests of several writers at once:
 *
 *     deno run -A result_writer.ts FOLDER SEED TIMES
 *
 * The seed is in the manifest and in a further file, so that a mixture would show.
 */
import { TINY_RESULT_SET, writeResultFolder } from "../../sim/report/tables/mod.ts";

const [folder, seed, times] = Deno.args;
const set = { ...TINY_RESULT_SET, manifest: { ...TINY_RESULT_SET.manifest, seed } };
for (let time = 0; time < Number(times); time++) {
  writeResultFolder(set, folder, { extra: { "report.html": seed } });
}
