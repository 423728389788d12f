/** What is unusual in a city though not wrong, for the planner to look at once more. */
import type { City } from "../domain/city/mod.ts";
import { ROLES } from "../domain/terms/mod.ts";
import type { BaseNeeds } from "./_base_needs.ts";
import { CITY_COLUMNS, type CityTableName } from "./_city_tables.ts";
import { columnOf } from "./_table.ts";
import { missingCapabilities, withoutWards } from "./_unusual_care.ts";
import type { Found } from "./_unusual_form.ts";
import { distantLeads, doubledPlaces, farPlaces } from "./_unusual_places.ts";
import { isCopied } from "./copied.ts";
import { describeCity } from "./describe.ts";

/**
 * Beds per 1,000 residents of the provinces [beds/1000], rounded outward.
 *
 * Source: lowest Guangdong, 588,953 beds at the end of 2021 (Guangdong Bureau of Statistics) for
 * 126.01 million residents (seventh census, 1 November 2020), 4.7; highest about 8 in Sichuan and
 * Hunan (preprint on medical resources per head in 31 provinces, Authorea article 614051).
 */
const BEDS = { least: 4.5, most: 8.5 };
/** Difference from a published population that is passed over [-]. Assumed. */
const POPULATION_OFF = 0.05;

/** Everything unusual; what scenarios are refused for comes first. */
export function unusualIn(city: City, needs: BaseNeeds | undefined): Found[] {
  return [
    ...missingCapabilities(city, needs),
    ...withoutWards(city),
    ...missingRoles(city),
    ...distantLeads(city),
    ...farPlaces(city),
    ...doubledPlaces(city),
    ...population(city),
    ...beds(city),
    ...wardsWithoutStaff(city),
    ...sources(city),
  ];
}

function population(city: City): Found[] {
  const residents = city.communities.reduce((sum, row) => sum + row.population, 0);
  return city.published.flatMap(({ quantity, value, year, grade }, row) => {
    const off = residents / value - 1;
    const tells = quantity === "population" && (grade === "observed" || grade === "derived");
    if (!tells || Math.abs(off) <= POPULATION_OFF) return [];
    const percent = `${off > 0 ? "+" : ""}${(100 * off).toFixed(1)} %`;
    return [{
      table: "published",
      rows: [row],
      en: `The communities sum to ${residents} residents, ${percent} of the ${value} of ${year}`,
      zh: `各社区人口之和为 ${residents}，与 ${year} 年公布的 ${value} 相差 ${percent}`,
    }];
  });
}

function beds(city: City): Found[] {
  const totals = new Map(describeCity({ ...city, published: [] }).map((t) => [t.quantity, t.ours]));
  const rate = 1000 * (totals.get("beds") ?? 0) / (totals.get("population") ?? 1);
  if (rate >= BEDS.least && rate <= BEDS.most) return [];
  const range = `${BEDS.least} to ${BEDS.most}`;
  return [{
    table: "wards",
    rows: [],
    en: `${rate.toFixed(1)} beds per 1,000 residents, shelters apart; provinces have ${range}`,
    zh: `每千人口床位 ${rate.toFixed(1)} 张（不含方舱）；各省为 ${BEDS.least} 至 ${BEDS.most} 张`,
  }];
}

/** Roles that the plan of 7 December 2022 refers to and that some grid has no facility for. */
function missingRoles({ grids, links }: City): Found[] {
  return ROLES.flatMap((role) => {
    const linked = new Set(links.filter((link) => link.role === role).map(({ grid }) => grid));
    const without = grids.filter(({ id }) => !linked.has(id));
    if (without.length === 0) return [];
    const first = without[0].id;
    return [{
      table: "links",
      rows: [],
      en: `${without.length} of ${grids.length} grids have no facility with the role ${role}, ` +
        `"${first}" first; the plan of 7 December 2022 refers to it in every grid`,
      zh:
        `${grids.length} 个网格中有 ${without.length} 个没有角色为 ${role} 的机构，首先是“${first}”；` +
        "2022年12月7日方案要求每个网格都有",
    }];
  });
}

function wardsWithoutStaff({ wards }: City): Found[] {
  const rows = wards.map((_, row) => row)
    .filter((row) =>
      wards[row].beds > 0 && Math.min(wards[row].physicians, wards[row].nurses) === 0
    );
  if (rows.length === 0) return [];
  const { facility, type } = wards[rows[0]];
  return [{
    table: "wards",
    rows: rows.slice(0, 1),
    en: `${rows.length} wards have beds but no physicians or no nurses, the ${type} ward of ` +
      `"${facility}" first; such beds stay closed`,
    zh:
      `${rows.length} 个病区有床位而无医师或护士，首先是“${facility}”的 ${type} 病区；这些床位不会开放`,
  }];
}

/** Columns without a row of sources, and rows that name no source. */
function sources({ columns }: City): Found[] {
  const named = new Set(columns.map(({ table, column }) => `${table}.${column}`));
  const missing = Object.entries(CITY_COLUMNS).flatMap(([table, shape]) =>
    (["columns", "published"] as readonly string[]).includes(table)
      ? []
      : Object.keys(shape).map((key) => `${table}.${columnOf(key)}`)
  ).filter((name) => !named.has(name));
  const rows = [...columns.keys()];
  const bare = rows.filter((row) => columns[row].source === "");
  const copied = rows.filter((row) => isCopied(columns[row].source));
  const table: CityTableName = "columns";
  return [
    ...missing.slice(0, 1).map((first) => ({
      table,
      rows: [],
      en: `${missing.length} columns have no row of sources, ${first} first`,
      zh: `${missing.length} 列没有来源行，首先是 ${first}`,
    })),
    ...bare.slice(0, 1).map((row) => ({
      table,
      rows: [row],
      en: `${bare.length} of ${columns.length} columns name no source, ` +
        `${columns[row].table}.${columns[row].column} first`,
      zh: `${columns.length} 列中有 ${bare.length} 列没有写明来源，首先是 ` +
        `${columns[row].table}.${columns[row].column}`,
    })),
    ...copied.slice(0, 1).map((row) => ({
      table,
      rows: [row],
      en: `${copied.length} of ${columns.length} columns say that their numbers were copied from ` +
        `another city, ${columns[row].table}.${columns[row].column} first`,
      zh: `${columns.length} 列中有 ${copied.length} 列写明数字抄自其他城市，首先是 ` +
        `${columns[row].table}.${columns[row].column}`,
    })),
  ];
}
