import { assertAlmostEquals, assertEquals } from "@std/assert";
import { distributionOf, type DistributionSpec } from "../../../sim/engine/mod.ts";
import { Copy } from "./_copy.ts";

/** Durations of the base whose law can be anything. */
const PLACES = [
  "clinics.consultation",
  "clinics.patience",
  "contact.onsetDelay",
  "contact.noticeDelay.moderate",
  "contact.noticeDelay.severe",
  "contact.noticeDelay.critical",
  "referral.handOver",
  "transfer.load",
  "transfer.unload",
  "services.electiveReturnDelay",
  "services.urgentPatience",
  "services.stay.sub_icu",
  "services.stay.icu",
  "course.convalescence",
];

/** A file in which each law stands at one of the places, in order. */
function fileWith(laws: readonly string[]): string {
  const lines = laws.map((law, index) => {
    const keys = PLACES[index].split(".");
    return [keys, law] as const;
  });
  const tree: Record<string, unknown> = {};
  for (const [keys, law] of lines) {
    let node = tree;
    for (const key of keys.slice(0, -1)) node = (node[key] ??= {}) as Record<string, unknown>;
    node[keys[keys.length - 1]] = law;
  }
  const written = (node: unknown): string =>
    typeof node === "string"
      ? node
      : `{${Object.entries(node as object).map(([k, v]) => `${k}: ${written(v)}`).join(", ")}}`;
  const parts = Object.entries(tree).map(([key, node]) => `${key}: ${written(node)}\n`);
  return `extends: training.yaml\n${parts.join("")}`;
}

/** The laws as read. */
async function read(laws: readonly string[]): Promise<DistributionSpec[]> {
  const copy = await Copy.make();
  try {
    await copy.write("scenarios/mine.yaml", fileWith(laws));
    const scenario = await copy.load("scenarios/mine.yaml");
    return laws.map((_, index) =>
      PLACES[index].split(".").reduce(
        (node, key) => (node as Record<string, unknown>)[key],
        scenario as unknown,
      ) as DistributionSpec
    );
  } finally {
    await copy.remove();
  }
}

/** What is said of each law, without file and line, in the order of the places. */
async function told(laws: readonly string[]): Promise<string[]> {
  const copy = await Copy.make();
  try {
    await copy.write("scenarios/mine.yaml", fileWith(laws));
    const [, ...lines] = (await copy.complaint("scenarios/mine.yaml")).split("\n");
    const texts = lines.map((line) => line.trim().replace(/^\S+ /, ""));
    const rank = (text: string) => PLACES.findIndex((place) => text.startsWith(place));
    return texts.map((text, index) => ({ text, index }))
      .sort((a, b) => rank(a.text) - rank(b.text) || a.index - b.index)
      .map(({ text }) => text.slice(PLACES[rank(text)].length));
  } finally {
    await copy.remove();
  }
}

Deno.test("a scenario file names every law of durations that the engine has", async () => {
  const laws = await read([
    "{ law: truncated, of: { law: normal, mean: 8 min, sd: 2 min }, low: 1 min, high: 0.5 h }",
    "{ law: loglogistic, shape: 3, scale: 4 h }",
    "{ law: lognormal, median: 0.5 d, quantile: { p: 90 %, value: 2 d } }",
    "{ law: shifted, of: { law: exponential, mean: 1 d }, by: 2 h }",
    "{ law: mixture, parts: [{ weight: 3, of: { law: constant, value: 1 h } }, " +
    "{ weight: 1, of: { law: gamma, mean: 1 d, sd: 6 h } }] }",
    "{ law: empirical, observations: [30 min, 1 h, 90 min], interpolated: true }",
    "{ law: beta, mean: 45 min, sd: 10 min, low: 20 min, high: 2 h }",
    "{ law: beta, alpha: 2, beta: 3, low: 5 min, high: 25 min }",
    "{ law: empirical, observations: [9 min], interpolated: false }",
  ]);
  assertEquals(laws, [
    { law: "truncated", of: { law: "normal", mean: 8, sd: 2 }, low: 1, high: 30 },
    { law: "loglogistic", shape: 3, scale: 240 },
    { law: "lognormal", median: 720, quantile: { p: 0.9, value: 2880 } },
    { law: "shifted", of: { law: "exponential", mean: 1440 }, by: 120 },
    {
      law: "mixture",
      parts: [
        { weight: 3, of: { law: "constant", value: 60 } },
        { weight: 1, of: { law: "gamma", mean: 1440, sd: 360 } },
      ],
    },
    { law: "empirical", observations: [30, 60, 90], interpolated: true },
    { law: "beta", mean: 45, sd: 10, low: 20, high: 120 },
    { law: "beta", alpha: 2, beta: 3, low: 5, high: 25 },
    { law: "empirical", observations: [9], interpolated: false },
  ]);
  assertAlmostEquals(distributionOf(laws[2]).quantile(0.9), 2880, 1e-9);
  assertEquals(laws.map((law) => distributionOf(law).mean)[4], 405);
});

Deno.test("a law whose parameters are missing, doubled or out of its domain is refused", async () => {
  const duration = "Expected a duration, a number and one of min, h, d, w";
  assertEquals(
    await told([
      "{ law: normal, mean: 8 min, sd: 2 min }",
      "{ law: lognormal, mean: 4 h, median: 3 h }",
      "{ law: lognormal, median: 3 h, quantile: { p: 0.9, value: 2 h } }",
      "{ law: loglogistic, shape: 1, scale: 4 h }",
      "{ law: shifted, of: { law: exponential, mean: 1 d }, by: -2 h }",
      "{ law: mixture, parts: [{ weight: 0, of: { law: constant, value: 1 h } }] }",
      "{ law: mixture, parts: [{ weight: 1, of: { law: expnential, mean: 1 h } }] }",
      "{ law: empirical, observations: [], interpolated: false }",
      "{ law: empirical, observations: [5 min, 4], interpolated: yes }",
      "{ law: beta, mean: 3 h, sd: 1 h, low: 1 h, high: 2 h }",
      "{ law: beta, mean: 3 h, sd: 1 h, alpha: 2, beta: 2, low: 1 h, high: 4 h }",
      "{ law: truncated, of: { law: normal, mean: 2 h, sd: 1 min }, low: 3 h, high: 4 h }",
      "{ law: truncated, of: { law: normal, mean: 2 h, sdd: 1 min }, low: 1 h, high: 4 h }",
      "{ law: truncated, of: { law: gamma, mean: 2 h, sd: 1 h }, low: 4 h, high: 4 h }",
    ]),
    [
      '.law: Expected truncated around a normal law, since no duration is negative, found "normal"',
      ": Expected either mean and sd, or median and quantile, found a map",
      ": Expected the value at 0.9 is positive and above the median, found a map",
      ": Expected a law with a finite mean, found a map",
      `.by: ${duration}, at least 0 min, found "-2 h"`,
      ": Expected the weights have a positive sum, found a map",
      ".parts[0].of.law: Expected one of constant, uniform, exponential, erlang, gamma, lognormal, " +
      "weibull, loglogistic, triangular, beta, empirical, truncated, shifted, mixture, " +
      'found "expnential"; nearest is "exponential"',
      ": Expected there is at least one observation, found a map",
      `.observations[1]: ${duration}, found 4`,
      '.interpolated: Expected true or false, found "yes"',
      ": Expected mean lies between low and high, found a map",
      ": Expected either mean and sd, or alpha and beta, found a map",
      ": Expected bounds that hold at least 0.000001 of the law, found a map",
      `.of.sd: ${duration}, found nothing`,
      '.of.sdd: Expected a known key, found "sdd"; nearest is "sd"',
      ": Expected low < high, found a map",
    ],
  );
});

Deno.test("the longest incubation and mild state are found inside composed laws", async () => {
  const copy = await Copy.make();
  const day = (law: string) =>
    copy.write("scenarios/mine.yaml", `extends: training.yaml\ncourse:\n  mild: ${law}\n`);
  const longest = async () => /found (.*)$/.exec(await copy.complaint("scenarios/mine.yaml"))?.[1];
  try {
    const beta = "{ law: beta, alpha: 2, beta: 2, low: 1 d, high: 20 d }";
    await day(`{ law: shifted, of: ${beta}, by: 1 d }`);
    assertEquals(await longest(), "31 d");
    const long = "{ weight: 0, of: { law: exponential, mean: 1 d } }";
    await day(`{ law: mixture, parts: [{ weight: 1, of: ${beta} }, ${long}] }`);
    assertEquals(await longest(), "30 d");
    await day("{ law: empirical, observations: [2 d, 19 d, 3 d], interpolated: true }");
    assertEquals(await longest(), "29 d");
    await day(`{ law: truncated, of: ${beta}, low: 2 d, high: 100 d }`);
    assertEquals(await longest(), "30 d");
    await day("{ law: loglogistic, shape: 3, scale: 5 d }");
    assertEquals(await longest(), "no bound");
    await day(
      `{ law: truncated, of: { law: loglogistic, shape: 3, scale: 5 d }, low: 0 d, high: 17 d }`,
    );
    assertEquals(await copy.complaint("scenarios/mine.yaml"), "");
  } finally {
    await copy.remove();
  }
});
