/** Which file may import which: doors, rooms, `mod.ts`, private files, cycles. */
import type { SourceFile } from "./tree.ts";

/** Doors under `sim/`, the particular first; a door imports only from those after it. */
export const DOORS = [
  "cli",
  "studies",
  "report",
  "experiment",
  "network",
  "scenario",
  "domain",
  "engine",
] as const;

/** Rooms of a door, the particular first; a room imports only from those after it. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  engine: ["process", "record", "resources", "stats", "random", "kernel"],
  domain: ["staff", "services", "policy", "epidemic", "population", "measures", "city", "terms"],
  report: ["export", "html", "figures", "story", "method", "tables"],
  studies: ["planning", "sensitivity", "measured"],
  experiment: ["analysis", "workers", "store", "results"],
};

/** One import between two files of the project. */
interface Edge {
  readonly from: string;
  readonly to: string;
}

const IMPORTS = [
  /^(?:import|export)\b[^;"']*?\bfrom\s+"([^"]+)"/gm,
  /^import\s+"([^"]+)"/gm,
  /\bimport\(\s*"([^"]+)"\s*[,)]/g,
  /\bnew URL\(\s*"(\.[^"]+\.ts)"\s*,\s*import\.meta\.url\s*\)/g,
];

/** What a file imports, as written. */
export function specifiersOf({ text }: SourceFile): string[] {
  return IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)].map((found) => found[1]!));
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function edgesOf(files: readonly SourceFile[]): Edge[] {
  return files.flatMap((file) =>
    specifiersOf(file).filter((specifier) => specifier.startsWith(".")).map((specifier) => ({
      from: file.path,
      to: new URL(specifier, `file:///${file.path}`).pathname.slice(1),
    }))
  );
}

/** Door and room of a file; the room is empty for files that stand in the door itself. */
function placeOf(path: string): { door: string; room: string } {
  const [, door = "", room = "", ...rest] = path.split("/");
  return { door, room: rest.length > 0 ? room : "" };
}

function orderBreach(edge: Edge): string | undefined {
  const [from, to] = [placeOf(edge.from), placeOf(edge.to)];
  const doors: readonly string[] = DOORS;
  if (edge.from === "sim/mod.ts") return undefined;
  if (!doors.includes(to.door)) return "is no door under sim/";
  if (from.door !== to.door) {
    return doors.indexOf(from.door) < doors.indexOf(to.door) ? undefined : "is not below it";
  }
  const rooms = ROOMS[from.door] ?? [];
  if (from.room === "" || from.room === to.room) return undefined;
  if (to.room === "") return "is a file of the door above it";
  return rooms.indexOf(from.room) < rooms.indexOf(to.room) && rooms.includes(from.room)
    ? undefined
    : "is a room that does not stand below it";
}

function breachOf(edge: Edge): string | undefined {
  const name = edge.to.slice(folderOf(edge.to).length);
  const abroad = folderOf(edge.from) !== folderOf(edge.to);
  if (!edge.to.startsWith("sim/")) return "is outside sim/";
  if (abroad && name !== "mod.ts") return "is not the mod.ts of its folder";
  return orderBreach(edge);
}

function cyclesOf(edges: readonly Edge[]): string[] {
  const next = Map.groupBy(edges, (edge) => edge.from);
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      found.push(`cycle: ${[...way.slice(way.indexOf(file)), file].join(" > ")}`);
      return;
    }
    state.set(file, "open");
    for (const { to } of next.get(file) ?? []) visit(to, [...way, file]);
    state.set(file, "done");
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}

/**
 * Breaches of the layers among the files under `sim/`.
 *
 * @param files Files under `sim/`.
 * @returns One sentence per breach and per cycle.
 */
export function layerBreaches(files: readonly SourceFile[]): string[] {
  const edges = edgesOf(files);
  const breaches = edges.flatMap((edge) => {
    const breach = breachOf(edge);
    return breach === undefined ? [] : [`${edge.from} imports ${edge.to}, which ${breach}`];
  });
  return [...new Set(breaches), ...cyclesOf(edges)];
}

/**
 * Libraries that are imported in more than one folder; the standard library and Deno's own modules
 * may be.
 *
 * @param files Files of one program.
 * @returns One sentence per library.
 */
export function librariesSpread(files: readonly SourceFile[]): string[] {
  const folders = new Map<string, Set<string>>();
  for (const file of files) {
    for (const specifier of specifiersOf(file)) {
      if (/^(?:\.|@std\/|node:|gridcare\/)/.test(specifier)) continue;
      const library = specifier.replace(/^npm:\/?/, "").match(/^(?:@[^/]+\/)?[^/@]+/)![0];
      folders.set(library, (folders.get(library) ?? new Set()).add(folderOf(file.path)));
    }
  }
  return [...folders].filter(([, where]) => where.size > 1).map(([library, where]) =>
    `${library} is imported in ${[...where].sort().join(", ")}`
  );
}
