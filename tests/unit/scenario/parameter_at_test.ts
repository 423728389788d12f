import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { join } from "@std/path";
import { loadScenario, parameterAt, setParameters } from "../../../sim/scenario/mod.ts";
import { ROOT } from "./_copy.ts";

const TRAINING = await loadScenario(join(ROOT, "scenarios/training.yaml"));

Deno.test("parameterAt() tells every kind of number in the unit of its file", () => {
  const told = (path: string) => {
    const { value, unit, scale } = parameterAt(TRAINING, path);
    return [Number((value / scale).toPrecision(12)), unit];
  };
  assertEquals(told("care.lowerBed"), [0.5, ""]);
  assertEquals(told("course.severe.mean"), [8, "d"]);
  assertEquals(told("window.days"), [92, "d"]);
  assertEquals(told("transfer.speed[3]")[1], "km/h");
});

Deno.test("parameterAt() takes the unit inside where no file says one", () => {
  const { value, unit, scale } = parameterAt({ ...TRAINING, provenance: [] }, "course.severe.mean");
  assertEquals([unit, scale], ["min", 1]);
  assertAlmostEquals(value, 8 * 1440, 1e-9);
  const set = setParameters(TRAINING, { "course.severe.mean": "200 h" });
  assertEquals(parameterAt(set, "course.severe.mean").unit, "h");
});

Deno.test("parameterAt() reads other values whatever their range, and refuses other kinds", () => {
  const target = parameterAt(TRAINING, "transfer.target");
  assertEquals(["3 h", 200, "-1 d"].map(target.read), [180, 200, -1440]);
  assertThrows(() => target.read("3"), SyntaxError, 'Cannot read "3" as transfer.target');
  assertThrows(() => target.read(Infinity), SyntaxError, "expected a duration");
  assertEquals(parameterAt(TRAINING, "care.lowerBed").read("35 %"), 0.35);
});

Deno.test("parameterAt() refuses a path that names no number, with the nearest that does", () => {
  assertThrows(
    () => parameterAt(TRAINING, "care.lowerbed"),
    RangeError,
    'Cannot find a number of scenario "training" as its path must name one: ' +
      'current path is "care.lowerbed"; nearest is "care.lowerBed"',
  );
});
