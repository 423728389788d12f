/**
 * Measures of what is known and open: beds as a platform publishes them, fever clinics that open by a
 * date. Each is given when what it is about is switched on.
 */
import type { MeasureDefinition } from "./definition.ts";

const RUN = "Warm-up: has none. Censoring: none.";

/** Measures of published beds and of clinics that open, in the order of result tables. */
export const OPENNESS_MEASURES: readonly MeasureDefinition[] = [
  {
    name: "free_beds_unseen",
    unit: "beds",
    title: { en: "Free beds published as full", zh: "未被平台显示的空床" },
    definition:
      `Numerator: beds that a case could have had just before a publication, in wards that the publication before showed as full, summed over publications. Denominator: publications (P22-2.6b). Who is in: publications after the first instant of the first day, to the end of the run. ${RUN}`,
    groups: [],
    better: "less",
    decimals: 2,
  },
  {
    name: "confirmation_hours",
    unit: "h",
    title: { en: "Time lost on confirmation", zh: "床位核实耗时" },
    definition:
      `Hours spent to hear from wards published free that they have no bed; one span for each refusal with the reason stale. Who is in: requests from the first day to the end of the run. ${RUN}`,
    groups: [],
    better: "less",
    decimals: 1,
  },
  {
    name: "clinic_not_open_yet",
    unit: "visits",
    title: { en: "Fever clinic not open yet", zh: "发热门诊尚未开放" },
    definition:
      `First contacts and later ones on foot at a primary facility whose fever clinic had not opened yet; they went on to the hospital (P22-3.1). They are also among those who found it closed. Who is in: contacts from the first day to the end of the run. ${RUN}`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "primary_clinics_open",
    unit: "-",
    title: { en: "Fever clinics of primary facilities open", zh: "基层发热门诊开放比例" },
    definition:
      "Numerator: days on which fever clinics of primary facilities had opened, at whatever hours, summed over clinics. Denominator: all such clinics times the days of the window (P22-3.1). Who is in: the window, first to last day of infections. Warm-up: left out. Censoring: none.",
    groups: [],
    better: "more",
    decimals: 3,
  },
];
