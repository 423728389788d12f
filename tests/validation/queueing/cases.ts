/** Queueing theory, overflow and structure: all cases and faults of this folder. */

import type { ValidationCase } from "../_case.ts";
import { cases as careNetwork } from "./care_network.ts";
import { cases as infiniteServers } from "./infinite_servers.ts";
import { cases as jackson } from "./jackson.ts";
import { cases as keyed } from "./keyed.ts";
import { cases as loss } from "./loss.ts";
import { cases as multiServer } from "./multi_server.ts";
import { cases as overflow } from "./overflow.ts";
import { cases as singleServer } from "./single_server.ts";
import { cases as structure } from "./structure.ts";
import { cases as ties } from "./ties.ts";

export { faults } from "./faults.ts";

/** Cases in the order of the tables. */
export const cases: readonly ValidationCase[] = [
  ...singleServer,
  ...keyed,
  ...multiServer,
  ...loss,
  ...jackson,
  ...infiniteServers,
  ...overflow,
  ...structure,
  ...ties,
  ...careNetwork,
];
