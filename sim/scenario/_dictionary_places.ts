/** What the columns of the city's places mean: city, districts, grids, communities, facilities. */
import type { DictionaryWords } from "./_dictionary_form.ts";

const EN = { en: "English name, or pinyin", zh: "英文名或拼音" };
const ZH = { en: "Chinese name", zh: "中文名" };
const LON = { en: "longitude", zh: "经度", unit: "deg" };
const LAT = { en: "latitude", zh: "纬度", unit: "deg" };
const SYNTHETIC_EN = "true when it stands for no named public place";

/** Words for the tables of places. */
export const PLACES: Pick<
  DictionaryWords,
  "city" | "districts" | "grids" | "communities" | "facilities"
> = {
  city: {
    en: "The city: one row for each of its two names.",
    zh: "城市：两个名称各一行。",
    columns: {
      key: { en: "which name the row gives", zh: "本行给出哪一个名称", example: "name_en" },
      value: { en: "that name", zh: "该名称", example: "Training city" },
    },
  },
  districts: {
    en: "Districts and counties.",
    zh: "区和县。",
    columns: {
      district: { en: "identifier of the district", zh: "行政区代码", example: "town" },
      nameEn: { ...EN, example: "Town district" },
      nameZh: { ...ZH, example: "城区" },
    },
  },
  grids: {
    en: "Grids: parts of a district, each served by one medical alliance.",
    zh: "网格：行政区的一部分，由一个医联体负责。",
    columns: {
      grid: { en: "identifier of the grid", zh: "网格代码", example: "town-g1" },
      nameEn: { ...EN, example: "Town grid 1" },
      nameZh: { ...ZH, example: "城区第1网格" },
      district: {
        en: "district in which the grid lies",
        zh: "所属行政区",
        example: "town",
        refersTo: "districts",
      },
    },
  },
  communities: {
    en: "Communities (street, township or village): residents around one place.",
    zh: "社区（街道、乡镇或村）：以一处为中心的居民。",
    columns: {
      community: { en: "identifier of the community", zh: "社区代码", example: "town-c1" },
      nameEn: { ...EN, example: "Town community 1" },
      nameZh: { ...ZH, example: "城区社区1" },
      grid: {
        en: "grid in which the community lies",
        zh: "所属网格",
        example: "town-g1",
        refersTo: "grids",
        required: true,
      },
      population: {
        en: "residents; all rows sum to the city's population",
        zh: "常住人口；各行之和为全市人口",
        unit: "persons",
        example: "22000",
      },
      lon: { ...LON, example: "116.400" },
      lat: { ...LAT, example: "39.900" },
      primaryFacility: {
        en: "facility of kind primary that serves the residents",
        zh: "服务本社区的基层医疗机构（kind 为 primary）",
        example: "town-chc-1",
        refersTo: "facilities",
      },
      synthetic: { en: SYNTHETIC_EN, zh: "不是真实公开地名时为 true", example: "false" },
    },
  },
  facilities: {
    en: "Facilities: primary care, hospitals, shelters.",
    zh: "医疗机构：基层机构、医院、方舱。",
    columns: {
      facility: { en: "identifier of the facility", zh: "机构代码", example: "town-chc-1" },
      nameEn: { ...EN, example: "Community health centre 1" },
      nameZh: { ...ZH, example: "第1社区卫生服务中心" },
      kind: {
        en: "primary (community health centre, township health centre), hospital or shelter",
        zh: "primary 基层机构，hospital 医院，shelter 方舱",
        example: "primary",
      },
      tier: {
        en: "1 primary, 2 secondary, 3 tertiary",
        zh: "1 一级或基层，2 二级，3 三级",
        unit: "-",
        example: "1",
      },
      tertiaryGeneral: {
        en: "true for a tertiary general hospital",
        zh: "三级综合医院为 true",
        example: "false",
      },
      district: {
        en: "district in which it stands",
        zh: "所在行政区",
        example: "town",
        refersTo: "districts",
      },
      lon: { ...LON, example: "116.405" },
      lat: { ...LAT, example: "39.896" },
      capabilities: {
        en: "what it can do beside beds",
        zh:
          "床位以外的服务能力：dialysis 透析，cardiology 心内，oncology 肿瘤，surgery 外科，neurology 神经",
        example: "dialysis;surgery",
      },
      feverPhysicians: {
        en: "physicians on duty in its fever clinic; 0 without a clinic",
        zh: "发热门诊（诊室）同时在岗医师；没有则为 0",
        unit: "persons",
        example: "2",
      },
      feverOpens: {
        en: "hour at which the fever clinic opens; 0 to 24 is day and night",
        zh: "发热门诊开门时间（时）；0 至 24 为全天",
        unit: "h",
        example: "8",
      },
      feverCloses: {
        en: "hour at which the fever clinic closes",
        zh: "发热门诊关门时间（时）",
        unit: "h",
        example: "20",
      },
      synthetic: { en: SYNTHETIC_EN, zh: "不是真实公开机构时为 true", example: "false" },
    },
  },
};
