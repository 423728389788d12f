import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  buildProfiles,
  gradeOf,
  type PeopleRow,
  type ProfilesSpec,
} from "../../../../sim/domain/population/mod.ts";
import {
  AGE_BANDS,
  AGE_FROM,
  COLOURS,
  DISEASES,
  VACCINATIONS,
} from "../../../../sim/domain/terms/mod.ts";

const SEVERITY = AGE_BANDS.flatMap((ageBand) =>
  DISEASES.flatMap((disease) =>
    VACCINATIONS.map((vaccination) => ({ ageBand, disease, vaccination }))
  )
);
const ROW: Omit<PeopleRow, "ageBand"> = {
  immobile: 0.1,
  stable: 0.3,
  unstable: 0.1,
  severeOfStable: 0.2,
  severeOfUnstable: 0.5,
  dialysisOfSevere: 0.02,
  full: 0.7,
  partial: 0.1,
  pregnant: 0,
  contract: 0.4,
};
const PEOPLE: readonly PeopleRow[] = AGE_BANDS.map((ageBand) => ({ ageBand, ...ROW }));
const AGE_SHARES = [3, 8, 9, 13, 15, 15, 14, 7, 6, 6, 4].map((n) => n / 100);
const SPEC: ProfilesSpec = {
  people: PEOPLE,
  ageShares: AGE_SHARES,
  severity: SEVERITY,
  veryOldAge: 80,
};

/** Share of residents in the cells that a test picks. */
function shareOf(pick: (cell: number) => boolean): number {
  const profiles = buildProfiles(SPEC);
  return profiles.weight.reduce((sum, w, cell) => pick(cell) ? sum + w : sum, 0);
}

Deno.test("buildProfiles() makes 924 cells whose shares are the products of the inputs", () => {
  const p = buildProfiles(SPEC);
  assertEquals(p.count, 11 * 2 * 7 * 3 * 2);
  assertAlmostEquals(shareOf(() => true), 1, 1e-12);
  assertAlmostEquals(shareOf((c) => p.ageBand[c] === 10), 0.04, 1e-12);
  assertAlmostEquals(shareOf((c) => p.veryOld[c] === 1), 0.04, 1e-12);
  assertAlmostEquals(shareOf((c) => p.immobile[c] === 1), 0.1, 1e-12);
  assertAlmostEquals(shareOf((c) => p.disease[c] === 2), 0.1, 1e-12);
  assertAlmostEquals(shareOf((c) => p.diseaseSevere[c] === 1), 0.3 * 0.2 + 0.1 * 0.5, 1e-12);
  assertAlmostEquals(shareOf((c) => p.dialysis[c] === 1), 0.11 * 0.02, 1e-12);
  assertAlmostEquals(shareOf((c) => p.vaccination[c] === 2), 0.2, 1e-12);
  assertAlmostEquals(shareOf((c) => p.contract[c] === 1), 0.4, 1e-12);
});

Deno.test("buildProfiles() gives dialysis only to severe disease, severe disease only to disease", () => {
  const p = buildProfiles(SPEC);
  for (let c = 0; c < p.count; c++) {
    if (p.dialysis[c] === 1) assertEquals(p.diseaseSevere[c], 1);
    if (p.diseaseSevere[c] === 1) assertEquals(p.disease[c] > 0, true);
  }
});

Deno.test("buildProfiles() refers each cell to its colour and its row of risks", () => {
  const p = buildProfiles(SPEC);
  for (let c = 0; c < p.count; c++) {
    const key = SEVERITY[p.severityRow[c]];
    assertEquals(key.ageBand, AGE_BANDS[p.ageBand[c]]);
    assertEquals(key.disease, DISEASES[p.disease[c]]);
    assertEquals(key.vaccination, VACCINATIONS[p.vaccination[c]]);
    assertEquals(COLOURS[p.colour[c]], gradeOf(key).colour);
    assertEquals(p.veryOld[c] === 1, AGE_FROM[p.ageBand[c]] >= 80);
  }
});

Deno.test("Profiles.index() never falls as u rises and gives each cell its share of uniforms", () => {
  const p = buildProfiles(SPEC);
  const n = 500_000;
  const counts = new Float64Array(p.count);
  let before = 0;
  for (let i = 0; i < n; i++) {
    const cell = p.index((i + 0.5) / n);
    assertEquals(cell >= before, true);
    counts[before = cell]++;
  }
  // Evenly spaced uniforms meet an interval of length w between nw - 1 and nw + 1 times.
  counts.forEach((count, c) => assertEquals(Math.abs(count - n * p.weight[c]) <= 1 + 1e-6, true));
});

Deno.test("Profiles.index() covers both ends of the unit interval", () => {
  const p = buildProfiles(SPEC);
  assertEquals(p.index(0), 0);
  assertEquals(p.index(1 - 2 ** -53), p.count - 1);
});

Deno.test("Profiles.index() begins a cell at the cumulative share of those before it", () => {
  const same = { immobile: 0, stable: 0, unstable: 0, full: 1, partial: 0, contract: 0 };
  const p = buildProfiles({
    ...SPEC,
    people: PEOPLE.map((row) => ({ ...row, ...same })),
    ageShares: AGE_BANDS.map((_, band) => band === 0 ? 2 ** -13 : band === 1 ? 1 - 2 ** -13 : 0),
  });
  assertEquals([...p.weight], [2 ** -13, 1 - 2 ** -13]);
  assertEquals(p.index(2 ** -13), 1);
  assertEquals(p.index(2 ** -13 - 2 ** -60), 0);
});

Deno.test("Profiles.index() orders by age, mobility, disease, severity, dialysis, vaccination, contract", () => {
  const p = buildProfiles(SPEC);
  const key = (c: number) =>
    [p.ageBand, p.immobile, p.disease, p.diseaseSevere, p.dialysis, p.vaccination, p.contract]
      .reduce((sum, column) => sum * 16 + column[c], 0);
  for (let c = 1; c < p.count; c++) assertEquals(key(c) > key(c - 1), true);
});

Deno.test("buildProfiles() leaves out kinds of resident without a share", () => {
  const people = PEOPLE.map((row) => ({ ...row, unstable: 0, immobile: 0 }));
  const severity = SEVERITY.filter(({ disease }) => disease !== "unstable");
  const p = buildProfiles({ ...SPEC, people, severity });
  assertEquals(p.count, 11 * 4 * 3 * 2);
  assertEquals(p.weight.every((w) => w > 0), true);
});

Deno.test("buildProfiles() refuses kinds of resident without risks and names them", () => {
  const severity = SEVERITY.filter((k) => k.ageBand !== "80+" || k.vaccination !== "none");
  assertThrows(
    () => buildProfiles({ ...SPEC, severity }),
    RangeError,
    "Cannot build profiles as every kind of resident must have a row of risks: none for 80+/none/none, 80+/stable/none, 80+/unstable/none",
  );
});

Deno.test("buildProfiles() refuses a very old age within a band", () => {
  assertThrows(
    () => buildProfiles({ ...SPEC, veryOldAge: 75 }),
    RangeError,
    "Cannot build profiles as veryOldAge must be the youngest age of a band: current veryOldAge is 75",
  );
});

Deno.test("buildProfiles() refuses shares out of range, parts above the whole, bands missing", () => {
  const withRow = (change: Partial<PeopleRow>) => () =>
    buildProfiles({ ...SPEC, people: PEOPLE.with(2, { ...PEOPLE[2], ...change }) });
  assertThrows(
    withRow({ contract: 1.5 }),
    RangeError,
    "Cannot build profiles as a share must be 0 to 1: contract of ages 12-19 is 1.5",
  );
  assertThrows(
    withRow({ stable: 0.75, unstable: 0.5 }),
    RangeError,
    "Cannot build profiles as stable + unstable must be <= 1: sum of ages 12-19 is 1.25",
  );
  assertThrows(
    withRow({ ageBand: "3-11" }),
    RangeError,
    "Cannot build profiles as each age band must have one row of people: ages 3-11 have 2",
  );
  assertThrows(
    () => buildProfiles({ ...SPEC, ageShares: new Array(11).fill(0.125) }),
    RangeError,
    "Cannot build profiles as there must be 11 age shares >= 0 that sum to 1: current number is 11, sum is 1.375",
  );
});
