/** A file that an export makes. */

/** Part of a file; a text is written as UTF-8. An empty one says that work goes on. */
export type Piece = string | Uint8Array;

/** A file that is made piece by piece. */
export interface ExportedFile {
  /** Name, without a folder. */
  readonly name: string;
  /** About how large it will be, for the progress [B]. */
  readonly expected: number;
  /**
   * Makes the file.
   *
   * @param scratch Folder for files of the meantime, which goes when the export ends.
   * @returns Pieces in order, asked for while the file is written.
   */
  pieces(scratch: string): Iterable<Piece> | AsyncIterable<Piece>;
}
