/** What a manifest says, as tables: facts, scenarios, changes, where each number comes from. */
import type { Manifest } from "../../experiment/results/mod.ts";
import type { Column, ExportTable, Row } from "./_export_table.ts";

const text = (heading: string): Column => ({ heading, field: heading, kind: "text", unit: "" });

function tableOf(name: string, columns: readonly Column[], rows: readonly Row[]): ExportTable {
  return { name, columns, rows };
}

/** Facts of a run, one a row. Commands are left out, since they may name folders of the machine. */
export function factsTable(manifest: Manifest): ExportTable {
  const { city, window, precision, recommended } = manifest;
  const facts: readonly (readonly [fact: string, value: string | number, unit?: string])[] = [
    ["program", manifest.program],
    ["sources", manifest.sources],
    ["seed", manifest.seed],
    ["replications per scenario", manifest.replications, "-"],
    ["replications found to be enough", recommended ?? (precision === null ? "not asked" : "none")],
    ["what the spread of replications holds", manifest.uncertainty],
    ["replications that share a set of parameters", manifest.replicationsPerSet, "-"],
    ["baseline", manifest.baseline],
    ["city", city.id],
    ["name of the city", city.name.en],
    ["name of the city in Chinese", city.name.zh],
    ["residents", city.population, "persons"],
    ["grids", city.grids.length, "-"],
    ["facilities", city.facilities, "-"],
    ["first day of the window", window.start],
    ["days of the window", window.days, "d"],
    ["days of follow-up", window.runOnDays, "d"],
    ["interval of means", "95 %"],
  ];
  const columns = [text("fact"), text("value"), text("unit")];
  return tableOf(
    "about",
    columns,
    facts.map(([fact, value, unit = ""]) => ({ fact, value: String(value), unit })),
  );
}

/** Scenarios, one a row. */
export function scenariosTable({ scenarios }: Manifest): ExportTable {
  const columns: readonly Column[] = [
    ...["scenario", "title", "title_zh", "description", "hash", "laws_hash", "start"].map(text),
    { heading: "warm_up", field: "warmUp", kind: "number", unit: "d" },
    text("numbers_by_grade"),
  ];
  const rows = scenarios.map(({ name, title, description, hash, lawsHash, start, grades }) => ({
    scenario: name,
    title: title.en,
    title_zh: title.zh,
    description: description.en,
    hash,
    laws_hash: lawsHash,
    start: start.kind,
    warmUp: start.warmUpDays,
    numbers_by_grade: Object.entries(grades).map(([grade, count]) => `${grade} ${count}`)
      .join(", "),
  }));
  return tableOf("scenarios", columns, rows);
}

/** What differs from the baseline, one change a row. */
export function changesTable({ scenarios }: Manifest): ExportTable {
  const fields = ["scenario", "path", "from", "to", "grade", "source", "file", "clauses"];
  const rows = scenarios.flatMap(({ name, changes }) =>
    changes.map(({ path, from, to, grade, source, file, clauses }) => ({
      scenario: name,
      path,
      from,
      to,
      grade,
      source,
      file: withoutFolders(file),
      clauses: clauses.join(", "),
    }))
  );
  return tableOf("changes", fields.map(text), rows);
}

/** Every number of every scenario, with its grade and source. */
export function provenanceTable({ scenarios }: Manifest): ExportTable {
  const fields = ["scenario", "path", "value", "grade", "source", "file"];
  const rows = scenarios.flatMap(({ name, provenance }) =>
    provenance.map(({ path, text, grade, source, file }) => ({
      scenario: name,
      path,
      value: text,
      grade,
      source,
      file: withoutFolders(file),
    }))
  );
  return tableOf("provenance", fields.map(text), rows);
}

/** The path of a file inside the project as it is; of one elsewhere its name alone. */
function withoutFolders(file: string): string {
  return /^(?:[A-Za-z]:|[/\\~]|\.\.)/.test(file) ? file.replace(/^.*[/\\]/, "") : file;
}
