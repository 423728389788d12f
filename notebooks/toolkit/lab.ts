/**
 * Opens JupyterLab with the Deno kernel at the first notebook.
 *
 *     deno task lab [arguments of JupyterLab]
 *
 * Everything is installed and written inside `.venv/` of the project, the kernel included; nothing
 * of the user's own Jupyter is read or changed. The kernel's description is written by hand since
 * `deno jupyter --install` writes outside the project and names an absolute path.
 */

import { fromFileUrl } from "@std/path";

const WANTED = ["jupyterlab==4.6.6", "plotly==7.1.0", "deno==2.9.6"];
const FIRST = "notebooks/00_start_here.ipynb";
const JUPYTER_FOLDERS = [
  "JUPYTER_CONFIG_DIR",
  "JUPYTER_DATA_DIR",
  "JUPYTER_RUNTIME_DIR",
  "JUPYTERLAB_SETTINGS_DIR",
  "JUPYTERLAB_WORKSPACES_DIR",
  "IPYTHONDIR",
];

const project = new URL("../../", import.meta.url);
const venv = fromFileUrl(new URL(".venv/", project));

async function succeeds(program: string, args: string[], env = {}): Promise<boolean> {
  try {
    const cwd = fromFileUrl(project);
    return (await new Deno.Command(program, { args, env, cwd }).spawn().status).success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function stop(message: string): never {
  console.error(message);
  Deno.exit(1);
}

async function writeJson(path: string, value: unknown): Promise<void> {
  const file = `${venv}share/jupyter/${path}`;
  await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
  await Deno.writeTextFile(file, JSON.stringify(value, null, 2) + "\n");
}

async function install(): Promise<void> {
  console.error("Setting up JupyterLab in .venv/ (once; about 400 MB, under a minute)");
  if (!await succeeds("python3", ["-m", "venv", venv])) {
    stop(
      "JupyterLab needs Python 3 with its venv module, which was not found (on Debian and Ubuntu: " +
        "apt install python3-venv); the tests and all other tasks do without.",
    );
  }
  const quiet = ["--quiet", "--disable-pip-version-check", "--no-cache-dir"];
  const pip = ["-m", "pip", "install", ...quiet, ...WANTED];
  if (!await succeeds(`${venv}bin/python`, pip)) {
    stop("JupyterLab could not be installed into .venv/; what pip said stands above.");
  }
  await Deno.writeTextFile(`${venv}made_from.txt`, WANTED.join("\n"));
}

/** Describes the kernel, whose stop button sends a signal, and keeps JupyterLab from asking for news. */
async function describeKernel(): Promise<void> {
  await writeJson("kernels/deno/kernel.json", {
    argv: ["{prefix}/bin/deno", "jupyter", "--kernel", "--conn", "{connection_file}"],
    display_name: "Deno",
    language: "typescript",
    interrupt_mode: "signal",
  });
  await writeJson("lab/settings/overrides.json", {
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
  });
}

const madeFrom = await Deno.readTextFile(`${venv}made_from.txt`).catch(() => "");
if (madeFrom !== WANTED.join("\n")) await install();
await describeKernel();
const folders = Object.fromEntries(
  JUPYTER_FOLDERS.map((name) => [name, `${venv}home/${name.toLowerCase()}`]),
);
const started = await succeeds(
  `${venv}bin/jupyter`,
  [
    "lab",
    "--ip=127.0.0.1",
    "--KernelSpecManager.ensure_native_kernel=False",
    // It would start npm, which writes into the user's folder.
    "--LanguageServerManager.autodetect=False",
    `--FileCheckpoints.checkpoint_dir=${venv}home/checkpoints`,
    `--LabApp.default_url=/lab/tree/${FIRST}`,
    ...Deno.args,
  ],
  folders,
);
Deno.exit(started ? 0 : 1);
