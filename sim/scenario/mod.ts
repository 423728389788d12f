/** Scenario files and city tables to one checked, frozen Scenario. */
export { loadCity } from "./city_folder.ts";
export type { LoadOptions } from "./city_folder.ts";
export { blankRows, cityRows, csvOf } from "./city_rows.ts";
export { copiedCity } from "./copied.ts";
export type { CellContent, TableRows } from "./city_rows.ts";
export { outlinesText } from "./outlines_text.ts";
export { communitiesOf } from "./communities_geojson.ts";
export type { FeatureNames } from "./communities_geojson.ts";
export { cityDictionary } from "./dictionary.ts";
export type { DictionaryColumn, DictionaryTable } from "./dictionary.ts";
export { inspectCity } from "./inspect_city.ts";
export type { CityInspection, CityProblem, PlannerPlace, UnusualValue } from "./inspect_city.ts";
export { PLANNER_LANGUAGES } from "./planner_language.ts";
export type { PlannerLanguage } from "./planner_language.ts";
export { sheetWorkbook } from "./sheet_workbook.ts";
export type { SheetColumnKind, WorkbookSheet } from "./sheet_workbook.ts";
export { workbookOf } from "./workbook.ts";
export type { WorkbookOptions } from "./workbook.ts";
export { CLAUSE_STATES, loadClauses } from "./clauses.ts";
export type { Clause, ClauseRegister, ClauseState, Notice } from "./clauses.ts";
export { describeCity } from "./describe.ts";
export type { CityTotal } from "./describe.ts";
export { nearestName, quoted, ScenarioError } from "./error.ts";
export type { Issue } from "./error.ts";
export { canonicalJson, deepFreeze, hashOf } from "./hash.ts";
export { lintClauses } from "./_lint_clauses.ts";
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
export { regrid } from "./regrid.ts";
export type { GridAssignment, RegridOptions } from "./regrid.ts";
export { withCity } from "./with_city.ts";
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
  Provenance,
  ReferralSpec,
  Scenario,
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
export { setParameters } from "./set_parameters.ts";
export type { Naming, ParameterValues } from "./set_parameters.ts";
export { parameterAt } from "./parameter_at.ts";
export type { ParameterPlace } from "./parameter_at.ts";
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
export { CLOSED_TO, INPATIENTS } from "./interventions_spec.ts";
export type {
  BedsLost,
  ClosureSpec,
  InterventionSpec,
  LinksChange,
  VehiclesChange,
} from "./interventions_spec.ts";
export type { ArrivalClassSpec, ArrivalSection, ArrivalsFrom } from "./arrivals_spec.ts";
export { minuteOf, numberedRules, phasesOf } from "./phases.ts";
export type { Phase, Phased } from "./phases.ts";
export { laterUses } from "./later_uses.ts";
export type {
  AppointmentSpec,
  HolidaySpec,
  LevelPlan,
  LineSpec,
  ServicesSpec,
  SessionSpec,
  WorkforceSpec,
} from "./services_spec.ts";
export { WAVE_MODES } from "./epidemic_spec.ts";
export type {
  CompartmentSpec,
  LevelRuleSpec,
  ReportedSpec,
  SpreadSpec,
  WaveMode,
} from "./epidemic_spec.ts";
export { askedLines } from "./asked_lines.ts";
export { openPlan } from "./open_plan.ts";
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
