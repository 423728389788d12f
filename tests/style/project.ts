/** The configurations and tasks of the project. */

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
