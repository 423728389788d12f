/**
 * From which kind of place to which the cases go who need a bed or have one. Decides nothing.
 *
 * A kind is that of the facility in the patient's home grid when the bed was entered, and is kept until
 * the next: so what goes into a kind of place goes out of it or is still there, whatever links change.
 */
import { FACILITY_ROLES, FLOW_PLACES } from "../domain/mod.ts";
import type { City, FlowPlace } from "../domain/mod.ts";
import { facilityRoles } from "./candidates.ts";
import type { Layout } from "./layout.ts";
import type { Patients } from "./patients.ts";

const KINDS = FLOW_PLACES.length;
const placeOf = (place: FlowPlace): number => FLOW_PLACES.indexOf(place);
const START = placeOf("present_at_start");
const HOME = placeOf("home");
/** Kind of place by role; facilities that no link of the grid names are what they are built for. */
const OF_ROLE = FACILITY_ROLES.map((role) =>
  role === "none" || role === "other" ? -1 : placeOf(role)
);
const OF_KIND = { primary: "primary", shelter: "shelter", hospital: "other_hospital" } as const;

/** How the illness of a case ends, or that it has not ended. */
export type FlowEnd = "recovered" | "died" | "unresolved";
const ENDS = {
  recovered: placeOf("recovered"),
  died: placeOf("died"),
  unresolved: placeOf("unresolved"),
};

/** Counts the passages of one replication. */
export class Passages {
  /** By `from * places + to`, in the order of `FLOW_PLACES` [patients] -- statistic. */
  readonly counts = new Float64Array(KINDS * KINDS);
  readonly #patients: Patients;
  readonly #layout: Layout;
  /** Kind of place by `grid * facilities + facility` [-] -- state. */
  #kinds = new Uint8Array();

  /**
   * @param city The city, with the links of the first day.
   * @param layout Its layout.
   * @param patients The patients.
   */
  constructor(city: City, layout: Layout, patients: Patients) {
    this.#layout = layout;
    this.#patients = patients;
    this.linked(city);
  }

  /** Other links hold from now on. */
  linked(city: City): void {
    const { facilities } = city;
    this.#kinds = facilityRoles(city, this.#layout).map((role, i) => {
      const place = OF_ROLE[role];
      return place >= 0 ? place : placeOf(OF_KIND[facilities[i % facilities.length].kind]);
    });
  }

  #count(from: number, to: number): void {
    this.counts[from * KINDS + to]++;
  }

  /** A case was there when the run began, in a bed or not. */
  foundAtStart(p: number): void {
    if (this.#patients.ward[p] < 0) this.#count(START, HOME);
    else this.#enter(p, START);
  }

  /** A case has come into a bed. */
  admitted(p: number): void {
    const { lastFacility, lastPlace, facility } = this.#patients;
    if (lastFacility[p] !== facility[p]) this.#enter(p, lastPlace[p] || HOME);
  }

  /** Notes the facility where a case is now as that of the last bed. */
  #enter(p: number, from: number): void {
    const { lastFacility, lastPlace, facility, grid } = this.#patients;
    const place = this.#kinds[grid[p] * this.#layout.facilities.ids.length + facility[p]];
    this.#count(from, place);
    lastFacility[p] = facility[p];
    lastPlace[p] = place;
  }

  /** The illness of a case who needed a bed or had one has ended, or the run. */
  ended(p: number, how: FlowEnd): void {
    this.#count(this.#patients.lastPlace[p] || HOME, ENDS[how]);
  }
}
