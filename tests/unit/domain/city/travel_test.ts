import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { distanceKm, Travel } from "../../../../sim/domain/city/mod.ts";

const TIANANMEN = { lon: 116.3975, lat: 39.9087 };
const MIYUN = { lon: 116.8432, lat: 40.3769 };
const KM_PER_DEGREE = Math.PI * 6371.0088 / 180;
const EVEN = new Array(24).fill(0.5);

Deno.test("distanceKm() is 111.195 km along a meridian's degree and 0 at one place", () => {
  assertAlmostEquals(distanceKm(116, 39, 116, 40), KM_PER_DEGREE, 1e-9);
  assertEquals(distanceKm(116, 39, 116, 39), 0);
});

Deno.test("distanceKm() is half the circumference between antipodes", () => {
  assertAlmostEquals(distanceKm(0, 0, 180, 0), 180 * KM_PER_DEGREE, 1e-9);
});

Deno.test("distanceKm() refuses coordinates that are not on the earth", () => {
  assertThrows(
    () => distanceKm(0, 0, 39.9, 116.4),
    RangeError,
    "Cannot place a node as longitude must be within -180 to 180 deg and latitude within -90 to 90 deg: longitude is 39.9, latitude is 116.4",
  );
});

Deno.test("Travel.km() is the great-circle distance times the detour, both ways alike", () => {
  const travel = new Travel({ nodes: [TIANANMEN, MIYUN], detour: 1.4, speed: EVEN });
  const direct = distanceKm(TIANANMEN.lon, TIANANMEN.lat, MIYUN.lon, MIYUN.lat);
  assertAlmostEquals(travel.km(0, 1), 1.4 * direct, 1e-9);
  assertEquals(travel.km(1, 0), travel.km(0, 1));
  assertEquals(travel.km(1, 1), 0);
  assertEquals(travel.size, 2);
});

Deno.test("Travel.minutes() takes the speed of the hour of departure, also before the first day", () => {
  const speed = Array.from({ length: 24 }, (_, hour) => 0.5 + hour / 100);
  const travel = new Travel({ nodes: [TIANANMEN, MIYUN], detour: 1, speed });
  const km = travel.km(0, 1);
  const hourOf = (now: number) => (km / travel.minutes(0, 1, now) - 0.5) * 100;
  assertAlmostEquals(hourOf(0), 0, 1e-9);
  assertAlmostEquals(hourOf(59.99), 0, 1e-9);
  assertAlmostEquals(hourOf(60), 1, 1e-9);
  assertAlmostEquals(hourOf(1440 * 7 - 1), 23, 1e-9);
  assertAlmostEquals(hourOf(-1), 23, 1e-9);
  assertAlmostEquals(hourOf(-1440), 0, 1e-9);
});

Deno.test("Travel refuses a detour below 1, a speed of 0 and a day of 23 hours", () => {
  const nodes = [TIANANMEN];
  assertThrows(
    () => new Travel({ nodes, detour: 0.9, speed: EVEN }),
    RangeError,
    "Cannot compute travel as the detour must be >= 1: current detour is 0.9",
  );
  assertThrows(
    () => new Travel({ nodes, detour: 1, speed: EVEN.with(5, 0) }),
    RangeError,
    "Cannot compute travel as a speed must be > 0 km/min: speed of hour 5 is 0 km/min",
  );
  assertThrows(
    () => new Travel({ nodes, detour: 1, speed: EVEN.slice(1) }),
    RangeError,
    "Cannot compute travel as there must be 24 speeds: current number is 23",
  );
});
