/** Measures of transfers: delay from request to hand-over, its parts, vehicles. */
import type { MeasureDefinition } from "./definition.ts";

const REQUESTS =
  "Who is in: requests for a bed made from the first day to the end of the run. Warm-up: has none.";
const CENSORED =
  "Censoring: requests unfinished at the end, and those ended by recovery, death or a new decision while waiting, are censored then, by Kaplan and Meier (1958): the delay had nobody left the queue.";
const COMPETING =
  "Censoring: requests unfinished at the end are censored; recovery, death or a new decision while waiting competes (Aalen and Johansen, 1978).";
const MET =
  "A request is met by arrival in a bed of the needed type or better; in a lesser bed the patient goes on waiting.";

/** Measures of transfers, in the order of result tables. */
export const TRANSFER_MEASURES: readonly MeasureDefinition[] = [
  {
    name: "transfer_delay_mean",
    unit: "h",
    title: { en: "Mean transfer delay (up to 7 days)", zh: "平均转运时间（限7日）" },
    definition:
      `Mean time from the request to arrival in the bed, restricted to 7 days: the area under the survival curve up to there. ${MET} ${REQUESTS} ${CENSORED}`,
    groups: ["colour", "rule"],
    better: "less",
    decimals: 1,
  },
  {
    name: "transfer_delay_median",
    unit: "h",
    title: { en: "Median transfer delay", zh: "转运时间中位数" },
    definition:
      `Time from the request by which half have arrived in the bed. ${MET} ${REQUESTS} ${CENSORED} No value when half never arrive.`,
    groups: ["colour", "rule"],
    better: "less",
    decimals: 1,
  },
  {
    name: "transfer_delay_p90",
    unit: "h",
    title: { en: "Transfer delay, 90th percentile", zh: "转运时间第90百分位数" },
    definition:
      `Time from the request by which nine in ten have arrived in the bed. ${MET} ${REQUESTS} ${CENSORED} No value when nine in ten never arrive.`,
    groups: ["colour", "rule"],
    better: "less",
    decimals: 1,
  },
  {
    name: "transfer_within_target",
    unit: "-",
    title: { en: "Transfers within target", zh: "按时转运比例" },
    definition:
      `Share that has arrived in the bed by the target delay of the scenario. ${MET} ${REQUESTS} ${COMPETING}`,
    groups: ["colour", "rule"],
    better: "more",
    decimals: 3,
  },
  {
    name: "transfer_part_mean",
    unit: "h",
    title: { en: "Mean of a part of the transfer delay", zh: "转运各环节平均时间" },
    definition:
      "Mean time of one part. By line: wait_for_bed (request to acceptance by the place where the request is met), hand_over (acceptance to readiness), wait_for_vehicle, drive_to_patient (with loading), ride (with unloading). Who is in: transfers completed from the first day to the end of the run, of requests in that time. Warm-up: has none. Censoring: unfinished transfers are not in, so that long waits are under-represented; the whole delay has them.",
    groups: ["line"],
    better: "less",
    decimals: 2,
  },
  {
    name: "transfers_completed",
    unit: "transfers",
    title: { en: "Transfers completed", zh: "已完成转运" },
    definition:
      `Requests that ended with arrival in the bed, by vehicle or own means. ${REQUESTS} Censoring: none.`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "transfers_unfinished",
    unit: "transfers",
    title: { en: "Transfers unfinished", zh: "未完成转运" },
    definition:
      `Requests that did not end with arrival in the bed: still open at the end of the run, or ended by recovery, death or a new decision. ${REQUESTS} Censoring: these are the censored ones.`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "vehicle_use",
    unit: "-",
    title: { en: "Vehicle use", zh: "车辆使用率" },
    definition:
      "Numerator: vehicle hours from assignment to release, disinfection included. Denominator: vehicle hours on duty. Who is in: the window, first to last day of infections. Warm-up: left out. Censoring: none.",
    groups: [],
    better: "neither",
    decimals: 3,
  },
  {
    name: "response_time_mean",
    unit: "min",
    title: { en: "Mean response time", zh: "平均反应时间" },
    definition:
      "Mean time from readiness to move to arrival of the vehicle at the patient. Who is in: vehicles that arrived from the first day to the end of the run. Warm-up: has none. Censoring: patients still without a vehicle at the end are not in.",
    groups: [],
    better: "less",
    decimals: 1,
  },
];
