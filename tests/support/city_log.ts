/**
 * Laws that the event log of any run must keep, read from the log and the rows alone: nothing here
 * asks the books that the run itself checks.
 */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { REFUSALS, WARD_TYPES } from "../../sim/domain/mod.ts";
import { PERSONS_PER_GRID } from "../../sim/network/mod.ts";
import type { ReplicationResult } from "../../sim/network/mod.ts";
import { vehiclesOnDuty } from "../../sim/network/vehicles.ts";
import type { Scenario } from "../../sim/scenario/mod.ts";
import { measureOf } from "./tiny_network.ts";

/** One line of a log. */
export interface Line {
  /** Clock [min]. */
  readonly at: number;
  /** Person; −1 for none. */
  readonly person: number;
  /** Grid of the person; −1 for none [-]. */
  readonly grid: number;
  /** Number of the person in the grid [-]. */
  readonly ordinal: number;
  /** Word of the event. */
  readonly event: string;
  /** Facility; −1 for none [-]. */
  readonly facility: number;
  /** Ward; −1 for none [-]. */
  readonly ward: number;
  /** 0 for the rules in force, 1 for the others [-]. */
  readonly set: number;
  /** Rule; −1 for none [-]. */
  readonly rule: number;
  /** What it is about [-]. */
  readonly value: number;
}

/** The log of a run, line by line. */
export function linesOf({ log }: ReplicationResult): Line[] {
  if (log === null) throw new Error("Cannot read the event log as the run must keep it");
  const column = (name: string) => log.rows.column(name);
  const [time, patient, event, facility] = ["time_min", "patient", "event", "facility"].map(column);
  const [ward, set, rule, value] = ["ward", "rule_set", "rule", "value"].map(column);
  return Array.from(time, (at, i) => ({
    at,
    person: patient[i],
    grid: patient[i] < 0 ? -1 : Math.floor(patient[i] / PERSONS_PER_GRID),
    ordinal: patient[i] % PERSONS_PER_GRID,
    event: log.events.text(event[i]),
    facility: facility[i],
    ward: ward[i],
    set: set[i],
    rule: rule[i],
    value: value[i],
  }));
}

/** Events after which somebody only leaves. */
const ENDS = new Set(["died", "recovered"]);
/** What may follow them. */
const LEAVES = new Set(["discharged", "bed left", "depart"]);
/** Events after which a held bed may have been given up. */
const CHANGES_HAND = new Set(["convalescent", "recovered", "requested", "waits", "sent home"]);
/** Events of those who are in no bed. */
const OUTSIDE = new Set(["contact", "seen", "triaged", "left unseen", "visited", "with physician"]);

/** The clock goes forward; nobody acts before coming or after leaving, or is in two places. */
export function checkPeople(lines: readonly Line[]): void {
  const over = new Map<number, string>();
  const bed = new Map<number, number>();
  const severity = new Map<number, number>();
  let clock = -Infinity;
  for (const { at, person, event, ward, value } of lines) {
    assert(at >= clock, `clock ${clock}, then ${at}`);
    clock = at;
    if (person < 0) continue;
    const said = `${person}: ${event}`;
    assertEquals(severity.has(person), event !== "arrival", `${said}, arrived or not`);
    if (event === "arrival") severity.set(person, 1);
    const end = over.get(person);
    assert(end !== "depart", `${said} after the last event`);
    assert(end === undefined || LEAVES.has(event), `${said} after ${end}`);
    if (ENDS.has(event) || event === "depart") over.set(person, event);
    if (event === "present") severity.set(person, value);
    if (event === "worsened") {
      assertEquals(value, severity.get(person)! + 1, `${person} worsens by one step`);
      severity.set(person, value);
    }
    if (event === "died") assert(severity.get(person)! >= 3, "only the severe and critical die");
    if (event === "admitted") {
      assertEquals(bed.get(person), undefined, `${said} to ${ward}, while in a bed`);
      bed.set(person, ward);
    } else if (event === "present" && ward >= 0) bed.set(person, ward);
    else if (event === "bed left") {
      assertEquals(bed.get(person), value, `${said} that was not had`);
      bed.delete(person);
    }
    if (OUTSIDE.has(event)) assertEquals(bed.get(person), undefined, `${said} while in a bed`);
    if (event === "depart") assertEquals(bed.get(person), undefined, `${said} while in a bed`);
  }
}

/** Beds used, and those certainly held, never exceed those that are open; every bed was held first. */
export function checkBeds({ city }: Scenario, lines: readonly Line[]): void {
  const beds = city.wards.map((spec) => spec.beds + spec.convertibleBeds);
  const promised = new Map<number, number>();
  const held = new Map<number, number>();
  const count = new Int32Array(beds.length);
  const letGo = (person: number) => {
    const ward = held.get(person);
    if (ward !== undefined) count[ward]--;
    held.delete(person);
  };
  for (const { person, event, ward, value, facility } of lines) {
    if (event === "idle ward opened") beds[ward] += value;
    if (person < 0) continue;
    if (event === "present" && ward >= 0) count[ward]++;
    else if (event === "bed left") count[value]--;
    else if (event === "accepted") {
      letGo(person);
      held.set(person, ward);
      promised.set(person, ward);
      count[ward]++;
    } else if (event === "admitted") {
      assertEquals(promised.get(person), ward, `${person} comes to a bed that was not held`);
      promised.delete(person);
      letGo(person);
      count[ward]++;
    } else if (
      ENDS.has(event) || CHANGES_HAND.has(event) || (event === "worsened" && facility >= 0)
    ) letGo(person);
    if (ward >= 0) assert(count[ward] <= beds[ward], `${count[ward]} of ${beds[ward]} in ${ward}`);
  }
}

const DAY = 1440;

/** Adds the days of a stretch of time. */
function addDays(to: Float64Array, from: number, until: number): void {
  for (let day = Math.max(0, Math.floor(from / DAY)); day < to.length && day * DAY < until; day++) {
    to[day] += (Math.min(until, (day + 1) * DAY) - Math.max(from, day * DAY)) / DAY;
  }
}

function assertDays(said: string, values: Float64Array, expected: Float64Array): void {
  values.forEach((value, day) => {
    if (Number.isNaN(value)) return;
    assertAlmostEquals(value, expected[day], 1e-6, `${said} on day ${day}, from the log`);
  });
}

/** Admissions less those who left are the census of every day. */
export function checkCensus(
  scenario: Scenario,
  { series }: ReplicationResult,
  lines: readonly Line[],
): void {
  const days = scenario.window.days + scenario.window.runOnDays;
  const type = scenario.city.wards.map((spec) => WARD_TYPES.indexOf(spec.type));
  const found = WARD_TYPES.map(() => new Float64Array(days));
  const since = new Map<number, { readonly ward: number; readonly from: number }>();
  for (const { person, event, at, ward, value } of lines) {
    if (event === "admitted" || (event === "present" && ward >= 0)) {
      since.set(person, { ward, from: at });
    } else if (event === "bed left") {
      addDays(found[type[value]], since.get(person)!.from, at);
      since.delete(person);
    }
  }
  for (const { ward, from } of since.values()) addDays(found[type[ward]], from, days * DAY);
  series.filter(({ measure, line }) => measure === "census" && line === "covid")
    .forEach(({ values }, t) => assertDays(`census of ${WARD_TYPES[t]}`, values, found[t]));
}

const NEXT: Readonly<Record<string, readonly string[]>> = {
  "vehicle free": ["vehicle assigned"],
  "vehicle assigned": ["picked up", "vehicle free"],
  "picked up": ["vehicle arrived", "vehicle free"],
  "vehicle arrived": ["vehicle free"],
};

/**
 * Every vehicle goes from one state to the next, with one patient, of its own grid where it has one;
 * those in use are those counted.
 */
export function checkVehicles(
  { city, transfer, window }: Scenario,
  { series }: ReplicationResult,
  lines: readonly Line[],
): void {
  const vehicles = vehiclesOnDuty(city, transfer.vehicleFactor);
  const onDuty = vehicles.length;
  const state = new Map<number, Line>();
  const busy = new Float64Array(window.days + window.runOnDays);
  const began = new Map<number, number>();
  for (const line of lines) {
    const { event, value, person, at, grid } = line;
    if (!(event in NEXT)) continue;
    assert(value >= 0 && value < onDuty, `vehicle ${value} of ${onDuty}`);
    const serves = city.fleets[vehicles[value].fleet].grid;
    const isOwn = person < 0 || serves === "" || serves === city.grids[grid].id;
    assert(isOwn, `vehicle ${value} of ${serves} serves ${person} of grid ${grid}`);
    const before = state.get(value);
    const from = before?.event ?? "vehicle free";
    assert(NEXT[from].includes(event), `vehicle ${value}: ${event} after ${from}`);
    const carried = before === undefined || before.person < 0 || person < 0;
    assert(carried || before.person === person, `vehicle ${value} changes its patient`);
    state.set(value, line);
    if (event === "vehicle assigned") began.set(value, at);
    if (event !== "vehicle free") continue;
    addDays(busy, began.get(value)!, at);
    began.delete(value);
  }
  for (const from of began.values()) addDays(busy, from, busy.length * DAY);
  const [{ values }] = series.filter(({ measure }) => measure === "vehicles_busy");
  assertDays("vehicles in use", values, busy.map((n) => n / onDuty));
}

/** Counters agree with the log and with one another: infected = recovered + dead + present. */
export function checkCounts(
  scenario: Scenario,
  result: ReplicationResult,
  lines: readonly Line[],
): void {
  const m = (name: string, groups = {}) => measureOf(result, name, groups);
  const n = (event: string) => lines.filter((line) => line.event === event).length;
  const people = (event: string, value?: number) =>
    new Set(
      lines.filter((e) => e.event === event && (value ?? e.value) === e.value).map((e) => e.person),
    ).size;
  const sum = (name: string) =>
    result.series.find(({ measure }) => measure === name)!.values.reduce((a, b) => a + b, 0);
  const residents = scenario.city.communities.reduce((a, { population }) => a + population, 0);
  const present = scenario.start === undefined ? 0 : m("present_at_start");
  assertEquals(present, n("present"));
  assertEquals(n("arrival"), result.met);
  assert(n("arrival") - present <= result.infected);
  assertEquals(m("infected"), result.infected);
  assertEquals(sum("infected"), result.infected);
  assert(result.infected <= residents);
  assertEquals(m("deaths"), n("died"));
  assertEquals(sum("deaths"), n("died"));
  assertEquals(result.died.length, n("died"));
  const open = result.infected + present - sum("recovered") - n("died");
  assertAlmostEquals(m("unresolved"), open, 2e-3);
  // Of those the log knows, who has neither recovered nor died is among the unresolved.
  const needed = people("worsened", 2) + present;
  const ended = new Set(
    lines.filter((e) => e.event === "died" || e.event === "recovered").map((e) => e.person),
  );
  const ill = new Set(
    lines.filter((e) => e.event === "worsened" || e.event === "present").map((e) => e.person),
  );
  assert([...ill].filter((p) => !ended.has(p)).length <= m("unresolved") + 1e-2);
  assertEquals(m("needed_bed"), needed);
  assertEquals(m("bed_requests"), n("requested"));
  assertEquals(m("transfers_completed") + m("transfers_unfinished"), n("requested"));
  assert(m("transfers_completed") <= n("admitted"));
  assertEquals(m("clinic_left_unseen") > 0, n("left unseen") > 0);
  REFUSALS.forEach((rule, reason) => {
    const logged = lines.filter((e) => e.event === "refused" && e.value === reason).length;
    // Reasons that a scenario does not know have no row.
    const counted = m("refusals", { rule });
    assertEquals(Number.isNaN(counted) ? 0 : counted, logged, `refusals ${rule}`);
  });
  for (const { measure, values } of result.series) {
    if (measure === "transfer_delay_mean" || measure === "bed_occupancy") continue;
    assert(values.every((x) => x >= -1e-9 || Number.isNaN(x)), `${measure} below 0`);
  }
  const busy = m("vehicle_use");
  assert(Number.isNaN(busy) || (busy >= 0 && busy <= 1 + 1e-9), `vehicle use ${busy}`);
}
