/** What may have happened when a table is wrong in a way that spreadsheets and people often make it. */
import type { BilingualName } from "../domain/city/mod.ts";
import type { Issue } from "./error.ts";

/** A range such as 3-11 that a spreadsheet took for a day. */
const DAY =
  /^"(?:\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{1,2}|\d{1,2}月\d{1,2}日|\d{4}[-/]\d{1,2}[-/]\d{1,2})"$/;

/** A guess at the cause of an issue; empty when there is none. */
export function hintOf({ rule, value }: Issue, column: string): BilingualName {
  if (column === "lat" && /at most 90$/.test(rule) && isLongitude(value)) {
    return { en: "are longitude and latitude swapped?", zh: "是否经纬度颠倒？" };
  }
  if (column === "age_band" && DAY.test(value)) {
    return {
      en: "the spreadsheet took it for a date: format the column as text and type it again",
      zh: "表格软件把它当作了日期：请把该列设为文本格式后重新输入",
    };
  }
  if (value === "other bytes") {
    return {
      en: "save the file as CSV UTF-8",
      zh: "请另存为“CSV UTF-8（逗号分隔）”",
    };
  }
  return { en: "", zh: "" };
}

/** Whether a quoted value would be a longitude but no latitude. */
function isLongitude(value: string): boolean {
  const size = Math.abs(Number(value.replaceAll('"', "")));
  return size > 90 && size <= 180;
}
