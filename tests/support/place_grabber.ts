/**
 * A process that puts a result folder in a place as soon as nothing stands there, as another writer
 * between the two renames of the first would, and ends:
 *
 *     deno run -A place_grabber.ts FOLDER
 *
 * With code 1 when the place was not free for a minute.
 */
const [target] = Deno.args;
const own = `${target}-of-grabber`;
const end = Date.now() + 60_000;
Deno.mkdirSync(own);
Deno.writeTextFileSync(`${own}/manifest.json`, '{"format": "gridcare-result-2"}');
for (let taken = false; !taken;) {
  try {
    Deno.renameSync(own, target);
    taken = true;
  } catch {
    if (Date.now() > end) Deno.exit(1);
  }
}
