/** The objects of an object-centric event log: what they are called, what is said of them. */
import type { Manifest } from "../../experiment/results/mod.ts";
import type { LoggedEvent } from "../tables/mod.ts";

/** Types of attributes that OCEL 2.0 knows. */
type AttributeType = "string" | "integer" | "float";

/** Types of objects, with their attributes. */
export const OBJECT_TYPES = [
  { name: "patient", attributes: { colour: "string" } },
  {
    name: "facility",
    attributes: { name: "string", name_zh: "string", kind: "string", tier: "integer" },
  },
  { name: "ward", attributes: { ward_type: "string" } },
  { name: "vehicle", attributes: {} },
  { name: "grid", attributes: { name: "string", name_zh: "string", population: "integer" } },
] as const satisfies readonly {
  readonly name: string;
  readonly attributes: Readonly<Record<string, AttributeType>>;
}[];

type ObjectType = (typeof OBJECT_TYPES)[number]["name"];

/** Time of attributes that never change, as the standard has it. */
const ALWAYS = "1970-01-01T00:00:00Z";

/** Id of an object: names of different types may be alike. */
export function objectId(type: ObjectType, name: string): string {
  return `${type}:${name}`;
}

/** Id of a ward. */
export function wardId({ facility, ward }: Pick<LoggedEvent, "facility" | "ward">): string {
  return objectId("ward", `${facility}/${ward}`);
}

/** What is said of an object. */
interface Said {
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly related?: readonly (readonly [objectId: string, qualifier: string])[];
}

function objectText(type: ObjectType, id: string, { attributes = {}, related = [] }: Said): string {
  return JSON.stringify({
    id,
    type,
    attributes: Object.entries(attributes)
      .map(([name, value]) => ({ name, time: ALWAYS, value: String(value) })),
    relationships: related.map(([objectId, qualifier]) => ({ objectId, qualifier })),
  });
}

/** A patient. */
export function patientObject({ patient, colour, grid }: LoggedEvent): string {
  return objectText("patient", objectId("patient", patient), {
    ...(colour !== "" && { attributes: { colour } }),
    related: [[objectId("grid", grid), "lives in"]],
  });
}

/** Objects of a city that have been met in a log, each once, in the order in which they were met. */
export class PlacesMet {
  readonly #objects = new Map<string, () => string>();
  readonly #facilities: ReadonlyMap<string, Manifest["city"]["facilityNames"][number]>;

  /** @param city The city as the manifest has it. */
  constructor({ facilityNames }: Manifest["city"]) {
    this.#facilities = new Map(facilityNames.map((facility) => [facility.id, facility]));
  }

  /** @param event An event, whose facility, ward and vehicle are noted. */
  add({ facility, ward, vehicle }: LoggedEvent): void {
    if (facility !== "") this.#note("facility", facility, () => this.#saidOf(facility));
    if (ward !== "") {
      const related = [[objectId("facility", facility), "belongs to"]] as const;
      this.#note("ward", `${facility}/${ward}`, () => ({
        attributes: { ward_type: ward },
        related,
      }));
    }
    if (vehicle !== "") this.#note("vehicle", vehicle, () => ({}));
  }

  #note(type: ObjectType, name: string, said: () => Said): void {
    const id = objectId(type, name);
    if (!this.#objects.has(id)) this.#objects.set(id, () => objectText(type, id, said()));
  }

  #saidOf(facility: string): Said {
    const known = this.#facilities.get(facility);
    if (known === undefined) return {};
    const { name, kind, tier } = known;
    return { attributes: { name: name.en, name_zh: name.zh, kind, tier } };
  }

  /** @returns Objects as JSON. */
  *objects(): Generator<string> {
    for (const text of this.#objects.values()) yield text();
  }
}

/** The grids of a city, those without events too. */
export function gridObjects({ grids }: Manifest["city"]): string[] {
  return grids.map(({ id, name, population }) =>
    objectText("grid", objectId("grid", id), {
      attributes: { name: name.en, name_zh: name.zh, population },
    })
  );
}
