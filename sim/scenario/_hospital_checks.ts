/** What must hold within the section on hospitals. */
import type { ScenarioFile } from "./_schema.ts";

const DAY = 1440;

type Path = readonly (string | number)[];
type Add = (path: Path, rule: string, value: string) => void;

/** Checks buffer wards, infection in hospital and operations, as far as the section is there. */
export function checkHospital({ hospital }: Partial<ScenarioFile>, add: Add): void {
  if (hospital === undefined) return;
  const { buffer, infection, surgery } = hospital;
  if (buffer.share >= 1) {
    add(["hospital", "buffer", "share"], "Expected a share below 1", String(buffer.share));
  }
  if (infection.infectiousTo <= infection.infectiousFrom) {
    const rule = "Expected more days than hospital.infection.infectiousFrom";
    add(["hospital", "infection", "infectiousTo"], rule, `${infection.infectiousTo} d`);
  }
  checkSurgery(surgery, add);
}

function checkSurgery(surgery: ScenarioFile["hospital"]["surgery"], add: Add): void {
  const sum = surgery.grades.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-9) {
    const path = ["hospital", "surgery", "grades"];
    add(path, "Expected shares that sum to 1", String(Number(sum.toFixed(9))));
  }
  if (surgery.opens + surgery.length > DAY) {
    const rule = "Expected an operating day that ends by midnight";
    add(["hospital", "surgery", "length"], rule, `${surgery.length / 60} h`);
  }
  if (surgery.counted && surgery.emergency.theatres === 0) {
    const rule =
      "Expected a theatre for emergencies in every hospital, as emergency care is always open (N162-4d)";
    add(["hospital", "surgery", "emergency", "theatres"], rule, "0");
  }
}
