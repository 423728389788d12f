/** The keys of the sections `interventions` and `arrivals` and what may stand there. */
import { ROLES, WARD_TYPES, WARD_USES } from "../domain/terms/mod.ts";
import { durationLaw } from "./_distribution_schema.ts";
import { instant } from "./_instants.ts";
import { choice, date, list, quantity, record, share, text } from "./_schema_kit.ts";
import { CLOSED_TO, INPATIENTS } from "./interventions_spec.ts";

const count = quantity("number", { min: 1, integer: true });

const links = record({
  grids: list(text()).optional(),
  district: text().optional(),
  role: choice(ROLES),
  facilities: list(text()),
});

const close = record({
  facilities: list(text()).optional(),
  role: choice(ROLES).optional(),
  tier: quantity("number", { min: 1, max: 3, integer: true }).optional(),
  to: choice(CLOSED_TO),
  inpatients: choice(INPATIENTS),
  disinfection: quantity("duration", { min: 0 }),
  reopens: instant().optional(),
  as: choice(WARD_USES).optional(),
});

/** The section `interventions`. */
export const interventionsSection = list(record({
  on: instant(),
  name: text(),
  clause: text().optional(),
  rules: text().optional(),
  links: list(links).optional(),
  close: close.optional(),
  vehicles: record({ factor: quantity("number", { min: 0 }) }).optional(),
  beds: record({ facility: text(), ward: choice(WARD_TYPES), lost: count }).optional(),
}));

/** The section `arrivals`. */
export const arrivalsSection = list(record({
  name: text(),
  clause: text().optional(),
  arrivals: list(record({ from: date(), perDay: quantity("number", { min: 0 }) })),
  infectedShare: share(),
  facility: text(),
  places: count,
  excludedAfter: durationLaw,
}));
