import { assertEquals } from "@std/assert";
import { outcomeOf } from "../support/outcome.ts";
import { foldersLeftOut, partsOf } from "../support/parts.ts";

Deno.test("outcomeOf() reads the closing line of deno test, with steps, colours and ignored ones", () => {
  const text = "\x1b[0mok | 12 passed (3 steps) | 2 failed (1 step) | 1 ignored (1s)\n";
  assertEquals(outcomeOf({ text, code: 1 }), { passed: 12, failed: 2 });
});

Deno.test("outcomeOf() reads the closing line of the project's own tools", () => {
  assertEquals(outcomeOf({ text: "ok\n3 passed, 0 failed\n", code: 0 }), { passed: 3, failed: 0 });
});

Deno.test("outcomeOf() takes a crash as a failure", () => {
  assertEquals(outcomeOf({ text: "error: Type checking failed.", code: 1 }), {
    passed: 0,
    failed: 1,
  });
  assertEquals(outcomeOf({ text: "ok | 5 passed | 0 failed (1s)", code: 137 }), {
    passed: 5,
    failed: 1,
  });
});

Deno.test("outcomeOf() takes a run without a test as a failure", () => {
  assertEquals(outcomeOf({ text: "ok | 0 passed | 0 failed (0ms)", code: 0 }).failed, 1);
});

Deno.test("foldersLeftOut() names a folder of tests that no part runs", () => {
  const parts = partsOf({ testFolders: ["unit"], notebooks: [] });
  assertEquals(foldersLeftOut(parts, ["unit", "support", "forgotten"]), ["forgotten"]);
});

Deno.test("partsOf() stays within 24 minutes", () => {
  const budgets = partsOf({ testFolders: [], notebooks: [] }).map((part) => part.budget);
  assertEquals(budgets.reduce((sum, budget) => sum + budget) <= 24 * 60, true);
});
