/** The command line of the programs that build the tables: they take no arguments. */

/** What a program of `data/` is to do. */
export interface Asked {
  /** Whether it is to build. */
  readonly build: boolean;
  /** What it says instead; empty when it is to build. */
  readonly text: string;
  /** Exit code when it does not build [-]: 0 asked for help, 2 bad arguments. */
  readonly code: number;
}

/**
 * Reads the arguments of a program that builds tables.
 *
 * @param args Arguments.
 * @param usage One line that says how to call it and what it writes.
 * @returns Whether to build, or what to say and the exit code.
 */
export function askedOf(args: readonly string[], usage: string): Asked {
  if (args.length === 0) return { build: true, text: "", code: 0 };
  if (args.includes("--help") || args.includes("-h")) return { build: false, text: usage, code: 0 };
  const given = args.map((argument) => `"${argument}"`).join(", ");
  const text =
    `Cannot build tables as the program takes no arguments: current arguments are ${given}\n${usage}`;
  return { build: false, text, code: 2 };
}

/** Ends the program with what it says instead of building, if anything. */
export function endUnlessBuilding({ build, text, code }: Asked): void {
  if (build) return;
  if (code === 0) console.log(text);
  else console.error(text);
  Deno.exit(code);
}
