/**
 * The cells of a table over some attributes: one for every combination that its groups allow.
 *
 * Attributes that depend on one another share an axis that counts only the combinations that occur,
 * so that all that is known of a person takes a tenth of the cells of a plain product, and the part
 * of the index that a person gives can be kept with the person.
 */
import { ATTRIBUTES, GROUPS } from "./_attributes.ts";
import type { RuleCondition } from "./rule.ts";

/** Most cells of a table. */
export const MAX_CELLS = 2 ** 20;

/** One group of attributes, as far as they are used. */
interface Axis {
  /** Attributes used. */
  readonly attributes: readonly number[];
  /** Codes of the used attributes, by class. */
  readonly classes: readonly (readonly number[])[];
  /** Step between classes. */
  readonly stride: number;
  /** Class by codes in mixed radix; -1 for combinations that do not occur. */
  readonly classOf: Int32Array;
}

/** Codes of some attributes in mixed radix. */
function keyOf(attributes: readonly number[], codes: readonly number[]): number {
  return attributes.reduce((key, a, i) => key * ATTRIBUTES[a].values.length + codes[i], 0);
}

function axisOf(group: (typeof GROUPS)[number], used: ReadonlySet<number>, stride: number): Axis {
  const places = [...group.attributes.keys()].filter((i) => used.has(group.attributes[i]));
  const attributes = places.map((i) => group.attributes[i]);
  const keys = attributes.reduce((n, a) => n * ATTRIBUTES[a].values.length, 1);
  const classOf = new Int32Array(keys).fill(-1);
  const classes: number[][] = [];
  for (const combination of group.combinations) {
    const codes = places.map((i) => combination[i]);
    const key = keyOf(attributes, codes);
    if (classOf[key] >= 0) continue;
    classOf[key] = classes.length;
    classes.push(codes);
  }
  return { attributes, classes, stride, classOf };
}

/** The cells of a table. */
export class Space {
  /** Number of cells. */
  readonly size: number;
  /** Attributes used, in the order of `ATTRIBUTES`. */
  readonly attributes: readonly number[];
  /** One axis per group, in the order of `GROUPS`. */
  readonly axes: readonly Axis[];

  /** Lays out the cells for some attributes; `what` says for what, in a refusal. */
  constructor(names: ReadonlySet<keyof RuleCondition>, what: string) {
    this.attributes = ATTRIBUTES.flatMap(({ name }, a) => names.has(name) ? [a] : []);
    const used = new Set(this.attributes);
    const axes: Axis[] = [];
    let size = 1;
    for (const group of GROUPS) {
      const axis = axisOf(group, used, size);
      axes.push(axis);
      size *= axis.classes.length;
    }
    if (size > MAX_CELLS) {
      const sizes = this.attributes.map((a) =>
        `${ATTRIBUTES[a].name} (${ATTRIBUTES[a].values.length})`
      );
      throw new RangeError(
        `Cannot tabulate ${what} as its attributes must make <= ${MAX_CELLS} cells: current number is ${size}, of ${
          sizes.join(", ")
        }`,
      );
    }
    this.axes = axes;
    this.size = size;
  }

  /** Class of a cell on an axis. */
  classAt(axis: number, cell: number): number {
    const { stride, classes } = this.axes[axis];
    return Math.floor(cell / stride) % classes.length;
  }

  /** Codes of the attributes of a cell; -1 for those that the table does not use. */
  codesOf(cell: number): number[] {
    const codes = new Array<number>(ATTRIBUTES.length).fill(-1);
    this.axes.forEach(({ attributes, classes }, axis) => {
      if (attributes.length === 0) return;
      const own = classes[this.classAt(axis, cell)];
      attributes.forEach((a, i) => codes[a] = own[i]);
    });
    return codes;
  }

  /** Part of a cell's index that an axis gives, from codes of all attributes; NaN for none. */
  offset(axis: number, codes: readonly number[]): number {
    const { attributes, classOf, stride } = this.axes[axis];
    const found = classOf[keyOf(attributes, attributes.map((a) => codes[a]))];
    return found < 0 ? NaN : found * stride;
  }
}
