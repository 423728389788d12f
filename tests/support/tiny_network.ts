/**
 * Small checked scenarios made in memory, with constant durations, so that runs are exact.
 *
 * They start from the training grid's scenario, so that whatever a scenario must have is there, and
 * replace what a test needs: one grid, one community, one hospital of each kind on a line, everybody
 * of one age, disease and vaccination, with risks of 0 or 1. A risk of 1 worsens at once.
 */
import { fromFileUrl } from "@std/path";
import { linesWith, noCourses } from "./volumes.ts";
import type { AgeBand, City, FleetSpec, SeverityRow, WardSpec } from "../../sim/domain/mod.ts";
import type { DistributionSpec } from "../../sim/engine/mod.ts";
import { runReplication } from "../../sim/network/mod.ts";
import type { ReplicationResult } from "../../sim/network/mod.ts";
import { loadScenario, numberedRules } from "../../sim/scenario/mod.ts";
import type { Contact, ContactShares, Scenario } from "../../sim/scenario/mod.ts";

/** The training grid under the plan, as its file says. */
export const TRAINING: Scenario = await loadScenario(
  fromFileUrl(new URL("../../scenarios/training.yaml", import.meta.url)),
);

/** Minutes in an hour and in a day [min]. */
export const HOUR = 60;
export const DAY = 1440;

/** A law that always gives one value [min]. */
export const constant = (value: number): DistributionSpec => ({ law: "constant", value });

/** Shares of contact that are all of one way. */
export const always = (way: Contact): ContactShares => ({
  none: 0,
  online: 0,
  primary: 0,
  hospital: 0,
  call_120: 0,
  [way]: 1,
});

/** Longitude that lies so many kilometres east on the equator [deg]. */
const east = (km: number): number => km / 111.19492664455873;

/** Facilities of the tiny city and how far east of the community each one stands [km]. */
export const PLACES = { chc: 0, sub: 5, designated: 10, lead: 20, partner: 30 } as const;

/** Name of a facility of the tiny city. */
export type TinyFacility = keyof typeof PLACES;

/** What a tiny world is to have; all of it may be left out. */
export interface TinySpec {
  /** Residents [persons]; 1 when left out. */
  readonly residents?: number;
  /** Age band of everybody. */
  readonly age?: AgeBand;
  /** Underlying disease of everybody. */
  readonly disease?: "none" | "stable" | "unstable";
  /** Whether it is severe. */
  readonly diseaseSevere?: boolean;
  /** Risks of everybody. */
  readonly risk?: Partial<Omit<SeverityRow, "ageBand" | "vaccination" | "disease">>;
  /** COVID beds: `[facility, ward type, beds]`, or whole wards. */
  readonly wards?: readonly (readonly [TinyFacility, WardSpec["type"], number] | WardSpec)[];
  /** Vehicles of the grid and of the pool [vehicles], both based at the community. */
  readonly vehicles?: readonly [number, number];
  /** First contact of everybody. */
  readonly onset?: Contact;
  /** Contact after a worsening at home of everybody. */
  readonly worsening?: Contact;
  /** What else is to change. */
  readonly change?: (scenario: Scenario) => Scenario;
}

/** A ward of covid beds, or of another use, with staff to spare. */
export function ward(
  facility: TinyFacility,
  type: WardSpec["type"],
  beds: number,
  use: WardSpec["use"] = "covid",
): WardSpec {
  return { facility, type, use, beds, convertibleBeds: 0, physicians: beds * 2, nurses: beds * 5 };
}

const NAME = { en: "tiny", zh: "小" };

function facility(id: TinyFacility): City["facilities"][number] {
  const hospital = id !== "chc" && id !== "sub";
  return {
    id,
    name: NAME,
    kind: id === "chc" ? "primary" : id === "sub" ? "shelter" : "hospital",
    tier: id === "chc" ? 1 : hospital && id !== "designated" ? 3 : 2,
    tertiaryGeneral: id === "lead" || id === "partner",
    district: "d",
    lon: east(PLACES[id]),
    lat: 0,
    capabilities: hospital ? ["dialysis", "cardiology", "oncology", "surgery", "neurology"] : [],
    feverPhysicians: id === "sub" ? 0 : 1,
    feverOpens: id === "chc" ? 8 : 0,
    feverCloses: id === "chc" ? 20 : 24,
    synthetic: true,
  };
}

function fleet(id: string, grid: string, vehicles: number): FleetSpec {
  return { id, grid, vehicles, lon: 0, lat: 0 };
}

/** The tiny city: one grid, one community, five facilities on a line. */
export function tinyCity(spec: TinySpec = {}): City {
  const ids = Object.keys(PLACES) as TinyFacility[];
  const [own, pool] = spec.vehicles ?? [1, 0];
  const roles = { chc: "primary", sub: "sub_designated", designated: "designated" } as const;
  return {
    ...TRAINING.city,
    id: "tiny",
    districts: [{ id: "d", name: NAME }],
    grids: [{ id: "g", name: NAME, district: "d" }],
    communities: [{
      id: "c",
      name: NAME,
      grid: "g",
      population: spec.residents ?? 1,
      lon: 0,
      lat: 0,
      primaryFacility: "chc",
      synthetic: true,
    }],
    facilities: ids.map(facility),
    wards: (spec.wards ?? []).map((w) => "facility" in w ? w : ward(...w)),
    links: ids.map((id) => ({
      grid: "g",
      role: id === "lead" || id === "partner" ? id : roles[id],
      order: 1,
      facility: id,
    })),
    fleets: [fleet("own", "g", own), fleet("pool", "", pool)],
    ageShares: TRAINING.people.map((row) => row.ageBand === (spec.age ?? "40-49") ? 1 : 0),
    outlines: [],
  };
}

/** Durations of the tiny world [min], all constant. */
export const TIMES = {
  incubation: 2 * DAY,
  mild: 6 * DAY,
  moderate: 5 * DAY,
  severe: 8 * DAY,
  critical: 7 * DAY,
  convalescence: 3 * DAY,
  onsetDelay: 6 * HOUR,
  notice: { moderate: 10 * HOUR, severe: 4 * HOUR, critical: 1 * HOUR },
  consultation: 15,
  patience: 4 * HOUR,
  pcr: 10 * HOUR,
  handOver: 45,
  load: 12,
  unload: 13,
  disinfection: 30,
  observation: 24 * HOUR,
} as const;

/** Kilometres an ambulance or a car goes in a minute, at all hours [km/min]. */
export const SPEED = 0.5;

const NO_RISK = {
  asymptomatic: 0,
  moderate: 0,
  severe: 0,
  critical: 0,
  deathSevere: 0,
  deathCritical: 0,
  underlyingMain: 0,
};

function withPeople(scenario: Scenario, spec: TinySpec): Scenario {
  const disease = spec.disease ?? "none";
  const severe = spec.diseaseSevere ? 1 : 0;
  return {
    ...scenario,
    people: scenario.people.map((row) => ({
      ...row,
      immobile: 0,
      stable: disease === "stable" ? 1 : 0,
      unstable: disease === "unstable" ? 1 : 0,
      severeOfStable: severe,
      severeOfUnstable: severe,
      dialysisOfSevere: 0,
      full: 1,
      partial: 0,
      pregnant: 0,
      contract: 0,
    })),
    course: {
      severity: scenario.course.severity.map((row) => ({ ...row, ...NO_RISK, ...spec.risk })),
      moderateFactor: 1,
      incubation: constant(TIMES.incubation),
      mild: constant(TIMES.mild),
      moderate: constant(TIMES.moderate),
      severe: constant(TIMES.severe),
      critical: constant(TIMES.critical),
      convalescence: constant(TIMES.convalescence),
    },
  };
}

function withWays(scenario: Scenario, spec: TinySpec): Scenario {
  const onset = always(spec.onset ?? "none");
  const worsening = always(spec.worsening ?? "hospital");
  return {
    ...scenario,
    contact: {
      onset: { green: onset, yellow: onset, red: onset },
      contractToPrimary: 0,
      worsening: { moderate: worsening, severe: worsening, critical: worsening },
      onsetDelay: constant(TIMES.onsetDelay),
      noticeDelay: {
        moderate: constant(TIMES.notice.moderate),
        severe: constant(TIMES.notice.severe),
        critical: constant(TIMES.notice.critical),
      },
      followUp: { green: 0, yellow: 0, red: 0 },
      onlineDirected: 1,
      antigenSensitivity: 1,
      pcrTurnaround: TIMES.pcr,
    },
    clinics: {
      ...scenario.clinics,
      consultation: constant(TIMES.consultation),
      patience: constant(TIMES.patience),
    },
  };
}

function withPaths(scenario: Scenario): Scenario {
  return {
    ...scenario,
    referral: {
      ...scenario.referral,
      handOver: constant(TIMES.handOver),
      observation: TIMES.observation,
      capabilityNeeds: [],
    },
    transfer: {
      ...scenario.transfer,
      vehicleFactor: 1,
      detour: 1,
      speed: new Array(24).fill(SPEED),
      privateShare: 1,
      load: constant(TIMES.load),
      unload: constant(TIMES.unload),
      disinfection: TIMES.disinfection,
      returnsHome: true,
    },
    wards: { ...scenario.wards, convertibleOpens: "" },
    services: {
      ...scenario.services,
      occupancy: 0,
      lines: linesWith(scenario.services),
      courses: noCourses(scenario.services),
    },
  };
}

/** A tiny scenario: constant durations, no ordinary care, everybody alike. */
export function tiny(spec: TinySpec = {}): Scenario {
  const change = spec.change ?? ((scenario) => scenario);
  const base = { ...TRAINING, name: "tiny", hash: "tiny", provenance: [], city: tinyCity(spec) };
  return change(withPaths(withWays(withPeople(base, spec), spec)));
}

/** One line of an event log, in words. */
export interface Event {
  /** Clock [min]. */
  readonly at: number;
  /** Person. */
  readonly person: number;
  /** Word of the event. */
  readonly event: string;
  /** Facility, or "" for none. */
  readonly facility: string;
  /** Ward type, or "" for none. */
  readonly ward: string;
  /** Rule, or "" for none. */
  readonly rule: string;
  /** What it is about [-]. */
  readonly value: number;
}

/** Events that tell how one thing leads to another: most tests look at what comes of it. */
const BETWEEN = new Set([
  "arrival",
  "depart",
  "waits for triage",
  "with nurse",
  "waits for physician",
  "with physician",
  "decided",
  "waits for vehicle",
  "vehicle assigned",
  "picked up",
  "vehicle arrived",
  "vehicle free",
  "steps down",
  "bed left",
]);

/** The event log of a run in words, without what stands between. */
export function eventsOf(scenario: Scenario, result: ReplicationResult): Event[] {
  return allEventsOf(scenario, result).filter(({ event }) => !BETWEEN.has(event));
}

/** The whole event log of a run in words. */
export function allEventsOf(scenario: Scenario, { log }: ReplicationResult): Event[] {
  if (log === null) throw new Error("Cannot read the event log as the run must keep it");
  const column = (name: string) => log.rows.column(name);
  const [time, patient, event] = ["time_min", "patient", "event"].map(column);
  const [place, bed, set, rule, value] = ["facility", "ward", "rule_set", "rule", "value"].map(
    column,
  );
  const { city } = scenario;
  const sets = numberedRules(scenario);
  return Array.from(time, (at, i) => ({
    at,
    person: patient[i],
    event: log.events.text(event[i]),
    facility: place[i] >= 0 ? city.facilities[place[i]].id : "",
    ward: bed[i] >= 0 ? city.wards[bed[i]].type : "",
    rule: rule[i] >= 0 ? sets[set[i]][rule[i]].name : "",
    value: value[i],
  }));
}

/** A run with its events in words. */
export interface LoggedRun {
  /** What the replication gave. */
  readonly result: ReplicationResult;
  /** Events. */
  readonly events: Event[];
  /** Value of a measure [its unit]; groups pick the row. */
  readonly measure: (name: string, groups?: Record<string, string>) => number;
}

const GROUPS = ["grid", "tier", "facility", "ward", "colour", "rule", "line"] as const;

/** Value of a measure of a replication [its unit]; NaN when there is no such row. */
export function measureOf(
  result: ReplicationResult,
  name: string,
  groups: Record<string, string> = {},
): number {
  const row = result.measures.find((r) =>
    r.measure === name && GROUPS.every((g) => (r[g] ?? "") === (groups[g] ?? ""))
  );
  return row?.value ?? NaN;
}

/** Runs a scenario and keeps its events. */
export function logged(scenario: Scenario, replication = 0, seed = "tiny"): LoggedRun {
  const result = runReplication(scenario, { seed, replication, log: true });
  return {
    result,
    events: eventsOf(scenario, result),
    measure: (name, groups) => measureOf(result, name, groups),
  };
}

/** First replication of a seed in which exactly so many of the residents are infected. */
export function replicationWith(infected: number, scenario: Scenario, seed = "tiny"): number {
  for (let replication = 0; replication < 200; replication++) {
    if (runReplication(scenario, { seed, replication }).infected === infected) return replication;
  }
  throw new Error(`Cannot find a replication as one must infect ${infected} residents`);
}

/** Events as short lines: minutes since the first event to a hundredth, word, facility/ward, rule, value. */
export function story(events: readonly Event[], from = events[0]?.at ?? 0): string[] {
  return events.map(({ at, event, facility, ward, rule, value }) =>
    [
      Math.round((at - from) * 100) / 100,
      event,
      [facility, ward].filter((x) => x).join("/"),
      rule,
      value,
    ]
      .filter((x) => x !== "").join(" ")
  );
}
