/** Every invariant provoked by a change of the state behind its back, in the middle of a run. */
import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
import { SimulationError } from "../../../sim/engine/mod.ts";
import { beginReplication } from "../../../sim/network/replication.ts";
import type { LiveReplication } from "../../../sim/network/replication.ts";
import { AWAITS, BAY, LINE, PLACE, STEP } from "../../../sim/network/patients.ts";
import type { AntigenKits } from "../../../sim/network/antigen_kits.ts";
import type { VisitingTeams } from "../../../sim/network/visiting_teams.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
import { DAY, tiny, ward } from "../../support/tiny_network.ts";

/** Full of everything: beds, boarders, vehicles, clinics, tests, operations, staff who move. */
function busy(s: Scenario): Scenario {
  const some = { none: 0, online: 0, primary: 0.4, hospital: 0.3, call_120: 0.3 };
  const { surgery } = s.hospital;
  return {
    ...s,
    window: { ...s.window, days: 60, runOnDays: 10, warmUpDays: 7 },
    contact: {
      ...s.contact,
      antigenSensitivity: 0.3,
      onset: { green: some, yellow: some, red: some },
      worsening: { moderate: some, severe: some, critical: some },
      followUp: { green: DAY, yellow: DAY, red: DAY },
    },
    laboratory: { ...s.laboratory, modelled: true },
    imaging: { ...s.imaging, modelled: true },
    emergency: { ...s.emergency, modelled: true },
    primary: {
      ...s.primary,
      kits: { ...s.primary.kits, limited: true, stock: 0.5 },
      teams: { ...s.primary.teams, limited: true },
    },
    services: { ...s.services, occupancy: 0.8 },
    hospital: {
      ...s.hospital,
      buffer: { share: 0.2 },
      infection: { ...s.hospital.infection, rate: 0.3 / DAY },
      surgery: { ...surgery, counted: true },
    },
    transfer: { ...s.transfer, privateShare: 0 },
  };
}

const SCENARIO = tiny({
  residents: 400,
  age: "80+",
  vehicles: [2, 1],
  risk: { moderate: 0.6, severe: 0.4, critical: 0.4, deathSevere: 0.1, deathCritical: 0.3 },
  wards: [
    ward("sub", "general", 8),
    ward("designated", "general", 20, "shared"),
    ward("designated", "icu", 4),
    ward("lead", "general", 20, "ordinary"),
  ],
  change: busy,
});

/** A run stopped where somebody is in a bed, boards, has a vehicle and waits for a result. */
function stopped(): LiveReplication {
  const live = beginReplication(SCENARIO, { seed: "planted", replication: 3 });
  const { patients } = live.world;
  for (let at = 30 * DAY;; at += 30) {
    live.invariants.run(at);
    const rows = [...patients.handles()];
    const has = (fits: (p: number) => boolean) => rows.some(fits);
    const full = has((p) => patients.place[p] === PLACE.BED) &&
      has((p) => patients.vehicle[p] >= 0) && has((p) => patients.line[p] === LINE.BED) &&
      has((p) => patients.target[p] >= 0) && has((p) => patients.bay[p] !== BAY.NONE) &&
      has((p) => patients.step[p] === STEP.PHYSICIAN) &&
      has((p) => (patients.tests[p] & AWAITS.RESULT) !== 0);
    if (full) return live;
    assert(at < 60 * DAY, "nothing is as busy as it should be");
  }
}

/** A planted change of state and what the message must say. */
interface Planted {
  readonly name: string;
  readonly change: (live: LiveReplication, first: (fits: (p: number) => boolean) => number) => void;
  readonly says: string;
}

const flows = ({ world }: LiveReplication) => world.flows;

const PLANTED: readonly Planted[] = [
  {
    name: "a recovery counted twice",
    change: ({ world }) => world.collect.recoveredKnown++,
    says: "infected must equal recovered, dead and present: infected ",
  },
  {
    name: "a bed in use that nobody lies in",
    change: ({ world: { wards } }) => {
      wards.covid[1]++;
      wards.vacant[1]--;
    },
    says: 'each bed must be used or held by one person: "designated/general" COVID ',
  },
  {
    name: "a bed freed that somebody lies in",
    change: ({ world: { wards, patients } }, first) => {
      const w = patients.ward[first((p) => patients.place[p] === PLACE.BED)];
      wards.covid[w]--;
      wards.vacant[w]++;
    },
    says: "each bed must be used or held by one person: ",
  },
  {
    name: "a held bed forgotten",
    change: ({ world: { patients } }, first) => {
      patients.target[first((p) => patients.target[p] >= 0 && patients.line[p] === LINE.NONE)] = -1;
    },
    says: "each bed must be used or held by one person: ",
  },
  {
    name: "a bed vacant that is not",
    change: ({ world: { wards } }) => wards.vacant[2]++,
    says: 'each bed must be counted once: "designated/icu" COVID ',
  },
  {
    name: "more patients than physical beds",
    change: ({ world: { wards } }) => wards.physical[1] = 3,
    says: 'beds in use and held must be physical ones: "designated/general" COVID ',
  },
  {
    name: "somebody in a bed and at home",
    change: ({ world: { patients } }, first) => {
      patients.place[first((p) => patients.place[p] === PLACE.BED)] = PLACE.HOME;
    },
    says: "a patient must be in one place: a bed or elsewhere: person ",
  },
  {
    name: "somebody in a bed of one facility and in another",
    change: ({ world: { patients } }, first) => {
      patients.facility[first((p) => patients.place[p] === PLACE.BED)] = 0;
    },
    says: "a patient in a bed must be at its facility: person ",
  },
  {
    name: "somebody on the road and in a clinic",
    change: ({ world: { patients } }, first) => {
      patients.place[first((p) => patients.place[p] === PLACE.CLINIC)] = PLACE.ROAD;
    },
    says: "a patient must be in one place: a facility or elsewhere: person ",
  },
  {
    name: "somebody in line for a bed who asked for none",
    change: ({ world: { patients } }, first) => {
      patients.rule[first((p) => patients.line[p] === LINE.BED)] = -1;
    },
    says: "a patient in line for a bed must ask for one: person ",
  },
  {
    name: "a row given back twice",
    change: ({ world: { patients } }) => patients.present--,
    says: "rows in use must be those of patients: in use ",
  },
  {
    name: "one more counted in the queues for beds",
    change: ({ world }) => world.collect.waiting.add(world.executive.now, 1),
    says: "who waits for a bed must be in one queue: in queues ",
  },
  {
    name: "a vehicle that its patient does not know",
    change: ({ world: { patients } }, first) => {
      patients.vehicle[first((p) => patients.vehicle[p] >= 0)] = -1;
    },
    says: "a vehicle must serve the patient who has it: load ",
  },
  {
    name: "a vehicle in use that nobody counts",
    change: ({ world }) => world.collect.vehicles(world.executive.now, -1),
    says: "vehicles must be conserved: of 3 in use ",
  },
  {
    name: "a physician with nobody",
    change: ({ world: { patients } }, first) => {
      patients.step[first((p) => patients.step[p] === STEP.PHYSICIAN)] = STEP.NONE;
    },
    says: "each server must be free or serve one patient: physicians: there are ",
  },
  {
    name: "a place of an emergency department that nobody has",
    change: ({ world: { patients } }, first) => {
      patients.bay[first((p) => patients.bay[p] !== BAY.NONE)] = BAY.NONE;
    },
    says: "each place of an emergency department must be of one patient: kind ",
  },
  {
    name: "a result that nobody will report",
    change: ({ world: { patients } }, first) => {
      patients.pathStamp[first((p) => (patients.tests[p] & AWAITS.RESULT) !== 0)]++;
    },
    says: "whoever waits for a result must have a sample: taken ",
  },
  {
    name: "a sample reported twice",
    change: ({ world }) => world.reception.result(600),
    says: "samples must be conserved: taken ",
  },
  {
    name: "a kit from nowhere",
    change: ({ world }) => (world.primary!.kits as AntigenKits).stock.used[0]++,
    says: "antigen kits must be conserved: had ",
  },
  {
    name: "a visit lost",
    change: (live) => (flows(live).visits as VisitingTeams).counts.made--,
    says: "visits due must equal made, missed, withdrawn and open: due ",
  },
  {
    name: "a buffer bed that nobody lies in",
    change: ({ world: { wards } }) => {
      const w = wards.buffers.used.findIndex((n) => n > 0);
      wards.buffers.used[w]--;
      wards.vacant[w]--;
    },
    says: "each buffer bed must be used by one person: in use ",
  },
  {
    name: "a bed that becomes free and is offered to nobody",
    change: ({ world: { wards, patients } }, first) => {
      assert(patients.severity[first((p) => patients.line[p] === LINE.BED)] > 1);
      for (let w = 0; w < 3; w++) {
        wards.usable[w] += 100;
        wards.vacant[w] += 100;
      }
    },
    says: "no bed may be free for which a patient waits: ",
  },
  {
    name: "an ordinary patient who never came",
    change: ({ world: { wards } }) => {
      wards.ordinary[3]++;
      wards.vacant[3]--;
    },
    says: "each ordinary patient must be in one bed: admitted and not left ",
  },
  {
    name: "a physician from nowhere",
    change: ({ world: { wards } }) => wards.staff.physicians[1] += 0.5,
    says: "physicians must come from somewhere: expected ",
  },
  {
    name: "nurses fewer than none",
    change: ({ world: { wards } }) => {
      wards.staff.nurses[1] -= 1000;
      wards.staff.nurses[2] += 1000;
    },
    says: "only staff who are there can go: physicians ",
  },
  {
    name: "a bed built overnight",
    change: ({ world: { wards } }) => wards.physical[0]++,
    says: "beds must come from somewhere: expected 52, found 53",
  },
  {
    name: "the clock put forward",
    change: ({ world: { executive } }) => executive.now += 30 * DAY,
    says: "the clock must go forward: before ",
  },
];

for (const { name, change, says } of PLANTED) {
  Deno.test(`an invariant stops a run with ${name}`, () => {
    const live = stopped();
    const { patients, executive } = live.world;
    const first = (fits: (p: number) => boolean): number => {
      const found = [...patients.handles()].find(fits);
      assert(found !== undefined, `nobody to plant "${name}" with`);
      return found as number;
    };
    live.invariants.check();
    change(live, first);
    const error = assertThrows(() => live.invariants.check(), SimulationError) as SimulationError;
    assertMatch(error.message, /^Cannot go on with the run as [^:]+: .+: clock [-\d.]+ min, /);
    assertMatch(error.message, /: clock [\d.]+ min, replication 3, entity -?\d+$/);
    assertEquals([error.replication, error.clock], [3, executive.now]);
    assert(error.message.includes(says), error.message);
  });
}

Deno.test("an admission beyond the usable beds stops the run, with the replication", () => {
  const live = stopped();
  const { wards, executive } = live.world;
  const w = wards.vacant.findIndex((n) => n <= 0);
  const take = executive.on("planted", 5, () => wards.ordinaryChange(executive.now, w, 1));
  executive.after(1, take, 0);
  const error = assertThrows(() => live.invariants.run(), SimulationError) as SimulationError;
  assertMatch(
    error.message,
    /^Cannot use a bed of ward ".+" as it must be vacant before it is taken: physical \d+, usable \d+, COVID \d+, ordinary \d+, held \d+: clock [\d.]+ min, replication 3, entity \d+$/,
  );
});

Deno.test("an event in the past stops the run, with clock and replication", () => {
  const live = stopped();
  const { executive } = live.world;
  const back = executive.on("planted", 5, () => executive.at(executive.now - 60, back, 0));
  executive.after(1, back, 0);
  const error = assertThrows(() => live.invariants.run(), SimulationError) as SimulationError;
  assertMatch(
    error.message,
    /^Cannot schedule event "planted" as its time must be >= the clock: .*, replication 3$/,
  );
});

Deno.test("a run without a planted change breaks no invariant, checked every day", () => {
  const { world, invariants } = beginReplication(SCENARIO, { seed: "planted", replication: 3 });
  invariants.run(world.executive.end, 1);
  assertEquals(world.executive.now, world.executive.end);
});
