/** Scenario files and city tables to one checked, frozen Scenario. */
export { loadCity } from "./city_folder.ts";
export type { LoadOptions } from "./city_folder.ts";
export { CLAUSE_STATES, loadClauses } from "./clauses.ts";
export type { Clause, ClauseRegister, ClauseState, Notice } from "./clauses.ts";
export { describeCity } from "./describe.ts";
export type { CityTotal } from "./describe.ts";
export { nearestName, quoted, ScenarioError } from "./error.ts";
export type { Issue } from "./error.ts";
export { canonicalJson, deepFreeze, hashOf } from "./hash.ts";
export { lintScenario } from "./lint.ts";
export type { Finding } from "./lint.ts";
export { hospitalActs, openHospital } from "./hospital_spec.ts";
export type {
  AdmissionSpec,
  BufferSpec,
  EmergencySurgerySpec,
  HospitalSection,
  HospitalSpec,
  InHospitalInfectionSpec,
  SurgerySpec,
} from "./hospital_spec.ts";
export { loadScenario } from "./load.ts";
export type { ScenarioLoadOptions } from "./load.ts";
export { formOf, isQuantity, parseQuantity, QUANTITY_KINDS } from "./quantity.ts";
export type { QuantityKind } from "./quantity.ts";
export { restrictCity } from "./restrict.ts";
export { withRules } from "./with_rules.ts";
export { writtenValues } from "./written_values.ts";
export type { WrittenValue } from "./written_values.ts";
export type { NewRules } from "./with_rules.ts";
export { loadRules } from "./rules.ts";
export { CONTACTS } from "./scenario.ts";
export type {
  AttackPoint,
  CareSpec,
  Contact,
  ContactShares,
  ContactSpec,
  CourseSpec,
  LevelPlan,
  Provenance,
  ReferralSpec,
  Scenario,
  ServicesSpec,
  StaffRatio,
  TransferSpec,
  WardsSpec,
  WaveSpec,
  WindowSpec,
  WorseSeverity,
} from "./scenario.ts";
export { differencesOf } from "./difference.ts";
export type { ScenarioChange } from "./scenario_change.ts";
export { drawScenario, fixParameters, parametersOf } from "./draw.ts";
export type { DrawnParameter, SetOptions } from "./draw.ts";
export type {
  ByTier,
  ClinicOpeningSpec,
  ClinicSpec,
  ClinicSupportSpec,
  EmergencySpec,
  ImagingSpec,
  LaboratorySpec,
  ReceptionSections,
  TriageSpec,
  WorseShares,
} from "./reception_spec.ts";
export { SUSPECTED_FROM } from "./referral_spec.ts";
export type { InformationSpec, ReferralHorizon, SuspectedSpec } from "./referral_spec.ts";
export { RESERVED_AGAINST } from "./hospital_plan_spec.ts";
export type { HospitalPlanSpec, ReservedAgainst } from "./hospital_plan_spec.ts";
export { ordinaryWards } from "./ordinary_wards.ts";
export { CONVERTIBLE_TRIGGERS, POSTS } from "./staff_spec.ts";
export type {
  ConvertibleSpec,
  ConvertibleTrigger,
  IdleWardSpec,
  Post,
  StaffAbsenceSpec,
  StaffMoveSpec,
  StaffReserveSpec,
  StaffSpec,
  WardChanges,
  WardUseSpec,
} from "./staff_spec.ts";
export type {
  AntiviralSpec,
  CareHomeSpec,
  DoctorSpec,
  KitSpec,
  MedicineSpec,
  OnlineSpec,
  PrimarySections,
  PrimarySpec,
  TeamSpec,
  TelemedicineSpec,
} from "./primary_spec.ts";
export { START_STATES } from "./start_spec.ts";
export type { CensusRow, StartSpec, StartState, WaitingRow } from "./start_spec.ts";
export type { AcceptedSets, UncertainParameter, UncertaintySpec } from "./uncertainty.ts";
