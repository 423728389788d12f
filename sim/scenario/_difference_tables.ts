/** Tables in which two scenarios differ, summed up by column. */
import type { City } from "../domain/city/mod.ts";
import { AGE_BANDS } from "../domain/terms/mod.ts";
import { clausesIn } from "./_clauses.ts";
import type { ScenarioChange } from "./scenario_change.ts";
import { canonicalJson } from "./hash.ts";
import type { Scenario } from "./scenario.ts";

type Row = Readonly<Record<string, unknown>>;

/** A table of a scenario. */
interface TableOf {
  readonly path: string;
  /** What a row is, one and many. */
  readonly nouns: readonly [one: string, many: string];
  /** Columns that say which row it is. */
  readonly key: readonly string[];
  /** Columns whose numbers add up. */
  readonly sums?: readonly string[];
  readonly rows: (scenario: Scenario) => readonly unknown[];
}

const ROWS = ["row", "rows"] as const;
const PATIENTS = ["ordinary", "moderate", "severe", "critical"];

/** A table of the city with the given key. */
function cityTable(
  name: Exclude<keyof City, "id" | "name" | "ageShares">,
  one: string,
  key: readonly string[],
  sums: readonly string[] = [],
): TableOf {
  return { path: `city.${name}`, nouns: [one, name], key, sums, rows: ({ city }) => city[name] };
}

const TABLES: readonly TableOf[] = [
  cityTable("districts", "district", ["id"]),
  cityTable("grids", "grid", ["id"]),
  cityTable("communities", "community", ["id"], ["population"]),
  cityTable("facilities", "facility", ["id"], ["feverPhysicians"]),
  cityTable("wards", "ward", ["facility", "type", "use"], [
    "beds",
    "convertibleBeds",
    "physicians",
    "nurses",
  ]),
  cityTable("links", "link", ["grid", "role", "facility"]),
  cityTable("fleets", "fleet", ["id"], ["vehicles"]),
  {
    path: "city.ages",
    nouns: ROWS,
    key: ["ageBand"],
    rows: ({ city }) => AGE_BANDS.map((ageBand, i) => ({ ageBand, share: city.ageShares[i] })),
  },
  { ...cityTable("columns", "row", ["table", "column"]), nouns: ROWS },
  { ...cityTable("published", "row", ["quantity", "year"]), nouns: ROWS },
  cityTable("outlines", "outline", ["district"]),
  { path: "people", nouns: ROWS, key: ["ageBand"], rows: ({ people }) => people },
  {
    path: "course.severity",
    nouns: ROWS,
    key: ["ageBand", "vaccination", "disease"],
    rows: ({ course }) => course.severity,
  },
  {
    path: "start.census",
    nouns: ["ward", "wards"],
    key: ["facility", "ward"],
    sums: PATIENTS,
    rows: ({ start }) => start?.census ?? [],
  },
  {
    path: "start.waiting",
    nouns: ["group", "groups"],
    key: ["grid", "state", "place"],
    sums: ["patients"],
    rows: ({ start }) => start?.waiting ?? [],
  },
];

/** What differs in the city, people, severity and start. */
export function changedTables(from: Scenario, to: Scenario): ScenarioChange[] {
  const names: [string, string, string][] = [
    ["city", from.city.id, to.city.id],
    ["city.name", from.city.name.en, to.city.name.en],
  ];
  return [
    ...names.filter(([, a, b]) => a !== b).map(([path, a, b]) => change(path, a, b)),
    ...TABLES.flatMap((table) => changedTable(table, from, to)),
  ];
}

function changedTable(table: TableOf, from: Scenario, to: Scenario): ScenarioChange[] {
  const [old, own] = [table.rows(from), table.rows(to)];
  if (old === own || canonicalJson(old) === canonicalJson(own)) return [];
  const compared = new Compared(table, keyed(table, old), keyed(table, own));
  const columns = new Set([...own, ...old].flatMap((row) => Object.keys(row as Row)));
  const lines = [compared.rows(), ...[...columns].map((column) => compared.column(column))];
  const changes = lines.filter((found) => found !== undefined);
  return changes.map((found) => withSource(found, table.path, to.city));
}

/** Rows by key; rows of one key are told apart by their order. */
function keyed({ key }: TableOf, rows: readonly unknown[]): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows as readonly Row[]) {
    const name = key.map((column) => row[column]).join("/");
    let unique = name;
    for (let i = 2; found.has(unique); i++) unique = `${name}#${i}`;
    found.set(unique, row);
  }
  return found;
}

/** The two versions of a table. */
class Compared {
  readonly #both: readonly (readonly [Row, Row])[];
  readonly #gone: readonly Row[];
  readonly #new: readonly Row[];

  constructor(
    private readonly table: TableOf,
    private readonly old: ReadonlyMap<string, Row>,
    private readonly own: ReadonlyMap<string, Row>,
  ) {
    const rows = [...own];
    this.#both = rows.filter(([key]) => old.has(key)).map(([key, row]) => [old.get(key)!, row]);
    this.#new = rows.filter(([key]) => !old.has(key)).map(([, row]) => row);
    this.#gone = [...old].filter(([key]) => !own.has(key)).map(([, row]) => row);
  }

  /** Rows that came or went. */
  rows(): ScenarioChange | undefined {
    const [gone, come] = [this.#gone.length, this.#new.length];
    if (gone + come > 0) {
      const parts = [come > 0 ? `, ${come} new` : "", gone > 0 ? `, ${gone} gone` : ""];
      const { old, own, table } = this;
      return change(table.path, this.#count(old.size), this.#count(own.size) + parts.join(""));
    }
    const moved = [...this.old.keys()].join() !== [...this.own.keys()].join();
    const order = `${this.#count(this.own.size)} in another order`;
    return moved ? change(this.table.path, this.#count(this.old.size), order) : undefined;
  }

  /** Rows that differ in a column. */
  column(column: string): ScenarioChange | undefined {
    const { path, sums = [] } = this.table;
    const differ = this.#both.filter(([a, b]) => !alike(a[column], b[column]));
    if (sums.includes(column)) {
      const others = [...this.#gone, ...this.#new].filter((row) => row[column] !== 0);
      const count = differ.length + others.length;
      if (count === 0) return undefined;
      const total = (rows: ReadonlyMap<string, Row>) => {
        const sum = [...rows.values()].reduce((sum, row) => sum + (row[column] as number), 0);
        return `${Number(sum.toFixed(3))} in all`;
      };
      return change(
        `${path}.${column}`,
        total(this.old),
        `${total(this.own)}, ${this.#some(count)}`,
      );
    }
    if (differ.length === 0) return undefined;
    const values = (at: 0 | 1) => shown(differ.map((pair) => pair[at][column]));
    return change(`${path}.${column}`, values(0), `${values(1)}, ${this.#some(differ.length)}`);
  }

  #count(rows: number): string {
    return `${rows} ${this.table.nouns[rows === 1 ? 0 : 1]}`;
  }

  #some(rows: number): string {
    return `${this.#count(rows)} ${rows === 1 ? "differs" : "differ"}`;
  }
}

function alike(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}

/** The values that occur, three at most, each cut when long. */
function shown(values: readonly unknown[]): string {
  const words = [...new Set(values.map(wordsOf))];
  return words.slice(0, 3).join(" or ") + (words.length > 3 ? " or others" : "");
}

function wordsOf(value: unknown): string {
  const name = (value as { en?: string } | null)?.en;
  const text = name ??
    (Array.isArray(value) && value.every((item) => typeof item === "string")
      ? value.join(";")
      : typeof value === "string"
      ? value
      : canonicalJson(value));
  if (text === "") return "nothing";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function change(path: string, from: string, to: string): ScenarioChange {
  return { path, from, to, grade: "", source: "", file: "", clauses: [] };
}

/** With what the column of a city's table rests on. */
function withSource(found: ScenarioChange, table: string, city: City): ScenarioChange {
  if (!table.startsWith("city.")) return found;
  const name = table.slice("city.".length);
  const key = found.path.slice(table.length + 1).replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
  const column = city.columns.find((row) => row.table === name && row.column === key);
  const { grade = "", source = "" } = column ?? {};
  return { ...found, grade, source, file: `${city.id}/${name}.csv`, clauses: clausesIn(source) };
}
