/** The check of destinations: roles, wards, beds and overflow in every grid. */
import { destinationText, finding, type LintFinding } from "./finding.ts";
import type { Offer } from "./_offer.ts";
import type { BedDestination, RuleSet } from "./rule.ts";

/** Names used twice, overflow that repeats itself, leads to itself or is no bed. */
export function lintForm({ rules }: RuleSet): LintFinding[] {
  return rules.flatMap((rule, index) => {
    const found: LintFinding[] = [];
    if (rules.findIndex(({ name }) => name === rule.name) < index) {
      const message = `Another rule is named "${rule.name}" already`;
      found.push(finding({ severity: "error", kind: "name", message }, rule));
    }
    const tried = [rule.to, ...rule.overflow].map(destinationText);
    tried.forEach((text, i) => {
      const before = tried.indexOf(text);
      if (before === i) return;
      const message = before === 0
        ? `Overflow leads to ${text} itself, which is full then`
        : `Overflow repeats ${text}`;
      found.push(finding({ severity: "warning", kind: "overflow", message }, rule));
    });
    for (const to of rule.overflow) {
      if (!("place" in to)) continue;
      const message = `Overflow must name beds: ${to.place} is no bed`;
      found.push(finding({ severity: "error", kind: "overflow", message }, rule));
    }
    return found;
  });
}

/** Facilities of a destination in words. */
function whoseOf({ role, grid, tier }: BedDestination): string {
  const of = tier === undefined ? "" : ` of tier ${tier}`;
  const where = grid === "neighbours"
    ? " of a neighbour grid"
    : grid === "city"
    ? " of the city"
    : "";
  return role === "nearest" ? `hospital${of}` : `${role} facility${of}${where}`;
}

/** What a destination lacks in a grid. */
function wanting(to: BedDestination, grid: number, offer: Offer): string | undefined {
  if (offer.facilities(to, grid).length === 0) return `There is no ${whoseOf(to)}`;
  if (offer.wards(to, grid).length > 0) return undefined;
  return `No ${whoseOf(to)} has a ward of type ${to.ward} for COVID cases`;
}

/**
 * Destinations that some grid cannot offer. A rule without its role, or without any ward on its
 * list, is an error; one whose overflow has wards is a warning.
 */
export function lintDestinations({ rules }: RuleSet, offer: Offer): LintFinding[] {
  const someHave = offer.city.grids.some((_, grid) => offer.hasNeighbours(grid));
  return rules.flatMap((rule) =>
    [rule.to, ...rule.overflow].flatMap((to, place) => {
      if ("place" in to) return [];
      const isError = (grid: number) =>
        place === 0 &&
        (offer.facilities(to, grid).length === 0 || offer.listed(rule, grid).length === 0);
      // A district of one grid has no neighbours to overflow to: no mistake unless none has any.
      const alone = (grid: number) =>
        place > 0 && someHave && to.grid === "neighbours" && !offer.hasNeighbours(grid);
      return (["error", "warning"] as const).flatMap((severity) =>
        offer.inGrids((grid) =>
          alone(grid) || isError(grid) !== (severity === "error")
            ? undefined
            : wanting(to, grid, offer)
        ).map((what) => {
          const kind = what.message.startsWith("There is no") ? "role" : "ward";
          return finding({ severity, kind, ...what }, rule);
        })
      );
    })
  );
}

/** Overflow that adds no ward to those tried before it, in any grid. */
export function lintIdle({ rules }: RuleSet, offer: Offer): LintFinding[] {
  const grids = [...offer.city.grids.keys()];
  return rules.flatMap((rule) => {
    const texts = [rule.to, ...rule.overflow].map(destinationText);
    const idle = rule.overflow.filter((to, place) => {
      if ("place" in to || texts.indexOf(texts[place + 1]) <= place) return false;
      const beds = [rule.to, ...rule.overflow.slice(0, place)].filter((bed) => "role" in bed);
      const own = grids.map((grid) => offer.wards(to, grid));
      if (own.every((wards) => wards.length === 0)) return false;
      return own.every((wards, grid) => {
        const tried = new Set(beds.flatMap((bed) => offer.wards(bed, grid)));
        return wards.every((ward) => tried.has(ward));
      });
    });
    if (idle.length === 0) return [];
    const names = idle.map(destinationText).join(", ");
    const message = `Overflow adds no ward to those tried before it: ${names}`;
    return [finding({ severity: "warning", kind: "overflow", message }, rule)];
  });
}

/** Rules whose whole list, or whose own destination, has no bed that staff can open. */
export function lintBeds(
  { rules }: RuleSet,
  offer: Offer,
  usable: (ward: number) => number,
): LintFinding[] {
  const none = (wards: readonly number[]) =>
    wards.length > 0 && wards.reduce((sum, ward) => sum + usable(ward), 0) === 0;
  return rules.flatMap((rule) => {
    const { to } = rule;
    if ("place" in to) return [];
    const all = offer.inGrids((grid) =>
      none(offer.listed(rule, grid))
        ? "No ward on the list of this rule has a usable bed"
        : undefined
    ).map((what) => finding({ severity: "error", kind: "no usable bed", ...what }, rule));
    const first = offer.inGrids((grid) =>
      none(offer.wards(to, grid)) && !none(offer.listed(rule, grid))
        ? `No ${to.ward} ward of a ${whoseOf(to)} has a usable bed`
        : undefined
    ).map((what) => finding({ severity: "warning", kind: "no usable bed", ...what }, rule));
    return [...all, ...first];
  });
}

/** Wards set apart for COVID cases to which no rule sends anybody. */
export function lintUnusedWards({ rules }: RuleSet, offer: Offer): LintFinding[] {
  const { city } = offer;
  const bedsOf = (wards: readonly number[]) =>
    wards.reduce((sum, w) => sum + city.wards[w].beds + city.wards[w].convertibleBeds, 0);
  const filled = new Set(
    rules.flatMap((rule) => city.grids.flatMap((_, grid) => offer.listed(rule, grid))),
  );
  const left = offer.covidOnly().filter((ward) => !filled.has(ward));
  if (left.length === 0) return [];
  const message = `No rule sends anybody to ${left.length} wards for COVID cases, ` +
    `with ${bedsOf(left)} beds`;
  const { facility, type } = city.wards[left[0]];
  const example = `${type} in "${facility}"`;
  return [finding({ severity: "warning", kind: "unused ward", message, example })];
}
