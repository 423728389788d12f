/**
 * The parts of the model to which the time of a replication is put down, by source file.
 *
 * Every file of the network and of the engine is in one part, by its whole name or by a folder that
 * ends in `/`; a test fails for a file in none. What lies elsewhere is put down to its folder.
 */

/** Files and folders under `sim/` of each part. */
export const PARTS: Readonly<Record<string, readonly string[]>> = {
  "calendar": ["engine/kernel/"],
  "draws and laws": ["engine/random/", "network/decisions.ts"],
  "infections": [
    "network/arrivals.ts",
    "network/case_flow.ts",
    "network/case_risks.ts",
    "network/crowd.ts",
    "network/epidemic.ts",
    "network/infection_curve.ts",
    "network/present_flow.ts",
    "network/present_law.ts",
    "network/present_numbers.ts",
    "network/reported_cases.ts",
    "network/screening.ts",
  ],
  "contact": ["network/contact.ts"],
  "clinics": [
    "network/clinic.ts",
    "network/clinic_opening.ts",
    "network/service_line.ts",
    "network/triage.ts",
  ],
  "primary level": [
    "network/_visit_table.ts",
    "network/antigen_kits.ts",
    "network/antivirals.ts",
    "network/care_homes.ts",
    "network/family_doctors.ts",
    "network/medicines.ts",
    "network/primary_care.ts",
    "network/primary_faces.ts",
    "network/stock.ts",
    "network/telemedicine.ts",
    "network/visit_counts.ts",
    "network/visiting_teams.ts",
  ],
  "laboratory and CT": [
    "network/imaging.ts",
    "network/laboratory.ts",
    "network/late_result.ts",
    "network/sample_line.ts",
    "network/work_up.ts",
  ],
  "emergency": ["network/emergency.ts"],
  "referral and bed search": [
    "engine/resources/priority_queues.ts",
    "network/bed_platform.ts",
    "network/bed_search.ts",
    "network/candidates.ts",
    "network/green_channel.ts",
    "network/offers.ts",
    "network/phases.ts",
    "network/reach.ts",
    "network/referral.ts",
  ],
  "transfer": [
    "engine/resources/vehicle_pool.ts",
    "network/duty.ts",
    "network/transfer.ts",
    "network/vehicles.ts",
  ],
  "ordinary services": [
    "network/course_centres.ts",
    "network/course_members.ts",
    "network/courses.ts",
    "network/line_counts.ts",
    "network/returning.ts",
    "network/service_balance.ts",
    "network/service_days.ts",
    "network/service_demand.ts",
    "network/open_tiers.ts",
    "network/ordinary_volume.ts",
    "network/holidays.ts",
    "network/service_measures.ts",
    "network/service_volume.ts",
    "network/workforce.ts",
    "network/zone_plans.ts",
  ],
  "levels and dated changes": [
    "network/closure_tally.ts",
    "network/closures.ts",
    "network/ordinary_moves.ts",
    "network/districts.ts",
    "network/interventions.ts",
    "network/level_measures.ts",
    "network/risk_levels.ts",
  ],
  "course": ["network/course.ts"],
  "patients": [
    "network/groups.ts",
    "network/interleaved.ts",
    "network/patients.ts",
    "network/person_key.ts",
  ],
  "stays and wards": [
    "network/bed_watch.ts",
    "network/layout.ts",
    "network/start_wards.ts",
    "network/stay.ts",
    "network/ward_lines.ts",
    "network/ward_uses.ts",
    "network/wards.ts",
  ],
  "ordinary wards": [
    "network/elective_intake.ts",
    "network/ordinary_arrivals.ts",
    "network/ordinary_identity.ts",
    "network/ordinary_start.ts",
    "network/routine_flow.ts",
    "network/urgent_line.ts",
  ],
  "hospital inside": [
    "network/buffer_beds.ts",
    "network/buffer_wards.ts",
    "network/emergency_theatres.ts",
    "network/hospital_parts.ts",
    "network/hospital_tally.ts",
    "network/in_hospital_infection.ts",
    "network/operations.ts",
    "network/surgery.ts",
    "network/theatres.ts",
  ],
  "staff and capacity": [
    "network/calendar_days.ts",
    "network/capacity.ts",
    "network/spacing.ts",
    "network/capacity_face.ts",
    "network/convertible.ts",
    "network/dated_changes.ts",
    "network/hospital_plans.ts",
    "network/idle_wards.ts",
    "network/seen_demand.ts",
    "network/shared_staff.ts",
    "network/staff_illness.ts",
    "network/staff_reserve.ts",
    "network/staffing.ts",
    "network/ward_staff.ts",
  ],
  "counting": [
    "engine/record/daily.ts",
    "engine/stats/",
    "network/access_counts.ts",
    "network/access_measures.ts",
    "network/collect.ts",
    "network/case_ends.ts",
    "network/detail.ts",
    "network/midnight_census.ts",
    "network/need_outcomes.ts",
    "network/passages.ts",
    "network/daily_beds.ts",
    "network/delays.ts",
    "network/hospital_measures.ts",
    "network/hospital_plan_measures.ts",
    "network/measures.ts",
    "network/openness_measures.ts",
    "network/reception.ts",
    "network/reception_measures.ts",
    "network/series.ts",
    "network/spans.ts",
    "network/staff_measures.ts",
  ],
  "invariants": [
    "network/audits.ts",
    "network/head_count.ts",
    "network/invariants.ts",
    "network/ledger.ts",
  ],
  "log": [
    "engine/record/column_log.ts",
    "network/described_place.ts",
    "network/log_events.ts",
    "network/log_schema.ts",
    "network/seen_codes.ts",
    "network/where_seen.ts",
  ],
  "set-up": [
    "network/join_flows.ts",
    "network/known_faces.ts",
    "network/laws.ts",
    "network/replication.ts",
    "network/world.ts",
  ],
  "engine not used by the network": ["engine/process/", "engine/resources/"],
};

/** What is not from a file of the model, by name of the function as the profiler gives it. */
const ENGINE_OF_V8: Readonly<Record<string, string>> = {
  "(garbage collector)": "garbage collector",
};

/** Libraries whose time is that of a part. */
const LIBRARIES: readonly (readonly [string, string])[] = [
  ["lib-r-math", "draws and laws"],
  ["node:inspector", "profiler"],
  ["deno_node/inspector", "profiler"],
];

const FOLDERS: readonly (readonly [string, string])[] = [
  ["domain/city/travel.ts", "transfer"],
  ["domain/population/", "infections"],
  ["domain/epidemic/", "infections"],
  ["domain/policy/", "referral and bed search"],
  ["domain/", "set-up"],
  ["scenario/", "set-up"],
];

/**
 * The part to which a file under `sim/` belongs: the longest name or folder that fits.
 *
 * @param file Path under `sim/`, such as `network/clinic.ts`.
 * @returns Name of the part; undefined for a file in none.
 */
export function partOfFile(file: string): string | undefined {
  let best: string | undefined;
  let length = 0;
  const known: (readonly [string, string])[] = [
    ...Object.entries(PARTS).flatMap(([part, names]) => names.map((name) => [name, part] as const)),
    ...FOLDERS,
  ];
  for (const [name, part] of known) {
    const fits = name.endsWith("/") ? file.startsWith(name) : file === name;
    if (!fits || name.length <= length) continue;
    best = part;
    length = name.length;
  }
  return best;
}

/**
 * The part to which a sample of the profiler belongs.
 *
 * @param url Address of the source; empty for what is not JavaScript.
 * @param name Name of the function.
 * @returns Name of the part; `other` for what is in none.
 */
export function partOfFrame(url: string, name: string): string {
  if (url.startsWith("wasm:")) return "draws and laws";
  const inModel = /\/sim\/(.*)$/.exec(url);
  if (inModel !== null) return partOfFile(inModel[1]) ?? "other";
  const library = LIBRARIES.find(([piece]) => url.includes(piece));
  return library?.[1] ?? ENGINE_OF_V8[name] ?? "other";
}
