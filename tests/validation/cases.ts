/** All cases and faults of this folder, in the order of the tables. */

import type { Fault, ValidationCase } from "./_case.ts";
import * as experimentCoverage from "./experiment/coverage.ts";
import * as experimentExceedance from "./experiment/exceedance.ts";
import * as experimentSequential from "./experiment/sequential.ts";
import * as experimentStart from "./experiment/start.ts";
import * as queueing from "./queueing/cases.ts";
import * as randomClinic from "./random/clinic.ts";
import * as randomUniforms from "./random/uniforms.ts";
import * as randomVariates from "./random/variates.ts";
import * as statsCoverage from "./stats/coverage.ts";
import * as statsSelection from "./stats/selection.ts";
import * as statsSteadyState from "./stats/steady_state.ts";
import * as studyFrozenRate from "./studies/frozen_rate.ts";
import * as studyIcuTriage from "./studies/icu_triage.ts";
import * as studyStrokeUnit from "./studies/stroke_unit.ts";
import * as studyStrokeWards from "./studies/stroke_wards.ts";
import * as studyUrgentCare from "./studies/urgent_care.ts";

const PARTS: readonly {
  readonly cases: readonly ValidationCase[];
  readonly faults: readonly Fault[];
}[] = [
  queueing,
  randomUniforms,
  randomVariates,
  randomClinic,
  statsCoverage,
  statsSteadyState,
  statsSelection,
  studyUrgentCare,
  studyFrozenRate,
  studyStrokeUnit,
  studyStrokeWards,
  studyIcuTriage,
  experimentCoverage,
  experimentSequential,
  experimentExceedance,
  experimentStart,
];

/** Every case. */
export const cases: readonly ValidationCase[] = PARTS.flatMap((part) => part.cases);

/** Every fault. */
export const faults: readonly Fault[] = PARTS.flatMap((part) => part.faults);
