/** Cells and numbers as text: `bed_occupancy[ward=icu]`, `5 %`. */
import type { MeasureDefinition } from "../../domain/mod.ts";
import { GROUPS, type RowGroups } from "../results/mod.ts";
import { nearestName } from "../../scenario/mod.ts";

/** A measure or series with groups; those not named are empty. */
export interface CellName {
  readonly measure: string;
  readonly groups: Partial<RowGroups>;
}

/** Pattern of a cell: name, groups. */
export const CELL = String.raw`(\w+)\s*(?:\[([^\]]*)\])?`;
/** Pattern of a number. */
export const NUMBER = String.raw`([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)`;

/** Groups from what stands between brackets; undefined when it cannot be read. */
export function readGroups(text: string | undefined): Partial<RowGroups> | undefined {
  const groups: Record<string, string> = {};
  if (text === undefined) return groups;
  for (const part of text.split(",")) {
    const [, group, value] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(part) ?? [];
    if (group === undefined || value === "" || Object.hasOwn(groups, group)) return undefined;
    groups[group] = value;
  }
  return groups;
}

const named = (groups: Partial<RowGroups>): [string, string][] =>
  Object.entries(groups).filter(([, value]) => value !== "");

/** A cell as text; groups in the order of the columns of tables. */
export function cellText({ measure, groups }: CellName): string {
  const order = (group: string) => (GROUPS as readonly string[]).indexOf(group);
  const list = named(groups).sort(([a], [b]) => order(a) - order(b));
  if (list.length === 0) return measure;
  return `${measure}[${list.map(([group, value]) => `${group}=${value}`).join(",")}]`;
}

/** A number whose point is moved by so many digits, exactly as if written so. */
function shifted(text: string, digits: number): string {
  const [mantissa, exponent = "0"] = text.toLowerCase().split("e");
  return `${mantissa}e${Number(exponent) + digits}`;
}

/** The share that a percentage as written says, rounded once: `7` is 0.07 to the last bit [-]. */
export function shareOf(percent: string): number {
  return Number(shifted(percent, -2));
}

/** A share as a percentage that reads back as the same number. */
export function percentText(share: number): string {
  const exact = shifted(String(share), 2);
  const short = String(Number(exact));
  return `${shareOf(short) === share ? short : exact} %`;
}

/** What to write instead of a wrong name. */
export function hintFor(name: string, valid: readonly string[]): string {
  const nearest = nearestName(name, valid);
  if (nearest !== undefined) return `; nearest is "${nearest}"`;
  return valid.length === 0 ? "; there are none" : `; there are ${valid.join(", ")}`;
}

/** What is wrong with the names of a cell. */
export function nameProblems(
  { measure, groups }: CellName,
  { kind, catalogue }: {
    readonly kind: "measure" | "series";
    readonly catalogue: readonly MeasureDefinition[];
  },
): string[] {
  const definition = catalogue.find(({ name }) => name === measure);
  if (definition === undefined) {
    const hint = hintFor(measure, catalogue.map(({ name }) => name));
    return [`the ${kind} must be in the catalogue: current ${kind} is "${measure}"${hint}`];
  }
  return named(groups).map(([group]) => group)
    .filter((group) => !(definition.groups as readonly string[]).includes(group))
    .map((group) =>
      `groups must be those of "${measure}": current group is "${group}"` +
      hintFor(group, definition.groups)
    );
}

/** Refuses when there are problems, with all of them. */
export function refuse(doing: string, problems: readonly string[]): void {
  if (problems.length === 0) return;
  if (problems.length === 1) throw new RangeError(`Cannot ${doing} as ${problems[0]}`);
  throw new RangeError(
    `Cannot ${doing}: ${problems.length} problems\n${problems.map((p) => `  ${p}`).join("\n")}`,
  );
}
