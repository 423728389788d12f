/** All effects, in the order of the table, and the clauses that have none to show. */

import type { Effect, NoEffect } from "./_effect.ts";
import { DATED } from "./effects_dated.ts";
import { EMERGENCIES } from "./effects_emergency.ts";
import { HOSPITALS } from "./effects_hospitals.ts";
import { NETWORK } from "./effects_network.ts";
import { PRIMARY } from "./effects_primary.ts";
import { LABORATORY_AND_IMAGING } from "./effects_reception.ts";
import { SERVICES } from "./effects_services.ts";
import { STAFF } from "./effects_staff.ts";
import { TRANSFERS } from "./effects_transfers.ts";
import { VISITS } from "./effects_visits.ts";

/** Every effect. */
export const EFFECTS: readonly Effect[] = [
  ...NETWORK,
  ...PRIMARY,
  ...HOSPITALS,
  ...STAFF,
  ...TRANSFERS,
  ...LABORATORY_AND_IMAGING,
  ...EMERGENCIES,
  ...SERVICES,
  ...VISITS,
  ...DATED,
];

/** Clauses that are modelled and whose parameter is no number or switch. */
export const NO_EFFECT: readonly NoEffect[] = [
  {
    clause: "P22-2.1a",
    reason:
      "That grids cover all residents is a property of the city's tables; a city that leaves " +
      "residents out is refused with their number.",
  },
  {
    clause: "P22-2.2.1a",
    reason:
      "The colour follows from age, disease and vaccination by the attachment's table; it is no " +
      "choice of a scenario. What the colours decide is shown with the clauses that use them.",
  },
  {
    clause: "N162-4d",
    reason: "Emergency care is always open: a scenario that closes it is refused.",
  },
  {
    clause: "N35-3.3a",
    reason: "Emergency care is open day and night: a scenario without it is refused.",
  },
  {
    clause: "BJ-3.18",
    reason:
      "A report: the daily table shows what the other clauses do. Its figures are tested against " +
      "counts by hand.",
  },
];
