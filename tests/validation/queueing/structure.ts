/** Worlds whose outcome is known without theory: nobody comes, all go one way, nobody need wait. */

import {
  discreteTable,
  distributionOf,
  Executive,
  keyOf,
  poissonArrivals,
  Resource,
  RUNGS,
  Streams,
  Variates,
} from "../../../sim/engine/mod.ts";
import { exactFinding, type Finding, type ValidationCase } from "../_case.ts";

const DAY = 1440;

interface Wards {
  /** Name of the case, which is the seed. */
  readonly name: string;
  /** Arrivals per day [patients/d]. */
  readonly perDay: number;
  /** Share of patients who go to each ward [-]. */
  readonly shares: readonly number[];
  /** Beds of each ward [beds]. */
  readonly beds: readonly number[];
  /** Days that are run [d]. */
  readonly days: number;
}

/** Patients come, each to one of several wards, stay for a lognormal time and go. */
function wards({ name, perDay, shares, beds, days }: Wards) {
  const streams = new Streams(keyOf(name, 0));
  const executive = new Executive({ end: days * DAY });
  const all = beds.map((capacity, w) => new Resource(executive, { name: `ward ${w}`, capacity }));
  const ways = discreteTable(shares);
  const way = streams.open("way");
  const law = distributionOf({ law: "lognormal", mean: 4 * DAY, sd: 3 * DAY });
  const stays = new Variates(law, streams.open("stay"));
  const ward: number[] = [];
  const demand = { present: 0, area: 0, since: 0, unequal: 0 };
  const change = (by: number) => {
    demand.area += demand.present * (executive.now - demand.since);
    demand.since = executive.now;
    demand.present += by;
    if (all[0].inUse !== demand.present) demand.unequal++;
  };
  const end = executive.on("end", RUNGS.release, (who, claim) => {
    all[ward[who]].release(claim);
    change(-1);
  });
  const begin = executive.on("begin", RUNGS.startOfStay, (who, claim) => {
    executive.after(stays.next(), end, who, claim);
  });
  const arrivals = perDay > 0
    ? poissonArrivals({ rate: perDay / DAY, stream: streams.open("arrivals") })
    : { next: () => Infinity };
  const arrive = executive.on("arrive", RUNGS.decision, (who) => {
    ward[who] = ways.index(way.uniform());
    all[ward[who]].seize(who, begin);
    change(1);
    executive.at(arrivals.next(executive.now), arrive, who + 1);
  });
  const first = arrivals.next(0);
  if (first < Infinity) executive.at(first, arrive, 0);
  executive.run();
  change(0);
  return { statistics: all.map((one) => one.statistics), demand, came: ward.length };
}

function nobody(name: string): Finding[] {
  const { statistics } = wards({ name, perDay: 0, shares: [1, 1], beds: [4, 2], days: 365 });
  return statistics.flatMap((ward, w) => [
    exactFinding(`beds in use, ward ${w + 1} [beds]`, 0, { ours: ward.meanInUse }),
    exactFinding(`requests, ward ${w + 1} [patients]`, 0, { ours: ward.requested }),
  ]);
}

function oneWay(name: string): Finding[] {
  const spec = { name, perDay: 12, shares: [1, 0, 0], beds: [1000, 1000, 0], days: 365 };
  const { statistics: [open, closed, shut], demand, came } = wards(spec);
  return [
    exactFinding("instants at which the ward's census is not the demand [-]", 0, {
      ours: demand.unequal,
    }),
    exactFinding("mean census less mean demand [patients]", 0, {
      ours: open.meanInUse - demand.area / (spec.days * DAY),
      tolerance: 1e-9,
    }),
    exactFinding("admitted to the ward less arrivals [patients]", 0, { ours: open.seized - came }),
    exactFinding("longest wait with 1,000 beds [min]", 0, { ours: open.waits.max }),
    exactFinding("mean number who wait [patients]", 0, { ours: open.meanWaiting }),
    exactFinding("census where no route leads [patients]", 0, { ours: closed.meanInUse }),
    exactFinding("requests where no route leads [patients]", 0, { ours: shut.requested }),
  ];
}

const CHAIN = [
  { name: "ward", beds: 2, stay: 3 * DAY },
  { name: "intensive care", beds: 1, stay: 2 * DAY },
  { name: "ward after", beds: 2, stay: 5 * DAY },
] as const;

/** Everybody walks the chain; a bed is held until the next one is free. */
function chain({ every, patients }: { every: number; patients: number }) {
  const executive = new Executive({ end: Infinity });
  const places = CHAIN.map(({ name, beds }) => new Resource(executive, { name, capacity: beds }));
  const held: number[] = [];
  const times: number[][] = Array.from({ length: patients }, () => []);
  const place: number[] = [];
  const over = executive.on("over", RUNGS.endOfStay, (who) => {
    if (place[who] + 1 < CHAIN.length) places[place[who] + 1].seize(who, begin);
    else {
      times[who].push(executive.now);
      places[place[who]].release(held[who]);
    }
  });
  const begin = executive.on("begin", RUNGS.startOfStay, (who, claim) => {
    const [left, leftClaim] = [place[who], held[who]];
    place[who] = left === undefined ? 0 : left + 1;
    held[who] = claim;
    times[who].push(executive.now);
    executive.after(CHAIN[place[who]].stay, over, who);
    if (left !== undefined) places[left].release(leftClaim);
  });
  const arrive = executive.on("arrive", RUNGS.decision, (who) => places[0].seize(who, begin));
  for (let who = 0; who < patients; who++) executive.at(who * every, arrive, who);
  executive.run();
  return { times, places };
}

/** The same by recursion: each begins when it is through and a bed has been left by another. */
function chainByHand({ every, patients }: { every: number; patients: number }): number[][] {
  const times: number[][] = [];
  for (let who = 0; who < patients; who++) {
    const own: number[] = [];
    CHAIN.forEach(({ beds }, p) => {
      const ready = p === 0 ? who * every : own[p - 1] + CHAIN[p - 1].stay;
      // The bed is that of who came `beds` before, who left it on going to the next place.
      own.push(Math.max(ready, who >= beds ? times[who - beds][p + 1] : 0));
    });
    times.push([...own, own[CHAIN.length - 1] + CHAIN[CHAIN.length - 1].stay]);
  }
  return times;
}

function chainFindings(every: number): Finding[] {
  const world = { every, patients: 200 };
  const { times, places } = chain(world);
  const expected = chainByHand(world);
  const wrong = times.filter((own, who) =>
    own.length !== expected[who].length || own.some((time, p) => time !== expected[who][p])
  );
  const last = expected[world.patients - 1][CHAIN.length];
  return [
    exactFinding("patients with other times [patients]", 0, { ours: wrong.length }),
    exactFinding("last one goes home [min]", last, { ours: times[world.patients - 1].at(-1)! }),
    ...places.map((place, p) =>
      exactFinding(`gone from ${CHAIN[p].name} [patients]`, world.patients, {
        ours: place.statistics.released,
      })
    ),
  ];
}

function structureCase(name: string, source: string, run: (name: string) => Finding[]) {
  return { name, source, run: () => run(name) };
}

export const cases: readonly ValidationCase[] = [
  structureCase("No demand, no bed in use", "By definition.", nobody),
  structureCase(
    "All to one of three wards, with beds for everybody",
    "By definition: its census is the demand, nobody waits, and nobody is elsewhere.",
    oneWay,
  ),
  structureCase(
    "Forced chain of ward, intensive care, ward, with time to spare",
    "By hand: one comes every 3 d, each place is free in time.",
    () => chainFindings(3 * DAY),
  ),
  structureCase(
    "Forced chain of ward, intensive care, ward, each bed held until the next is free",
    "By recursion over the patients.",
    () => chainFindings(DAY),
  ),
];
