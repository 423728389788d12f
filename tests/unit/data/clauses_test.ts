/** The register of clauses: no clause missing, nothing that it names missing either. */
import { assert, assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { CATALOGUE, SERIES_CATALOGUE } from "../../../sim/domain/mod.ts";
import { loadClauses, writtenValues } from "../../../sim/scenario/mod.ts";
import { citingFiles } from "./_cited.ts";

const ROOT = new URL("../../../", import.meta.url);
const read = (path: string): Promise<string> => Deno.readTextFile(new URL(path, ROOT));

const { notices, clauses } = await loadClauses();
const modelled = clauses.filter(({ status }) => status === "modelled");

/** Places in each notice, as its text is divided, and where one of them says several things. */
const PLACES: Readonly<Record<string, string>> = {
  P22: "2.1a 2.1b 2.1c 2.2.1a 2.2.1b 2.2.1c 2.2.1d 2.2.2a 2.2.2(1) 2.2.2(2) 2.2.2(3) 2.2.2(4) " +
    "2.2.2b 2.3a 2.3b 2.3c 2.3d 2.3e 2.3f 2.4 2.5 2.6a 2.6b 2.6c 3.1 3.2 3.3 3.4",
  N162: "1 2 3 4a 4b 4c 4d 4e 5",
  N35: "2 3.1 3.2a 3.2b 3.3a 3.3b 3.3c 3.4 3.5 4.1 4.2 4.3 4.4 4.5 5",
  N177: "2.0 2.1 2.2 2.3 3a 3b 3c 4a 5 5b",
  BJ: "2a 2b 3.1 3.2a 3.2b 3.3a 3.3b 3.4 3.5 3.6a 3.6b 3.6c 3.6d 3.7 3.8 3.9 3.10 3.11 3.12 3.13 " +
    "3.14 3.15 3.16 3.16b 3.17 3.18 3.18b",
  DT9: "classes",
};

// Seen red: a row deleted.
Deno.test("the register holds every clause of the notices, in their order", () => {
  assertEquals(notices.map(({ notice }) => notice), Object.keys(PLACES));
  assertEquals(
    clauses.map(({ clause }) => clause),
    Object.entries(PLACES).flatMap(([notice, places]) =>
      places.split(" ").map((place) => `${notice}-${place}`)
    ),
  );
});

// Seen red: a symbol renamed in the register; a rule that is not in the set.
Deno.test("every mechanism of the register is a file, and what it exports or a rule of it", async () => {
  for (const { clause, mechanism } of modelled) {
    const [file, symbol] = mechanism.split("#");
    const text = await read(file);
    const there = file.endsWith(".yaml")
      ? new RegExp(`^  - name: ${symbol}$`, "m").test(text)
      : new RegExp(`^export (?:class|function|const) ${symbol}\\b`, "m").test(text);
    assert(symbol !== undefined && there, `${clause}: ${mechanism}`);
  }
});

/** Paths of all values of a scenario file laid over those it extends. */
async function pathsOf(file: string): Promise<string[]> {
  const values = await writtenValues(fromFileUrl(new URL(file, ROOT)), "");
  return values.map(({ path }) => path);
}

/** Lists of dated events, which the base leaves out, and a scenario that has them. */
const EVENTS: Readonly<Record<string, string>> = {
  interventions: "scenarios/training_march_2020_consolidated.yaml",
  arrivals: "scenarios/training_march_2020_arrivals.yaml",
};

// Seen red: a parameter misspelt in the register.
Deno.test("every parameter of the register stands in the base scenario", async () => {
  const base = await pathsOf("scenarios/base.yaml");
  for (const { clause, parameter } of modelled) {
    const event = EVENTS[parameter];
    const paths = event === undefined ? base : await pathsOf(event);
    const stands = paths.some((path) =>
      path === parameter || path.startsWith(`${parameter}.`) || path.startsWith(`${parameter}[`)
    );
    assert(stands, `${clause}: ${parameter} in ${event ?? "the base"}`);
  }
});

// Seen red: a word of the test's name changed.
Deno.test("every test of the register exists by its name", async () => {
  for (const { clause, test } of modelled) {
    const [file, name] = test.split(" :: ");
    const begins = (await read(file)).split(/Deno\.test\(\s*/).slice(1);
    assert(begins.some((text) => text.startsWith(`"${name}"`)), `${clause}: ${test}`);
  }
});

// Seen red: a measure misspelt in the register.
Deno.test("every measure of the register is in a catalogue; rows without one say why", () => {
  const known = new Set([...CATALOGUE, ...SERIES_CATALOGUE].map(({ name }) => name));
  for (const { clause, measure, note } of modelled) {
    assert(
      measure === "" ? /no measure moves/.test(note) : known.has(measure),
      `${clause}: ${measure}`,
    );
  }
});

// Seen red: a row set to open.
Deno.test("no clause is open, and no note puts anything off", () => {
  assertEquals(clauses.filter(({ status }) => status === "open").map(({ clause }) => clause), []);
  assertEquals(clauses.filter(({ note }) => /not yet/.test(note)).map(({ clause }) => clause), []);
});

Deno.test("rows that are not modelled name nothing that carries them out, and say why", () => {
  for (const { clause, status, mechanism, parameter, measure, test, note } of clauses) {
    if (status === "modelled") continue;
    assertEquals([mechanism, parameter, measure, test], ["", "", "", ""], clause);
    assert(note.length > 10 && note.endsWith("."), `${clause}: ${note}`);
  }
});

Deno.test("paraphrases are short and in two languages, terms are Chinese", () => {
  for (const { clause, paraphrase, paraphraseZh, chineseTerm } of clauses) {
    assert(paraphrase.length <= 260 && /\.$/.test(paraphrase), `${clause}: ${paraphrase}`);
    assert(paraphraseZh.length <= 100 && /\p{Script=Han}.*。$/u.test(paraphraseZh), clause);
    assert(!/[a-z]/.test(paraphraseZh) && /\p{Script=Han}/u.test(chineseTerm), clause);
  }
});

// Seen red: a clause that does not exist, cited in a source of the base scenario.
Deno.test("every clause that scenarios, sources and data cite is in the register", async () => {
  const known = new Set(clauses.map(({ clause }) => clause));
  const unknown: string[] = [];
  let files = 0;
  for await (
    const { path, cited } of citingFiles(fromFileUrl(ROOT), ["scenarios", "sim", "data"])
  ) {
    files++;
    unknown.push(...cited.filter((clause) => !known.has(clause)).map((c) => `${path} cites ${c}`));
  }
  assertEquals(unknown, []);
  assert(files > 30, `${files} files cite clauses`);
});
