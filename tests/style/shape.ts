/** The shape of source files: exports, sizes, names, the clock. */
import { codeOf, type SourceFile } from "./tree.ts";

const LONGEST = 300;
/** Tests are lists of cases of one thing; they may be longer. */
const LONGEST_TEST = 400;
const LONGEST_MEDIAN = 110;
/** Tests are longer by a third, as their longest file is. */
const LONGEST_MEDIAN_TEST = 145;

/** Exports that no one can name: default ones and `export *`. */
export function namelessExports(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const code = codeOf(text);
    return [
      ...(/^export default\b/m.test(code) ? [`${path} has a default export`] : []),
      ...(/^export (?:type )?\*/m.test(code) ? [`${path} exports *`] : []),
    ];
  });
}

const longest = (path: string): number => path.startsWith("tests/") ? LONGEST_TEST : LONGEST;

/** Files over 300 lines (tests: 400), and the median when it is over 110 (tests: 145). */
export function sizeBreaches(files: readonly SourceFile[]): string[] {
  const sizes = files.map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }));
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const tests = files.length > 0 && files.every(({ path }) => path.startsWith("tests/"));
  const most = tests ? LONGEST_MEDIAN_TEST : LONGEST_MEDIAN;
  return [
    ...sizes.filter(({ path, lines }) => lines > longest(path)).map(({ path, lines }) =>
      `${path} has ${lines} lines: expected at most ${longest(path)}`
    ),
    ...(median > most ? [`the median file has ${median} lines: expected at most ${most}`] : []),
  ];
}

const CLOCK =
  /\bDate\.now\b|\bperformance\.(?:now|timeOrigin)\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bTemporal\.Now\b/;

/** Lines that read the machine's clock; only the command line may. */
export function clockReadings(files: readonly SourceFile[]): string[] {
  return files.filter(({ path }) => !path.startsWith("sim/cli/")).flatMap(({ path, text }) =>
    codeOf(text).split("\n").flatMap((line, i) =>
      CLOCK.test(line) ? [`${path}:${i + 1} reads the clock: ${line.trim()}`] : []
    )
  );
}

const RANDOM = /\bMath\.random\b|\bcrypto\.(?:randomUUID|getRandomValues)\b/;

/** Lines that draw numbers which no seed decides. */
export function unseededDraws(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    codeOf(text).split("\n").flatMap((line, i) =>
      RANDOM.test(line) ? [`${path}:${i + 1} draws without a seed: ${line.trim()}`] : []
    )
  );
}
