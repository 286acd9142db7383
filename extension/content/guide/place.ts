/** Where the card goes. Pure: boxes in, a box out. */

/** A rectangle in CSS pixels of the viewport. */
export type Box = { x: number; y: number; w: number; h: number };

/** A width and a height. */
export type Size = Pick<Box, "w" | "h">;

/** The side of the target that the card hangs on. */
export type Side = "below" | "above" | "right" | "left" | "alone";

/** What is to be placed, and where it may go. */
export type Ask = {
  /** What the card hangs on: the spotlight with its rings; absent: it stands in a corner. */
  target?: Box | undefined;
  /** What must stay visible beside the target: the field that has the focus. */
  avoid: (Box | undefined)[];
  /** The card at its full size. */
  card: Size;
  /** The viewport. */
  room: Size;
  /** Whether the text runs from right to left. */
  rtl: boolean;
  /** The side it hangs on now: kept as long as it fits, so that the card does not jump about. */
  last?: Side | undefined;
  /** A person asked for the card, so it comes, even over what it should not cover. */
  must?: boolean;
};

/** Where it goes, and the height it has there. */
export type Place = { side: Side; x: number; y: number; h: number };

const GAP = 12;
const EDGE = 8;
/** Less than this is no card any more: it folds. */
const LEAST = 96;

/** The value, or the nearer of two bounds where it lies beyond them. */
export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** Whether two boxes share a point. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/**
 * The first place where the card fits whole and covers nothing that must stay visible: below, above or beside the
 * target, or in a corner; else the higher of the bands above and below everything, where it scrolls inside.
 */
export function place({ target, avoid, card, room, rtl, last, must }: Ask): Place | undefined {
  const { w, h } = card;
  const right = room.w - w - EDGE;
  const low = room.h - h - EDGE;
  const kept = [target, ...avoid].filter((box) => box !== undefined);
  const [near, far] = rtl ? [EDGE, right] : [right, EDGE];
  const places: [Side, number, number][] = [["alone", near, low], ["alone", far, low], ["alone", near, EDGE], ["alone", far, EDGE]];
  if (target) {
    const x = clamp(rtl ? target.x + target.w - w : target.x, EDGE, right);
    const y = clamp(target.y, EDGE, low);
    const beside: typeof places = [["right", target.x + target.w + GAP, y], ["left", target.x - GAP - w, y]];
    if (rtl) beside.reverse();
    places.unshift(["below", x, target.y + target.h + GAP], ["above", x, target.y - GAP - h], ...beside);
    // Only a side of the target is kept: a card that stood alone goes to its control as soon as there is one.
    if (last !== "alone") places.sort(([a], [b]) => Number(b === last) - Number(a === last));
  }
  for (const [side, x, y] of places) {
    if (x < EDGE || x > right || y < EDGE || y > low || kept.some((box) => overlap({ x, y, w, h }, box))) continue;
    return { side, x, y, h };
  }
  const above = Math.min(room.h, ...kept.map((box) => box.y));
  const below = room.h - Math.max(0, ...kept.map((box) => box.y + box.h));
  const most = must ? room.h - EDGE * 2 : Math.max(above, below) - GAP - EDGE;
  // Where it is not the height that hinders, another height does not help.
  if (most < LEAST || (most >= h && !must)) return undefined;
  return place({ avoid: must ? [] : kept, card: { w, h: Math.min(h, most) }, room, rtl });
}
