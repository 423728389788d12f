import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  betaCdf,
  betaQuantile,
  chiSquareCdf,
  chiSquareQuantile,
  normalQuantile,
  studentCdf,
  studentQuantile,
} from "../../../../sim/engine/random/mod.ts";

function assertRelative(value: number, reference: number, tolerance: number): void {
  assertAlmostEquals(value, reference, tolerance * Math.abs(reference) + 1e-300);
}

// Reference values of this file, but for the chi-square law: mpmath 1.3 with 40 digits.
Deno.test("betaCdf() agrees with mpmath to 1e-12, from both sides", () => {
  const table = [
    [1e-06, 0.1, 0.2, 0.17205443504449205, 0.827945564955508],
    [0.7, 0.1, 0.2, 0.7163269829958612, 0.2836730170041388],
    [0.01, 0.5, 0.5, 0.06376856085851985, 0.9362314391414801],
    [0.99, 0.5, 0.5, 0.9362314391414801, 0.06376856085851988],
    [0.3, 0.5, 3, 0.8400694725735485, 0.15993052742645147],
    [0.43, 0.5, 3, 0.9225250419932716, 0.07747495800672842],
    [0.5, 2, 3, 0.6875, 0.3125],
    [1e-06, 10, 0.3, 6.599520801722215e-62, 1.0],
    [0.7, 10, 0.3, 0.0038343586201862855, 0.9961656413798137],
    [0.01, 50, 70, 5.4279070731626306e-67, 1.0],
    [0.43, 50, 70, 0.6198530373358062, 0.38014696266419373],
    [0.5, 500, 20, 1.3818125154381307e-122, 1.0],
    [1e-06, 3000, 4000, 0.0, 1.0],
    [0.43, 3000, 4000, 0.5958415156690148, 0.4041584843309853],
  ];
  for (const [x, a, b, p, q] of table) {
    assertRelative(betaCdf(x, a, b), p, 1e-12);
    // 1 - x is rounded, which counts where the law is steep.
    if (x > 0.1 && x < 0.9) assertRelative(betaCdf(1 - x, b, a), q, 1e-12);
  }
});

Deno.test("betaCdf() is 0 and 1 at the ends and beyond", () => {
  assertEquals([-1, 0, 1, 2].map((x) => betaCdf(x, 2, 3)), [0, 0, 1, 1]);
});

Deno.test("betaQuantile() agrees with mpmath to 1e-12", () => {
  const table = [
    [1e-09, 0.1, 0.2, 4.398874754194365e-89],
    [0.3, 0.1, 0.2, 0.0002597000949009343],
    [0.999, 0.1, 0.2, 0.9999999999997877],
    [1e-09, 2, 3, 1.2910055600322022e-05],
    [0.3, 2, 3, 0.27238394207510536],
    [0.999, 2, 3, 0.9359618608971666],
    [1e-09, 50, 70, 0.18003290280569584],
    [0.3, 50, 70, 0.39269870751676844],
    [0.999, 50, 70, 0.5572012282144978],
    [1e-09, 3000, 4000, 0.3933768254276988],
    [0.3, 3000, 4000, 0.4254646739573671],
    [0.999, 3000, 4000, 0.4469022623487248],
  ];
  for (const [u, a, b, x] of table) assertRelative(betaQuantile(u, a, b), x, 1e-12);
});

Deno.test("betaQuantile() gives 0 where the answer is too small for a number", () => {
  assertEquals(betaQuantile(1e-6, 0.01, 3), 0);
});

Deno.test("studentCdf() agrees with mpmath to 1e-12, also far in the lower tail", () => {
  const table = [
    [1e-08, 0.5, 0.500000002696763, 0.499999997303237],
    [10, 0.5, 0.8986613236143344, 0.10133867638566557],
    [1, 1, 0.75, 0.25],
    [0.01, 2, 0.5035354455208995, 0.4964645544791005],
    [50, 2, 0.9998001199200559, 0.00019988007994404028],
    [2.5, 3, 0.9561466764959672, 0.04385332350403277],
    [0.3, 4.5, 0.6112332264802843, 0.38876677351971567],
    [1e-08, 9, 0.500000003880349, 0.4999999961196509],
    [10, 9, 0.999998210881284, 1.7891187159623679e-06],
    [1, 30, 0.8373456922869851, 0.16265430771301495],
    [0.01, 100, 0.5039793948827858, 0.49602060511721424],
    [50, 100, 1.0, 7.236081839880695e-73],
    [2.5, 1000, 0.9937107160994546, 0.006289283900545398],
    [0.3, 100000.0, 0.6179111104048312, 0.38208888959516885],
  ];
  for (const [t, df, below, above] of table) {
    assertRelative(studentCdf(t, df), below, 1e-12);
    assertRelative(studentCdf(-t, df), above, 1e-12);
  }
  assertEquals([-1e200, 0, 1e200].map((t) => studentCdf(t, 7)), [0, 0.5, 1]);
});

// Planted fault that this catches: Newton's steps ended below 1e-3, which leaves 1e-8.
Deno.test("studentQuantile() agrees with mpmath to 1e-12", () => {
  const table = [
    [1e-08, 0.3, -1.3958120070683004e+25],
    [0.3, 0.3, -1.6126582577896125],
    [0.9, 0.3, 64.78654563709695],
    [0.9999, 0.3, 647878542583.3236],
    [0.001, 1, -318.30883898555044],
    [0.5001, 1, 0.0003141592756943707],
    [0.975, 1, 12.706204736174694],
    [0.999999999, 1, 318309895.1862093],
    [0.1, 2, -1.8856180831641267],
    [0.6, 2, 0.2886751345948128],
    [0.995, 2, 9.92484320091829],
    [1e-08, 5.5, -47.95562808550641],
    [0.3, 5.5, -0.5561204847180873],
    [0.9, 5.5, 1.4559770334640718],
    [0.9999, 5.5, 8.72734635345732],
    [0.001, 9, -4.296805662729918],
    [0.5001, 9, 0.00025770877553428197],
    [0.975, 9, 2.262157162798205],
    [0.999999999, 9, 23.729919895030427],
    [0.1, 30, -1.3104150253913955],
    [0.6, 30, 0.2556053649519127],
    [0.995, 30, 2.749995653567225],
    [1e-08, 1000, -5.657912337679106],
    [0.3, 1000, -0.524567707309227],
    [0.9, 1000, 1.2823987214609245],
    [0.9999, 1000, 3.732851604575396],
    [0.001, 1000000.0, -3.09024045631652],
    [0.5001, 1000000.0, 0.00025066289275372676],
    [0.975, 1000000.0, 1.9599663568141066],
    [0.999999999, 1000000.0, 5.9978624603049715],
  ];
  for (const [p, df, t] of table) assertRelative(studentQuantile(p, df), t, 1e-12);
});

Deno.test("studentQuantile() is 0 in the middle, odd, and normal for many degrees of freedom", () => {
  assertEquals(studentQuantile(0.5, 4), 0);
  for (const p of [0.001, 0.25, 0.4999]) {
    assertRelative(studentQuantile(1 - p, 4), -studentQuantile(p, 4), 1e-12);
    assertRelative(studentQuantile(p, 1e9), normalQuantile(p), 1e-8);
  }
});

Deno.test("studentQuantile() undoes studentCdf() and never falls", () => {
  for (const df of [0.5, 1, 2.5, 40]) {
    let last = -Infinity;
    for (let p = 0.0005; p < 1; p += 0.001) {
      const t = studentQuantile(p, df);
      assert(t > last);
      last = t;
      assertAlmostEquals(studentCdf(t, df), p, 1e-14);
    }
  }
});

// Reference values of scipy.stats.chi2 (SciPy 1.17).
Deno.test("chiSquareQuantile() agrees with SciPy to 1e-11 and chiSquareCdf() undoes it", () => {
  const table = [
    [1e-06, 0.3, 1.25999252627703e-40],
    [0.05, 0.3, 2.671988995373136e-09],
    [0.5, 0.3, 0.012469611517980431],
    [0.95, 0.3, 1.6511748729089386],
    [0.9999, 0.3, 11.5418188045436],
    [1e-06, 1, 1.5707963267957187e-12],
    [0.05, 1, 0.003932140000019522],
    [0.5, 1, 0.454936423119572],
    [0.95, 1, 3.841458820694124],
    [0.9999, 1, 15.136705226623606],
    [1e-06, 5, 0.012896160206497087],
    [0.05, 5, 1.1454762260617692],
    [0.5, 5, 4.351460191095526],
    [0.95, 5, 11.070497693516351],
    [0.9999, 5, 25.74483195905612],
    [1e-06, 100, 46.50133071589314],
    [0.05, 100, 77.92946516501726],
    [0.5, 100, 99.33412923598846],
    [0.95, 100, 124.34211340400407],
    [0.9999, 100, 161.31865695904807],
    [1e-06, 100000.0, 97888.58221843735],
    [0.05, 100000.0, 99265.53787816064],
    [0.5, 100000.0, 99999.33333412347],
    [0.95, 100000.0, 100736.736177319],
    [0.9999, 100000.0, 101671.75506958258],
  ];
  for (const [u, df, x] of table) {
    assertRelative(chiSquareQuantile(u, df), x, 1e-11);
    assertRelative(chiSquareCdf(x, df), u, 1e-9);
  }
  assertEquals([chiSquareCdf(0, 3), chiSquareCdf(-1, 3)], [0, 0]);
});
