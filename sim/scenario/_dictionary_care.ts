/** What the columns of beds, links, vehicles, ages and sources mean. */
import type { DictionaryWords } from "./_dictionary_form.ts";

/** Words for the tables of care and of sources. */
export const CARE: Pick<
  DictionaryWords,
  "wards" | "links" | "fleets" | "ages" | "columns" | "published"
> = {
  wards: {
    en: "Wards: beds of a facility by type and use, with their staff.",
    zh: "病区：机构按类型和用途划分的床位及人员。",
    columns: {
      facility: {
        en: "facility that has the ward",
        zh: "所属机构",
        example: "town-lead-1",
        refersTo: "facilities",
      },
      type: {
        en: "general, sub-ICU (high dependency) or ICU",
        zh: "general 普通，sub_icu 亚重症，icu 重症",
        example: "icu",
      },
      use: {
        en: "whom it takes; a facility may have two wards of a type with different use",
        zh: "收治对象：covid 新冠，ordinary 日常，shared 共用；同类型可按用途分两行",
        example: "shared",
      },
      beds: { en: "physical beds", zh: "实有床位", unit: "beds", example: "20" },
      convertibleBeds: {
        en: "ICU only: beds of the facility's general ward that can become ICU beds; not on top",
        zh: "仅 icu：本机构普通床位中可转换为重症床位的张数（不另加）",
        unit: "beds",
        example: "10",
      },
      physicians: {
        en: "physicians assigned to the ward, convertible beds included",
        zh: "病区医师，含可转换床位所需",
        unit: "persons",
        example: "30",
      },
      nurses: {
        en: "nurses assigned to the ward, convertible beds included",
        zh: "病区护士，含可转换床位所需",
        unit: "persons",
        example: "75",
      },
    },
  },
  links: {
    en: "Links: which facility has which role for a grid.",
    zh: "转诊关系：各网格中每家机构的角色。",
    columns: {
      grid: {
        en: "grid whose residents are referred",
        zh: "转出网格",
        example: "town-g1",
        refersTo: "grids",
      },
      role: {
        en: "what the facility is for the grid",
        zh:
          "角色：primary 基层，sub_designated 亚定点，designated 定点，lead 牵头，partner 外部协作三级，shelter 方舱",
        example: "lead",
      },
      order: {
        en: "place in the order in which facilities of the role are tried, from 1",
        zh: "同一角色内的先后，从 1 起",
        unit: "-",
        example: "1",
      },
      facility: {
        en: "facility with the role",
        zh: "承担该角色的机构",
        example: "town-lead-1",
        refersTo: "facilities",
      },
    },
  },
  fleets: {
    en: "Ambulance bases.",
    zh: "救护车站点。",
    columns: {
      fleet: { en: "identifier of the base", zh: "站点代码", example: "town-fleet-g1" },
      grid: {
        en: "grid that it serves; empty for the pool of the city",
        zh: "服务的网格；留空为全市共用",
        example: "town-g1",
        refersTo: "grids",
      },
      vehicles: {
        en: "vehicles with a crew on duty",
        zh: "在岗车组",
        unit: "vehicles",
        example: "2",
      },
      lon: { en: "longitude of the base", zh: "站点经度", unit: "deg", example: "116.408" },
      lat: { en: "latitude of the base", zh: "站点纬度", unit: "deg", example: "39.905" },
    },
  },
  ages: {
    en: "Ages: the share of residents in each band, in this order.",
    zh: "年龄构成：各年龄段占比，顺序固定。",
    columns: {
      ageBand: { en: "age band in years", zh: "年龄段（岁）", example: "20-29" },
      share: {
        en: "share of residents of the band; all rows sum to 1",
        zh: "该年龄段人口占比；各行之和为 1",
        unit: "-",
        example: "0.1449",
      },
    },
  },
  columns: {
    en: "Sources: one row for each column of the tables above.",
    zh: "数据来源：以上各表每列一行。",
    columns: {
      table: { en: "table", zh: "表名", example: "communities" },
      column: { en: "column", zh: "列名", example: "population" },
      unit: { en: "unit of the column", zh: "单位", example: "persons" },
      grade: {
        en: "how sure: published as it stands, computed, no public figure, fitted",
        zh: "可靠程度：observed 公布，derived 推算，assumed 假定，calibrated 校准",
        example: "observed",
      },
      source: {
        en: "who published it, title, date",
        zh: "发布机构、文件名称、日期",
        example: "City census of 1 November 2020",
      },
    },
  },
  published: {
    en: "Totals that the tables are compared with, published or not; may have no rows.",
    zh: "用来核对的数据（公布或未公布）；可以没有行。",
    columns: {
      quantity: {
        en: "what is counted, as `describe` names it: population, beds, icu_beds, …",
        zh: "指标，名称同 describe 输出：population、beds、icu_beds 等",
        example: "beds_per_1000",
      },
      year: { en: "year or date of the figure", zh: "年份或日期", example: "2022" },
      value: { en: "value in the unit", zh: "数值", example: "6.92" },
      unit: { en: "unit of the value", zh: "单位", example: "beds/1000" },
      grade: {
        en:
          "how it came about: published as it stands, computed from what was, not published, of no " +
          "real place; only the first two are compared. A table without the column: observed",
        zh:
          "来历：observed 公布，derived 据公布推算，assumed 未公布（假定），synthetic 虚构；只核对前两种。没有此列视为 observed",
        example: "observed",
      },
      source: {
        en: "who published it, title, date",
        zh: "发布机构、文件名称、日期",
        example: "City health bureau, communique of 2022",
      },
      note: { en: "why it is used, or why not", zh: "采用或不采用的理由", example: "used" },
    },
  },
};
