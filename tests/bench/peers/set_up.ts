/** Installs and builds the programs into the cache folder, each when its sources have changed. */

/** Makes something ready below the cache folder; fails with one sentence. */
export type SetUp = (folder: string, cache: string) => Promise<void>;

interface Step {
  readonly command: readonly string[];
  readonly cwd?: string;
}

/** The line of a tool's output that says most: the first with an error, or else the last. */
export function tellingLine(output: string): string {
  const lines = output.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return lines.find((line) => /\berror\b/i.test(line)) ?? lines.at(-1) ?? "no output";
}

async function call({ command: [program, ...args], cwd }: Step): Promise<void> {
  const options = { args, stdin: "null", env: { NO_COLOR: "1" }, ...(cwd ? { cwd } : {}) } as const;
  let done: Deno.CommandOutput;
  try {
    done = await new Deno.Command(program, options).output();
  } catch (problem) {
    if (problem instanceof Deno.errors.NotFound) throw new Error(`${program} is not installed`);
    throw problem;
  }
  if (done.success) return;
  const text = [done.stderr, done.stdout].map((bytes) => new TextDecoder().decode(bytes));
  const called = [program.slice(program.lastIndexOf("/") + 1), ...args.slice(0, 2)].join(" ");
  throw new Error(`${called} failed: ${tellingLine(text.join("\n"))}`);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (problem) {
    if (problem instanceof Deno.errors.NotFound) return undefined;
    throw problem;
  }
}

/** Does the work unless the stamp says that it was done for the same sources. */
async function unlessDone(
  stamp: string,
  sources: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const wanted = sources.join("\n");
  if (await readIfThere(stamp) === wanted) return;
  await work();
  await Deno.writeTextFile(stamp, wanted);
}

/** A virtual environment with the one package of `requirements.txt` that has this name. */
function environment(name: string): SetUp {
  return async (folder, cache) => {
    const pinned = (await Deno.readTextFile(`${folder}/python/requirements.txt`)).split("\n");
    const wanted = pinned.find((line) => line.startsWith(`${name}==`));
    if (wanted === undefined) throw new Error(`requirements.txt does not name ${name}`);
    const place = `${cache}/python`;
    await unlessDone(`${cache}/${name}.stamp`, [wanted], async () => {
      await call({ command: ["python3", "-m", "venv", place] });
      const quiet = ["--quiet", "--disable-pip-version-check"];
      await call({ command: [`${place}/bin/python`, "-m", "pip", "install", ...quiet, wanted] });
    });
  };
}

const environments: Readonly<Record<string, SetUp>> = {
  simpy: environment("simpy"),
  ciw: environment("ciw"),
  cimba: environment("cimba"),
};

/** The set-up of a Python package; the same function for the same name. */
export function python(name: string): SetUp {
  return environments[name];
}

/** SSJ and the class files of its models, by Maven; Java is looked for as well. */
export async function java(folder: string, cache: string): Promise<void> {
  const place = `${folder}/java`;
  const files = ["pom.xml", "SsjModels.java"].map((name) => Deno.readTextFile(`${place}/${name}`));
  await call({ command: ["java", "-version"] });
  await unlessDone(`${cache}/java.stamp`, await Promise.all(files), () =>
    call({
      command: ["mvn", "-q", "-B", "-f", `${place}/pom.xml`, `-Dbuild.dir=${cache}/java`]
        .concat("process-classes"),
    }));
}

/** The floor in Rust, built from a copy, so that nothing is written beside the sources. */
export async function rust(folder: string, cache: string): Promise<void> {
  const names = ["Cargo.toml", "src/main.rs"];
  const texts = await Promise.all(names.map((name) => Deno.readTextFile(`${folder}/rust/${name}`)));
  await unlessDone(`${cache}/rust.stamp`, texts, async () => {
    await Deno.mkdir(`${cache}/rust/src`, { recursive: true });
    for (const [i, name] of names.entries()) {
      await Deno.writeTextFile(`${cache}/rust/${name}`, texts[i]);
    }
    await call({ command: ["cargo", "build", "--release", "--quiet"], cwd: `${cache}/rust` });
  });
}
