/** Errors that choose an exit code. */

/** Input that cannot be used: exit code 2. */
export class InputError extends Error {
  override name = "InputError";
}

/** Stopped by the user: exit code 130. */
export class Interrupted extends Error {
  override name = "Interrupted";
}
