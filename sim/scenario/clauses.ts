/**
 * The register of policy clauses: two tables of `data/`, the notices and their clauses, as one value.
 *
 * A row that is `modelled` names what carries the clause out; `open` ones are not yet built, and for
 * `not modelled` ones nothing in the simulator stands. Both of these say why in their note.
 */
import { dirname, fromFileUrl, join } from "@std/path";
import { clausesIn } from "./_clauses.ts";
import { MAX_BYTES, type Reading } from "./_files.ts";
import { choice, date } from "./_schema_kit.ts";
import { anyText, readTable, type RowOf, type Table, word } from "./_table.ts";
import { TableCheck } from "./_table_check.ts";
import type { LoadOptions } from "./city_folder.ts";
import { IssueList, quoted } from "./error.ts";
import { deepFreeze } from "./hash.ts";

/** What has become of a clause. */
export const CLAUSE_STATES = ["modelled", "open", "not modelled"] as const;
/** Name of a state. */
export type ClauseState = (typeof CLAUSE_STATES)[number];

/** One notice. */
export interface Notice {
  /** Short name, with which the names of its clauses begin, e.g. `P22`. */
  readonly notice: string;
  /** Title in English, a translation. */
  readonly titleEn: string;
  /** Title in Chinese. */
  readonly titleZh: string;
  /** Number of the document; empty when the copy seen has none. */
  readonly number: string;
  /** Day it was issued. */
  readonly date: string;
}

/** One clause. Fields that do not apply are empty. */
export interface Clause {
  /** Name, e.g. `P22-2.2.2(3)`: notice, then the place in its text. */
  readonly clause: string;
  /** Name of its notice. */
  readonly notice: string;
  /** What has become of it. */
  readonly status: ClauseState;
  /** What it says, in other words. */
  readonly paraphrase: string;
  /** The same in Chinese. */
  readonly paraphraseZh: string;
  /** Its key term as written. */
  readonly chineseTerm: string;
  /** File that carries it out and what it exports, e.g. `sim/network/referral.ts#ReferralFlow`. */
  readonly mechanism: string;
  /** Path of the number or list of `scenarios/base.yaml` that switches or sizes it. */
  readonly parameter: string;
  /** Measure or daily series that it moves. */
  readonly measure: string;
  /** Test that shows it at work: file, ` :: `, name. */
  readonly test: string;
  /** Why it is open or not modelled; else what to know of the row. */
  readonly note: string;
}

/** The whole register. */
export interface ClauseRegister {
  /** Notices in the order of their table. */
  readonly notices: readonly Notice[];
  /** Clauses in the order of their table. */
  readonly clauses: readonly Clause[];
}

const NOTICES = {
  notice: word(),
  titleEn: word(),
  titleZh: word(),
  number: anyText(),
  date: date(),
};
const CLAUSES = {
  clause: word(),
  notice: word(),
  status: choice(CLAUSE_STATES),
  paraphrase: word(),
  paraphraseZh: word(),
  chineseTerm: word(),
  mechanism: anyText(),
  parameter: anyText(),
  measure: anyText(),
  test: anyText(),
  note: anyText(),
};

/** The register of this project. */
const OWN = new URL("../../data/policy_clauses.csv", import.meta.url);

/**
 * Loads the register of clauses.
 *
 * The notices are read from `policy_notices.csv` of the same folder. What the rows name is not looked
 * up here: tests of the project do that.
 *
 * @param path Table of the clauses; the project's own when left out, from any working directory.
 * @param options Largest size of a file.
 * @returns The register, deeply frozen.
 * @throws {ScenarioError} When anything is wrong with the tables, with every issue.
 *
 * @example Where the green channel is carried out
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadClauses } from "./mod.ts";
 *
 * const { clauses } = await loadClauses();
 * const channel = clauses.find(({ clause }) => clause === "P22-2.5");
 * assertEquals(channel?.parameter, "referral.greenChannel");
 * ```
 */
export async function loadClauses(
  path: string = fromFileUrl(OWN),
  options: LoadOptions = {},
): Promise<ClauseRegister> {
  const issues = new IssueList();
  const reading: Reading = { issues, maxBytes: options.maxBytes ?? MAX_BYTES };
  const folder = dirname(path);
  const notices = await readTable(join(folder, "policy_notices.csv"), "notices", NOTICES, reading);
  const clauses = await readTable(path, "clauses", CLAUSES, reading);
  const names = notices === undefined ? undefined : checkNotices(notices, issues);
  if (clauses !== undefined) checkClauses(clauses, names, issues);
  issues.throwIfAny("register of clauses", path);
  return deepFreeze({ notices: notices!.rows, clauses: clauses!.rows });
}

function checkNotices(table: Table<typeof NOTICES>, issues: IssueList): ReadonlySet<string> {
  new TableCheck(table, issues).unique("notice", ({ notice }) => notice);
  return new Set(table.rows.map(({ notice }) => notice));
}

function checkClauses(
  table: Table<typeof CLAUSES>,
  notices: ReadonlySet<string> | undefined,
  issues: IssueList,
): void {
  const rows = new TableCheck(table, issues);
  rows.unique("clause", ({ clause }) => clause);
  rows.known("notice", ({ notice }) => notice, notices, () => "Expected a notice of the table");
  table.rows.forEach((row, index) => {
    const { clause, notice } = row;
    const fits = notices?.has(notice) !== true || clause.startsWith(`${notice}-`);
    if (!fits || clausesIn(clause)[0] !== clause) {
      const rule = "Expected the notice, a hyphen and the place in its text, such as P22-2.3b";
      rows.add(index, "clause", rule, quoted(clause));
    }
    for (const column of wanted(row)) {
      rows.add(index, column, `Expected text for a clause that is ${row.status}`, "none");
    }
  });
}

const CARRIED_OUT = ["mechanism", "parameter", "test"] as const;

/** Columns that the state of a clause asks for and the row leaves empty. */
function wanted(row: RowOf<typeof CLAUSES>): string[] {
  if (row.status !== "modelled") return row.note === "" ? ["note"] : [];
  const unmeasured = row.measure === "" && row.note === "" ? ["measure"] : [];
  return [...CARRIED_OUT.filter((column) => row[column] === ""), ...unmeasured];
}
