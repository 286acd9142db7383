import type { Card } from "./card";
import { box, visiblePart } from "./clip";
import type { Host } from "./host";
import { make } from "./make";
import { clamp, place, type Box, type Side, type Size } from "./place";
import { dark } from "./theme";

/** The spotlight's inner edge is so far from its target, */
const INSET = 3;
/** and its rings reach so far beyond that. */
const RINGS = 8;
/** What opens a list below itself, */
const OPENS = "select,[role=combobox],[aria-haspopup]";
/** so high at most. */
const LIST = 280;

/** What is to be drawn. */
export type Scene = {
  target: Element | undefined;
  rtl: boolean;
  /** Only the tab. */
  folded: boolean;
  /** A person unfolded the card: it comes, wherever it must stand. */
  must: boolean;
};

/** Puts spotlight, card and tab where they belong, as often as asked, and touches the DOM only where that has changed. */
export function makePicture({ element: host, stage }: Host, { card, tab, arrow, sheet, said, size }: Card) {
  const spot = make("div", "spot");
  let last: Side | undefined;
  let was = "";
  stage.append(spot, card, tab, said);

  /** The viewport without its scroll bars: the host covers just that. */
  const extent = (element: HTMLElement): Size => ({ w: element.offsetWidth, h: element.offsetHeight });

  /** The field that a person is typing in, which the card must not cover. A pane or a whole page that has the focus is none. */
  const focused = (): Box | undefined => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || activeElement === host) return undefined;
    const at = box(activeElement);
    return at.h < innerHeight / 3 ? at : undefined;
  };

  /** Where the list of a drop-down opens: the card must not lie over it. */
  const list = (target: Element | undefined, ring: Box | undefined): Box | undefined =>
    ring && target && (target.closest(OPENS) ?? target.querySelector(OPENS)) ? { ...ring, y: ring.y + ring.h, h: LIST } : undefined;

  return {
    /** Forgets what it drew. */
    reset(): void {
      was = "";
    },

    /** Draws; says whether anything changed. All reading comes before all writing. */
    draw({ target, rtl, folded, must }: Scene): boolean {
      const room = extent(host);
      const part = target && visiblePart(target, room);
      const ring = part && grow(part, INSET + RINGS);
      const focus = focused();
      let found;
      if (!folded && (part || !target)) {
        card.hidden = false;
        found = place({ target: ring, avoid: [focus, list(target, ring)], card: size(), room, rtl, last, must });
      }
      card.hidden = !found;
      tab.hidden = found !== undefined;
      const small = found ?? place({ avoid: [ring, focus], card: extent(tab), room, rtl, must: true });
      const colorScheme = dark() ? "dark" : "light";
      const now = JSON.stringify([part, found, small, colorScheme, folded, document.visibilityState]);
      if (now === was) return false;
      was = now;
      last = found?.side;
      Object.assign(stage.style, { colorScheme });
      spot.hidden = !part || folded;
      if (part) put(spot, grow(part, INSET));
      if (small) put(found ? card : tab, { x: small.x, y: small.y });
      if (found) {
        const { side, x, h } = found;
        sheet.style.maxHeight = `${h}px`;
        arrow.hidden = !ring || (side !== "below" && side !== "above");
        // Over the target's near end, and not on the card's round corner.
        const inset = Math.min((ring?.w ?? 0) / 2, 47);
        if (ring) put(arrow, { x: clamp((rtl ? ring.x + ring.w - inset : ring.x + inset) - x, 22, card.offsetWidth - 22), y: side === "below" ? 1 : h - 1 });
      }
      return true;
    },

    /** Scrolls where the target is not in view whole; in a small window to its end, so that the card has room above. */
    bringIntoView(target: Element | undefined): void {
      if (!target) return;
      const part = visiblePart(target, extent(host));
      const { w, h } = box(target);
      if (part && part.w > w - 1 && part.h > h - 1) return;
      target.scrollIntoView({ block: innerHeight < 480 ? "end" : "center", inline: "nearest", behavior: "instant" });
    },
  };
}

function grow({ x, y, w, h }: Box, by: number): Box {
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by };
}

/** Moves an element, and sizes the spotlight. */
function put({ style }: HTMLElement, { x, y, w, h }: Partial<Box>): void {
  style.left = `${x}px`;
  style.top = `${y}px`;
  if (w === undefined) return;
  style.width = `${w}px`;
  style.height = `${h}px`;
}
