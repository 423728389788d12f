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
 * | ACCESS     | online is directed  | patience              | found by screening  | referred online; occurrence = 0 at onset, severity at a worsening |
 * | REFERRAL   | hand-over           | loading               | unloading           | (free); occurrence = request |
 * | VISIT      | consultation        | to the assigned facility | (free)           | (free); occurrence = visit |
 * | ADHERENCE  | facility takes them | (free)                | (free)              | (free); occurrence = facility |
 * | PRIMARY    | tests themselves    | followed up by telephone | urged by the family doctor | lives in a care home |
 * | CALLS      | a call notices      | phase of calls        | advice settles the case | is offered antivirals; occurrence = 0, severity at a worsening |
 * | HOME_VISIT | time of the visit   | way to it             | sampled at home     | (free); occurrence = days from infection, from 1; 0 for being sampled |
 * | MEDICINE   | is offered Chinese medicines | (free)       | (free)              | (free) |
 * | TRIAGE     | time of triage      | resolved by triage    | led to the fever clinic | (free); occurrence = visit |
 * | WORK_UP    | rapid test          | courier               | gets a scan         | scan; occurrence = visit |
 * | REPORT     | is reported         | infection to publication | (free)           | (free)              |
 * | ADVICE     | until records are there | consultation      | (free)              | (free); occurrence = clinic visit |
 * | CONFIRMATION | time lost with a ward that has no bed | (free) | (free)             | (free); occurrence = request · 2¹⁶ + ward |
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
  PRIMARY: 20,
  CALLS: 21,
  HOME_VISIT: 22,
  ADVICE: 23,
  MEDICINE: 24,
  TRIAGE: 30,
  WORK_UP: 31,
  CONFIRMATION: 40,
  REPORT: 41,
} as const;

/**
 * Kinds of identity, in the upper half of the second counter word; the lower half is the grid (for
 * residents) or the ward (for ordinary inpatients).
 *
 * | kind           | block 0                                          |
 * | -------------- | ------------------------------------------------ |
 * | INPATIENT      | gap before arrival, stay, urgent, served by plan  |
 * | INPATIENT, occurrence 1 | of urgent patients: of a green channel, (free), patience, (free) |
 * | INPATIENT, occurrence ≥ 1 | comes back, after how long, patience, served by plan |
 * | INPATIENT, block 1 | needs an operation, grade, time in the theatre, infection excluded |
 * | INPATIENT, block 2 | infected before, exposure that infects, priority class, found in the buffer |
 * | INPATIENT, block 3 | longer stay when infected, patience of elective patients, (free), (free) |
 * | PRESENT        | residual stay of those present at the start        |
 * | PRESENT, block 2 and 3 | as of INPATIENT, as far as they apply     |
 * | VISITS         | demand, remote or delivered, open, (free); first word = day, block = tier and line |
 * | VISITS, occurrence 1 | what becomes of those not served, days of return, (free), (free) |
 * | COURSE         | sessions behind, infection, (free), (free); block = line |
 * | CASE_PRESENT   | home grid, attributes, duration (two); of cases present at the start |
 * | CASE_PRESENT, block 1 | share of the state that is behind           |
 * | ARRIVAL        | gap before arrival, infected, until excluded, home grid; by the hash of the class |
 * | FACILITY, by the hash of its name | fever clinic open from the first day, or when it opens |
 */
export const KIND = {
  RESIDENT: 0,
  INPATIENT: 1 << 16,
  PRESENT: 2 << 16,
  VISITS: 3 << 16,
  CASE_PRESENT: 4 << 16,
  COURSE: 5 << 16,
  FACILITY: 8 << 16,
  ARRIVAL: 12 << 16,
} as const;
