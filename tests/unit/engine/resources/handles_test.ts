import { assertEquals } from "@std/assert";
import { Handles } from "../../../../sim/engine/mod.ts";

Deno.test("Handles.take() gives small whole numbers, the one given back last first", () => {
  const handles = new Handles();
  assertEquals([handles.take(), handles.take(), handles.take(), handles.inUse], [0, 1, 2, 3]);
  handles.giveBack(2);
  handles.giveBack(0);
  assertEquals(handles.inUse, 1);
  assertEquals([handles.take(), handles.take(), handles.take(), handles.inUse], [0, 2, 3, 4]);
});
