/** Hospitals and capabilities that a city lacks, though the base scenario needs them. */
import type { City } from "../domain/city/mod.ts";
import { type CapabilityGap, capabilityGaps } from "../domain/policy/mod.ts";
import type { BaseNeeds } from "./_base_needs.ts";
import type { Found } from "./_unusual_form.ts";

/** Hospitals and shelters without any ward. */
export function withoutWards({ facilities, wards }: City): Found[] {
  const having = new Set(wards.map(({ facility }) => facility));
  const all = [...facilities.keys()].filter((row) => facilities[row].kind !== "primary");
  const rows = all.filter((row) => !having.has(facilities[row].id));
  if (rows.length === 0) return [];
  const first = facilities[rows[0]].id;
  return [{
    table: "facilities",
    rows: rows.slice(0, 1),
    column: "kind",
    en: `${rows.length} of ${all.length} hospitals and shelters have no row in the table wards, ` +
      `"${first}" first; nobody is admitted there`,
    zh:
      `${all.length} 家医院和方舱中有 ${rows.length} 家在“病区”表中没有行，首先是“${first}”；那里不收治任何人`,
  }];
}

/** Capabilities that nobody has, or nobody to whom the rules refer those who need it. */
export function missingCapabilities(city: City, needs: BaseNeeds | undefined): Found[] {
  if (needs === undefined) return [];
  const sessions = withoutSessions(city, needs);
  const gaps = capabilityGaps(needs.rules, city, needs);
  const refused = gaps.filter(({ severity }) => severity === "error");
  const told = new Set([...sessions, ...refused].map(({ capability }) => capability));
  const others = gaps.filter(({ capability }) => !told.has(capability));
  return [...sessions, ...gapsOf(city, [...refused, ...others])];
}

/** Treatment in sessions that no hospital of the city can give. */
function withoutSessions({ facilities }: City, { courses }: BaseNeeds) {
  const able = new Set(
    facilities.filter(({ kind }) => kind === "hospital").flatMap((f) => f.capabilities),
  );
  const lacking = courses.filter(({ capability }) => !able.has(capability));
  return [...Map.groupBy(lacking, ({ capability }) => capability)].map(([capability, lines]) => {
    const names = lines.map(({ line }) => line).join(", ");
    const patients = lines.map(({ line }) => `services.courses.${line}.patients: 0`).join(", ");
    return {
      table: "facilities" as const,
      rows: [],
      column: "capabilities",
      capability,
      en: `no hospital has ${capability}, which patients treated in sessions need (${names}): ` +
        `a scenario is refused unless it says ${patients}`,
      zh: `没有一家医院具备 ${capability}，而定期治疗的患者（${names}）需要：` +
        `除非场景写明 ${patients}，否则不能运行`,
    };
  });
}

/** Gaps of the rules, those of one capability and grade together. */
function gapsOf({ grids }: City, gaps: readonly CapabilityGap[]): Found[] {
  const groups = Map.groupBy(gaps, ({ capability, severity }) => `${severity} ${capability}`);
  return [...groups.values()].map((same) => {
    const { capability, severity } = same[0];
    const where = [...new Set(same.flatMap((gap) => gap.grids))].sort((a, b) => a - b);
    const first = grids[where[0]].id;
    const refused = severity === "error";
    return {
      table: "facilities",
      rows: [],
      column: "capabilities",
      en: `in ${where.length} of ${grids.length} grids, "${first}" first, the plan of 7 December ` +
        `2022 refers patients who need ${capability} to no facility that has it: ` +
        (refused ? "a scenario with its rules is refused" : "such cases are taken in nowhere"),
      zh:
        `${grids.length} 个网格中有 ${where.length} 个（首先是“${first}”），按2022年12月7日方案，` +
        `需要 ${capability} 的患者没有可转往的具备此能力的机构：` +
        (refused ? "采用该方案规则的场景不能运行" : "这些患者无处收治"),
    };
  });
}
