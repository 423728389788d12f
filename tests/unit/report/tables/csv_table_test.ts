import { assertEquals, assertThrows } from "@std/assert";
import { join } from "@std/path";
import { CsvTable } from "../../../../sim/report/tables/mod.ts";
import { inTemporaryFolder } from "../../../support/temporary_folder.ts";

interface Bed {
  readonly ward: string;
  readonly beds: number;
  readonly open: boolean;
  readonly grade: string;
}

const TABLE = new CsvTable<Bed>("beds.csv", [
  { heading: "ward", field: "ward", holds: "text" },
  { heading: "beds", field: "beds", holds: "numbers" },
  { heading: "is_open", field: "open", holds: "true or false" },
  { heading: "grade", field: "grade", holds: ["observed", "assumed"] },
]);
const ROW: Bed = { ward: "icu", beds: 4, open: true, grade: "assumed" };
const HEADER = "ward,beds,is_open,grade\r\n";

function withFile(content: string | Uint8Array, test: (path: string) => void): void {
  inTemporaryFolder((folder) => {
    const path = join(folder, "beds.csv");
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    Deno.writeFileSync(path, bytes);
    test(path);
  });
}

Deno.test("CsvTable.text() writes the header, numbers, words, true and false", () => {
  assertEquals(TABLE.text([]), HEADER);
  assertEquals(TABLE.text([ROW]), `${HEADER}icu,4,true,assumed\r\n`);
  assertEquals(TABLE.parse(TABLE.text([ROW, { ...ROW, open: false }])), [
    ROW,
    { ...ROW, open: false },
  ]);
});

Deno.test("CsvTable.text() writes NaN as an empty cell and ten significant digits", () => {
  const cells = [NaN, 1 / 3, 1e21, 123456789012, 1234567890, 9999999999.5, -0, -2.5, Infinity];
  const lines = TABLE.text(cells.map((beds) => ({ ...ROW, beds }))).split("\r\n").slice(1, -1);
  const written = [
    "",
    "0.3333333333",
    "1e+21",
    "123456789000",
    "1234567890",
    "10000000000",
    "0",
    "-2.5",
    "Infinity",
  ];
  assertEquals(lines.map((line) => line.split(",")[1]), written);
  const back = TABLE.parse(TABLE.text(cells.map((beds) => ({ ...ROW, beds }))));
  assertEquals(
    back.map(({ beds }) => beds),
    written.map((cell) => cell === "" ? NaN : Number(cell)),
  );
});

Deno.test("CsvTable.text() quotes as RFC 4180 says and takes the sting out of formulas", () => {
  const names = [
    "=1+1",
    "+a",
    "-a",
    "@a",
    "'=a",
    "''+a",
    "'plain",
    "-",
    'a "b", c',
    "two\nlines",
    "two\r\nlines",
    "\tx",
    '"',
    "",
    "床位",
  ];
  const text = TABLE.text(names.map((ward) => ({ ...ROW, ward })));
  assertEquals(TABLE.parse(text).map(({ ward }) => ward), names);
  assertEquals(text.includes("\n'=1+1,"), true);
  assertEquals(text.includes("\n=1+1"), false);
  assertEquals(text.includes('"a ""b"", c"'), true);
});

Deno.test("CsvTable.chunks() asks for rows as pieces are asked for", () => {
  let made = 0;
  function* rows(): Generator<Bed> {
    for (; made < 100_000; made++) yield ROW;
  }
  const chunks = TABLE.chunks(rows());
  chunks.next();
  assertEquals(made > 0 && made < 10_000, true);
  chunks.return(undefined);
});

Deno.test("CsvTable.parse() takes both line ends, a last line without one, and empty lines", () => {
  const rows = [ROW, { ...ROW, beds: 5 }];
  assertEquals(TABLE.parse(TABLE.text(rows).replaceAll("\r\n", "\n")), rows);
  assertEquals(TABLE.parse(TABLE.text(rows).trimEnd()), rows);
  assertEquals(TABLE.parse(TABLE.text(rows).replace("icu", "\r\nicu") + "\r\n"), rows);
});

Deno.test("CsvTable.parse() refuses other columns, ragged rows, and cells of another kind", () => {
  const text = TABLE.text([ROW]);
  const refused: readonly (readonly [string, string])[] = [
    ["a,b\r\n", "its columns must be ward,beds,is_open,grade: current columns are a,b"],
    ["", "its columns must be ward,beds,is_open,grade: current columns are none"],
    [`${text}icu,4\r\n`, "each row must have 4 cells: current line 3 has 2"],
    [text.replace("4", "many"), 'column "beds" must hold numbers: current line 2 holds "many"'],
    [text.replace("4", " "), 'column "beds" must hold numbers: current line 2 holds " "'],
    [
      text.replace("true", "yes"),
      'column "is_open" must hold true or false: current line 2 holds "yes"',
    ],
    [
      text.replace("assumed", "guessed"),
      'column "grade" must hold observed or assumed: current line 2 holds "guessed"',
    ],
  ];
  for (const [content, rule] of refused) {
    assertThrows(
      () => TABLE.parse(content, "x.csv"),
      SyntaxError,
      `Cannot read "x.csv" as ${rule}`,
    );
  }
});

Deno.test("CsvTable.parse() refuses quotes that do not open and close a cell", () => {
  const message = (content: string): string =>
    assertThrows(() => TABLE.parse(HEADER + content, "x.csv"), SyntaxError).message;
  const start = 'Cannot read "x.csv" as comma-separated values: ';
  assertEquals(
    message('"a\nb",1,true,assumed\n"open,'),
    `${start}the quote that opens in line 4 must close`,
  );
  assertEquals(
    message('a"b",1,true,assumed'),
    `${start}quotes of line 2 must open and close a cell`,
  );
  assertEquals(
    message('"a"b,1,true,assumed'),
    `${start}quotes of line 2 must open and close a cell`,
  );
  assertEquals(
    message(`"${"a\n".repeat(1 << 19)}`),
    `${start}the quote that opens in line 2 must close`,
  );
  assertEquals(message("a".repeat((1 << 20) + 1)), `${start}a line must end`);
});

// The text is longer than two blocks, and its characters of three bytes lie across their border.
Deno.test("CsvTable.read() gives the rows of a file, each time anew, across blocks", () => {
  const rows = Array.from({ length: 9000 }, (_, beds) => ({ ...ROW, ward: `"床"\n${beds}`, beds }));
  withFile(TABLE.text(rows), (path) => {
    const read = TABLE.read(path);
    assertEquals([...read], rows);
    assertEquals([...read], rows);
  });
});

// Turns red when `read` takes all rows at once: the broken line would throw before the first row.
Deno.test("CsvTable.read() reads as rows are asked for, and closes the file when one stops", () => {
  withFile(`${HEADER}${"icu,4,true,assumed\r\n".repeat(20_000)}icu\r\n`, (path) => {
    const read = TABLE.read(path);
    for (const row of read) {
      assertEquals(row, ROW);
      break;
    }
    assertThrows(
      () => [...read],
      SyntaxError,
      "each row must have 4 cells: current line 20002 has 1",
    );
  });
});

Deno.test("CsvTable.read() refuses a file with other columns at once, and one that is not UTF-8", () => {
  withFile("a,b\r\n", (path) => {
    assertThrows(
      () => TABLE.read(path),
      SyntaxError,
      `Cannot read "${path}" as its columns must be ward,beds,is_open,grade: current columns are a,b`,
    );
  });
  withFile(Uint8Array.of(0xff, 0xfe, 0x41), (path) => {
    assertThrows(
      () => TABLE.read(path),
      SyntaxError,
      `Cannot read "${path}" as its text must be UTF-8`,
    );
  });
});
