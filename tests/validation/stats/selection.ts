/** Selection of the best system: constants, guarantees, allocation. */

import {
  binomialBand,
  KimNelson,
  ocbaFurther,
  ocbaShares,
  rinottConstant,
  rinottSizes,
  Tally,
} from "../../../sim/engine/stats/mod.ts";
import { bandFinding, type Effort, exactFinding, type Finding } from "../_case.ts";
import type { Fault, ValidationCase } from "../_case.ts";
import { Inputs } from "./_inputs.ts";

/** Systems, P*, printed h, h by an independent rule of integration (SciPy 1.17). */
const RINOTT = [
  [10, 0.975, 4.045, 4.045267826625745],
  [1000, 0.975, 6.057, 6.056298111375872],
  [10_000, 0.975, 6.893, 6.895983163801674],
  [1000, 0.9, 5.488, 5.487937657294523],
  [20_000, 0.95, 6.878, 6.882177397475923],
];

/** At least the wanted share of runs is right; what lies above is the procedure's caution. */
function guarantee(quantity: string, right: number, runs: number): Finding {
  const { low } = binomialBand(0.95, runs);
  return bandFinding(quantity, 0.95 * runs, { ours: right, low, high: runs });
}

function kimNelsonRuns(means: readonly number[], runs: number): number {
  const inputs = new Inputs(`KN with means ${means}`);
  let right = 0;
  for (let run = 0; run < runs; run++) {
    const kn = new KimNelson({ systems: means.length, difference: 1, firstStage: 5 });
    const best = kn.run((system, number) => means[system] + inputs.normal(run, number, system));
    if (means[best] === Math.max(...means)) right++;
  }
  return right;
}

function rinottRuns(means: readonly number[], runs: number): number {
  const inputs = new Inputs("Rinott's procedure");
  const firstStage = 11;
  const constant = rinottConstant({ systems: means.length, probability: 0.95, degrees: 10 });
  let right = 0;
  for (let run = 0; run < runs; run++) {
    const tallies = means.map(() => new Tally());
    const take = (system: number): void => {
      const tally = tallies[system];
      tally.add(means[system] + inputs.normal(run, tally.count, system));
    };
    for (let i = 0; i < firstStage; i++) means.forEach((_, system) => take(system));
    const variances = tallies.map(({ variance }) => variance);
    const sizes = rinottSizes(variances, { constant, difference: 1, firstStage });
    sizes.forEach((size, system) => {
      while (tallies[system].count < size) take(system);
    });
    const best = tallies.reduce((a, tally, i) => tally.mean > tallies[a].mean ? i : a, 0);
    if (means[best] === Math.max(...means)) right++;
  }
  return right;
}

const OCBA = {
  means: [4, 4.1, 4.2, 4, 4.1, 4.3, 4, 4.1, 4.2, 4.2],
  variances: [1, 1, 1, 0.1, 0.1, 10, 10, 10, 10, 0.1],
};

/** (σ / distance)² of the others, σ √Σ (share / σ)² of the sixth, by NumPy 2. */
const OCBA_SHARES = [
  0.004268390815494745,
  0.009603879334863149,
  0.038415517339452934,
  0.00042683908154947457,
  0.0009603879334863149,
  0.41960555886309997,
  0.04268390815494745,
  0.0960387933486315,
  0.3841551733945293,
  0.0038415517339452933,
];

/** Budget spent in steps of 50 after ten each, by OCBA or equally; whether the sixth comes out best. */
function ocbaRun(inputs: Inputs, run: number, adaptive: boolean): boolean {
  const tallies = OCBA.means.map(() => new Tally());
  const take = (system: number, count: number): void => {
    const tally = tallies[system];
    for (let i = 0; i < count; i++) {
      const noise = inputs.normal(run, tally.count, system);
      tally.add(OCBA.means[system] + Math.sqrt(OCBA.variances[system]) * noise);
    }
  };
  tallies.forEach((_, system) => take(system, 10));
  for (let spent = 100; spent < 1500; spent += 50) {
    const further = adaptive
      ? ocbaFurther(
        { means: tallies.map((t) => t.mean), variances: tallies.map((t) => t.variance) },
        tallies.map((t) => t.count),
        50,
      )
      : tallies.map(() => 5);
    further.forEach((count, system) => take(system, count));
  }
  return tallies.every(({ mean }, i) => i === 5 || mean < tallies[5].mean);
}

function ocbaGain(runs: number): Finding {
  const inputs = new Inputs("OCBA against equal allocation");
  const gains = new Tally();
  for (let run = 0; run < runs; run++) {
    gains.add(Number(ocbaRun(inputs, run, true)) - Number(ocbaRun(inputs, run, false)));
  }
  const error = Math.sqrt(gains.variance / runs);
  return bandFinding("more right selections than by equal numbers [share of runs]", 0, {
    ours: gains.mean,
    low: 3 * error,
    high: 1,
  });
}

/** Cases of selection. */
export const cases: ValidationCase[] = [
  {
    name: "Rinott's constant for 50 degrees of freedom",
    source:
      "Rinott (1978), Communications in Statistics A 7(8), 799–811; printed values to 0.005, the " +
      "integral by another rule of integration to 1e-9",
    run: () =>
      RINOTT.flatMap(([systems, probability, printed, exact]) => {
        const ours = rinottConstant({ systems, probability, degrees: 50 });
        const name = `h of ${systems} systems, ${probability} [-]`;
        return [
          exactFinding(`${name}, printed`, printed, { ours, tolerance: 0.005 }),
          exactFinding(`${name}, exact`, exact, { ours, tolerance: 1e-9 }),
        ];
      }),
  },
  {
    name: "Rinott's procedure with nine means 1 below the best",
    source: "Rinott (1978): the best of ten is selected with probability 0.95 or more",
    run: (effort: Effort) => {
      const runs = effort === "fast" ? 2000 : 50_000;
      const means = [0, 0, 0, 0, 1, 0, 0, 0, 0, 0];
      return [guarantee("right selections [runs]", rinottRuns(means, runs), runs)];
    },
  },
  {
    name: "Kim and Nelson's procedure",
    source: "Kim and Nelson (2001), ACM Transactions on Modeling and Computer Simulation 11(3), " +
      "251–273: the best of ten is selected with probability 0.95 or more; means 1 to 10, and nine " +
      "means 1 below the best",
    run: (effort: Effort) => {
      const runs = effort === "fast" ? 1000 : 50_000;
      const apart = kimNelsonRuns([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], runs);
      const close = kimNelsonRuns([0, 0, 0, 0, 1, 0, 0, 0, 0, 0], runs);
      return [
        guarantee("right selections, means 1 to 10 [runs]", apart, runs),
        guarantee("right selections, nine alike [runs]", close, runs),
      ];
    },
  },
  {
    name: "Optimal computing budget allocation over ten systems",
    source: "Chen, Lin, Yücesan and Chick (2000), Discrete Event Dynamic Systems 10, 251–270: " +
      "shares by the theorem; more right selections than equal numbers of the same sum",
    run: (effort: Effort) => [
      ...ocbaShares(OCBA).map((ours, i) =>
        exactFinding(`share of system ${i + 1} [-]`, OCBA_SHARES[i], { ours, tolerance: 1e-12 })
      ),
      ocbaGain(effort === "fast" ? 2500 : 20_000),
    ],
  },
];

/** Faults that the cases must notice. */
export const faults: Fault[] = [
  {
    name: "rinott_one_system_too_many",
    what: "The power in Rinott's integral is the number of systems, not one less.",
    file: "sim/engine/stats/rinott.ts",
    find: "(systems - 1) * Math.log1p",
    replace: "systems * Math.log1p",
    red: ["Rinott's constant for 50 degrees of freedom"],
  },
  {
    name: "kim_nelson_without_triangle",
    what: "Contenders drop out as soon as another has a better mean.",
    file: "sim/engine/stats/kim_nelson.ts",
    find: "difference / 2 * (ends",
    replace: "0 * (ends",
    red: ["Kim and Nelson's procedure"],
  },
  {
    name: "ocba_distance_not_squared",
    what: "Shares go with the distance from the best, not with its square.",
    file: "sim/engine/stats/ocba.ts",
    find: "distances[i] ** 2",
    replace: "distances[i]",
    red: ["Optimal computing budget allocation over ten systems"],
  },
];
