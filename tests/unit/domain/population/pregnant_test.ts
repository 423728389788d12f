/** Pregnancy and the coverage of contracts: whom they set apart, and that nobody else changes. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  buildProfiles,
  type ContractCoverage,
  type PeopleRow,
  PREGNANT_BANDS,
  type Profiles,
} from "../../../../sim/domain/population/mod.ts";
import { AGE_BANDS, DISEASES, VACCINATIONS } from "../../../../sim/domain/terms/mod.ts";

const SEVERITY = AGE_BANDS.flatMap((ageBand) =>
  DISEASES.flatMap((disease) =>
    VACCINATIONS.map((vaccination) => ({ ageBand, disease, vaccination }))
  )
);
const AGE_SHARES = [3, 8, 9, 13, 15, 15, 14, 7, 6, 6, 4].map((n) => n / 100);
const NONE: ContractCoverage = { under7: 0, from65: 0, chronic: 0, pregnant: 0 };

const peopleWith = (pregnant: number): PeopleRow[] =>
  AGE_BANDS.map((ageBand) => ({
    ageBand,
    immobile: 0.1,
    stable: 0.3,
    unstable: 0.1,
    severeOfStable: 0.2,
    severeOfUnstable: 0.5,
    dialysisOfSevere: 0.02,
    full: 0.7,
    partial: 0.1,
    pregnant: PREGNANT_BANDS.includes(ageBand) ? pregnant : 0,
    contract: 0.4,
  }));

const profilesOf = (pregnant: number, coverage: Partial<ContractCoverage> = {}): Profiles =>
  buildProfiles({
    people: peopleWith(pregnant),
    ageShares: AGE_SHARES,
    severity: SEVERITY,
    veryOldAge: 80,
    coverage: { ...NONE, ...coverage },
  });

/** Share of residents of some cells. */
const shareOf = ({ weight }: Profiles, pick: (cell: number) => boolean): number =>
  weight.reduce((sum, w, cell) => pick(cell) ? sum + w : sum, 0);

/** Everything but pregnancy and contract of the person of a uniform. */
function personOf(p: Profiles, u: number): number[] {
  const c = p.index(u);
  return [
    ...[p.ageBand[c], p.veryOld[c], p.immobile[c], p.disease[c], p.diseaseSevere[c]],
    ...[p.dialysis[c], p.vaccination[c], p.colour[c], p.severityRow[c]],
  ];
}

/** Uniforms evenly spread, and those at and just below each end of a cell. */
function uniforms(p: Profiles): number[] {
  const even = Array.from({ length: 20_000 }, (_, i) => (i + 0.5) / 20_000);
  let sum = 0;
  const ends = [...p.whole.weight].map((w) => sum += w).filter((u) => u < 1);
  return [...even, ...ends, ...ends.map((u) => u - 2 ** -53)];
}

// Planted: the pregnant first of all cells, or the ends of kinds summed part by part: red.
Deno.test("buildProfiles() sets the pregnant apart, and all others stay who they were, to the bit", () => {
  const [without, with1] = [profilesOf(0), profilesOf(0.013)];
  assertEquals(with1.whole, without.whole);
  assertEquals(with1.count, without.count + 4 * 84);
  for (const u of uniforms(without)) {
    assertEquals(personOf(with1, u), personOf(without, u));
    assertEquals(with1.contract[with1.index(u)], without.contract[without.index(u)]);
  }
});

Deno.test("buildProfiles() makes the stated share of the bands of 12 to 49 years pregnant", () => {
  const p = profilesOf(0.013);
  const fertile = AGE_SHARES.slice(2, 6).reduce((a, b) => a + b, 0);
  assertAlmostEquals(shareOf(p, (c) => p.pregnant[c] === 1), 0.013 * fertile, 1e-12);
  assertAlmostEquals(shareOf(p, () => true), 1, 1e-12);
  for (let c = 0; c < p.count; c++) {
    if (p.pregnant[c] === 1) assert(PREGNANT_BANDS.includes(AGE_BANDS[p.ageBand[c]]));
  }
  assertAlmostEquals(
    shareOf(p, (c) => p.pregnant[c] === 1 && p.contract[c] === 1),
    0.4 * 0.013 * fertile,
    1e-12,
  );
});

// Planted: the coverage given to the whole band: red.
Deno.test("the coverage of the pregnant gives contracts to the pregnant alone", () => {
  const [before, after] = [profilesOf(0.013), profilesOf(0.013, { pregnant: 0.9 })];
  const covered = (p: Profiles, pregnant: number) =>
    shareOf(p, (c) => p.pregnant[c] === pregnant && p.contract[c] === 1) /
    shareOf(p, (c) => p.pregnant[c] === pregnant);
  assertAlmostEquals(covered(after, 1), 0.9, 1e-9);
  assertAlmostEquals(covered(after, 0), covered(before, 0), 1e-12);
  let moved = 0;
  for (const u of uniforms(before)) {
    const [a, b] = [before.index(u), after.index(u)];
    assertEquals(personOf(after, u), personOf(before, u));
    assertEquals(after.pregnant[b], before.pregnant[a]);
    if (before.contract[a] === after.contract[b]) continue;
    assertEquals([before.pregnant[a], before.contract[a], after.contract[b]], [1, 0, 1]);
    moved++;
  }
  assert(moved > 50);
  assertEquals(profilesOf(0.013, { pregnant: 0.3 }).weight, before.weight);
});

Deno.test("coverage by group is a least share: children to 6 years, 65 and above, chronic disease", () => {
  const contracts = (p: Profiles, band: number, sick: boolean) => {
    const who = (c: number) => p.ageBand[c] === band && (p.disease[c] > 0) === sick;
    return shareOf(p, (c) => who(c) && p.contract[c] === 1) / shareOf(p, who);
  };
  const children = profilesOf(0, { under7: 0.85 });
  assertAlmostEquals(contracts(children, 0, false), 0.85, 1e-9);
  // Of the ages 3 to 11 four of nine years are below 7.
  assertAlmostEquals(contracts(children, 1, false), 0.85 * 4 / 9 + 0.4 * 5 / 9, 1e-9);
  assertAlmostEquals(contracts(children, 2, true), 0.4, 1e-9);
  const old = profilesOf(0, { from65: 0.8, chronic: 0.6 });
  assertAlmostEquals(contracts(old, 7, false), 0.4, 1e-9);
  assertAlmostEquals(contracts(old, 8, false), 0.8, 1e-9);
  assertAlmostEquals(contracts(old, 8, true), 0.8, 1e-9);
  assertAlmostEquals(contracts(old, 7, true), 0.6, 1e-9);
  assertEquals(profilesOf(0, { from65: 0.3, chronic: 0.4 }).weight, profilesOf(0).weight);
});

Deno.test("buildProfiles() refuses pregnancy at other ages", () => {
  const people = peopleWith(0.01).map((row) =>
    row.ageBand === "60-64" ? { ...row, pregnant: 0.01 } : row
  );
  assertThrows(
    () => buildProfiles({ people, ageShares: AGE_SHARES, severity: SEVERITY, veryOldAge: 80 }),
    RangeError,
    "Cannot build profiles as nobody outside ages 12-19, 20-29, 30-39, 40-49 can be pregnant: share of ages 60-64 is 0.01",
  );
});
