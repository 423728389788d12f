/** A Python that has some packages, for tests of files that its programs are to read. */
import { fromFileUrl } from "@std/path";

const OWN = fromFileUrl(new URL("../../.venv/bin/python", import.meta.url));

/**
 * The first Python that can import all packages: $GRIDCARE_PYTHON, that of `deno task lab`, `python3`.
 *
 * @param packages Names of packages.
 * @returns Command; undefined when there is none.
 */
export function pythonWith(...packages: readonly string[]): string | undefined {
  const find =
    "import importlib.util as u, sys; sys.exit(any(not u.find_spec(p) for p in sys.argv[1:]))";
  return [Deno.env.get("GRIDCARE_PYTHON"), OWN, "python3"].find((python) => {
    if (python === undefined) return false;
    try {
      const args = ["-c", find, ...packages];
      return new Deno.Command(python, { args, stdout: "null", stderr: "null" }).outputSync()
        .success;
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return false;
      throw error;
    }
  });
}

/**
 * Runs a program.
 *
 * @param python Command.
 * @param program Text of the program, which prints one line of JSON at its end.
 * @param args Its arguments.
 * @returns What it printed.
 * @throws {Error} With what it said when it failed.
 */
export async function askPython(
  python: string,
  program: string,
  args: readonly string[],
): Promise<unknown> {
  const { success, stdout, stderr } = await new Deno.Command(python, {
    args: ["-c", program, ...args],
    env: { PYTHONWARNINGS: "ignore" },
  }).output();
  const [said, wrong] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  if (!success) throw new Error(`Cannot ask Python: ${wrong}`);
  return JSON.parse(said.trim().split("\n").at(-1)!);
}
