/**
 * What the checks of a city's tables say, in Chinese.
 *
 * The checks speak English, for programmers and planners alike; a planner's checker says the same in
 * Chinese. A rule that is missing here stays English; a test asks that none of a city's is.
 */

type Wording = readonly [RegExp, (...groups: string[]) => string];

const FILES: readonly Wording[] = [
  [/^Expected a file$/, () => "应为一个文件"],
  [/^Expected a file that exists$/, () => "应有此文件"],
  [/^Expected a folder that exists$/, () => "应有此文件夹"],
  [/^Expected a file that can be read$/, () => "应为可以读取的文件"],
  [/^Expected at most ([\d.]+ MB)$/, (size) => `文件不得超过 ${size}`],
  [/^Expected at most ([\d.]+ MB) once unpacked$/, (size) => `解压后不得超过 ${size}`],
  [/^Expected some content$/, () => "应有内容"],
  [/^Expected text in UTF-8$/, () => "应为 UTF-8 编码的文字"],
  [/^Expected valid CSV$/, () => "应为正确的 CSV"],
  [/^Expected valid JSON$/, () => "应为正确的 JSON"],
  [/^Expected GeoJSON features$/, () => "应为 GeoJSON 要素"],
  [/^Expected a list of \[longitude, latitude\]$/, () => "应为 [经度, 纬度] 的列表"],
  [/^Expected a workbook in the format \.xlsx$/, () => "应为 .xlsx 格式的工作簿"],
  [/^Expected a workbook without a password$/, () => "应为没有密码的工作簿"],
  [
    /^Expected a folder of tables, or a workbook in the format \.xlsx$/,
    () => "应为表格文件夹，或 .xlsx 格式的工作簿",
  ],
];

const SHEETS: readonly Wording[] = [
  [/^Expected a sheet named (\S+) or (\S+)$/, (name, zh) => `应有名为 ${name} 或“${zh}”的工作表`],
  [/^Expected one sheet with the table (\S+)$/, (name) => `表 ${name} 只应有一个工作表`],
  [/^Expected no merged cells$/, () => "不得合并单元格"],
  [/^Expected a value$/, () => "应为一个值"],
  [
    /^Expected a formula with a result: .*$/,
    () => "公式应有结果：请在表格软件中打开并保存工作簿",
  ],
  [/^Expected the columns (.+), each once$/, (names) => `列应为 ${names}，每列一次`],
  [/^Expected the names of the columns in row 1$/, () => "第 1 行应为列名"],
  [/^Expected this column$/, () => "应有此列"],
  [/^Expected at least one row$/, () => "至少应有一行"],
  [/^Expected (\d+) cells$/, (count) => `本行应有 ${count} 格`],
];

const CELLS: readonly Wording[] = [
  [/^Expected text$/, () => "不得为空"],
  [
    /^Expected (a whole number|a number) of at least (\S+?)(?: and at most (\S+))?$/,
    (kind, min, max) => {
      const noun = kind === "a whole number" ? "整数" : "数";
      if (min === "-Infinity") return `应为${noun}`;
      return max ? `应为 ${min} 至 ${max} 的${noun}` : `应为不小于 ${min} 的${noun}`;
    },
  ],
  [/^Expected one of (.+)$/, (names) => `应为下列之一：${names}`],
  [/^Expected every (\S+) once$/, (what) => `${what} 不得重复`],
  [
    /^Expected the name of a grid, so that its (\d+) residents have one$/,
    (people) => `应为“网格”表中的代码，否则 ${people} 名居民没有网格`,
  ],
  [
    /^Expected the name of a grid, or nothing for the pool$/,
    () => "应为“网格”表中的代码，全市共用则留空",
  ],
  [/^Expected the name of a grid$/, () => "应为“网格”表中的代码"],
  [/^Expected the name of a district$/, () => "应为“行政区”表中的代码"],
  [/^Expected the name of a facility$/, () => "应为“医疗机构”表中的代码"],
];

const TABLES: readonly Wording[] = [
  [/^Expected a row with key (\S+)$/, (key) => `应有 key 为 ${key} 的一行`],
  [/^Expected a grid with at least one community$/, () => "网格至少应有一个社区"],
  [/^Expected a facility of kind primary$/, () => "应为 kind 为 primary 的机构"],
  [
    /^Expected a hospital of tier 2 or 3 with physicians in its fever clinic$/,
    () => "至少一家二级或三级医院的发热门诊应有医师",
  ],
  [
    /^Expected a fever clinic with physicians to open before it closes$/,
    () => "有医师的发热门诊，开门应早于关门",
  ],
  [
    /^Expected at most the (\d+) beds of the facility's general wards$/,
    (beds) => `不得超过本机构普通病区的 ${beds} 张床`,
  ],
  [/^Expected 0, since only an ICU has convertible beds$/, () => "应为 0：只有 icu 有可转换床位"],
  [/^Expected the age bands (.+)$/, (bands) => `年龄段应依次为 ${bands}`],
  [/^Expected shares that sum to 1$/, () => "各行之和应为 1"],
];

const WORDINGS = [...FILES, ...SHEETS, ...CELLS, ...TABLES];

const VALUES: Readonly<Record<string, string>> = {
  '""': "空单元格",
  "none": "缺失",
  "one": "有密码",
  "other": "其他",
  "other bytes": "其他编码",
  "another file": "其他文件",
  "an empty file": "空文件",
  "an empty sheet": "空工作表",
  "an empty row": "空行",
  "a folder or device": "文件夹或设备",
  "no size that is told": "大小不明",
};

/** A rule in Chinese, as far as it is known. */
export function ruleZh(rule: string): string {
  for (const [pattern, say] of WORDINGS) {
    const found = pattern.exec(rule);
    if (found !== null) return say(...found.slice(1));
  }
  return rule;
}

/** What was found, in English: a cell without anything is called so. */
export function valueEn(value: string): string {
  return value === '""' ? "an empty cell" : value;
}

/** What was found, in Chinese where it is no quotation. */
export function valueZh(value: string): string {
  const said = VALUES[value];
  if (said !== undefined) return said;
  return value.replace(/^the error /, "错误值 ").replace(/^(\S+) to (\S+)$/, "$1 至 $2")
    .replaceAll('" and "', '" 和 "');
}
