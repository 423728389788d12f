/** Gridcare: patient flow through a city's grid-based tiered care network. */
export { loadCity, loadScenario, ScenarioError } from "./scenario/mod.ts";
export type { Scenario } from "./scenario/mod.ts";
export { runReplication } from "./network/mod.ts";
export type { ReplicationOptions, ReplicationResult } from "./network/mod.ts";
export { compareMeasures, runExperiment, VERSION } from "./experiment/mod.ts";
export type { ExperimentOptions, ResultSet } from "./experiment/mod.ts";
export { reportHtml, writeReportFolder } from "./report/mod.ts";
