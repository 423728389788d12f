import { assert, assertEquals, assertThrows } from "@std/assert";
import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { ResultStore, StoreError } from "../../../../sim/experiment/store/mod.ts";
import type { RunKey } from "../../../../sim/experiment/store/mod.ts";
import type { ReplicationRecord } from "../../../../sim/experiment/results/mod.ts";
import { keyOf, lehmer, recordOf, SMALL } from "./_records.ts";

const NOTHING: ReplicationRecord = {
  measures: [],
  series: [],
  start: [],
  volume: new Float64Array(),
  detail: new Float64Array(),
  died: new Float64Array(),
  events: 0,
  infected: 0,
  met: 0,
};

/** Bits of a list, so that NaN is NaN and -0 is not 0. */
const bits = (values: Float64Array) => [...new BigUint64Array(values.slice().buffer)];

/** The record after a way to the store and back. */
function there(record: ReplicationRecord): ReplicationRecord {
  using store = ResultStore.open(":memory:");
  store.write(keyOf(0), record);
  return store.read(keyOf(0))!;
}

function withFolder(work: (path: string, folder: string) => void): void {
  const folder = Deno.makeTempDirSync();
  try {
    work(`${folder}/runs.store`, folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

// Planted: bytes of a double put back in the wrong order; the sign of -0 dropped in whole numbers: red.
Deno.test("ResultStore.read() gives back every double bit for bit", () => {
  const odd = Float64Array.of(NaN, -0, 0, Infinity, -Infinity, 5e-324, 1.7976931348623157e308, 0.1);
  // A NaN with a payload, as arithmetic on other machines may leave.
  const payload = new Float64Array(
    BigUint64Array.of(0x7ff8_0000_0000_beefn, 0xfff0_0000_0000_0001n).buffer,
  );
  const values = Float64Array.of(...odd.slice(0, 7));
  const record: ReplicationRecord = {
    ...NOTHING,
    measures: [...odd].map((value, i) => ({ measure: `m${i}`, unit: "-", value })),
    series: [{ measure: "census", unit: "patients", ward: "icu", values }, {
      measure: "census",
      unit: "patients",
      ward: "",
      values: payload,
    }],
    start: [{ measure: "census", unit: "patients", line: "ordinary", values: odd }],
    volume: Float64Array.of(-0, -0, 3),
    died: odd,
    events: -0,
    infected: NaN,
    met: 2 ** 53,
  };
  const back = there(record);
  assertEquals(back, record);
  assertEquals(
    bits(Float64Array.from(back.measures, ({ value }) => value)),
    bits(odd),
  );
  assertEquals(back.series.map((point) => bits(point.values)), [bits(values), bits(payload)]);
  assertEquals(bits(back.start[0].values), bits(odd));
  assertEquals([bits(back.volume), bits(back.died)], [bits(record.volume), bits(odd)]);
  assert(Object.is(back.events, -0));
});

Deno.test("ResultStore.read() gives back lists of every kind", () => {
  const draw = lehmer(11);
  const lists = [
    [],
    [0],
    [-0],
    [0, 0, 0],
    [7, 7, 262, 263, 519],
    [255],
    [256],
    [0, 2 ** 40],
    [2 ** 40 - 1, 2 ** 40],
    [2 ** 53 - 1],
    [2 ** 53],
    [0.5, 1],
    [3, 2],
    [-1, 0],
    [1, NaN],
    Array.from({ length: 999 }, () => Math.floor(draw() * 2 ** 40)).sort((a, b) => a - b),
    Array.from({ length: 999 }, () => draw()),
  ];
  for (const list of lists) {
    const died = Float64Array.from(list);
    assertEquals(bits(there({ ...NOTHING, died }).died), bits(died), `${list.slice(0, 5)}`);
  }
});

Deno.test("ResultStore.read() gives back names, units and groups as they were, absent ones absent", () => {
  const measures = [
    { measure: "wait", unit: "min", value: 1, tier: "", rule: '一级 "quoted"\t\u0000' },
    { value: 2, unit: "min", measure: "wait" },
  ];
  const back = there({ ...NOTHING, measures }).measures;
  assertEquals(back, measures);
  assertEquals(back.map((row) => "tier" in row), [true, false]);
});

Deno.test("ResultStore.write() needs at most 130 kB for a record of a city of 22 million", () => {
  withFolder((path) => {
    using store = ResultStore.open(path);
    for (const i of [0, 1]) store.write(keyOf(i), recordOf(i));
    assertEquals(store.read(keyOf(1)), recordOf(1));
    const [{ replications, bytes }] = store.contents();
    assertEquals(replications, 2);
    assert(bytes <= 260_000, `${bytes} bytes`);
    using database = new DatabaseSync(path, { readOnly: true });
    assertEquals(database.prepare("SELECT count(*) AS n FROM layout").get()!.n, 1);
  });
});

/** Turns a record that is kept into one of a program that knew no details. */
function asBeforeDetails(path: string, key: RunKey, scalars: Float64Array): void {
  const digest = (...parts: (string | Uint8Array)[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
  using database = new DatabaseSync(path);
  const { text } = database.prepare("SELECT text FROM layout").get() as { text: Uint8Array };
  const { detail: _, ...layout } = JSON.parse(new TextDecoder().decode(inflateRawSync(text)));
  const older = JSON.stringify(layout);
  const { program, scenario, seed, replication } = key;
  const name = JSON.stringify([program, scenario, seed, replication]);
  const record = digest(name, "\0", digest(older), new Uint8Array(scalars.buffer));
  database.exec("PRAGMA foreign_keys = OFF");
  database.prepare("UPDATE layout SET digest = ?, text = ?")
    .run(digest(older), deflateRawSync(older));
  database.prepare("UPDATE replication SET layout = ?, digest = ?").run(digest(older), record);
}

// Planted: details asked of every record, and one without refused: named as damaged, red.
Deno.test("ResultStore takes a record of a program without details for sound, with none", () => {
  withFolder((path) => {
    const record = { ...NOTHING, events: 5, infected: 4, met: 3 };
    {
      using store = ResultStore.open(path);
      store.write(keyOf(0, "older"), record);
    }
    asBeforeDetails(path, keyOf(0, "older"), Float64Array.of(5, 4, 3));
    using store = ResultStore.open(path);
    assertEquals(store.check(), []);
    assertEquals(store.read(keyOf(0, "older")), record);
    // It never answers for a program that has them: its sources, and so the key, are others.
    assertEquals(store.has(keyOf(0, "newer")), false);
  });
});

Deno.test("ResultStore.write() keeps results over a close, with commits that reach the disk", () => {
  withFolder((path) => {
    const first = ResultStore.open(path);
    first.write(keyOf(4), recordOf(4));
    using database = new DatabaseSync(path);
    assertEquals(database.prepare("PRAGMA journal_mode").get()!.journal_mode, "wal");
    database.close();
    first.close();
    first.close();
    using second = ResultStore.open(path, { readOnly: true });
    assertEquals(second.read(keyOf(4)), recordOf(4));
    assertEquals(second.check(), []);
    assertEquals(second.path, path);
  });
});

Deno.test("ResultStore.write() takes the same record twice and refuses another one", () => {
  using store = ResultStore.open(":memory:");
  store.write(keyOf(0), recordOf(1, SMALL));
  store.write(keyOf(0), recordOf(1, SMALL));
  const { measures, ...rest } = recordOf(1, SMALL);
  const [head, ...others] = measures;
  for (
    const other of [
      recordOf(2, SMALL),
      { ...rest, measures, events: rest.events + 1 },
      { ...rest, measures: [{ ...head, unit: "h" }, ...others] },
      { ...rest, measures, died: rest.died.slice(1) },
    ]
  ) {
    const error = assertThrows(() => store.write(keyOf(0), other), StoreError);
    assertEquals(error.fault, "differs");
    assertEquals(
      error.message.replace(/\b[0-9a-f]{12}\b/g, "DIGEST"),
      'Cannot keep replication 0 of scenario "5f2c" with seed "1", program "0.2.0 3fa2 deno" in store ' +
        '":memory:" as its record must be the one that is kept, with digest DIGEST: current digest is ' +
        "DIGEST; a replication must give the same record each time",
    );
  }
  assertEquals(store.read(keyOf(0)), recordOf(1, SMALL));
});

Deno.test("ResultStore.write() refuses a replication that is no whole number", () => {
  using store = ResultStore.open(":memory:");
  for (const replication of [-1, 0.5, NaN]) {
    assertThrows(
      () => store.write(keyOf(replication), NOTHING),
      RangeError,
      `Cannot keep a replication as its number must be a whole number >= 0: current number is ${replication}`,
    );
  }
});

// Planted: a key found by `program <= ?`: red.
Deno.test("ResultStore keeps programs, scenarios, seeds and replications apart", () => {
  using store = ResultStore.open(":memory:");
  const base = keyOf(3, "a");
  const keys = [
    base,
    { ...base, program: "b" },
    { ...base, scenario: "" },
    { ...base, seed: "01" },
    { ...base, seed: "1 " },
    { ...base, seed: "一" },
    { ...base, replication: 2 ** 40 },
    { ...base, replication: 0 },
  ];
  keys.forEach((key, i) => {
    assertEquals([store.has(key), store.read(key)], [false, undefined]);
    store.write(key, recordOf(i, SMALL));
  });
  keys.forEach((key, i) => assertEquals(store.read(key), recordOf(i, SMALL)));
  assertEquals(store.has(base), true);
  assertEquals(store.replicationsOf(base), [0, 3, 2 ** 40]);
  assertEquals(store.replicationsOf({ ...base, seed: "2" }), []);
  assertEquals(store.contents().map(({ bytes: _, ...row }) => row), [
    { program: "a", scenario: "", seed: "1", replications: 1 },
    { program: "a", scenario: "5f2c", seed: "01", replications: 1 },
    { program: "a", scenario: "5f2c", seed: "1", replications: 3 },
    { program: "a", scenario: "5f2c", seed: "1 ", replications: 1 },
    { program: "a", scenario: "5f2c", seed: "一", replications: 1 },
    { program: "b", scenario: "5f2c", seed: "1", replications: 1 },
  ]);
});

Deno.test("ResultStore.remove() drops results of other programs and gives the room back", () => {
  withFolder((path) => {
    using store = ResultStore.open(path);
    for (let i = 0; i < 10; i++) store.write(keyOf(i, "old"), recordOf(i));
    store.write(keyOf(0, "new"), recordOf(0));
    assertEquals(store.remove({ otherThan: "new", seed: "another" }), 0);
    assertEquals(store.remove({ otherThan: "new" }), 10);
    assertEquals(store.contents().map(({ program }) => program), ["new"]);
    assertEquals(store.read(keyOf(0, "new")), recordOf(0));
    assert(Deno.statSync(path).size < 200_000, `${Deno.statSync(path).size} bytes`);
    assertEquals(store.remove({ scenario: "5f2c", seed: "1" }), 1);
    assertEquals([store.contents(), store.check()], [[], []]);
    store.write(keyOf(0, "new"), recordOf(0));
    assertEquals(store.read(keyOf(0, "new")), recordOf(0));
  });
});

Deno.test("ResultStore.remove() refuses to remove everything by an empty condition", () => {
  using store = ResultStore.open(":memory:");
  assertThrows(
    () => store.remove({}),
    TypeError,
    "Cannot remove replications as a condition must be named: current condition is none",
  );
});

Deno.test("ResultStore.lastUnfinished() is the experiment that was running last", () => {
  using store = ResultStore.open(":memory:");
  assertEquals(store.lastUnfinished(), undefined);
  const at = (hour: number) => `2026-01-05T${String(hour).padStart(2, "0")}:00:00.000Z`;
  const [a, b] = ["a", "b"].map((id) => ({ id, text: `{"files":["${id}"]}` }));
  store.remember({ ...a, state: "running", at: at(10) });
  store.remember({ ...b, state: "running", at: at(9) });
  assertEquals(store.lastUnfinished(), { ...a, state: "running", at: at(10) });
  store.remember({ ...a, state: "finished", at: at(11) });
  assertEquals(store.lastUnfinished(), { ...b, state: "running", at: at(9) });
  store.remember({ ...a, state: "running", at: at(12) });
  assertEquals(store.lastUnfinished()?.id, "a");
  for (const { id, text } of [a, b]) store.remember({ id, text, state: "finished", at: at(13) });
  assertEquals(store.lastUnfinished(), undefined);
});
