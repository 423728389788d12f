/** The tables of people and of severity. */
import { type PeopleRow, PREGNANT_BANDS } from "../domain/population/mod.ts";
import type { SeverityRow } from "../domain/epidemic/mod.ts";
import { AGE_BANDS, DISEASES, VACCINATIONS } from "../domain/terms/mod.ts";
import type { Reading } from "./_files.ts";
import { choice } from "./_schema_kit.ts";
import { cell, readTable } from "./_table.ts";

const chance = cell(0, 1);
const PEOPLE = {
  ageBand: choice(AGE_BANDS),
  immobile: chance,
  stable: chance,
  unstable: chance,
  severeOfStable: chance,
  severeOfUnstable: chance,
  dialysisOfSevere: chance,
  full: chance,
  partial: chance,
  pregnant: chance,
  contract: chance,
};
const SEVERITY = {
  ageBand: choice(AGE_BANDS),
  vaccination: choice(VACCINATIONS),
  disease: choice(DISEASES),
  asymptomatic: chance,
  moderate: chance,
  severe: chance,
  critical: chance,
  deathSevere: chance,
  deathCritical: chance,
  underlyingMain: chance,
};

/** Residents by age band, one row for each band in order. */
export async function readPeople(file: string, reading: Reading): Promise<PeopleRow[]> {
  const table = await readTable(file, "people", PEOPLE, reading);
  if (table === undefined) return [];
  const add = (line: number, path: string, rule: string, value: string) =>
    reading.issues.add({ file, line, path, rule, value });
  const bands = table.rows.map((row) => row.ageBand);
  if (table.complete && bands.join() !== AGE_BANDS.join()) {
    add(0, "people", `Expected the age bands ${AGE_BANDS.join(", ")}`, bands.join(", "));
  }
  table.rows.forEach((row, index) => {
    const atMostOne = (column: string, sum: number) => {
      if (sum <= 1 + 1e-9) return;
      const path = `people[${index}].${column}`;
      add(table.lineOf(index), path, "Expected shares that sum to at most 1", String(sum));
    };
    atMostOne("unstable", row.stable + row.unstable);
    atMostOne("partial", row.full + row.partial);
    if (row.pregnant > 0 && !PREGNANT_BANDS.includes(row.ageBand)) {
      const rule = `Expected 0 outside ages ${PREGNANT_BANDS.join(", ")}`;
      add(table.lineOf(index), `people[${index}].pregnant`, rule, String(row.pregnant));
    }
  });
  return [...table.rows];
}

/** Risks by age band, vaccination and disease: every combination once, in any order. */
export async function readSeverity(file: string, reading: Reading): Promise<SeverityRow[]> {
  const table = await readTable(file, "severity", SEVERITY, reading);
  if (table === undefined) return [];
  const add = (line: number, rule: string, value: string) =>
    reading.issues.add({ file, line, path: "severity", rule, value });
  const missing = new Set(
    AGE_BANDS.flatMap((age) =>
      VACCINATIONS.flatMap((vaccination) =>
        DISEASES.map((disease) => `${age} ${vaccination} ${disease}`)
      )
    ),
  );
  table.rows.forEach((row, index) => {
    const kind = `${row.ageBand} ${row.vaccination} ${row.disease}`;
    if (missing.delete(kind)) return;
    add(table.lineOf(index), "Expected every age, vaccination and disease once", kind);
  });
  const rule = "Expected a row for every age, vaccination and disease (99)";
  if (table.complete && missing.size > 0) {
    const shown = [...missing].slice(0, 3).join("; ");
    add(0, rule, `${table.rows.length} rows, without ${shown}${missing.size > 3 ? "; …" : ""}`);
  }
  return [...table.rows];
}
