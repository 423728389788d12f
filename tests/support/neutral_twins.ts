/** Mechanisms switched on at a size at which they must change nothing that was measured without them. */
import type { Scenario } from "../../sim/scenario/mod.ts";

const AT_ONCE = { law: "constant", value: 0 } as const;
const LARGE = 1e6;

/** A switch; its name says the mechanism. */
export interface NeutralTwin {
  readonly name: string;
  readonly twin: (scenario: Scenario) => Scenario;
  /** Whether the twin of a scenario says anything; always when left out. */
  readonly applies?: (scenario: Scenario) => boolean;
}

const primary =
  (change: (p: Scenario["primary"], s: Scenario) => Partial<Scenario["primary"]>) =>
  (s: Scenario): Scenario => ({ ...s, primary: { ...s.primary, ...change(s.primary, s) } });
const wards = (change: (s: Scenario) => Partial<Scenario["wards"]>) => (s: Scenario): Scenario => ({
  ...s,
  wards: { ...s.wards, ...change(s) },
});
const hospital = (change: Partial<Scenario["hospital"]>) => (s: Scenario): Scenario => ({
  ...s,
  hospital: { ...s.hospital, ...change },
});

/** All switches. */
export const NEUTRAL_TWINS: readonly NeutralTwin[] = [
  { name: "measures of access", twin: primary(() => ({ accessMeasures: true })) },
  {
    name: "kits that never run out",
    twin: primary(({ kits }) => ({ kits: { ...kits, limited: true, stock: LARGE } })),
    applies: ({ primary }) => !primary.kits.limited,
  },
  {
    name: "calls that always notice",
    twin: primary(({ doctors }) => ({ doctors: { ...doctors, telephone: 1, notices: 1 } })),
    applies: ({ primary: { doctors, teams } }) => doctors.calls === 0 && !teams.limited,
  },
  {
    name: "advice at once that settles nothing",
    twin: primary(({ telemedicine }) => ({
      telemedicine: {
        ...telemedicine,
        advisers: 1000,
        delay: AT_ONCE,
        advice: AT_ONCE,
        settles: 0,
        longestWait: LARGE,
      },
    })),
    applies: ({ primary }) => primary.telemedicine.advisers === 0,
  },
  {
    name: "care homes as at home",
    twin: primary(({ careHomes }) => ({
      careHomes: { ...careHomes, mobile: 0.5, immobile: 0.5, notice: 1, seenInPlace: false },
    })),
    applies: ({ primary: { careHomes: { notice, seenInPlace, assigned } } }) =>
      notice === 1 && !seenInPlace && assigned === 0,
  },
  {
    name: "antivirals that nobody is offered",
    twin: primary(({ antivirals }) => ({
      antivirals: { ...antivirals, stock: 1, offered: { green: 0, yellow: 0, red: 0 } },
    })),
    applies: ({ primary: { antivirals } }) => antivirals.stock + antivirals.replenished === 0,
  },
  {
    name: "medicines that nobody is offered",
    twin: primary(({ medicines }) => ({
      medicines: { ...medicines, stock: 1, offered: { green: 0, yellow: 0, red: 0 } },
    })),
    applies: ({ primary: { medicines } }) => medicines.stock + medicines.replenished === 0,
  },
  {
    name: "a reach that leaves nobody out",
    twin: (s) => ({ ...s, referral: { ...s.referral, reach: LARGE } }),
    applies: ({ referral }) => referral.reach === 0,
  },
  {
    name: "rapid tests as slow as the others",
    twin: (s) => ({
      ...s,
      laboratory: {
        ...s.laboratory,
        modelled: true,
        rapidShare: { moderate: 1, severe: 1, critical: 1 },
        rapidTime: s.contact.pcrTurnaround,
      },
    }),
    applies: ({ laboratory }) => !laboratory.modelled,
  },
  {
    name: "scanners for nobody",
    twin: (s) => ({
      ...s,
      imaging: {
        ...s.imaging,
        modelled: true,
        share: { mild: 0, moderate: 0, severe: 0, critical: 0 },
      },
    }),
    applies: ({ imaging }) => !imaging.modelled,
  },
  {
    name: "triage at once by many nurses",
    twin: (s) => ({
      ...s,
      clinics: {
        ...s.clinics,
        triage: { nurses: 1000, duration: AT_ONCE, resolvedShare: 0 },
      },
    }),
    applies: ({ clinics }) => clinics.triage.nurses === 0,
  },
  {
    // Beds are offered anew to whoever waits: nobody may have waited for a free one.
    name: "wards that go on as they are",
    twin: wards(({ city }) => ({
      uses: city.wards.map(({ facility, type, use }) => ({
        date: "2022-11-12",
        facility,
        ward: type,
        use,
      })),
    })),
    applies: ({ city, wards }) =>
      wards.uses.length === 0 &&
      new Set(city.wards.map((w) => `${w.facility}/${w.type}`)).size === city.wards.length,
  },
  {
    name: "idle wards that never open",
    twin: wards(({ city, wards: { idle } }) => ({
      idle: [...idle, {
        facility: city.wards[0].facility,
        ward: city.wards[0].type,
        beds: 1,
        physicians: 1,
        nurses: 3,
        opens: "",
        opensAt: LARGE,
        leadTime: 0,
        clause: "none",
      }],
    })),
  },
  {
    name: "staff who move from a ward to itself",
    twin: (s) => ({
      ...s,
      staff: {
        ...s.staff,
        moves: [...s.staff.moves, {
          date: "2022-11-05",
          until: "2022-11-15",
          from: s.city.wards[0].facility,
          ward: s.city.wards[0].type,
          to: s.city.wards[0].facility,
          joins: s.city.wards[0].type,
          physicians: 0,
          nurses: 0,
          clause: "none",
        }],
      },
    }),
  },
  {
    name: "a reserve that is never called",
    twin: (s) => ({
      ...s,
      staff: {
        ...s.staff,
        reserve: {
          ...s.staff.reserve,
          share: { general: 1, sub_icu: 1, icu: 1 },
          roles: [],
          shortfall: LARGE,
        },
      },
    }),
    applies: ({ staff: { reserve } }) => Object.values(reserve.share).every((x) => x === 0),
  },
  {
    name: "operations that nobody needs",
    twin: (s) =>
      hospital({
        surgery: { ...s.hospital.surgery, counted: true, share: { urgent: 0, elective: 0 } },
      })(s),
    applies: ({ hospital }) => !hospital.surgery.counted,
  },
  {
    name: "infection in hospital that infects nobody",
    twin: (s) => hospital({ infection: { ...s.hospital.infection, rate: 1e-15 } })(s),
    applies: ({ hospital }) => hospital.infection.rate === 0,
  },
];
