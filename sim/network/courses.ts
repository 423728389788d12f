/**
 * Treatment in sessions day by day: dialysis, chemotherapy, radiotherapy (N162-4b).
 *
 * A member's session is due on a day of the schedule, at the nearest centre with the capability. A
 * centre holds so many sessions a day as ordinary demand over its share of use makes, fewer when its
 * staff are ill, none while it is closed or on days that nobody's schedule has; those who are infectious
 * are treated apart, in a share of the places. Who has waited longest comes first. A session that cannot
 * be held is tried again the next day, and is missed when the tolerance is over. Patients of a closed
 * centre are treated at the nearest open one after a while (`course_centres.ts`).
 */
import { COURSE_LINES, isSessionDay, LINES } from "../domain/mod.ts";
import { RUNGS, SimulationError } from "../engine/mod.ts";
import type { SessionSpec } from "../scenario/mod.ts";
import { MINUTES_PER_DAY, weekdayOf } from "./calendar_days.ts";
import { nearestAble } from "./candidates.ts";
import { CourseCentres, placesOf } from "./course_centres.ts";
import { CourseMembers } from "./course_members.ts";
import type { World } from "./world.ts";

/** What became of the sessions of a line. */
export interface SessionCounts {
  /** Due within the run [sessions] -- statistic. */
  due: number;
  /** Held on the day due [sessions] -- statistic. */
  onTime: number;
  /** Held later [sessions] -- statistic. */
  late: number;
  /** Not held [sessions] -- statistic. */
  missed: number;
  /** Open at the end [sessions] -- statistic. */
  open: number;
  /** Held at another centre, the own one being closed [sessions] -- statistic. */
  elsewhere: number;
}

/** A line of courses. */
interface Line {
  readonly number: number;
  readonly spec: SessionSpec;
  readonly members: CourseMembers;
  readonly capacity: Float64Array;
  readonly counts: SessionCounts;
  /** Where members go whose own centre is closed. */
  readonly centres: CourseCentres;
}

/** Runs the courses. */
export class Courses {
  readonly #world: World;
  readonly #lines: readonly Line[];
  readonly #wakes: number;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { services } = world.scenario;
    this.#lines = COURSE_LINES.flatMap((name, number) => {
      const spec = services.courses[name];
      return spec.patients > 0 ? [this.#line(number, spec)] : [];
    });
    this.#wakes = world.executive.on(
      "sessions of a day",
      RUNGS.statistics,
      (day) => this.#day(day),
    );
  }

  #line(number: number, spec: SessionSpec): Line {
    const { layout, scenario, epidemic: { curve, districts } } = this.#world;
    const infectionDay = (share: number, { grid, day }: { grid: number; day: number }) => {
      const district = districts.ofGrid[grid];
      const reached = curve.cumulative(district, Math.min(day, scenario.window.days));
      return share < reached ? curve.timeOf(district, share) : Infinity;
    };
    const own = layout.grids.ids.map((_, grid) =>
      nearestAble(scenario, layout, { grid, capability: spec.capability })
    );
    if (own.includes(-1)) {
      throw new RangeError(
        `Cannot treat in sessions of ${
          COURSE_LINES[number]
        } as a hospital of the city must have the capability "${spec.capability}": none has`,
      );
    }
    const members = new CourseMembers(this.#world, { number, spec }, {
      infectionDay,
      centreOf: (grid) => own[grid],
    });
    const mean = members.meanPerDay(layout.facilities.ids.length);
    const capacity = placesOf(this.#world, spec, mean);
    const counts = { due: 0, onTime: 0, late: 0, missed: 0, open: 0, elsewhere: 0 };
    const centres = new CourseCentres(this.#world, { spec, capacity, own });
    return { number, spec, members, capacity, counts, centres };
  }

  /** Schedules the first day; call once. */
  start(): void {
    if (this.#lines.length > 0) this.#world.executive.at(0, this.#wakes, 0);
  }

  /** What became of the sessions, by line that is modelled. */
  get counts(): ReadonlyMap<(typeof COURSE_LINES)[number], SessionCounts> {
    return new Map(this.#lines.map(({ number, counts }) => [COURSE_LINES[number], counts]));
  }

  #day(day: number): void {
    const { executive, scenario: { window } } = this.#world;
    for (const line of this.#lines) this.#hold(line, day);
    if (day + 1 < window.days + window.runOnDays) {
      executive.at((day + 1) * MINUTES_PER_DAY, this.#wakes, day + 1);
    }
  }

  /** Holds the sessions of a line: those open longest first, then by number. */
  #hold({ number, spec, members, capacity, counts, centres }: Line, day: number): void {
    const { layout, volume } = this.#world;
    centres.assign(members, day);
    const places = this.#places(spec, centres.open(capacity), day);
    const code = LINES.indexOf(COURSE_LINES[number]);
    for (const m of this.#dueBy(members, day)) {
      if (members.due[m] === day) counts.due++;
      const centre = members.centre[m];
      const room = members.isInfectious(m, day) ? places.apart : places.ordinary;
      if (room[centre] >= 1) {
        room[centre]--;
        if (members.due[m] === day) counts.onTime++;
        else counts.late++;
        if (centre !== centres.ownOf(members.grid[m])) counts.elsewhere++;
        const tier = layout.facilities.tier[centre];
        volume.served(code, { tier, time: day * MINUTES_PER_DAY, grid: members.grid[m] }, 1);
        members.next(m, day);
      } else if (day - members.due[m] >= spec.tolerance) {
        counts.missed++;
        members.next(m, day);
      }
    }
  }

  /** Sessions that can be held today by centre, for the infectious and for the others [sessions]. */
  #places({ isolationShare, pattern }: SessionSpec, capacity: Float64Array, day: number) {
    const { scenario: { services, window }, epidemic: { districts, illness } } = this.#world;
    const weekday = weekdayOf(window.start, day);
    const isHeld = [0, 1].some((phase) => isSessionDay(pattern, weekday, phase));
    const well = (centre: number) =>
      services.workforce.fallsIll ? 1 - illness.absent(districts.ofFacility[centre], day) : 1;
    const all = capacity.map((sessions, centre) =>
      isHeld && sessions > 0 ? Math.floor(sessions * well(centre)) : 0
    );
    const apart = all.map((sessions) => Math.ceil(sessions * isolationShare));
    return { ordinary: all.map((sessions, centre) => sessions - apart[centre]), apart };
  }

  /** Members with an open session, by the day on which it was due and by number. */
  #dueBy(members: CourseMembers, day: number): number[] {
    const due: number[] = [];
    for (let m = 0; m < members.count; m++) if (members.due[m] <= day) due.push(m);
    return due.sort((a, b) => members.due[a] - members.due[b] || a - b);
  }

  /** Ends the counting; call once, at the end of the run. */
  close(): void {
    for (const { members, counts } of this.#lines) {
      const last = this.#world.executive.end / MINUTES_PER_DAY;
      counts.open = members.due.reduce((sum, due) => due < last ? sum + 1 : sum, 0);
      const { due, onTime, late, missed, open } = counts;
      if (due === onTime + late + missed + open) continue;
      throw new SimulationError(
        "Cannot end the run as sessions due must equal those held, missed and open: " +
          `due ${due}, on time ${onTime}, late ${late}, missed ${missed}, open ${open}`,
        { clock: this.#world.executive.now, entity: -1 },
      );
    }
  }
}
