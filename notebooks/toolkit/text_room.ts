/**
 * How much room parts of an SVG take, by rule of thumb: there are no fonts where no browser is.
 *
 * Plotly asks for it when it lays out margins, legends and labels; a letter is taken as 0.56 of
 * the font size, a Chinese character as all of it, a line as 1.3.
 */

/** A rectangle as browsers describe one. */
export interface Room {
  /** Left edge [px]. */
  readonly x: number;
  /** Upper edge [px]. */
  readonly y: number;
  /** Width [px]. */
  readonly width: number;
  /** Height [px]. */
  readonly height: number;
  /** Left edge [px]. */
  readonly left: number;
  /** Upper edge [px]. */
  readonly top: number;
  /** Right edge [px]. */
  readonly right: number;
  /** Lower edge [px]. */
  readonly bottom: number;
}

/** As much of an SVG element as is asked here. */
export interface SvgPart {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly children: ArrayLike<SvgPart>;
  readonly parentNode?: unknown;
  readonly style?: { readonly fontSize?: string };
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): ArrayLike<SvgPart>;
}

const LETTER = 0.56;
const LINE = 1.3;
const FIRST_WIDE = 0x2e80;
const FONT_SIZE = 12;

/** Room from its left upper corner and size. */
export function roomAt(x: number, y: number, width: number, height: number): Room {
  return { x, y, width, height, left: x, top: y, right: x + width, bottom: y + height };
}

/**
 * Width of a line of text.
 *
 * @param text One line.
 * @param fontSize Font size [px].
 * @returns Width [px].
 *
 * @example A Chinese character is as wide as the font is high
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { textWidth } from "./text_room.ts";
 *
 * assertEquals(textWidth("床位", 10), 20);
 * ```
 */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += character.codePointAt(0)! >= FIRST_WIDE ? 1 : LETTER;
  return ems * fontSize;
}

function numberOf(part: SvgPart, attribute: string): number {
  return Number.parseFloat(part.getAttribute(attribute) ?? "") || 0;
}

function fontSizeOf(part: SvgPart): number {
  const own = Number.parseFloat(part.style?.fontSize ?? "");
  if (own > 0) return own;
  const parent = part.parentNode as SvgPart | undefined;
  return Number.parseFloat(parent?.style?.fontSize ?? "") || FONT_SIZE;
}

/** How far a text stands below its own place [px]. */
function shiftDown(part: SvgPart, fontSize: number): number {
  const shift = part.getAttribute("dy") ?? "";
  return (Number.parseFloat(shift) || 0) * (shift.endsWith("em") ? fontSize : 1);
}

function roomOfText(part: SvgPart): Room {
  const size = fontSizeOf(part);
  const spans = Array.from(part.querySelectorAll("tspan.line"));
  const lines = (spans.length > 0 ? spans : [part]).map((line) => line.textContent ?? "");
  const width = Math.max(...lines.map((line) => textWidth(line, size)));
  const anchor = part.getAttribute("text-anchor");
  const shift = anchor === "middle" ? width / 2 : anchor === "end" ? width : 0;
  const height = size * LINE * lines.length;
  const top = numberOf(part, "y") + shiftDown(part, size) - size;
  return roomAt(numberOf(part, "x") - shift, top, width, height);
}

/** Where a point goes under the shifts and turns of an element, the last written first. */
function movedBy(part: SvgPart, point: readonly [number, number]): [number, number] {
  const steps = (part.getAttribute("transform") ?? "").matchAll(/(translate|rotate)\(([^)]*)\)/g);
  let [x, y] = point;
  for (const [, kind, list] of [...steps].reverse()) {
    const [a = 0, b = 0, c = 0] = list!.split(/[\s,]+/).map(Number);
    if (kind === "translate") [x, y] = [x + a, y + b];
    else {
      const [sine, cosine] = [Math.sin(a * Math.PI / 180), Math.cos(a * Math.PI / 180)];
      const [dx, dy] = [x - b, y - c];
      [x, y] = [b + dx * cosine - dy * sine, c + dx * sine + dy * cosine];
    }
  }
  return [x, y];
}

function roomAround(points: readonly (readonly [number, number])[]): Room {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return roomAt(left, top, Math.max(...xs) - left, Math.max(...ys) - top);
}

function cornersOf({ left, right, top, bottom }: Room): [number, number][] {
  return [[left, top], [right, top], [left, bottom], [right, bottom]];
}

/**
 * Room that an SVG element and what is in it takes.
 *
 * Rectangles and texts count; of other elements, what is inside them.
 *
 * @param part Element.
 * @returns Rectangle [px]; empty at the origin when nothing in it counts.
 */
export function roomOf(part: SvgPart): Room {
  if (part.tagName === "rect") {
    return roomAt(
      ...(["x", "y", "width", "height"] as const).map((name) => numberOf(part, name)) as [
        number,
        number,
        number,
        number,
      ],
    );
  }
  if (part.tagName === "text" || part.tagName === "tspan") return roomOfText(part);
  const corners: [number, number][] = [];
  for (const child of Array.from(part.children)) {
    if (child.tagName === "defs" || child.tagName === "clipPath") continue;
    const room = roomOf(child);
    if (room.width > 0) corners.push(...cornersOf(room).map((corner) => movedBy(child, corner)));
  }
  return corners.length === 0 ? roomAt(0, 0, 0, 0) : roomAround(corners);
}
