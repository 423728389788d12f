import { assertEquals, assertThrows } from "@std/assert";
import { gradeOf } from "../../../../sim/domain/population/mod.ts";
import { AGE_BANDS, AGE_FROM, DISEASES, VACCINATIONS } from "../../../../sim/domain/terms/mod.ts";

/**
 * The 27 cells: age group × disease, then vaccination full / partial / none. Written out by hand
 * from the attachment, so that it shares nothing with the code but the source.
 */
const CELLS: readonly (readonly [age: number, disease: string, rows: string])[] = [
  [64, "none", "G1 G1 G1"],
  [64, "stable", "G2 yellow2 yellow3"],
  [64, "unstable", "Y1 R1 R1"],
  [79, "none", "G1 G1 G1"],
  [79, "stable", "G2 Y2 Y2"],
  [79, "unstable", "R2 R2 R2"],
  [80, "none", "Y3 yellow3 red4"],
  [80, "stable", "Y3 R3 R3"],
  [80, "unstable", "red4 R3 R3"],
];
const COLOUR_OF_LETTER = { G: "green", Y: "yellow", R: "red" } as const;

Deno.test("gradeOf() gives each of the 27 cells its colour by row or score", () => {
  let byScore = 0;
  for (const [age, disease, rows] of CELLS) {
    rows.split(" ").forEach((row, v) => {
      const grading = gradeOf({
        age,
        disease: disease as (typeof DISEASES)[number],
        vaccination: VACCINATIONS[v],
      });
      const [, colour, score] = /^(green|yellow|red)(\d)$/.exec(row) ?? [];
      if (score) byScore++;
      assertEquals(
        grading as unknown,
        score ? { colour, by: "score", row: `score ${score}` } : {
          colour: COLOUR_OF_LETTER[row[0] as "G" | "Y" | "R"],
          by: "table",
          row,
        },
        `${age} ${disease} ${VACCINATIONS[v]}`,
      );
    });
  }
  assertEquals(byScore, 5);
});

Deno.test("gradeOf() contradicts the score in exactly seven cells", () => {
  const colours = ["green", "green", "yellow", "yellow", "red", "red", "red"];
  let contradicted = 0;
  [0, 65, 80].forEach((age, a) =>
    DISEASES.forEach((disease, d) =>
      VACCINATIONS.forEach((vaccination, v) => {
        if (gradeOf({ age, disease, vaccination }).colour !== colours[a + d + v]) contradicted++;
      })
    )
  );
  assertEquals(contradicted, 7);
});

Deno.test("gradeOf() grades an age band as its youngest age", () => {
  AGE_BANDS.forEach((ageBand, band) => {
    for (const disease of DISEASES) {
      for (const vaccination of VACCINATIONS) {
        assertEquals(
          gradeOf({ ageBand, disease, vaccination }),
          gradeOf({ age: AGE_FROM[band], disease, vaccination }),
        );
      }
    }
  });
});

Deno.test("gradeOf() puts 64.9 below 65, 79.9 below 80", () => {
  const rest = { disease: "unstable", vaccination: "full" } as const;
  assertEquals(gradeOf({ age: 64.9, ...rest }).row, "Y1");
  assertEquals(gradeOf({ age: 65, ...rest }).row, "R2");
  assertEquals(gradeOf({ age: 79.9, ...rest }).row, "R2");
  assertEquals(gradeOf({ age: 80, ...rest }).row, "score 4");
});

Deno.test("gradeOf() refuses a negative age and an unknown disease", () => {
  assertThrows(
    () => gradeOf({ age: -1, disease: "none", vaccination: "full" }),
    RangeError,
    'Cannot grade a resident as age, disease and vaccination must be known: current values are {"age":-1,"disease":"none","vaccination":"full"}',
  );
  assertThrows(
    () => gradeOf({ age: 5, disease: "mild" as "none", vaccination: "full" }),
    RangeError,
    '{"age":5,"disease":"mild","vaccination":"full"}',
  );
});
