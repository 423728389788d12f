/** The register of clauses: what it names exists. */
import { assert, assertEquals } from "@std/assert";
import * as csv from "@std/csv";
import { parse } from "yaml";

const ROOT = new URL("../../../", import.meta.url);
const read = (path: string): Promise<string> => Deno.readTextFile(new URL(path, ROOT));

interface Clause {
  readonly clause: string;
  readonly mechanism: string;
  readonly parameter: string;
  readonly test: string;
}

const rows = (csv as unknown as { parse(text: string, o: unknown): Clause[] })
  .parse(await read("data/policy_clauses.csv"), { skipFirstRow: true });

/** Whether a path leads to something in a scenario file. */
function leads(tree: unknown, path: string): boolean {
  let node = tree;
  for (const key of path.split(".")) {
    if (typeof node !== "object" || node === null || !(key in node)) return false;
    node = (node as Record<string, unknown>)[key];
  }
  return true;
}

Deno.test("every clause has a mechanism, a parameter and a test, and stands once", () => {
  assert(rows.length >= 56, "the register must not shrink");
  assertEquals(new Set(rows.map(({ clause }) => clause)).size, rows.length);
  const bare = rows.filter(({ mechanism, parameter, test }) => !mechanism || !parameter || !test);
  assertEquals(bare.map(({ clause }) => clause), []);
});

// Seen red: a symbol renamed in the register.
Deno.test("every mechanism of the register is a file, and what it exports", async () => {
  for (const { clause, mechanism } of rows) {
    const [file, symbol] = mechanism.split("#");
    const text = await read(file);
    const exported = symbol === undefined ||
      new RegExp(`export (?:class|function|const) ${symbol}\\b`).test(text);
    assert(exported, `${clause}: ${mechanism}`);
  }
});

// Seen red: a parameter misspelt in the register.
Deno.test("every parameter of the register stands in the base scenario", async () => {
  const base = parse(await read("scenarios/base.yaml"));
  for (const { clause, parameter } of rows) {
    assert(leads(base, parameter), `${clause}: ${parameter}`);
  }
});

Deno.test("every test of the register exists by its name", async () => {
  for (const { clause, test } of rows) {
    const [file, name] = test.split(" :: ");
    const text = await read(file);
    assert(name === undefined || text.includes(`"${name}"`), `${clause}: ${test}`);
  }
});
