/** What a scenario file says at a path. */
import { assertEquals, assertRejects } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { ScenarioError, writtenValues } from "../../../sim/scenario/mod.ts";

const SCENARIOS = fromFileUrl(new URL("../../../scenarios/", import.meta.url));
const at = async (path: string, file = "base.yaml") =>
  (await writtenValues(SCENARIOS + file, path)).map(({ path, text, grade }) => [path, text, grade]);

Deno.test("writtenValues() gives numbers, words, flags and lists, with what they rest on", async () => {
  assertEquals(await at("contact.followUp"), [
    ["contact.followUp.green", "0 min", "observed"],
    ["contact.followUp.yellow", "3 d", "observed"],
    ["contact.followUp.red", "1 d", "observed"],
  ]);
  assertEquals(await at("referral.greenChannel"), [["referral.greenChannel", "true", "assumed"]]);
  assertEquals(await at("referral.rules"), [["referral.rules", "rules/plan_2022.yaml", "assumed"]]);
  assertEquals(await at("wards.idle"), [["wards.idle", "[]", "assumed"]]);
  assertEquals((await at("services.lines.imaging.volume"))[1].slice(0, 2), [
    "services.lines.imaging.volume[1]",
    "0.06 /y",
  ]);
  assertEquals(await at("wave.attack[0].share"), [["wave.attack[0].share", "0.431", "derived"]]);
});

Deno.test("writtenValues() reads a file over those that it extends", async () => {
  assertEquals(await at("city.districts[0]", "training_county.yaml"), [
    ["city.districts[0]", "county", "assumed"],
  ]);
  assertEquals((await at("contact.followUp.red", "training_county.yaml"))[0][1], "1 d");
});

Deno.test("writtenValues() gives nothing where nothing stands, and refuses no file", async () => {
  assertEquals(await at("contact.followup"), []);
  await assertRejects(
    () => writtenValues("nofile.yaml", "contact"),
    ScenarioError,
    'Cannot load scenario "nofile.yaml": 1 issue\n  nofile.yaml: Expected a file that exists, found none',
  );
});
