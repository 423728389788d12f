/** The clinical tables: equal to a fresh build, and averages equal to the published ones. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { buildClinical } from "../../../data/clinical/build.ts";
import type { Row } from "../../../data/_table.ts";
import { AGE_BANDS, DISEASES, VACCINATIONS } from "../../../sim/domain/terms/mod.ts";
import { DATA, read } from "./_read.ts";

const HAZARDS = ["moderate", "severe", "critical", "death_severe", "death_critical"];

Deno.test("buildClinical() gives the bytes of the tables in the repository", async () => {
  const { files } = await buildClinical();
  for (const [name, text] of Object.entries(files)) {
    assert(
      text === await Deno.readTextFile(new URL(`clinical/${name}`, DATA)),
      `${name} has drifted`,
    );
  }
});

Deno.test("severity.csv has each age, vaccination and disease once, with probabilities", async () => {
  const rows = await read("clinical", "severity");
  const expected = AGE_BANDS.flatMap((age) =>
    VACCINATIONS.flatMap((vaccination) =>
      DISEASES.map((disease) => `${age}/${vaccination}/${disease}`)
    )
  );
  assertEquals(rows.map((row) => `${row.age_band}/${row.vaccination}/${row.disease}`), expected);
  for (const row of rows) {
    for (const column of HAZARDS) {
      assert(Number(row[column]) > 0 && Number(row[column]) <= 0.95, `${row.age_band} ${column}`);
    }
    const main = Number(row.underlying_main);
    assert(row.disease === "none" ? main === 0 : main > 0 && main < 1);
  }
});

Deno.test("severity.csv grows with worse vaccination and with worse disease", async () => {
  const rows = await read("clinical", "severity");
  const ever = (row: Row) => Number(row.moderate) * Number(row.severe);
  const find = (age: string, vaccination: string, disease: string) =>
    rows.find((row) =>
      row.age_band === age && row.vaccination === vaccination && row.disease === disease
    ) as Row;
  for (const age of AGE_BANDS) {
    for (const disease of DISEASES) {
      const risks = VACCINATIONS.map((vaccination) => ever(find(age, vaccination, disease)));
      assert(risks[0] < risks[1] && risks[1] < risks[2], `${age} ${disease}: ${risks}`);
    }
    for (const vaccination of VACCINATIONS) {
      const risks = DISEASES.map((disease) => ever(find(age, vaccination, disease)));
      assert(risks[0] < risks[1] && risks[1] < risks[2], `${age} ${vaccination}: ${risks}`);
    }
  }
});

/** One kind of resident with its share, read from the tables and nothing else. */
interface Kind {
  readonly weight: number;
  readonly row: Row;
}

async function kinds(): Promise<Kind[]> {
  const [severity, people, ages] = await Promise.all([
    read("clinical", "severity"),
    read("clinical", "people"),
    read("beijing", "ages"),
  ]);
  return severity.map((row) => {
    const who = people.find(({ age_band }) => age_band === row.age_band) as Row;
    const age = Number(ages.find(({ age_band }) => age_band === row.age_band)?.share);
    const vaccinated = Number(who.full) + Number(who.partial);
    const diseased = Number(who.stable) + Number(who.unstable);
    const vaccination = row.vaccination === "none" ? 1 - vaccinated : Number(who[row.vaccination]);
    const disease = row.disease === "none" ? 1 - diseased : Number(who[row.disease]);
    return { weight: age * vaccination * disease, row };
  });
}

Deno.test("severity.csv has the published averages, by walking persons through their states", async () => {
  const all = await kinds();
  assertAlmostEquals(all.reduce((sum, { weight }) => sum + weight, 0), 1, 1e-9);
  let [moderate, severe, critical, deaths, deathsCritical, main] = [0, 0, 0, 0, 0, 0];
  for (const { weight, row } of all) {
    const p = (column: string) => Number(row[column]);
    const ill = weight * (1 - p("asymptomatic")) * p("moderate");
    const worse = ill * p("severe");
    // Both hazards of the severe state, in a thousand steps of its time.
    const [a, b] = [p("critical"), p("death_severe")].map((net) => 1 - (1 - net) ** (1 / 1000));
    let [left, toCritical, toDeath] = [1, 0, 0];
    for (let step = 0; step < 1000; step++) {
      toCritical += left * a * (1 - b / 2);
      toDeath += left * b * (1 - a / 2);
      left *= (1 - a) * (1 - b);
    }
    const died = worse * (toDeath + toCritical * p("death_critical"));
    moderate += ill;
    severe += worse;
    critical += worse * toCritical;
    deathsCritical += worse * toCritical * p("death_critical");
    deaths += died;
    main += died * p("underlying_main");
  }
  assertAlmostEquals(severe, 0.0027, 1e-6);
  assertAlmostEquals((severe * 8.2) / (severe * 8.2 + moderate * 7), 0.079, 1e-4);
  assertAlmostEquals(((critical / severe) * 10) / 8.2, 99 / 625, 1e-4);
  assertAlmostEquals(deaths / severe, 0.35, 1e-4);
  assertAlmostEquals(deathsCritical / critical, 0.49, 1e-4);
  assertAlmostEquals(main / deaths, 0.908, 1e-4);
});

Deno.test("people.csv has shares within each band and the published rate of haemodialysis", async () => {
  const [people, ages] = await Promise.all([read("clinical", "people"), read("beijing", "ages")]);
  assertEquals(people.map((row) => row.age_band), [...AGE_BANDS]);
  let dialysis = 0;
  for (const [index, row] of people.entries()) {
    const p = (column: string) => Number(row[column]);
    assert(p("stable") + p("unstable") <= 1 && p("full") + p("partial") <= 1, row.age_band);
    const severe = p("stable") * p("severe_of_stable") + p("unstable") * p("severe_of_unstable");
    dialysis += Number(ages[index].share) * severe * p("dialysis_of_severe");
  }
  assertAlmostEquals(dialysis * 1e6, 519.3, 0.01);
});

Deno.test("people.csv gives colours of residents of 65 and above near Yancheng's", async () => {
  const { colours65 } = await buildClinical();
  const yancheng = [0.719, 0.157, 0.124];
  colours65.forEach((share, colour) => assertAlmostEquals(share, yancheng[colour], 0.04));
});

Deno.test("columns.csv of data/clinical names each column of each table", async () => {
  const columns = await read("clinical", "columns");
  for (const table of ["people", "severity", "averages"]) {
    const [header] = (await Deno.readTextFile(new URL(`clinical/${table}.csv`, DATA))).split("\n");
    for (const column of header.split(",")) {
      const row = columns.find((item) => item.table === table && item.column === column);
      assert((row?.source ?? "").length > 9, `${table}.${column}`);
    }
  }
});
