/** Visits that patients at home wait for: one row for each handle, beside the table of patients. */

type Column = Int8Array | Uint8Array | Int32Array | Float64Array;

/** Rows grow with the handles that are asked for. */
export class VisitTable {
  /** 1 while waiting for a team -- state. */
  line = new Uint8Array(1);
  /** Grid of the queue; -1 for none -- state. */
  queue = new Int32Array(1).fill(-1);
  /** Bucket [-] -- state. */
  bucket = new Uint8Array(1);
  /** The one behind; -1 at the end -- state. */
  after = new Int32Array(1).fill(-1);
  /** The one ahead; -1 at the head -- state. */
  before = new Int32Array(1).fill(-1);
  /** When the visit waited for was due [min] -- state. */
  dueAt = new Float64Array(1);
  /** What the visit waited for is, see `VISIT` -- state. */
  kind = new Uint8Array(1);
  /** Stamp of live notices of visits -- state. */
  stamp = new Int32Array(1);
  /** Visit before [min]; NaN for none -- state. */
  lastAt = new Float64Array(1);

  /** Makes sure that there is a row for a handle. */
  reach(p: number): void {
    if (p < this.line.length) return;
    const rows = Math.max(1024, Math.ceil((p + 1) * 1.5));
    const self = this as unknown as Record<string, Column>;
    for (const [name, column] of Object.entries(self)) {
      const larger = new (column.constructor as new (n: number) => Column)(rows);
      larger.set(column as never);
      self[name] = larger;
    }
  }
}
