/** The move to a bed, and the bed. */
import { WARD_TYPES } from "../../domain/mod.ts";
import type { PersonEvent } from "./events.ts";
import type { Teller } from "./_teller.ts";

type Tell = (teller: Teller, event: PersonEvent) => true;

function admitted(teller: Teller, { facility, ward }: PersonEvent): true {
  Object.assign(teller, { facility, ward, waits: false });
  teller.say("admitted", { facility: teller.facilityName(facility), bed: teller.bedName(ward) });
  const need = teller.need(teller.severity);
  const type = teller.source.scenario.city.wards[ward].type;
  if (need === undefined || WARD_TYPES.indexOf(type) >= WARD_TYPES.indexOf(need)) {
    teller.hadBed = true;
    return true;
  }
  return teller.add("admitted.lesser", { need: teller.words.terms.aBed[need] });
}

const TELLS: Readonly<Record<string, Tell>> = {
  ready: (teller) => teller.say("ready"),
  "sets out": (teller, { value }) => teller.say("sets out", { time: teller.words.duration(value) }),
  "moves inside": (teller, { value }) =>
    teller.say("moves inside", { time: teller.words.duration(value) }),
  "waits for vehicle": (teller, { value }) => teller.say("waits for vehicle", { number: value }),
  "vehicle assigned": (teller, { value }) => {
    teller.vehicle = teller.vehicles[value] ?? "";
    return true;
  },
  drive: (teller, { value }) =>
    teller.say("drive", { vehicle: teller.vehicle, time: teller.words.duration(value) }),
  "picked up": () => true,
  ride: (teller, { value }) => {
    Object.assign(teller, { ward: -1, facility: -1 });
    return teller.say("ride", { vehicle: teller.vehicle, time: teller.words.duration(value) });
  },
  "vehicle arrived": (teller, { facility }) =>
    teller.say("vehicle arrived", { facility: teller.facilityName(facility) }),
  "vehicle free": (teller) => teller.say("vehicle free"),
  "vehicle called off": (teller) => teller.say("vehicle called off"),
  admitted,
  "bed left": (teller) => {
    teller.ward = -1;
    return true;
  },
};

/** Tells an event of a move; false when it is another. */
export function tellMove(teller: Teller, event: PersonEvent): boolean {
  return TELLS[event.event]?.(teller, event) ?? false;
}
