/** What must hold of dated changes and of arrivals: form, order, dates, names of the city. */
import type { City } from "../domain/mod.ts";
import { daysBetween } from "./_dates.ts";
import { minutesBetween } from "./_instants.ts";
import { facilitiesOf, gridsOf, type WrittenIntervention } from "./_interventions_read.ts";
import type { Locator } from "./_schema_kit.ts";
import type { ScenarioFile } from "./_schema.ts";
import { type IssueList, nearestName, quoted } from "./error.ts";

const DAY = 1440;
const WHAT = ["rules", "links", "close", "vehicles", "beds"] as const;

type Path = readonly (string | number)[];
type Add = (path: Path, rule: string, value: string, nearest?: string) => void;
type Window = ScenarioFile["window"];
type Closure = NonNullable<WrittenIntervention["close"]>;

/** Checks interventions and arrivals against one another, the window and the city. */
export function checkInterventions(
  { window, interventions, arrivals }: Partial<ScenarioFile>,
  city: City,
  at: Locator,
  issues: IssueList,
): void {
  const add: Add = (path, rule, value, nearest) => {
    const found = nearest === undefined ? {} : { nearest };
    issues.add({ ...at.place(path), path: at.name(path), rule, value, ...found });
  };
  interventions?.forEach((change, i) => {
    const path = ["interventions", i];
    checkForm(change, path, add);
    checkNames(change, city, path, add);
  });
  if (interventions && window) checkTimes(interventions, window, add);
  if (interventions) checkSame(interventions, city, add);
  if (interventions && window) checkClosures(interventions, { city, window }, add);
  arrivals?.forEach((_, i) =>
    checkArrivals(arrivals, i, { city, window, interventions: interventions ?? [] }, add)
  );
}

function checkForm(change: WrittenIntervention, path: Path, add: Add): void {
  const said = WHAT.filter((key) => change[key] !== undefined);
  if (said.length !== 1) {
    const rule = `Expected exactly one of ${WHAT.join(", ")}`;
    add(path, rule, said.length === 0 ? "none" : said.join(" and "));
  }
  change.links?.forEach(({ grids, district, facilities }, i) => {
    const here = [...path, "links", i];
    if (grids !== undefined && district !== undefined) {
      add([...here, "district"], "Expected grids or a district, not both", quoted(district));
    }
    if (facilities.length === 0) {
      add([...here, "facilities"], "Expected at least one facility", "none");
    }
  });
  if (change.close !== undefined) checkWhich(change.close, [...path, "close"], add);
}

/** A closure names its facilities in one of two ways. */
function checkWhich({ facilities, role, tier }: Closure, path: Path, add: Add): void {
  if ((facilities === undefined) === (role === undefined)) {
    const value = facilities === undefined ? "neither" : "both";
    add(path, "Expected either facilities or a role whose facilities close", value);
  } else if (facilities !== undefined && tier !== undefined) {
    add([...path, "tier"], "Expected a tier only beside a role", String(tier));
  }
}

/** Names of grids, districts and facilities, and wards that there are. */
function checkNames(change: WrittenIntervention, city: City, path: Path, add: Add): void {
  const facilities = named(city.facilities, "a facility", add);
  const grids = named(city.grids, "a grid", add);
  const districts = named(city.districts, "a district", add);
  change.links?.forEach((links, i) => {
    const here = [...path, "links", i];
    links.facilities.forEach((id, k) => facilities([...here, "facilities", k], id));
    links.grids?.forEach((id, k) => grids([...here, "grids", k], id));
    if (links.district !== undefined) districts([...here, "district"], links.district);
    else if (gridsOf(links, city).length === 0) add([...here, "grids"], "Expected a grid", "none");
  });
  const { close, beds } = change;
  close?.facilities?.forEach((id, k) => facilities([...path, "close", "facilities", k], id));
  if (close !== undefined && facilitiesOf(close, city).length === 0) {
    const tier = close.tier === undefined ? "" : ` of tier ${close.tier}`;
    const rule = "Expected at least one facility that closes";
    add([...path, "close"], rule, close.role === undefined ? "none" : `no ${close.role}${tier}`);
  }
  if (beds === undefined || !facilities([...path, "beds", "facility"], beds.facility)) return;
  const own = city.wards.filter(({ facility }) => facility === beds.facility);
  const ward = own.find(({ type }) => type === beds.ward);
  if (ward === undefined) {
    const types = [...new Set(own.map(({ type }) => type))].join(", ") || "none";
    const rule = `Expected a ward that ${quoted(beds.facility)} has (${types})`;
    add([...path, "beds", "ward"], rule, quoted(beds.ward));
  } else if (beds.lost > ward.beds) {
    add([...path, "beds", "lost"], `Expected at most its ${ward.beds} beds`, String(beds.lost));
  }
}

/** A check of names of one kind that says whether a name is known. */
function named(list: readonly { readonly id: string }[], what: string, add: Add) {
  const ids = list.map(({ id }) => id);
  return (path: Path, id: string): boolean => {
    if (ids.includes(id)) return true;
    add(path, `Expected the name of ${what}`, quoted(id), nearestName(id, ids));
    return false;
  };
}

/** Dates lie in the run, in order; a facility opens again after it has closed. */
function checkTimes(list: readonly WrittenIntervention[], window: Window, add: Add): void {
  const days = window.days + window.runOnDays;
  const inRun = (path: Path, on: string) => {
    const minute = minutesBetween(window.start, on);
    if (minute >= 0 && minute < days * DAY) return;
    add(path, `Expected an instant within the ${days} days from ${window.start}`, on);
  };
  list.forEach(({ on, close }, i) => {
    inRun(["interventions", i, "on"], on);
    const before = list[i - 1]?.on;
    if (before !== undefined && minutesBetween(window.start, on) < minuteOf(before, window)) {
      add(["interventions", i, "on"], `Expected an instant not before ${before}, in order`, on);
    }
    if (close?.reopens === undefined) return;
    const path = ["interventions", i, "close", "reopens"];
    inRun(path, close.reopens);
    if (minuteOf(close.reopens, window) <= minuteOf(on, window)) {
      add(path, `Expected an instant after ${on}, when it closes`, close.reopens);
    }
  });
}

const minuteOf = (on: string, { start }: Window): number => minutesBetween(start, on);

/** At one instant the rules, the links of a role in a grid and the vehicles change once. */
function checkSame(list: readonly WrittenIntervention[], city: City, add: Add): void {
  const seen = new Set<string>();
  const once = (key: string, path: Path, rule: string, value: string) => {
    if (seen.has(key)) add(path, rule, value);
    seen.add(key);
  };
  list.forEach(({ on, name, rules, vehicles, links }, i) => {
    const path = ["interventions", i];
    once(`name ${name}`, [...path, "name"], "Expected every name once", quoted(name));
    if (rules !== undefined) {
      const rule = "Expected one change of rules at an instant";
      once(`rules ${on}`, [...path, "rules"], rule, quoted(rules));
    }
    links?.forEach((change, k) => {
      const rule = `Expected one change of the links of ${change.role} in a grid at an instant`;
      for (const grid of gridsOf(change, city)) {
        once(`links ${on} ${change.role} ${grid}`, [...path, "links", k], rule, quoted(grid));
      }
    });
    if (vehicles !== undefined) {
      const rule = "Expected one change of vehicles at an instant";
      once(`vehicles ${on}`, [...path, "vehicles"], rule, String(vehicles.factor));
    }
  });
}

interface Ground {
  readonly city: City;
  readonly window: Window;
}

/** Nobody closes twice, and emergency care stays open in every district that has it (N162-4d). */
function checkClosures(
  list: readonly WrittenIntervention[],
  { city, window }: Ground,
  add: Add,
): void {
  const closed = new Map<string, { readonly until: number; readonly all: boolean }>();
  list.forEach(({ on, close }, i) => {
    if (close === undefined) return;
    const now = minuteOf(on, window);
    const until = close.reopens === undefined ? Infinity : minuteOf(close.reopens, window);
    const path = ["interventions", i, "close"];
    for (const id of facilitiesOf(close, city)) {
      if ((closed.get(id)?.until ?? -Infinity) > now) {
        add(path, "Expected facilities that are open until then", quoted(id));
      }
      closed.set(id, { until, all: close.to === "all" });
    }
    const receives = city.facilities.filter(({ kind, tier, feverPhysicians }) =>
      kind === "hospital" && tier >= 2 && feverPhysicians > 0
    );
    const isShut = (id: string) => {
      const state = closed.get(id);
      return state !== undefined && state.all && state.until > now;
    };
    for (const { id: own } of city.districts) {
      const here = receives.filter(({ district }) => district === own);
      const ids = new Set(facilitiesOf(close, city));
      if (!here.some(({ id }) => ids.has(id)) || !here.every(({ id }) => isShut(id))) continue;
      const rule = `Expected a hospital of ${quoted(own)} whose emergency reception stays open ` +
        "(N162-4d)";
      add([...path, "to"], rule, quoted(close.to));
    }
  });
}

type Arrivals = NonNullable<ScenarioFile["arrivals"]>;

function checkArrivals(
  list: Arrivals,
  i: number,
  { city, window, interventions }: {
    readonly city: City;
    readonly window: Window | undefined;
    readonly interventions: readonly WrittenIntervention[];
  },
  add: Add,
): void {
  const { name, facility, arrivals } = list[i];
  const path = ["arrivals", i];
  const place = [...path, "facility"];
  named(city.facilities, "a facility", add)(place, facility);
  if (city.facilities.some(({ id, kind }) => id === facility && kind === "primary")) {
    add(place, "Expected a hospital or a shelter, which has places to stay", quoted(facility));
  }
  if (window) checkArrivalsMeetNoClosure(list[i], { city, window, interventions }, place, add);
  if (list.findIndex((other) => other.name === name) < i) {
    add([...path, "name"], "Expected every name once", quoted(name));
  }
  arrivals.forEach(({ from }, k) => {
    const here = [...path, "arrivals", k, "from"];
    const before = arrivals[k - 1];
    if (before !== undefined && daysBetween(before.from, from) <= 0) {
      add(here, `Expected a date after ${before.from}`, from);
    }
    if (window && daysBetween(window.start, from) >= window.days + window.runOnDays) {
      add(here, "Expected a date before the run ends", from);
    }
  });
}

/** Nobody is sent to a facility while it is closed to all. */
function checkArrivalsMeetNoClosure(
  { facility, arrivals }: Arrivals[number],
  { city, window, interventions }: Ground & {
    readonly interventions: readonly WrittenIntervention[];
  },
  path: Path,
  add: Add,
): void {
  const spans = arrivals.flatMap(({ from, perDay }, k) => {
    const until = arrivals[k + 1]?.from;
    const end = until === undefined ? Infinity : minuteOf(until, window);
    return perDay > 0 ? [[minuteOf(from, window), end] as const] : [];
  });
  for (const { on, name, close } of interventions) {
    if (close === undefined || close.to !== "all") continue;
    if (!facilitiesOf(close, city).includes(facility)) continue;
    const from = minuteOf(on, window);
    const until = close.reopens === undefined ? Infinity : minuteOf(close.reopens, window);
    if (!spans.some(([first, last]) => first < until && from < last)) continue;
    add(
      path,
      `Expected a facility that is open while people arrive (${name} closes it)`,
      quoted(facility),
    );
  }
}
