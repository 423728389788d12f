/** The tables of a city, and travel in it. */
export type {
  AgeShare,
  BilingualName,
  City,
  ColumnSource,
  Community,
  District,
  FacilitySpec,
  FleetSpec,
  Grid,
  Link,
  Outline,
  PublishedTotal,
  WardSpec,
} from "./city.ts";
export { partOf } from "./part_of.ts";
export { distanceKm, Travel } from "./travel.ts";
export type { Place, TravelSpec } from "./travel.ts";
