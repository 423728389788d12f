/** Random dated changes, and starts from a given census, for a random city. */
import fc from "fast-check";
import { RISK_LEVELS, WARD_TYPES, WARD_USES } from "../../sim/domain/mod.ts";
import type { CityRows, Row } from "./random_city.ts";
import type { Part } from "./random_mechanisms.ts";

// A number stays as it is while a world is made smaller; it is changes that go.
const few = (max: number, min = 0) => fc.noShrink(fc.integer({ min, max }));
const day = few(21);

/** What changes are made from; numbers that name a ward are taken modulo how many there are. */
export const changePlans = fc.record({
  levels: fc.array(fc.record({ day, level: few(2) }), { maxLength: 3 }),
  uses: fc.array(fc.record({ day, ward: few(20), use: few(2) }), { maxLength: 3 }),
  moves: fc.array(
    fc.record({
      day,
      lasts: fc.option(few(9, 1), { freq: 2, nil: undefined }),
      from: few(20),
      to: few(20),
      /** Staff who go, in eighths of those employed. */
      eighths: few(2, 1),
    }),
    { maxLength: 3 },
  ),
  idle: fc.array(
    fc.record({
      ward: few(20),
      beds: few(3, 1),
      opens: fc.option(day, { freq: 2, nil: undefined }),
      opensAt: fc.constantFrom(0.5, 1),
      leadHours: few(48),
    }),
    { maxLength: 2 },
  ),
  convertible: fc.option(day, { freq: 3, nil: undefined }),
  support: fc.option(day, { freq: 3, nil: undefined }),
  /** Patients found in each ward at the start, in quarters of its beds: ordinary, then cases. */
  census: fc.option(fc.array(fc.tuple(few(4), few(4), few(2)), { minLength: 1, maxLength: 8 }), {
    freq: 6,
    nil: undefined,
  }),
});
/** A plan of changes. */
export type ChangePlan = typeof changePlans extends fc.Arbitrary<infer T> ? T : never;

/** The date of a day of the window. */
export function dateOf(day: number): string {
  return new Date(Date.UTC(2022, 10, 1 + day)).toISOString().slice(0, 10);
}

/** A place where staff work. */
interface Post {
  readonly facility: string;
  readonly post: string;
  readonly physicians: number;
  readonly nurses: number;
}

/** Wards, the first of each type where several share it, and fever clinics. */
function postsOf({ wards, facilities }: CityRows): Post[] {
  const found = new Map<string, Post>();
  for (const { facility, type, physicians, nurses } of wards) {
    const post = { facility, post: type, physicians, nurses } as unknown as Post;
    const key = `${facility}/${type}`;
    if (!found.has(key)) found.set(key, post);
  }
  const clinics = facilities.filter((f) => Number(f.fever_physicians) > 1).map((f) => ({
    facility: String(f.facility),
    post: "fever_clinic",
    physicians: Number(f.fever_physicians) - 1,
    nurses: 0,
  }));
  return [...found.values(), ...clinics];
}

const OUTSIDE: Post = { facility: "", post: "general", physicians: 8, nurses: 8 };

function movesOf({ moves }: ChangePlan, city: CityRows): Part[] {
  const posts = [...postsOf(city), OUTSIDE];
  return moves.flatMap(({ day, lasts, from, to, eighths }) => {
    const giver = posts[from % posts.length];
    const taker = posts[to % posts.length];
    if (giver === taker) return [];
    const clinic = giver.post === "fever_clinic" || taker.post === "fever_clinic";
    return [{
      date: dateOf(day),
      until: lasts === undefined ? "" : dateOf(day + lasts),
      from: giver.facility,
      ward: giver.post,
      to: taker.facility,
      joins: taker.post,
      physicians: giver.physicians * eighths / 8,
      nurses: clinic ? 0 : giver.nurses * eighths / 8,
      clause: "none",
    }];
  });
}

function idleOf({ idle }: ChangePlan, { wards }: CityRows): Part[] {
  return idle.map(({ ward, beds, opens, opensAt, leadHours }) => {
    const { facility, type } = wards[ward % wards.length];
    return {
      facility,
      ward: type,
      beds,
      physicians: beds,
      nurses: beds * 2.5,
      opens: opens === undefined ? "" : dateOf(opens),
      opensAt,
      leadTime: `${leadHours} h`,
      clause: "none",
    };
  });
}

/** The parts of a scenario file that say the changes. */
export function changesOf(plan: ChangePlan, city: CityRows): { readonly [section: string]: Part } {
  const { uses, convertible, support, levels } = plan;
  const later = [...new Map(levels.map(({ day, level }) => [day + 1, level]))]
    .sort(([a], [b]) => a - b);
  return {
    services: {
      levels: [[0, 0], ...later].map(([day, level]) => ({
        from: dateOf(day),
        level: RISK_LEVELS[level],
      })),
    },
    wards: {
      convertibleOpens: convertible === undefined ? "" : dateOf(convertible),
      uses: uses.map(({ day, ward, use }) => {
        const { facility, type } = city.wards[ward % city.wards.length];
        return { date: dateOf(day), facility, ward: type, use: WARD_USES[use] };
      }),
      idle: idleOf(plan, city),
    },
    staff: { moves: movesOf(plan, city) },
    clinics: { support: { from: support === undefined ? "" : dateOf(support) } },
  };
}

/** A census that fits the beds of the city; undefined when the run starts in equilibrium. */
export function censusOf({ census }: ChangePlan, { wards }: CityRows): Row[] | undefined {
  if (census === undefined) return undefined;
  const kinds = new Map<string, { ordinary: number; covid: number }>();
  for (const { facility, type, use, beds } of wards) {
    const key = `${facility}/${type}`;
    const found = kinds.get(key) ?? { ordinary: 0, covid: 0 };
    // Shared beds are filled from both sides by half at most.
    const half = Math.floor(Number(beds) / 2);
    kinds.set(key, {
      ordinary: found.ordinary + (use === "ordinary" ? Number(beds) : use === "shared" ? half : 0),
      covid: found.covid + (use === "covid" ? Number(beds) : use === "shared" ? half : 0),
    });
  }
  return [...kinds].map(([key, { ordinary, covid }], i) => {
    const [facility, ward] = key.split("/");
    const [first, second, state] = census[i % census.length];
    const cases = Math.floor(covid * second / 4);
    const most = WARD_TYPES.length - 1;
    return {
      facility,
      ward,
      ordinary: Math.floor(ordinary * first / 4),
      moderate: state === 0 ? cases : 0,
      severe: state === 1 ? cases : 0,
      critical: state === most ? cases : 0,
    };
  });
}
