/** Whether the facilities and wards that staff and changes name are there, with the staff to move. */
import type { City } from "../domain/mod.ts";
import type { Locator } from "./_schema_kit.ts";
import type { ScenarioFile } from "./_schema.ts";
import { type IssueList, nearestName, quoted } from "./error.ts";
import type { Post, StaffMoveSpec } from "./staff_spec.ts";

type Path = readonly (string | number)[];
type Add = (path: Path, rule: string, value: string, nearest?: string) => void;

/** Physicians and nurses of one post at one facility [persons]. */
interface Crew {
  physicians: number;
  nurses: number;
}

/** Checks names and numbers of staff against the city that is simulated. */
export function checkPlaces(
  { wards, staff }: Partial<ScenarioFile>,
  city: City,
  at: Locator,
  issues: IssueList,
): void {
  const add: Add = (path, rule, value, nearest) =>
    issues.add({
      ...at.place(path),
      path: at.name(path),
      rule,
      value,
      ...(nearest !== undefined && { nearest }),
    });
  const before = issues.size;
  wards?.idle.forEach(({ facility, ward }, i) =>
    checkPlace(["wards", "idle", i], { city, facility, post: ward, name: "ward" }, add)
  );
  wards?.uses.forEach(({ facility, ward }, i) =>
    checkPlace(["wards", "uses", i], { city, facility, post: ward, name: "ward" }, add)
  );
  staff?.moves.forEach((move, i) => {
    const path = ["staff", "moves", i];
    const from = { city, facility: move.from, post: move.ward, key: "from", name: "ward" };
    const to = { city, facility: move.to, post: move.joins, key: "to", name: "joins" };
    if (move.from !== "") checkPlace(path, from, add);
    if (move.to !== "") checkPlace(path, to, add);
  });
  if (staff && issues.size === before) checkNumbers(staff.moves, city, add);
}

interface Asked {
  readonly city: City;
  readonly facility: string;
  readonly post: Post;
  readonly key?: string;
  readonly name: string;
}

function checkPlace(path: Path, { city, facility, post, key, name }: Asked, add: Add): void {
  const ids = city.facilities.map(({ id }) => id);
  if (!ids.includes(facility)) {
    const rule = "Expected the name of a facility";
    add([...path, key ?? "facility"], rule, quoted(facility), nearestName(facility, ids));
    return;
  }
  const posts = postsOf(city, facility);
  if (posts.includes(post)) return;
  const rule = `Expected a ward that ${quoted(facility)} has (${posts.join(", ") || "none"})`;
  add([...path, name], rule, quoted(post));
}

/** Ward types that a facility has, and its fever clinic. */
function postsOf(city: City, facility: string): Post[] {
  const own = city.wards.filter((ward) => ward.facility === facility).map(({ type }) => type);
  const clinic = city.facilities.find(({ id }) => id === facility)?.feverPhysicians ?? 0;
  return [...new Set(own), ...(clinic > 0 ? ["fever_clinic" as const] : [])];
}

/** Nobody can go who is not there: moves in order of date, those who come on a day first. */
function checkNumbers(moves: readonly StaffMoveSpec[], city: City, add: Add): void {
  const crews = new Map<string, Crew>();
  const crewOf = (facility: string, post: Post): Crew => {
    const key = `${facility}/${post}`;
    if (!crews.has(key)) crews.set(key, firstCrew(city, facility, post));
    return crews.get(key)!;
  };
  const steps = moves.flatMap((move, index) => [
    ...change(move, index, { date: move.date, from: "from", to: "to" }),
    ...(move.until === "" ? [] : change(move, index, { date: move.until, from: "to", to: "from" })),
  ]);
  steps.sort((a, b) => a.date < b.date ? -1 : a.date > b.date ? 1 : b.sign - a.sign);
  for (const { index, facility, post, sign } of steps) {
    const { physicians, nurses } = moves[index];
    const crew = crewOf(facility, post);
    crew.physicians += sign * physicians;
    crew.nurses += sign * nurses;
    // The last physician of a clinic stays: emergency care is always open.
    const least = post === "fever_clinic" ? 1 : 0;
    for (
      const [key, left, fewest] of [["physicians", crew.physicians, least], [
        "nurses",
        crew.nurses,
        0,
      ]] as const
    ) {
      if (left >= fewest - 1e-9) continue;
      const rule = `Expected at most the ${key} that ${quoted(facility)} has there to give`;
      add(["staff", "moves", index, key], rule, String(moves[index][key]));
    }
  }
}

/** The ends of a move that lie in the city, as who goes and who comes. */
function change(
  move: StaffMoveSpec,
  index: number,
  { date, from, to }: { date: string; from: "from" | "to"; to: "from" | "to" },
) {
  const post = (end: "from" | "to") => end === "from" ? move.ward : move.joins;
  return [
    { date, index, facility: move[from], post: post(from), sign: -1 },
    { date, index, facility: move[to], post: post(to), sign: 1 },
  ].filter(({ facility }) => facility !== "");
}

function firstCrew(city: City, facility: string, post: Post): Crew {
  if (post === "fever_clinic") {
    const found = city.facilities.find(({ id }) => id === facility);
    return { physicians: found?.feverPhysicians ?? 0, nurses: 0 };
  }
  const ward = city.wards.find((spec) => spec.facility === facility && spec.type === post);
  return { physicians: ward?.physicians ?? 0, nurses: ward?.nurses ?? 0 };
}
