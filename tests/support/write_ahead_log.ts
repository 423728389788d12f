/**
 * SQLite's write-ahead log as bytes: where its transactions end.
 *
 * Source: SQLite documentation, "Database File Format", section 4, https://www.sqlite.org/fileformat2.html
 */

const HEADER = 32;
const FRAME_HEADER = 24;

/** What a log holds. */
export interface LogFrames {
  /** Bytes of one frame [B]. */
  readonly frameBytes: number;
  /** Frames of the present generation that are there at least in part [frames]. */
  readonly frames: number;
  /** Frames up to the last commit [frames]. */
  readonly committed: number;
  /** Frames before the last transaction that was committed [frames]. */
  readonly beforeLast: number;
}

/**
 * Reads the frames of a log.
 *
 * @param bytes The log's bytes; may be empty or end anywhere.
 * @returns Frames, and where transactions end.
 */
export function logFrames(bytes: Uint8Array): LogFrames {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nothing = { frameBytes: 0, frames: 0, committed: 0, beforeLast: 0 };
  if (bytes.length < HEADER) return nothing;
  const frameBytes = FRAME_HEADER + view.getUint32(8);
  const salts = [view.getUint32(16), view.getUint32(20)];
  let [frames, committed, beforeLast] = [0, 0, 0];
  for (let at = HEADER; at + FRAME_HEADER <= bytes.length; at += frameBytes) {
    if (view.getUint32(at + 8) !== salts[0] || view.getUint32(at + 12) !== salts[1]) break;
    frames++;
    if (view.getUint32(at + 4) === 0 || at + frameBytes > bytes.length) continue;
    [beforeLast, committed] = [committed, frames];
  }
  return { frameBytes, frames, committed, beforeLast };
}

/**
 * Frames that have been copied back into the database [frames], from the log's index in shared memory.
 *
 * @param index Bytes of the file `-shm`; in the byte order of the machine.
 * @returns Number of frames; 0 when there is no index.
 */
export function framesCopiedBack(index: Uint8Array): number {
  const at = 96;
  if (index.length < at + 4) return 0;
  return new DataView(index.buffer, index.byteOffset).getUint32(at, true);
}

/** The log cut after so many bytes of what follows its first frames. */
export function cutLog(
  bytes: Uint8Array,
  { frames, keep }: { frames: number; keep: number },
): Uint8Array {
  const { frameBytes } = logFrames(bytes);
  return bytes.slice(0, Math.min(bytes.length, HEADER + frames * frameBytes + keep));
}

/** Counts the commits of a store from outside, by its log's bytes alone, so that nothing is locked. */
export class LogWatch {
  /** Commits seen [-] -- statistic; those of a generation that was begun over between two looks may lack. */
  commits = 0;
  /** Bytes that the log has [B] -- state. */
  size = 0;
  readonly #path: string;
  #salts = "";
  #at = HEADER;

  /** @param store File of the store. */
  constructor(store: string) {
    this.#path = `${store}-wal`;
  }

  /** Looks at what is new. */
  look(): void {
    try {
      this.size = Deno.statSync(this.#path).size;
      if (this.size >= HEADER) this.#read();
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }

  #read(): void {
    const file = Deno.openSync(this.#path);
    try {
      const head = bytesAt(file, { from: 0, length: HEADER });
      if (head.byteLength < HEADER) return;
      const salts = saltsAt(head, 16);
      if (salts !== this.#salts) [this.#salts, this.#at] = [salts, HEADER];
      const frameBytes = FRAME_HEADER + head.getUint32(8);
      for (; this.#at + frameBytes <= this.size; this.#at += frameBytes) {
        const frame = bytesAt(file, { from: this.#at, length: FRAME_HEADER });
        if (frame.byteLength < FRAME_HEADER || saltsAt(frame, 8) !== salts) return;
        if (frame.getUint32(4) !== 0) this.commits++;
      }
    } finally {
      file.close();
    }
  }
}

function saltsAt(view: DataView, at: number): string {
  return `${view.getUint32(at)} ${view.getUint32(at + 4)}`;
}

function bytesAt(file: Deno.FsFile, { from, length }: { from: number; length: number }): DataView {
  file.seekSync(from, Deno.SeekMode.Start);
  const bytes = new Uint8Array(length);
  return new DataView(bytes.buffer, 0, file.readSync(bytes) ?? 0);
}
