/** The configurations, tasks and notebooks of the project. */

type Names = Readonly<Record<string, string>>;

/**
 * Differences between the imports of the project and of the notebooks.
 *
 * @param root Imports of the project.
 * @param notebooks Imports of the notebooks.
 * @param own Names that only the notebooks have.
 * @returns One line per difference.
 */
export function importGaps(root: Names, notebooks: Names, own: readonly string[]): string[] {
  const differing = Object.keys(root).filter((name) => root[name] !== notebooks[name]);
  const added = Object.keys(notebooks).filter((name) => !(name in root) && !own.includes(name));
  return [
    ...differing.map((name) => `${name} is ${root[name]}, in the notebooks ${notebooks[name]}`),
    ...added.map((name) => `${name} is in the notebooks alone`),
  ];
}

/**
 * Tasks whose permissions are not those of the table.
 *
 * @param tasks Tasks of the configuration.
 * @param table Permissions of each task; a task may be in the table and not in the configuration.
 * @returns One line per task.
 */
export function looseTasks(
  tasks: Names,
  table: Readonly<Record<string, readonly string[]>>,
): string[] {
  return Object.entries(tasks).flatMap(([name, command]) => {
    const wanted = table[name];
    if (wanted === undefined) return [`task "${name}" is not in the table of permissions`];
    const has = command.match(/(?<= )(?:-A|--(?:allow|no-prompt|unstable)\S*)/g) ?? [];
    return has.join(" ") === wanted.join(" ")
      ? []
      : [`task "${name}" has ${has.join(" ") || "none"}: expected ${wanted.join(" ") || "none"}`];
  });
}

/** A notebook, as much as is read here. */
export interface NotebookForm {
  readonly cells: readonly {
    readonly cell_type: string;
    readonly source: string | readonly string[];
    readonly outputs?: readonly { readonly data?: Readonly<Record<string, unknown>> }[];
  }[];
}

const MOST_CELLS = 20;
const MOST_LINES = 15;
const FIGURE = "application/vnd.plotly.v1+json";

/**
 * What a notebook has too much or too little of.
 *
 * @param path Its path; the name starts with a number of two digits.
 * @param notebook The notebook.
 * @returns One line per breach.
 */
export function notebookBreaches(path: string, { cells }: NotebookForm): string[] {
  const texts = cells.map(({ source }) => typeof source === "string" ? source : source.join(""));
  const last = cells.findLastIndex((cell) => cell.cell_type === "code");
  const numbered = /(?:^|\/)\d\d_\w+\.ipynb$/.test(path);
  return [
    ...(numbered ? [] : [`${path} is not numbered`]),
    ...(cells.length > MOST_CELLS
      ? [`${path} has ${cells.length} cells: expected at most ${MOST_CELLS}`]
      : []),
    ...cells.flatMap(({ cell_type }, i) => {
      const lines = texts[i]!.trimEnd().split("\n").length;
      return cell_type === "code" && lines > MOST_LINES
        ? [`${path}: cell ${i + 1} has ${lines} lines: expected at most ${MOST_LINES}`]
        : [];
    }),
    ...cells.flatMap(({ outputs = [] }, i) =>
      outputs.some(({ data = {} }) => FIGURE in data && "text/html" in data)
        ? [`${path}: cell ${i + 1} shows a figure as HTML`]
        : []
    ),
    ...(/\bassert\w*\(/.test(texts[last] ?? "") ? [] : [`${path}: the last cell asserts nothing`]),
  ];
}
