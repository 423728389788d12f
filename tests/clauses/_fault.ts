/** What takes the mechanism of a clause out of the sources. */

/**
 * A change of the file that carries a clause out, after which it does nothing: the parameter of the
 * clause then has nothing to switch or size.
 */
export interface ClauseFault {
  /** Clause, modelled in the register. */
  readonly clause: string;
  /** What is wrong then, in a few words. */
  readonly what: string;
  /** Text that stands exactly once in the file of the clause's mechanism. */
  readonly find: string;
  /** What stands there instead. */
  readonly replace: string;
}
