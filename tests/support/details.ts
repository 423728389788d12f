/** Details of a replication in words, and the same counted anew from its event log. */
import { FLOW_PLACES, MODERATE, ROLES } from "../../sim/domain/mod.ts";
import type { City, FlowPlace } from "../../sim/domain/mod.ts";
import { censusFacilities, detailOf, PERSONS_PER_GRID } from "../../sim/network/mod.ts";
import type { ReplicationResult } from "../../sim/network/mod.ts";
import type { Scenario } from "../../sim/scenario/mod.ts";
import { allEventsOf, DAY } from "./tiny_network.ts";
import type { Event } from "./tiny_network.ts";

/** Passages by `from > to` [patients]; those that nobody makes are left out. */
export type Counts = ReadonlyMap<string, number>;

/** Passages that a replication says. */
export function passagesOf({ detail }: ReplicationResult, { window }: Scenario): Counts {
  const { passages } = detailOf(detail, window);
  return new Map(
    FLOW_PLACES.flatMap((from, i) =>
      FLOW_PLACES.map((to, j) => [`${from} > ${to}`, passages[i * FLOW_PLACES.length + j]] as const)
    ).filter(([, n]) => n > 0),
  );
}

/** What comes into a kind of place less what goes out of it [patients]. */
export function left(counts: Counts, place: FlowPlace): number {
  let sum = 0;
  for (const [passage, n] of counts) {
    const [from, to] = passage.split(" > ");
    if (to === place) sum += n;
    if (from === place) sum -= n;
  }
  return sum;
}

/** Kind of place of a facility for residents of a grid, by the links of a city. */
export function kindOf(
  { links, communities, facilities }: City,
  grid: string,
  id: string,
): FlowPlace {
  const roles = links.filter((l) => l.grid === grid && l.facility === id).map((l) => l.role);
  if (communities.some((c) => c.grid === grid && c.primaryFacility === id)) roles.push("primary");
  const kind = facilities.find((facility) => facility.id === id)!.kind;
  return ROLES.find((role) => roles.includes(role)) ??
    (kind === "hospital" ? "other_hospital" : kind);
}

/** What the log says of one person. */
class Walk {
  from: FlowPlace = "home";
  facility = "";
  counted = false;
  readonly #count: (from: FlowPlace, to: FlowPlace) => void;

  constructor(count: (from: FlowPlace, to: FlowPlace) => void) {
    this.#count = count;
  }

  enters(place: FlowPlace, facility: string): void {
    this.counted = true;
    if (facility === this.facility) return;
    this.#count(this.from, place);
    this.from = place;
    this.facility = facility;
  }

  ends(how: FlowPlace): void {
    if (this.counted) this.#count(this.from, how);
  }

  presentAtHome(): void {
    this.counted = true;
    this.#count("present_at_start", "home");
  }

  presentIn(place: FlowPlace, facility: string): void {
    this.from = "present_at_start";
    this.enters(place, facility);
  }
}

/**
 * Passages counted from the event log.
 *
 * @param result A replication with its log.
 * @param scenario Its scenario, whose links hold throughout.
 */
export function passagesOfLog(result: ReplicationResult, scenario: Scenario): Counts {
  const { city } = scenario;
  const counts = new Map<string, number>();
  const count = (from: FlowPlace, to: FlowPlace) =>
    counts.set(`${from} > ${to}`, (counts.get(`${from} > ${to}`) ?? 0) + 1);
  const walks = new Map<number, Walk>();
  for (const { event, person, facility, ward, value } of allEventsOf(scenario, result)) {
    if (person < 0) continue;
    let walk = walks.get(person);
    if (walk === undefined) walks.set(person, walk = new Walk(count));
    const place = () =>
      kindOf(city, city.grids[Math.floor(person / PERSONS_PER_GRID)].id, facility);
    if (event === "worsened" && value >= MODERATE) walk.counted = true;
    if (event === "present" && ward === "") walk.presentAtHome();
    if (event === "present" && ward !== "") walk.presentIn(place(), facility);
    if (event === "admitted") walk.enters(place(), facility);
    if (event === "recovered" || event === "died") {
      walk.ends(event);
      walks.delete(person);
    }
  }
  for (const walk of walks.values()) walk.ends("unresolved");
  return counts;
}

/** Beds and patients of one facility, each a number for every day [beds, patients, patients]. */
export interface FacilityCensus {
  readonly usable: number[];
  readonly covid: number[];
  readonly ordinary: number[];
}

/** What the census says, by facility. */
export function censusOf(
  { detail }: ReplicationResult,
  { city, window }: Scenario,
): ReadonlyMap<string, FacilityCensus> {
  const { census } = detailOf(detail, window);
  const facilities = censusFacilities(city);
  const days = window.days + window.runOnDays;
  const values = (what: number, f: number) => {
    const at = (what * facilities.length + f) * days;
    return [...census.subarray(at, at + days)];
  };
  return new Map(
    facilities.map((id, f) =>
      [id, { usable: values(0, f), covid: values(1, f), ordinary: values(2, f) }] as const
    ),
  );
}

/** COVID patients in beds of a facility at each midnight, counted from the event log [patients]. */
export function covidAtMidnights(
  events: readonly Event[],
  { city, window }: Scenario,
  id: string,
): number[] {
  const changes = events.flatMap(({ at, event, facility, ward, value }) => {
    const comes = facility === id && (event === "admitted" || (event === "present" && ward !== ""));
    const leaves = event === "bed left" && city.wards[value].facility === id;
    return comes ? [{ at, by: 1 }] : leaves ? [{ at, by: -1 }] : [];
  });
  return Array.from(
    { length: window.days + window.runOnDays },
    (_, day) => changes.reduce((sum, { at, by }) => at <= (day + 1) * DAY ? sum + by : sum, 0),
  );
}
