/**
 * Derives `people.csv`, `severity.csv` and `averages.csv` from the tables in `sources/`.
 *
 * Run: `deno run --allow-read=data,sim --allow-write=data/clinical data/clinical/build.ts`. The same
 * sources give the same bytes; it prints the averages beside the published figures.
 */
import { AGE_BANDS, DISEASES, VACCINATIONS } from "../../sim/domain/terms/mod.ts";
import { askedOf, endUnlessBuilding } from "../_command.ts";
import { tableText } from "../_table.ts";
import { type ClinicalSources, readClinicalSources } from "./_sources.ts";
import { type Averages, averagesOf } from "./_severity.ts";
import { averageRows } from "./_averages.ts";
import { scaleSeverity } from "./_scale.ts";

const PEOPLE_COLUMNS = [
  "age_band", "immobile", "stable", "unstable", "severe_of_stable", "severe_of_unstable",
  "dialysis_of_severe", "full", "partial", "pregnant", "contract",
] as const;
const SEVERITY_COLUMNS = [
  "age_band", "vaccination", "disease", "asymptomatic", "moderate", "severe", "critical",
  "death_severe", "death_critical", "underlying_main",
] as const;

const AVERAGE_COLUMNS = ["quantity", "value", "published", "unit", "source", "note"] as const;

/** What a build gives. */
export interface ClinicalBuild {
  /** Text of each table by file name. */
  readonly files: Record<string, string>;
  /** Averages over Beijing's residents that the table has [-]. */
  readonly averages: Averages;
  /** Share of residents of 65 and above by colour: green, yellow, red [-]. */
  readonly colours65: readonly number[];
  /** Relative risk of ever-severe disease by disease [-]. */
  readonly relativeRisk: readonly number[];
}

/** Six significant digits. */
const digits = (value: number): number => Number(value.toPrecision(6));

/** Share of those with severe disease who need haemodialysis [-], one value for all ages. */
function dialysisOfSevere(sources: ClinicalSources): number {
  const severe = sources.people.reduce(
    (sum, row, age) =>
      sum + sources.shares[age] *
        (row.stable * row.severe_of_stable + row.unstable * row.severe_of_unstable),
    0,
  );
  return sources.target("haemodialysis_per_million") / 1e6 / severe;
}

/** Share of residents that is pregnant at an instant [-], by age band. */
function pregnant({ shares, birthShape, target }: ClinicalSources): number[] {
  const inAll = birthShape.reduce((sum, births, age) => sum + shares[age] * births, 0);
  const births = target("births_per_1000_residents") / 1000;
  const years = target("weeks_of_pregnancy") / 52;
  return birthShape.map((shape) => digits(births * shape / inAll * years));
}

/** Colours of residents of 65 and above by the attachment: table first, score where no row fits. */
function colours65(sources: ClinicalSources): number[] {
  const colours = [0, 0, 0];
  const grade = {
    younger: ["GGG", "GYY", "RRR"],
    older: ["YYR", "YRR", "RRR"],
  };
  AGE_BANDS.forEach((band, age) => {
    if (age < AGE_BANDS.indexOf("65-69")) return;
    const row = sources.people[age];
    const diseases = [1 - row.stable - row.unstable, row.stable, row.unstable];
    const vaccinations = [row.full, row.partial, 1 - row.full - row.partial];
    diseases.forEach((d, i) =>
      vaccinations.forEach((v, j) => {
        const colour = (band === "80+" ? grade.older : grade.younger)[i][j];
        colours["GYR".indexOf(colour)] += sources.shares[age] * d * v;
      })
    );
  });
  const total = colours.reduce((sum, value) => sum + value, 0);
  return colours.map((value) => value / total);
}

/** Builds both tables in memory. */
export async function buildClinical(): Promise<ClinicalBuild> {
  const sources = await readClinicalSources();
  const { kinds, risks, relativeRisk } = scaleSeverity(sources);
  const dialysis = digits(dialysisOfSevere(sources));
  const pregnancies = pregnant(sources);
  const people = AGE_BANDS.map((band, age) => ({
    ...sources.people[age],
    pregnant: pregnancies[age],
    age_band: band,
    dialysis_of_severe: dialysis,
  }));
  const severity = kinds.map((kind, index) => ({
    age_band: AGE_BANDS[kind.age],
    vaccination: VACCINATIONS[kind.vaccination],
    disease: DISEASES[kind.disease],
    asymptomatic: digits(risks[index].asymptomatic),
    moderate: digits(risks[index].moderate),
    severe: digits(risks[index].severe),
    critical: digits(risks[index].critical),
    death_severe: digits(risks[index].deathSevere),
    death_critical: digits(risks[index].deathCritical),
    underlying_main: digits(risks[index].underlyingMain),
  }));
  const averages = averagesOf(kinds, risks);
  const colours = colours65(sources);
  const rows = averageRows({ sources, averages, colours, relativeRisk });
  return {
    files: {
      "people.csv": tableText(PEOPLE_COLUMNS, people),
      "severity.csv": tableText(SEVERITY_COLUMNS, severity),
      "averages.csv": tableText(AVERAGE_COLUMNS, rows),
    },
    averages,
    colours65: colours,
    relativeRisk,
  };
}

const USAGE =
  "Usage: deno task clinical    builds the tables of data/clinical/ anew from data/clinical/sources/";

if (import.meta.main) {
  endUnlessBuilding(askedOf(Deno.args, USAGE));
  const { files } = await buildClinical();
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(new URL(name, import.meta.url), text);
  }
  console.log(files["averages.csv"]);
}
