/** What a hospital expects of what it has seen, by hand. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { forecastCensus, reserveOf } from "../../../../sim/domain/services/mod.ts";

const DAY = 1440;
const outlook = { look: 2 * DAY, horizon: 2 * DAY, growth: true };
const seen = { census: 0, arrivals: [0, 0] as const, departures: 0, patientTime: 0 };

Deno.test("forecastCensus() keeps whoever is there when nobody comes or goes", () => {
  assertEquals(forecastCensus({ ...seen, census: 3, patientTime: 6 * DAY }, outlook), 3);
  assertEquals(forecastCensus(seen, outlook), 0);
});

Deno.test("forecastCensus() carries on what arrivals grew, to the middle of the time ahead", () => {
  // 2 a day, then 4 a day: 4 + 2 × 1.5 half times = 7 a day, for two days.
  assertEquals(forecastCensus({ ...seen, arrivals: [2, 4] }, outlook), 14);
  // The same without growth: 3 a day.
  assertEquals(forecastCensus({ ...seen, arrivals: [2, 4] }, { ...outlook, growth: false }), 6);
  // Further ahead: 4 + 2 × 2.5 = 9 a day, for four days.
  assertEquals(forecastCensus({ ...seen, arrivals: [2, 4] }, { ...outlook, horizon: 4 * DAY }), 36);
});

Deno.test("forecastCensus() expects nobody where arrivals fall fast, never less", () => {
  assertEquals(forecastCensus({ ...seen, census: 7, arrivals: [5, 1] }, outlook), 7);
});

// 1 of 10 patients leaves each day: of 8, 8 × exp(−0.2) are left after two days, and of 5 a day
// 50 × (1 − exp(−0.2)) have come and not left. Planted: departures of those who come left out: 16.55.
Deno.test("forecastCensus() lets those leave who are there and who come", () => {
  const forecast = forecastCensus(
    { census: 8, arrivals: [5, 5], departures: 2, patientTime: 20 * DAY },
    outlook,
  );
  assertAlmostEquals(forecast, 6.549846024623854 + 9.063462346100908, 1e-9);
});

Deno.test("reserveOf() rounds up to whole beds, between the least and the greatest share", () => {
  const bounds = { least: 0.25, most: 0.8 };
  assertEquals([0, 2.0, 2.1, 3, 7.9, 99].map((n) => reserveOf(n, 10, bounds)), [2, 2, 3, 3, 8, 8]);
  assertEquals(reserveOf(3 + 1e-12, 10, bounds), 3);
  assertEquals(reserveOf(5, 1, bounds), 0);
});
