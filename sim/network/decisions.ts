/**
 * Every keyed draw of the care network by name: which block of four uniforms, and which of the four.
 *
 * A person is (grid, ordinal); a block is drawn by `draws.block(ordinal, kind | grid, block,
 * occurrence)`. Adding a bed, a rule or a patient therefore changes no other person's draws. New
 * decisions take a free place or a new block; none is ever moved, since that moves results.
 *
 * | block      | u0                  | u1                    | u2                  | u3                  |
 * | ---------- | ------------------- | --------------------- | ------------------- | ------------------- |
 * | INFECTION  | attributes          | asymptomatic, worsens | first contact       | gap to the one before |
 * | ONSET      | incubation          | duration of mild      | onset to contact    | home community      |
 * | MODERATE   | duration            | worsens to severe     | contact             | notice              |
 * | SEVERE     | duration            | worsens to critical   | contact             | notice              |
 * | CRITICAL   | duration            | death                 | contact             | notice              |
 * | SEVERE_TOO | death               | main cause            | convalescence       | capability needed   |
 * | CONDUCT    | follows the rules   | own means of transport | phase of follow-up | antigen test        |
 * | ACCESS     | online is directed  | patience              | found by screening  | (free); occurrence = 0 at onset, severity at a worsening |
 * | REFERRAL   | hand-over           | loading               | unloading           | (free); occurrence = request |
 * | VISIT      | consultation        | (free)                | (free)              | (free); occurrence = visit |
 * | ADHERENCE  | facility takes them | (free)                | (free)              | (free); occurrence = facility |
 */

/** Blocks of a person infected. */
export const BLOCK = {
  INFECTION: 0,
  ONSET: 1,
  MODERATE: 2,
  SEVERE: 3,
  CRITICAL: 4,
  SEVERE_TOO: 5,
  CONDUCT: 6,
  ACCESS: 7,
  REFERRAL: 8,
  VISIT: 9,
  ADHERENCE: 10,
} as const;

/**
 * Kinds of identity, in the upper half of the second counter word; the lower half is the grid (for
 * residents) or the ward (for ordinary inpatients).
 *
 * | kind           | block 0                                          |
 * | -------------- | ------------------------------------------------ |
 * | INPATIENT      | gap before arrival, stay, urgent, served by plan  |
 * | INPATIENT, occurrence ≥ 1 | comes back, after how long, patience, served by plan |
 * | PRESENT        | residual stay of those present at the start        |
 * | VISITS         | four half-hour slots of visits                     |
 * | CASE_PRESENT   | home grid, attributes, duration (two); of cases present at the start |
 * | CASE_PRESENT, block 1 | share of the state that is behind           |
 */
export const KIND = {
  RESIDENT: 0,
  INPATIENT: 1 << 16,
  PRESENT: 2 << 16,
  VISITS: 3 << 16,
  CASE_PRESENT: 4 << 16,
} as const;
