import type { Card } from "./card";
import { box, visiblePart } from "./clip";
import type { Host } from "./host";
import { make } from "./make";
import { corner, place, type Box, type Side } from "./place";
import { dark } from "./theme";

/** The spotlight's inner edge is so far from its target, */
const INSET = 3;
/** and its rings reach so far beyond that. */
const RINGS = 8;

/** What is to be drawn. */
export type Scene = {
  target: Element | undefined;
  rtl: boolean;
  /** Only the tab. */
  folded: boolean;
  /** A person unfolded the card: it comes, wherever it must stand. */
  wanted: boolean;
};

/** Puts spotlight, card and tab where they belong, as often as asked, and touches the DOM only where that has changed. */
export class Picture {
  readonly #spot = make("div", "spot");
  #side: Side | undefined;
  #was = "";

  constructor(
    readonly host: Host,
    readonly card: Card,
  ) {
    host.stage.append(this.#spot, card.card, card.tab, card.said);
  }

  /** Forgets where everything was. */
  reset(): void {
    this.#side = undefined;
    this.#was = "";
  }

  /** Draws; says whether anything changed. All reading comes before all writing. */
  draw({ target, rtl, folded, wanted }: Scene): boolean {
    const { stage } = this.host;
    const { card, tab } = this.card;
    const room = this.room();
    const part = target && visiblePart(target, room);
    const keep = { target: part && grow(part, INSET + RINGS), focus: this.#focused(), room, rtl };
    let found;
    if (!folded && (part || !target)) {
      card.hidden = false;
      found = place({ ...keep, card: this.card.size(), last: this.#side, must: wanted });
    }
    card.hidden = !found;
    tab.hidden = found !== undefined;
    const small = found ? undefined : corner(keep, { w: tab.offsetWidth, h: tab.offsetHeight });
    const scheme = dark() ? "dark" : "light";
    const now = JSON.stringify([part, found, small, scheme, folded, document.visibilityState]);
    if (now === this.#was) return false;
    this.#was = now;
    this.#side = found?.side;
    stage.style.colorScheme = scheme;
    this.#spot.hidden = !part || folded;
    if (part) put(this.#spot, grow(part, INSET));
    if (found) {
      put(card, found);
      card.dataset["side"] = found.side;
      card.style.setProperty("--arrow", `${found.arrow}px`);
      this.card.limit(found.h);
    } else {
      put(tab, small ?? { x: 8, y: 8 });
    }
    return true;
  }

  /** Scrolls where the target is not in view whole; in a small window to its end, so that the card has room above. */
  bringIntoView(target: Element | undefined): void {
    if (!target) return;
    const part = visiblePart(target, this.room());
    const whole = box(target);
    if (part && part.w >= whole.w - 1 && part.h >= whole.h - 1) return;
    target.scrollIntoView({ block: innerHeight < 480 ? "end" : "center", inline: "nearest", behavior: "instant" });
  }

  /** The viewport without its scroll bars: the host covers just that. */
  room(): { w: number; h: number } {
    const { offsetWidth: w, offsetHeight: h } = this.host.element;
    return { w, h };
  }

  /** The field that a person is typing in, which the card must not cover. */
  #focused(): Box | undefined {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || activeElement === this.host.element) return undefined;
    const at = box(activeElement);
    // A pane or a whole page that has the focus is no field.
    return at.h < innerHeight / 3 && activeElement.matches("input, textarea, select, button, a, [tabindex], [contenteditable]") ? at : undefined;
  }
}

function grow({ x, y, w, h }: Box, by: number): Box {
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by };
}

/** Moves an element; sizes it too where it is the spotlight, whose box has both. */
function put(element: HTMLElement, { x, y, w, h }: { x: number; y: number; w?: number; h?: number }): void {
  element.style.left = `${x}px`;
  element.style.top = `${y}px`;
  if (w === undefined || h === undefined) return;
  element.style.width = `${w}px`;
  element.style.height = `${h}px`;
}
