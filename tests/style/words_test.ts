import { assertEquals } from "@std/assert";
import { filesUnder } from "./tree.ts";
import { emptyNames, forbiddenWords } from "./words.ts";

const file = (text: string, path = "sim/x.ts") => ({ path, text });
const found = (text: string) => forbiddenWords([file(text)]).length;

Deno.test("forbiddenWords() finds each kind, and leaves clauses and vitamins alone", () => {
  const bad = [
    ["/work", "main/sim"].join("/"),
    ["https:/", "registry.example.org", "zod"].join("/"),
    ["see MOD", "EL 10"].join(""),
    ["by DES", "IGN §2"].join(""),
    "as published (S" + "71)",
    "see iss" + "ue 3",
    "in this ses" + "sion",
  ];
  assertEquals(bad.map(found), bad.map(() => 1));
  assertEquals(found("P22-2.2.2(3), N162-4d, vitamin B12, dialysis sessions, model 10"), 0);
});

Deno.test("emptyNames() finds names that say nothing", () => {
  assertEquals(emptyNames([file("class Bed" + "Manager {}"), file("", "sim/utils.ts")]), [
    "sim/x.ts declares BedManager",
    "sim/utils.ts is named so",
  ]);
});

Deno.test("no file names this machine or papers that are not here", () => {
  const endings = [".ts", ".md", ".yaml", ".json", ".csv", ".ipynb", "run", "LICENSE"];
  assertEquals(forbiddenWords(filesUnder("", endings)), []);
});

Deno.test("names say what they name", () => {
  assertEquals(emptyNames(filesUnder("", [".ts"])), []);
});
