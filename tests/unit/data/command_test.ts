import { assertEquals } from "@std/assert";
import { askedOf } from "../../../data/_command.ts";

const USAGE = "Usage: deno task city    builds";

Deno.test("askedOf() builds when there are no arguments, and not when help is wanted", () => {
  assertEquals(askedOf([], USAGE), { build: true, text: "", code: 0 });
  for (const help of ["--help", "-h"]) {
    assertEquals(askedOf([help], USAGE), { build: false, text: USAGE, code: 0 });
  }
});

Deno.test("askedOf() refuses other arguments", () => {
  assertEquals(askedOf(["--city", "x"], USAGE), {
    build: false,
    text: "Cannot build tables as the program takes no arguments: current arguments are " +
      `"--city", "x"\n${USAGE}`,
    code: 2,
  });
});

Deno.test("the programs that build tables say how they are called and leave the tables alone", async () => {
  for (const task of ["city", "clinical"]) {
    const folder = `data/${task === "city" ? "beijing" : task}`;
    const made = () => Deno.statSync(`${folder}/${task === "city" ? "wards" : "people"}.csv`).mtime;
    const before = made();
    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "--quiet", task, "--help"],
      env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    }).output();
    const [line, ...rest] = new TextDecoder().decode(stdout).split("\n");
    assertEquals([code, rest], [0, [""]]);
    assertEquals(line.startsWith(`Usage: deno task ${task} `), true);
    assertEquals(made(), before);
  }
});
