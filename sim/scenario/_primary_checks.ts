/** What must hold within the section on the primary level. */
import type { ScenarioFile } from "./_schema.ts";

type Path = readonly (string | number)[];
type Add = (path: Path, rule: string, value: string) => void;

/** Checks hours, and that nothing is asked of teams or doctors who are not there. */
export function checkPrimary({ primary }: Partial<ScenarioFile>, add: Add): void {
  if (primary === undefined) return;
  const { teams, doctors, careHomes } = primary;
  if (teams.closes <= teams.opens) {
    const rule = "Expected a time after primary.teams.opens";
    add(["primary", "teams", "closes"], rule, `${teams.closes / 60} h`);
  }
  if (teams.limited && teams.per10k === 0) {
    const rule = "Expected a number above 0, as red residents must be followed up (P22-2.2.1b)";
    add(["primary", "teams", "per10k"], rule, String(teams.per10k));
  }
  if (doctors.urged > 0 && doctors.calls === 0) {
    const rule = "Expected an interval above 0 where calls urge people to be seen";
    add(["primary", "doctors", "calls"], rule, "0 min");
  }
  if (careHomes.assigned > 0 && careHomes.mobile + careHomes.immobile === 0) {
    const rule = "Expected 0 where nobody lives in a care home";
    add(["primary", "careHomes", "assigned"], rule, String(careHomes.assigned));
  }
  if (careHomes.seenInPlace && careHomes.immobile === 0) {
    const rule = "Expected a share above 0 where residents of care homes are seen in place";
    add(["primary", "careHomes", "immobile"], rule, "0");
  }
}
