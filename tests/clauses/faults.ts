/** All faults of clauses, in the order of the register. */
import type { ClauseFault } from "./_fault.ts";
import { BJ_FAULTS } from "./faults_bj.ts";
import { DT9_FAULTS } from "./faults_dt9.ts";
import { N162_FAULTS } from "./faults_n162.ts";
import { N177_FAULTS } from "./faults_n177.ts";
import { N35_FAULTS } from "./faults_n35.ts";
import { P22_FAULTS } from "./faults_p22.ts";

/** One for each clause of the register that is modelled. */
export const CLAUSE_FAULTS: readonly ClauseFault[] = [
  ...P22_FAULTS,
  ...N162_FAULTS,
  ...N35_FAULTS,
  ...N177_FAULTS,
  ...BJ_FAULTS,
  ...DT9_FAULTS,
];
