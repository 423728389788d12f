/** A measure of many scenarios run on the same people, for studies to ask about. */
export { headOf } from "./head.ts";
export { measureProblems, readAll, refuse, replicationProblems } from "./problems.ts";
export { pairedValues, type Samples, samplesOf } from "./samples.ts";
export type { StudyMeasure, StudyRuns } from "./study_options.ts";
