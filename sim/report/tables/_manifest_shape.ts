/** What a manifest of results must hold. */
import { FACILITY_KINDS } from "../../domain/terms/mod.ts";
import type {
  ExceedanceSpec,
  FacilityName,
  Manifest,
  MapGrid,
  ParameterSummary,
  PrecisionRule,
  PrecisionTarget,
  RunRequest,
  ScenarioSummary,
  StartCheck,
} from "../../experiment/results/mod.ts";
import {
  hasFields,
  isAbsentOr,
  isFlag,
  isListOf,
  isNullOr,
  isNumber,
  isNumberOrNull,
  isOneOf,
  isTableOf,
  isText,
  type Shape,
} from "./_shape.ts";

const inBothLanguages = hasFields<{ en: string; zh: string }>({ en: isText, zh: isText });

const target = hasFields<PrecisionTarget>({
  measure: isText,
  groups: isTableOf(isText),
  of: isOneOf("mean", "difference"),
  kind: isOneOf("relative", "absolute"),
  halfWidth: isNumber,
});

const precision = hasFields<PrecisionRule>({
  targets: isListOf(target),
  atLeast: isNumber,
  atMost: isNumber,
  confidence: isNumber,
  lookAhead: isNumber,
});

const exceedance = hasFields<ExceedanceSpec>({
  measure: isText,
  groups: isTableOf(isText),
  level: isNumber,
  orAt: isFlag,
  days: isNumber,
});

const request = hasFields<RunRequest>({
  files: isListOf(isText),
  replications: (value, path) => (typeof value === "number" ? isNumber : precision)(value, path),
  seed: isText,
  uncertainty: isOneOf("replication", "parameters"),
  replicationsPerSet: isNumber,
  pairs: isFlag,
  exceedances: isListOf(exceedance),
  log: isFlag,
});

const start = hasFields<StartCheck>({
  kind: isOneOf("equilibrium", "census"),
  warmUpDays: isNumber,
  mser5Days: isTableOf(isNumberOrNull),
  days: isNumber,
});

const scenario = hasFields<ScenarioSummary>({
  name: isText,
  title: inBothLanguages,
  description: inBothLanguages,
  hash: isText,
  lawsHash: isText,
  start,
  grades: isTableOf(isNumber),
  provenance: isListOf(hasFields<ScenarioSummary["provenance"][number]>({
    path: isText,
    text: isText,
    grade: isText,
    source: isText,
    file: isText,
  })),
  changes: isListOf(hasFields<ScenarioSummary["changes"][number]>({
    path: isText,
    from: isText,
    to: isText,
    grade: isText,
    source: isText,
    file: isText,
    clauses: isListOf(isText),
  })),
  parameters: isListOf(
    hasFields<ParameterSummary>({ path: isText, law: isText, grade: isText, source: isText }),
  ),
});

const city = hasFields<Manifest["city"]>({
  id: isText,
  name: inBothLanguages,
  population: isNumber,
  facilities: isNumber,
  facilityNames: isAbsentOr(isListOf(hasFields<FacilityName>({
    id: isText,
    name: inBothLanguages,
    kind: isOneOf(...FACILITY_KINDS),
    tier: isNumber,
  }))),
  outlines: isListOf(hasFields<Manifest["city"]["outlines"][number]>({
    district: isText,
    rings: isListOf(isListOf(isListOf(isNumber))),
  })),
  grids: isListOf(hasFields<MapGrid>({
    id: isText,
    name: inBothLanguages,
    population: isNumber,
    points: isListOf(isListOf(isNumber)),
  })),
});

/** The shape of a manifest as JSON. */
export const MANIFEST_SHAPE: Shape = hasFields<Manifest>({
  program: isText,
  sources: isText,
  seed: isText,
  replications: isNumber,
  precision: isNullOr(precision),
  recommended: isNullOr(isNumber),
  uncertainty: isOneOf("replication", "parameters"),
  replicationsPerSet: isNumber,
  baseline: isText,
  scenarios: isListOf(scenario),
  city,
  window: hasFields<Manifest["window"]>({ start: isText, days: isNumber, runOnDays: isNumber }),
  command: isText,
  requests: isListOf(request),
  clock: hasFields<Manifest["clock"]>({
    finished: isText,
    workers: isNumber,
    seconds: isNumber,
    deno: isText,
  }),
});
