/**
 * Runs cases on a thread of its own, one for each message.
 *
 * It says so when it is ready: what is sent while its modules still load is lost.
 */

import type { Effort } from "./_case.ts";
import { cases } from "./cases.ts";
import { runCase } from "./_run_case.ts";

const thread = self as unknown as {
  onmessage: (message: MessageEvent<{ index: number; effort: Effort }>) => void;
  postMessage: (message: unknown) => void;
};

thread.onmessage = ({ data: { index, effort } }) => {
  thread.postMessage({ index, outcome: runCase(cases[index], effort) });
};
thread.postMessage("ready");
