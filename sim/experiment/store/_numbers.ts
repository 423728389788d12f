/**
 * Lists of doubles as few bytes, bit for bit.
 *
 * Bytes of equal weight are put side by side (byte planes) before they are deflated: signs, exponents
 * and high digits of neighbours are alike. Ascending whole numbers go as differences, so that 33,000
 * keys of persons need 12 bits each and not 64; no law of their spacing needs less than 11.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** Level of deflate [-]: higher ones take up to ten times as long and save less than 1 %. */
const LEVEL = 3;
const HEADER = 2;
const DOUBLE = 8;
/** First byte: what the body holds. */
const FORM = { doubles: 0, ascending: 1 } as const;
const DEFLATED = 2;

/** Whether all are whole, from 0, ascending, and small enough for exact differences. */
function isAscending(values: Float64Array): boolean {
  let before = 0;
  for (const value of values) {
    if (!Number.isSafeInteger(value) || value < before || Object.is(value, -0)) return false;
    before = value;
  }
  return true;
}

/** Puts the k-th bytes of all items side by side, or, `back`, undoes it. */
function transposed(bytes: Uint8Array, width: number, back: boolean): Uint8Array {
  const count = bytes.length / width;
  const out = new Uint8Array(bytes.length);
  for (let b = 0; b < width; b++) {
    for (let i = 0; i < count; i++) {
      if (back) out[i * width + b] = bytes[b * count + i];
      else out[b * count + i] = bytes[i * width + b];
    }
  }
  return out;
}

/** Differences of ascending whole numbers in byte planes, lowest bytes first. */
function differences(values: Float64Array): { planes: Uint8Array; width: number } {
  const count = values.length;
  const rest = values.map((value, i) => i === 0 ? value : value - values[i - 1]);
  const most = rest.reduce((a, b) => Math.max(a, b), 1);
  let width = 1;
  while (256 ** width <= most) width++;
  const planes = new Uint8Array(count * width);
  for (let b = 0; b < width; b++) {
    for (let i = 0; i < count; i++) {
      const byte = rest[i] % 256;
      planes[b * count + i] = byte;
      rest[i] = (rest[i] - byte) / 256;
    }
  }
  return { planes, width };
}

function summed(planes: Uint8Array, width: number): Float64Array {
  const count = planes.length / width;
  const values = new Float64Array(count);
  for (let b = width - 1; b >= 0; b--) {
    for (let i = 0; i < count; i++) values[i] = values[i] * 256 + planes[b * count + i];
  }
  for (let i = 1; i < count; i++) values[i] += values[i - 1];
  return values;
}

/**
 * The bytes of a list as they lie in memory: little-endian on every machine that Deno runs on.
 *
 * @param values Numbers.
 * @returns Bytes of the same memory.
 */
export function bytesOf(values: Float64Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/**
 * Packs a list.
 *
 * @param values Numbers of any kind, NaN and -0 included.
 * @returns Bytes.
 */
export function packNumbers(values: Float64Array): Uint8Array {
  const ascending = isAscending(values);
  const { planes, width } = ascending
    ? differences(values)
    : { planes: transposed(bytesOf(values), DOUBLE, false), width: DOUBLE };
  const deflated = deflateRawSync(planes, { level: LEVEL });
  const pays = deflated.length < planes.length;
  const body = pays ? deflated : planes;
  const packed = new Uint8Array(HEADER + body.length);
  packed[0] = (ascending ? FORM.ascending : FORM.doubles) + (pays ? DEFLATED : 0);
  packed[1] = width;
  packed.set(body, HEADER);
  return packed;
}

/**
 * Undoes `packNumbers`.
 *
 * @param packed Bytes from `packNumbers`; others give other numbers or an error, which the digest of
 * a record tells.
 * @returns The same numbers, bit for bit.
 */
export function unpackNumbers(packed: Uint8Array): Float64Array {
  const [form, width] = packed;
  const body = packed.subarray(HEADER);
  const planes = (form & DEFLATED) !== 0 ? inflateRawSync(body) : body;
  return (form & FORM.ascending) !== 0
    ? summed(planes, width)
    : new Float64Array(transposed(planes, DOUBLE, true).buffer);
}
