/** What the admission of an ordinary inpatient is counted as: an admission, an operation, a delivery. */
import { LINES, WARD_TYPES } from "../domain/mod.ts";
import { KIND } from "./decisions.ts";
import { Operations } from "./operations.ts";
import type { World } from "./world.ts";

/** Lines of ordinary inpatients. */
const LINE_OF = {
  urgent: LINES.indexOf("inpatient_urgent"),
  elective: LINES.indexOf("inpatient_elective"),
} as const;
const DELIVERY = LINES.indexOf("delivery");
const SURGERY = LINES.indexOf("surgery");
const GENERAL = WARD_TYPES.indexOf("general");

/** Counts admissions. */
export class OrdinaryVolume {
  readonly #world: World;
  readonly #operations: Operations;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    this.#operations = new Operations(world);
  }

  /**
   * Counts somebody who is admitted now. Without counted theatres nobody waits for one: who needs an
   * operation has it on coming.
   *
   * @param w Ward.
   * @param who Number of the patient [-], and whether urgent or elective.
   * @param theatres Whether theatres are counted.
   */
  admitted(
    w: number,
    { who, line }: { readonly who: number; readonly line: "urgent" | "elective" },
    theatres: boolean,
  ): void {
    const { volume, layout, executive, draws } = this.#world;
    const at = { tier: layout.facilities.tier[layout.wardFacility[w]], time: executive.now };
    volume.served(LINE_OF[line], at, 1);
    const counts = !theatres && executive.now >= 0;
    if (counts && this.#operations.needOf(w, who, line)) volume.served(SURGERY, at, 1);
    draws.block(who, KIND.INPATIENT | w, 0, 0);
    if (line === "urgent" && this.#isDelivery(w)) volume.served(DELIVERY, at, 1);
  }

  /** Whether an urgent patient comes to give birth; their block 0 is drawn. */
  #isDelivery(w: number): boolean {
    const { draws, layout, scenario: { services } } = this.#world;
    const limit = services.urgentShare * services.deliveryShare;
    return layout.wardType[w] === GENERAL && draws.u2 < limit;
  }
}
