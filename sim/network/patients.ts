/**
 * Those who have met, or are about to meet, the network: a table of typed arrays, one row each.
 *
 * A row is an integer handle, taken when a person first matters and given back after the last event:
 * memory follows those present. Notices carry `courseStamp` or `pathStamp`, so overtaken ones show.
 */
import { layOut, STRIDE } from "./interleaved.ts";

export { personKey, PERSONS_PER_GRID } from "./person_key.ts";

/** Where a person is. */
export const PLACE = { HOME: 0, CLINIC: 1, BOARDING: 2, BED: 3, ROAD: 4 } as const;

/** Kinds of queue: none, for a bed, for a physician, for a vehicle. */
export const LINE = { NONE: 0, BED: 1, CLINIC: 2, VEHICLE: 3 } as const;

/** Where in a reception someone is; none also once seen and not in line for a scan. */
export const STEP = {
  NONE: 0,
  TRIAGE_LINE: 1,
  TRIAGE: 2,
  LINE: 3,
  PHYSICIAN: 4,
  EMERGENCY_LINE: 5,
  EMERGENCY: 6,
  SCANNER_LINE: 7,
  SCANNER: 8,
} as const;

/** What someone who has been seen waits for; a bit set. */
export const AWAITS = { RESULT: 1, SCAN: 2 } as const;

/** Places of an emergency department. */
export const BAY = {
  NONE: 0,
  RESUSCITATION: 1,
  OBSERVATION: 2,
  ISOLATION: 3,
  CORRIDOR: 4,
} as const;

/** What the next event of a course will be. */
export const NEXT = { RECOVERY: 0, WORSENING: 1, DEATH: 2, OVER: 3 } as const;

/** The table of patients. */
export class Patients {
  /** Rows in use [patients] -- state. */
  present = 0;
  /** Highest number of rows in use so far [patients] -- statistic. */
  peak = 0;
  /** Rows ever taken [patients] -- statistic. */
  taken = 0;
  /** Grid of residence -- constant. */
  grid = new Int16Array(1);
  /** Number of the person in the grid, by order of infection -- constant. */
  ordinal = new Int32Array(1);
  /** Cell of attributes -- constant. */
  cell = new Int16Array(1);
  /** Home community -- constant. */
  community = new Int16Array(1);
  /** Severity [-] -- state. */
  severity = new Int8Array(1);
  /** 1 after a severe or critical state has ended well -- state. */
  recovering = new Uint8Array(1);
  /** 1 when underlying disease is the main cause -- state. */
  mainCause = new Uint8Array(1);
  /** Needed capability + 1; 0 for none -- state. */
  capability = new Uint8Array(1);
  /** 1 once the case is known to the network -- state. */
  known = new Uint8Array(1);
  /** 1 when the person followed up at home -- state. */
  visited = new Uint8Array(1);
  /** Place, see {@link PLACE} -- state. */
  place = new Uint8Array(1);
  /** Facility where the person is; -1 at home -- state. */
  facility = new Int16Array(1);
  /** Ward of the occupied bed; -1 without -- state. */
  ward = new Int16Array(1);
  /** Ward of the held bed; -1 without -- state. */
  target = new Int16Array(1);
  /** Vehicle assigned or carrying; -1 without -- state. */
  vehicle = new Int16Array(1);
  /** Index of the care level -- state. */
  care = new Uint8Array(1);
  /** What the course does next, see {@link NEXT} -- state. */
  next = new Uint8Array(1);
  /** Way of contact, see `CONTACTS` -- state. */
  way = new Uint8Array(1);
  /** Stamp of live course notices -- state. */
  courseStamp = new Int32Array(1);
  /** Stamp of live notices of the person's path -- state. */
  pathStamp = new Int32Array(1);
  /** Infection [min] -- constant. */
  infectedAt = new Float64Array(1);
  /** Full duration of the state in right care [min] -- state. */
  duration = new Float64Array(1);
  /** Time left to recovery from the state [min] -- state. */
  remaining = new Float64Array(1);
  /** Hazard left until worsening [-] -- state. */
  worsens = new Float64Array(1);
  /** Hazard left until death [-] -- state. */
  dies = new Float64Array(1);
  /** When the three above were last brought up to date [min] -- state. */
  since = new Float64Array(1);
  /** Kind of queue, see `LINE`; 0 when not waiting -- state. */
  line = new Uint8Array(1);
  /** Queue; -1 when not waiting -- state. */
  queue = new Int32Array(1);
  /** Bucket within the queue [-] -- state. */
  bucket = new Uint8Array(1);
  /** The one behind in the queue; -1 at the end -- state. */
  after = new Int32Array(1);
  /** The one ahead in the queue; -1 at the head -- state. */
  before = new Int32Array(1);
  /** Facility that a call for an ambulance leads to; -1 without a call -- state. */
  destination = new Int16Array(1);
  /** 1 when the held bed is where the rule itself, not its overflow, sends -- state. */
  byRule = new Uint8Array(1);
  /** Rule of the open request; -1 without a request -- state. */
  rule = new Int8Array(1);
  /** 0 when the rules in force are followed, 1 for the others -- state. */
  ruleSet = new Uint8Array(1);
  /** Requests so far [-] -- state. */
  requests = new Uint16Array(1);
  /** Clinic visits so far [-] -- state. */
  visits = new Uint16Array(1);
  /** Bed requested [min] -- state. */
  requestedAt = new Float64Array(1);
  /** From when a request has been seen and all calls about it are over [min] -- state. */
  seenAt = new Float64Array(1);
  /** Bed accepted [min] -- state. */
  acceptedAt = new Float64Array(1);
  /** Ready to move [min] -- state. */
  readyAt = new Float64Array(1);
  /** Vehicle assigned [min] -- state. */
  assignedAt = new Float64Array(1);
  /** Picked up [min] -- state. */
  pickedAt = new Float64Array(1);
  /** When a contact is due [min]; Infinity when none is -- state. */
  contactAt = new Float64Array(1);
  /** Joined the clinic's line [min] -- state. */
  arrivedAt = new Float64Array(1);
  /** 1 once ever in a bed -- state. */
  everInBed = new Uint8Array(1);
  /** 1 when right care would end in death -- constant. */
  diesInRightCare = new Uint8Array(1);
  /** When a worsening at home that no care has met yet began [min]; NaN without one -- state. */
  unwellAt = new Float64Array(1);
  /** 1 once a first contact was made -- state. */
  contacted = new Uint8Array(1);
  /** 1 once advice from afar has settled that the lower levels can treat the case -- state. */
  advised = new Uint8Array(1);
  /** 1 once antivirals were begun or declined -- state. */
  antiviral = new Uint8Array(1);
  /** 1 once Chinese medicines were given or declined -- state. */
  medicine = new Uint8Array(1);
  /** Step of the reception, see {@link STEP} -- state. */
  step = new Uint8Array(1);
  /** Since when the patient waits in it [min] -- state. */
  stepAt = new Float64Array(1);
  /** What they wait for once seen, see {@link AWAITS} -- state. */
  tests = new Uint8Array(1);
  /** Place in an emergency department, see {@link BAY} -- state. */
  bay = new Uint8Array(1);
  /** First arrival at a facility on the way to a bed [min]; NaN without one -- state. */
  doorAt = new Float64Array(1);
  /** Severity when a bed was first asked for on that way [-]; 0 before -- state. */
  doorSeverity = new Uint8Array(1);
  /** When a suspicion arose that is not yet followed by a departure [min]; NaN without -- state. */
  suspectAt = new Float64Array(1);
  /** Stamp of the sample of a case referred before its result; −1 without one -- state. */
  sampleStamp = new Int32Array(1);
  /** 1 while waiting for a team -- state; this and the next are those of `VisitTable`. */
  visitLine = new Uint8Array(1);
  /** Grid of its queue -- state. */
  visitQueue = new Int32Array(1);
  /** Bucket [-] -- state. */
  visitBucket = new Uint8Array(1);
  /** The one behind; -1 at the end -- state. */
  visitAfter = new Int32Array(1);
  /** The one ahead; -1 at the head -- state. */
  visitBefore = new Int32Array(1);
  /** When the visit waited for was due [min] -- state. */
  visitDueAt = new Float64Array(1);
  /** What the visit waited for is -- state. */
  visitKind = new Uint8Array(1);
  /** Stamp of live notices of visits -- state. */
  visitStamp = new Int32Array(1);
  /** Visit before [min]; NaN for none -- state. */
  visitedAt = new Float64Array(1);
  /** First needed a bed, of those whose outcome by day 28 is followed [min]; NaN of others -- state. */
  neededAt = new Float64Array(1);
  /** Facility of the last bed; -1 before the first -- state. */
  lastFacility = new Int16Array(1);
  /** Kind of place of the last bed, see `FLOW_PLACES`; 0 before the first -- state. */
  lastPlace = new Uint8Array(1);

  readonly #free: number[] = [];
  /** Rows ever used, and rows for which there is memory [rows]. */
  #used = 0;
  #rows = 0;

  /** @param capacity First number of rows [patients]. */
  constructor(capacity = 1024) {
    this.#grow(capacity);
  }

  #grow(rows: number): void {
    layOut(this, rows, this.#rows);
    this.#rows = rows;
  }

  /**
   * Takes a row and clears it; stamps go on counting so that old notices stay dead.
   *
   * @param grid Grid of residence.
   * @param ordinal Number of the person in the grid.
   * @returns Handle.
   */
  take(grid: number, ordinal: number): number {
    const p = this.#free.length > 0 ? this.#free.pop()! : this.#used++ * STRIDE;
    if (p >= this.#rows * STRIDE) this.#grow(Math.ceil(this.#rows * 1.5));
    this.present++;
    this.taken++;
    if (this.present > this.peak) this.peak = this.present;
    this.grid[p] = grid;
    this.ordinal[p] = ordinal;
    this.courseStamp[p]++;
    this.pathStamp[p]++;
    this.facility[p] =
      this.ward[p] =
      this.target[p] =
      this.vehicle[p] =
      this.queue[p] =
        -1;
    this.rule[p] =
      this.after[p] =
      this.before[p] =
      this.destination[p] =
        -1;
    this.severity[p] =
      this.recovering[p] =
      this.mainCause[p] =
      this.capability[p] =
        0;
    this.known[p] =
      this.visited[p] =
      this.place[p] =
      this.care[p] =
      this.way[p] =
        0;
    this.ruleSet[p] =
      this.requests[p] =
      this.visits[p] =
      this.line[p] =
      this.byRule[p] =
        0;
    this.everInBed[p] = this.diesInRightCare[p] = this.next[p] = 0;
    this.contactAt[p] = Infinity;
    this.step[p] =
      this.tests[p] =
      this.bay[p] =
      this.lastPlace[p] =
      this.doorSeverity[p] =
        0;
    this.doorAt[p] = this.suspectAt[p] = NaN;
    this.unwellAt[p] = this.neededAt[p] = NaN;
    this.sampleStamp[p] = this.lastFacility[p] = -1;
    this.contacted[p] =
      this.advised[p] =
      this.antiviral[p] =
      this.medicine[p] =
        0;
    return p;
  }

  /**
   * Gives a row back.
   *
   * @param p Handle.
   */
  give(p: number): void {
    this.courseStamp[p]++;
    this.pathStamp[p]++;
    this.grid[p] = -1;
    this.present--;
    this.#free.push(p);
  }

  /** Rows that handles may name [-]; those given back have the grid −1. */
  get rows(): number {
    return this.#used;
  }

  /** Handles in use, in ascending order. */
  *handles(): Generator<number> {
    const end = this.#used * STRIDE;
    for (let p = 0; p < end; p += STRIDE) if (this.grid[p] >= 0) yield p;
  }
}
