/**
 * How large a ZIP archive is once unpacked, read from its directory before anything is unpacked.
 *
 * A few kilobytes can unpack to gigabytes. The library that reads workbooks unpacks no more of an
 * entry than its directory says, so the sum of what the directory says bounds the memory.
 *
 * Source: PKWARE (2022), ".ZIP File Format Specification", version 6.3.10, sections 4.3.12 and
 * 4.3.16. Archives of over 4 GB (ZIP64) give infinity.
 */

const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
/** Stands where the true value is in a ZIP64 record. */
const ELSEWHERE = 0xffffffff;

/** Sum of the sizes of the entries [bytes]; infinite when one is not told, undefined for no archive. */
export function unpackedBytes(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (entries === 0xffff || at === ELSEWHERE) return Infinity;
  let sum = 0;
  for (let i = 0; i < entries; i++) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    if (unpacked === ELSEWHERE || (unpacked === 0 && packed > 2)) return Infinity;
    sum += unpacked;
    at += ENTRY_BYTES + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return sum;
}

/** Where the record at the end of an archive begins. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}
