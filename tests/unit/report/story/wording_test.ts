/** What both languages must have in common, and how texts are laid out. */
import { assert, assertEquals } from "@std/assert";
import { inColumns, wrapped } from "../../../../sim/report/story/_layout.ts";
import { CHINESE } from "../../../../sim/report/story/_chinese.ts";
import { CHINESE_TERMS } from "../../../../sim/report/story/_chinese_terms.ts";
import { ENGLISH } from "../../../../sim/report/story/_english.ts";
import { ENGLISH_TERMS } from "../../../../sim/report/story/_english_terms.ts";
import { Wording } from "../../../../sim/report/story/_wording.ts";

const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

// Planted: `{share}` written `{chare}` in one Chinese sentence: red.
Deno.test("every sentence has the same gaps in both languages", () => {
  const chinese: Readonly<Record<string, string>> = CHINESE;
  assertEquals(Object.keys(chinese), Object.keys(ENGLISH));
  for (const [key, text] of Object.entries(ENGLISH)) {
    assertEquals(gaps(chinese[key]), gaps(text), key);
  }
});

Deno.test("every term has a name in both languages, with the same gaps", () => {
  const names = (terms: object) =>
    Object.entries(terms).flatMap(([kind, all]) =>
      Object.entries(all as object).map(([key, text]) =>
        [`${kind} ${key}`, ...gaps(String(text))].join(" ")
      )
    );
  assertEquals(names(CHINESE_TERMS), names(ENGLISH_TERMS));
  const empty = Object.values({ ...ENGLISH_TERMS }).flatMap((all) => Object.values(all))
    .filter((text) => String(text) === "");
  assertEquals(empty, []);
});

Deno.test("Wording writes times and durations in both languages", () => {
  const [en, zh] = [new Wording("en"), new Wording("zh")];
  assertEquals(en.clock("2022-11-01", 1440 * 31 + 65), "02 Dec 2022 01:05");
  assertEquals(zh.clock("2022-11-01", 1440 * 31 + 65), "2022年12月02日 01:05");
  assertEquals(en.clock("2022-11-01", -1), "31 Oct 2022 23:59");
  const durations = [0, 0.4, 45.2, 60, 135, 1440, 1500, 4400];
  assertEquals(durations.map((time) => en.duration(time)), [
    "under 1 min",
    "under 1 min",
    "45 min",
    "1 h",
    "2 h 15 min",
    "1 d",
    "1 d 1 h",
    "3 d 1 h",
  ]);
  assertEquals(zh.duration(135), "2小时15分钟");
  assertEquals([en.list(["a", "b", "c"], "or"), en.list([]), zh.list(["甲", "乙"])], [
    "a, b or c",
    "",
    "甲和乙",
  ]);
});

Deno.test("wrapped() breaks between words and between Chinese characters, never before a mark", () => {
  assertEquals(wrapped("one two  three", 8), ["one two", "three"]);
  assertEquals(wrapped("到达定点医院。", 12), ["到达定点医", "院。"]);
  assertEquals(wrapped("a-word-longer-than-the-line", 5), ["a-word-longer-than-the-line"]);
  assertEquals(wrapped("", 5), []);
});

Deno.test("inColumns() counts a Chinese character as two columns, numbers to the right", () => {
  const lines = inColumns([["病区", "beds"], ["a", "12"], ["bb", "3"]]);
  assertEquals(lines, ["病区  beds", "a       12", "bb       3"]);
  assert(lines.every((line) => !line.endsWith(" ")));
});
