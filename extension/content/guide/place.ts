/** Where the card goes. Pure: boxes in, a box out. */

/** A rectangle in CSS pixels of the viewport. */
export type Box = { x: number; y: number; w: number; h: number };

/** The side of the target that the card hangs on. */
export type Side = "below" | "above" | "right" | "left" | "alone";

/** What is to be placed, and where it may go. */
export type Ask = {
  /** What the spotlight rings, rings included; absent: nothing is pointed at. */
  target?: Box | undefined;
  /** The field that has the focus, which must stay visible. */
  focus?: Box | undefined;
  /** The card at its full size. */
  card: { w: number; h: number };
  /** The viewport. */
  room: { w: number; h: number };
  /** Whether the text runs from right to left. */
  rtl: boolean;
  /** The side it hangs on now: kept as long as it fits, so that the card does not jump about. */
  last?: Side | undefined;
  /** A person asked for the card, so it comes, even over what it should not cover. */
  must?: boolean | undefined;
};

/** Where it goes: `h` is the height it has there, `arrow` the place of the arrow along its side. */
export type Place = { side: Side; x: number; y: number; h: number; arrow: number };

const GAP = 12;
const EDGE = 8;
/** Less than this is no card any more: it folds. */
const LEAST = 96;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** Whether two boxes share a point. */
export function overlap(a: Box, b: Box | undefined): boolean {
  return b !== undefined && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** The best place, or `undefined` where the card would have to cover what it points at. */
export function place(ask: Ask): Place | undefined {
  const { target, card } = ask;
  if (!target) return corner(ask, card) ?? band(ask) ?? bottom(ask);
  const sides: Side[] = ask.rtl ? ["below", "above", "left", "right"] : ["below", "above", "right", "left"];
  if (ask.last && ask.last !== "alone") sides.unshift(ask.last);
  for (const side of sides) {
    const found = beside(ask, target, side);
    if (found) return found;
  }
  return corner(ask, card) ?? band(ask) ?? bottom(ask);
}

/** Hangs on one side of the target, if it fits there whole. */
function beside({ card, room, rtl, focus }: Ask, target: Box, side: Side): Place | undefined {
  const upright = side === "below" || side === "above";
  const wide = room.w - card.w - EDGE;
  const high = room.h - card.h - EDGE;
  const x = upright
    ? clamp(rtl ? target.x + target.w - card.w : target.x, EDGE, Math.max(EDGE, wide))
    : side === "right" ? target.x + target.w + GAP : target.x - GAP - card.w;
  const y = upright
    ? side === "below" ? target.y + target.h + GAP : target.y - GAP - card.h
    : clamp(target.y, EDGE, Math.max(EDGE, high));
  const box = { x, y, w: card.w, h: card.h };
  if (x < EDGE || x > wide || y < EDGE || y > high || overlap(box, focus) || overlap(box, target)) return undefined;
  const inset = Math.min((upright ? target.w : target.h) / 2, 47);
  const at = upright ? (rtl ? target.x + target.w - inset : target.x + inset) - x : target.y + inset - y;
  return { side, x, y, h: card.h, arrow: clamp(at, 22, (upright ? card.w : card.h) - 22) };
}

/** Stands in the first corner where it covers neither target nor focus. */
export function corner({ target, focus, room, rtl }: Pick<Ask, "target" | "focus" | "room" | "rtl">, size: { w: number; h: number }): Place | undefined {
  const right = room.w - size.w - EDGE * 2;
  const bottom = room.h - size.h - EDGE * 2;
  if (right < 0 || bottom < 0) return undefined;
  const [near, far] = rtl ? [EDGE * 2, right] : [right, EDGE * 2];
  for (const [x, y] of [[near, bottom], [far, bottom], [near, EDGE * 2], [far, EDGE * 2]] as const) {
    const box = { x, y, ...size };
    if (!overlap(box, target) && !overlap(box, focus)) return { side: "alone", x, y, h: size.h, arrow: 0 };
  }
  return undefined;
}

/** Stands at the bottom, if it must. */
function bottom({ card, room, rtl, must }: Ask): Place | undefined {
  if (!must) return undefined;
  const h = Math.min(card.h, room.h - EDGE * 2);
  return { side: "alone", x: rtl ? EDGE : Math.max(EDGE, room.w - card.w - EDGE), y: room.h - h - EDGE, h, arrow: 0 };
}

/** Takes the higher of the bands above and below everything that must stay visible, and scrolls inside. */
function band({ target, focus, card, room, rtl }: Ask): Place | undefined {
  const kept = [target, focus].filter((box) => box !== undefined);
  const top = Math.min(room.h, ...kept.map((box) => box.y - GAP));
  const bottom = kept.length > 0 ? Math.max(...kept.map((box) => box.y + box.h + GAP)) : EDGE;
  const [above, below] = [top - EDGE * 2, room.h - bottom - EDGE];
  const free = kept.length > 0 ? Math.max(above, below) : below;
  const h = Math.min(card.h, free);
  if (h < Math.min(LEAST, card.h)) return undefined;
  const x = rtl ? EDGE : Math.max(EDGE, room.w - card.w - EDGE);
  return { side: "alone", x, y: below >= above || kept.length === 0 ? room.h - h - EDGE : EDGE, h, arrow: 0 };
}
