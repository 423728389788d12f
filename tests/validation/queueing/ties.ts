/** Worlds without chance, full of events at one instant: every number is exact. */

import { Calendar, Executive, Resource, RUNGS } from "../../../sim/engine/mod.ts";
import { exactFinding, type Finding, type ValidationCase } from "../_case.ts";

const SERVICE = 10;

/** Customers who come n at once, every so often, to one server of constant service. */
function parties({ size, every, count }: { size: number; every: number; count: number }) {
  const executive = new Executive({ end: Infinity });
  const server = new Resource(executive, { name: "server", capacity: 1 });
  const begun: number[] = [];
  const order: number[] = [];
  const end = executive.on("end", RUNGS.release, (_, claim) => server.release(claim));
  const begin = executive.on("begin", RUNGS.startOfStay, (who, claim) => {
    begun[who] = executive.now;
    order.push(who);
    executive.after(SERVICE, end, who, claim);
  });
  const arrive = executive.on("arrive", RUNGS.decision, (who) => server.seize(who, begin));
  // Later parties are scheduled first: the order of scheduling must not matter across instants.
  for (let party = count - 1; party >= 0; party--) {
    for (let i = 0; i < size; i++) executive.at(party * every, arrive, party * size + i);
  }
  executive.run();
  return { begun, order, server };
}

function partiesCase(): ValidationCase {
  const [size, every, count] = [5, 60, 100];
  return {
    name: "D/D/1, five at once, served in the order in which they were scheduled",
    source:
      "By hand: the i-th of a party waits i services; the party is gone before the next comes.",
    run: () => {
      const { begun, order, server } = parties({ size, every, count });
      const waits = begun.map((at, who) => at - Math.floor(who / size) * every);
      const wrong = waits.filter((wait, who) => wait !== (who % size) * SERVICE).length;
      const { statistics: desk } = server;
      const last = (count - 1) * every + size * SERVICE;
      return [
        exactFinding("customers out of turn [customers]", 0, {
          ours: order.filter((who, i) => who !== i).length,
        }),
        exactFinding("customers with another wait [customers]", 0, { ours: wrong }),
        exactFinding("Wq [min]", 20, { ours: desk.waits.mean, tolerance: 1e-9 }),
        exactFinding("variance of the waits [min²]", 200 * 500 / 499, {
          ours: desk.waits.variance,
          tolerance: 1e-9,
        }),
        exactFinding("Lq [customers]", count * 100 / last, {
          ours: desk.meanWaiting,
          tolerance: 1e-12,
        }),
        exactFinding("share of time in service [-]", count * size * SERVICE / last, {
          ours: desk.utilisation,
          tolerance: 1e-12,
        }),
      ];
    },
  };
}

/** Stays that end at the very minute at which the next one comes, in a ward that refuses. */
function changeover(): Finding[] {
  const executive = new Executive({ end: 100_000 });
  const ward = new Resource(executive, { name: "ward", capacity: 3, room: 0 });
  const end = executive.on("end", RUNGS.release, (_, claim) => ward.release(claim));
  const begin = executive.on("begin", RUNGS.startOfStay, (who, claim) => {
    executive.after(SERVICE, end, who, claim);
  });
  const arrive = executive.on("arrive", RUNGS.decision, (who) => {
    ward.seize(who, begin);
  });
  // All arrivals are scheduled before any stay begins, so only the rungs let releases go first.
  for (let minute = 0; minute < 3000; minute++) {
    if (minute % SERVICE < 3) executive.at(minute, arrive, minute);
  }
  executive.run();
  const { requested, seized, noRoom, released } = ward.statistics;
  return [
    exactFinding("requests [patients]", 900, { ours: requested }),
    exactFinding("admitted [patients]", 900, { ours: seized }),
    exactFinding("refused [patients]", 0, { ours: noRoom }),
    exactFinding("gone [patients]", 900, { ours: released }),
  ];
}

/** A calendar with more notices than its heap holds, many of one instant. */
function manyNotices(): Finding[] {
  const calendar = new Calendar();
  const notices = 20_000;
  // A permutation of the numbers: 7,919 has no factor in common with 20,000.
  for (let i = 0; i < notices; i++) {
    const number = (i * 7919) % notices;
    calendar.schedule(Math.floor(number / 4), number % 4, 0, number, 0);
  }
  let wrong = 0;
  for (let number = 0; calendar.pop(); number++) {
    if (calendar.entity !== number) wrong++;
    // Every fourth puts another one in, due at the same instant after its equals.
    if (number < notices && number % 4 === 3 && calendar.time < 1000) {
      calendar.schedule(calendar.time, 4, 0, number + 1, 0);
      if (!calendar.pop() || calendar.entity !== number + 1) wrong++;
    }
  }
  return [
    exactFinding("notices out of order [notices]", 0, { ours: wrong }),
    exactFinding("notices left [notices]", 0, { ours: calendar.size }),
  ];
}

export const cases: readonly ValidationCase[] = [
  partiesCase(),
  {
    name: "Beds that change hands within a minute, nobody refused",
    source: "By hand: a release stands below a request on the ladder of one instant.",
    run: changeover,
  },
  {
    name: "Calendar of twenty thousand notices, four at each instant",
    source: "By hand: notices leave by time, then by order.",
    run: manyNotices,
  },
];
