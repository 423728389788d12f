/** A folder for a test that awaits; removed when the test is over. */

/** A folder that goes when it is disposed of. */
export interface NotebookFolder extends AsyncDisposable {
  /** Its path. */
  readonly path: string;
}

/** Makes an empty folder. */
export async function notebookFolder(): Promise<NotebookFolder> {
  const path = await Deno.makeTempDir({ prefix: "gridcare-" });
  return {
    path,
    [Symbol.asyncDispose]: async () => await Deno.remove(path, { recursive: true }),
  };
}
