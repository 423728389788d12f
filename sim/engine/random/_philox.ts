/**
 * The Philox block as WebAssembly, whose 64-bit product takes the place of eight 16-bit ones.
 *
 * The module has one function and one page of memory. It is put together here from its instructions,
 * ten rounds written out, so that there is no binary to trust.
 *
 * Source of the format: Rossberg (ed.), WebAssembly Core Specification, version 2.0, World Wide Web
 * Consortium, 2022, chapter 5.
 */

const ROUNDS = 10;
const FACTORS = [0xd2511f53, 0xcd9e8d57] as const;
const WEYL = [0x9e3779b9, 0xbb67ae85] as const;

const I32 = 0x7f;
const I64 = 0x7e;
const LOCAL_GET = 0x20;
const LOCAL_SET = 0x21;
const F64_STORE = 0x39;
const I32_CONST = 0x41;
const I64_CONST = 0x42;
const F64_CONST = 0x44;
const I32_ADD = 0x6a;
const I32_XOR = 0x73;
const I64_MUL = 0x7e;
const I64_SHR_U = 0x88;
const F64_ADD = 0xa0;
const F64_MUL = 0xa2;
const I32_WRAP_I64 = 0xa7;
const I64_EXTEND_I32_U = 0xad;
const F64_CONVERT_I32_U = 0xb8;
const END = 0x0b;

/** Locals: the counter in its four parts, the key in its two, two products. */
const [A, B, C, D, KEY_0, KEY_1, PRODUCT_A, PRODUCT_C] = [0, 1, 2, 3, 4, 5, 6, 7];

/** A number that is not negative, seven bits to a byte. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [value % 128 + 128, ...unsigned(Math.floor(value / 128))];
}

/** A whole number with a sign, seven bits to a byte. */
function signed(value: number): number[] {
  const rest = Math.floor(value / 128);
  const low = value - rest * 128;
  const done = (rest === 0 && low < 64) || (rest === -1 && low >= 64);
  return done ? [low] : [low + 128, ...signed(rest)];
}

const section = (id: number, content: number[]) => [id, ...unsigned(content.length), ...content];
const text = (name: string) => [name.length, ...new TextEncoder().encode(name)];
const get = (local: number) => [LOCAL_GET, local];
const float = (value: number) => [F64_CONST, ...new Uint8Array(Float64Array.of(value).buffer)];
const highWord = (local: number) => [...get(local), I64_CONST, 32, I64_SHR_U, I32_WRAP_I64];

/** `into` = factor × `from`, all 64 bits. */
function product(into: number, from: number, factor: number): number[] {
  const extended = [...get(from), I64_EXTEND_I32_U];
  return [...extended, I64_CONST, ...signed(factor), I64_MUL, LOCAL_SET, into];
}

/** `high` = high word of the product ^ `other` ^ key; `low` = its low word. */
function mix(high: number, low: number, from: number, key: number): number[] {
  return [
    ...highWord(from),
    ...get(low),
    I32_XOR,
    ...get(key),
    I32_XOR,
    LOCAL_SET,
    high,
    ...get(from),
    I32_WRAP_I64,
    LOCAL_SET,
    low,
  ];
}

const bump = (key: number, by: number) => [
  ...get(key),
  I32_CONST,
  ...signed(by | 0),
  I32_ADD,
  LOCAL_SET,
  key,
];

const ROUND = [
  ...product(PRODUCT_A, A, FACTORS[0]),
  ...product(PRODUCT_C, C, FACTORS[1]),
  ...mix(A, B, PRODUCT_C, KEY_0),
  ...mix(C, D, PRODUCT_A, KEY_1),
  ...bump(KEY_0, WEYL[0]),
  ...bump(KEY_1, WEYL[1]),
];

/** Stores (word + 1/2) / 2³² as the n-th number of the memory. */
function store(local: number, n: number): number[] {
  const uniform = [F64_CONVERT_I32_U, ...float(0.5), F64_ADD, ...float(2 ** -32), F64_MUL];
  return [I32_CONST, 0, ...get(local), ...uniform, F64_STORE, 3, 8 * n];
}

function moduleBytes(): Uint8Array<ArrayBuffer> {
  const rounds = Array.from({ length: ROUNDS }, () => ROUND).flat();
  const body = [1, 2, I64, ...rounds, ...[A, B, C, D].flatMap(store), END];
  return Uint8Array.of(
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 6, I32, I32, I32, I32, I32, I32, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [2, ...text("block"), 0, 0, ...text("memory"), 2, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  );
}

const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes()));

/** Draws a block: four parts of the counter, two of the key; the uniforms are then in `uniforms`. */
export const philox = exports.block as (
  a: number,
  b: number,
  c: number,
  d: number,
  key0: number,
  key1: number,
) => void;

/** Uniforms of the block drawn last, whoever drew it. */
export const uniforms = new Float64Array((exports.memory as WebAssembly.Memory).buffer, 0, 4);
