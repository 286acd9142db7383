import type { Button } from "../../generated/core";
import type { Drawn } from "../../messages";
import { Card } from "./card";
import { box, clippers, visiblePart } from "./clip";
import { follow } from "./follow";
import { meant } from "./gate";
import { Host } from "./host";
import { make } from "./make";
import { corner, place, type Box, type Side } from "./place";
import { dark } from "./theme";

/** The buttons that move the secret: a press of theirs passes the gate first. */
const GUARDED: ReadonlySet<Button> = new Set<Button>(["Keep", "Fill"]);
/** The rings reach so far beyond the target. */
const INSET = 3;
const RINGS = 8;

const COVERED = "Something may be lying over this card, so nothing was done. Press again, or use the Keyferry panel.";

/** The spotlight and the card of one frame. */
export class Guide {
  readonly #host = new Host(() => this.#unsettle());
  readonly #card: Card;
  readonly #spot = make("div", "spot");
  #drawn: Drawn | undefined;
  #key = "";
  #target: Element | undefined;
  #edges: Element[] = [];
  #side: Side | undefined;
  #folded = false;
  /** Since when the button stands where it stands, in plain sight. */
  #since = Infinity;
  #was = "";
  #stop: (() => void) | undefined;
  #keys: AbortController | undefined;
  /** What had the page's focus before the keyboard came into the card. */
  #before: HTMLElement | undefined;

  constructor(readonly onPress: (button: Button) => void) {
    this.#card = new Card({
      press: (event) => this.#press(event),
      fold: () => this.#fold(true),
      unfold: () => this.#fold(false),
      resized: () => this.#draw(),
    });
    this.#host.stage.append(this.#spot, this.#card.card, this.#card.tab, this.#card.said);
  }

  /** Shows a step, in place of what it showed before. A target that is gone hides it until the next. */
  show(drawn: Drawn, target: Element | undefined): void {
    const key = JSON.stringify(drawn);
    if (key === this.#key && target === this.#target && this.#stop) return;
    const { stage } = this.#host;
    const another = drawn.step !== this.#drawn?.step || target !== this.#target || !this.#stop;
    this.#key = key;
    this.#drawn = drawn;
    stage.lang = drawn.language;
    stage.dir = drawn.direction;
    if (another) this.#card.close();
    this.#card.draw(drawn);
    this.#unsettle();
    if (another) this.#point(target);
    else this.#draw();
    this.#host.show();
    this.#draw();
    // A live region speaks of what changes in it while it is there.
    requestAnimationFrame(() => this.#drawn === drawn && this.#card.announce(drawn.title, drawn.body));
  }

  /** Takes everything away. */
  hide(): void {
    this.#stop?.();
    this.#keys?.abort();
    this.#stop = this.#drawn = this.#target = this.#side = this.#keys = undefined;
    this.#key = this.#was = "";
    this.#since = Infinity;
    this.#host.hide();
  }

  /** Runs a piece of work that moves the focus, and brings it back where it was. */
  keepFocus(): () => void {
    const inside = this.#host.shadow.activeElement;
    const outside = document.activeElement;
    return () => {
      const back = inside ?? outside;
      if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus({ preventScroll: true });
    };
  }

  /** Turns to a target: brings it into view once, then follows it. */
  #point(target: Element | undefined): void {
    this.#stop?.();
    this.#target = target;
    this.#side = undefined;
    this.#was = "";
    this.#edges = target ? clippers(target) : [];
    this.#bringIntoView();
    this.#stop = follow(target, () => this.#draw());
    if (this.#keys) return;
    this.#keys = new AbortController();
    window.addEventListener("keydown", this.#onKeyAnywhere, { capture: true, signal: this.#keys.signal });
    window.addEventListener("keydown", this.#onKeyUnused, { signal: this.#keys.signal });
    this.#host.element.addEventListener("keydown", this.#onKeyUnused, { signal: this.#keys.signal });
  }

  /** Scrolls where the target is not in view whole; in a small window to its end, so that the card has room above. */
  #bringIntoView(): void {
    const target = this.#target;
    if (!target) return;
    const part = visiblePart(target, this.#edges, this.#room());
    const whole = box(target);
    if (part && part.w >= whole.w - 1 && part.h >= whole.h - 1) return;
    target.scrollIntoView({ block: innerHeight < 480 ? "end" : "center", inline: "nearest", behavior: "instant" });
  }

  #room(): { w: number; h: number } {
    return { w: document.documentElement.clientWidth, h: innerHeight };
  }

  /** Draws spotlight and card where they belong now; says whether anything changed. All reading comes before all writing. */
  #draw(): boolean {
    const { stage } = this.#host;
    const target = this.#target;
    const drawn = this.#drawn;
    if (!drawn) return false;
    const gone = target ? !target.isConnected : drawn.target !== undefined;
    stage.hidden = gone;
    if (gone) return false;
    if (this.#stop) this.#host.show();
    const room = this.#room();
    const rtl = drawn.direction === "rtl";
    const part = target && visiblePart(target, this.#edges, room);
    const ring = part && grow(part, INSET + RINGS);
    const focused = this.#focused();
    const away = target !== undefined && part === undefined;
    const { card, tab } = this.#card;
    card.hidden = false;
    const found = this.#folded || away ? undefined : place({ target: ring, focus: focused, card: this.#card.size(), room, rtl, last: this.#side });
    card.hidden = !found;
    tab.hidden = found !== undefined;
    const small = found ? undefined : corner({ target: ring, focus: focused, room, rtl }, { w: tab.offsetWidth, h: tab.offsetHeight });
    const scheme = dark() ? "dark" : "light";
    const now = JSON.stringify([part, found, small, scheme, this.#folded]);
    if (now === this.#was) return false;
    this.#was = now;
    this.#side = found?.side;
    stage.style.colorScheme = scheme;
    this.#spot.hidden = !part || this.#folded;
    if (part) put(this.#spot, grow(part, INSET));
    if (found) {
      card.style.left = `${found.x}px`;
      card.style.top = `${found.y}px`;
      card.dataset["side"] = found.side;
      card.style.setProperty("--arrow", `${found.arrow}px`);
      this.#card.limit(found.h);
    } else {
      tab.style.left = `${small?.x ?? 8}px`;
      tab.style.top = `${small?.y ?? 8}px`;
    }
    this.#unsettle();
    return true;
  }

  /** The field that a person is typing in, which the card must not cover. */
  #focused(): Box | undefined {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || activeElement === this.#host.element) return undefined;
    const field = activeElement.matches("input, textarea, select, button, a, [tabindex], [contenteditable]");
    const at = box(activeElement);
    // A pane or a whole page that has the focus is no field.
    return field && at.h < innerHeight / 3 ? at : undefined;
  }

  #unsettle(): void {
    this.#since = performance.now();
  }

  #press(event: MouseEvent): void {
    const drawn = this.#drawn;
    if (!drawn?.button || !event.isTrusted) return;
    const { id } = drawn.button;
    if (GUARDED.has(id) && !meant(event, this.#host, this.#card.card, this.#card.act, this.#since)) {
      this.#card.say([drawn.words.covered ?? COVERED], "warn");
      this.#host.raise();
      this.#draw();
      return;
    }
    this.onPress(id);
  }

  #fold(folded: boolean): void {
    const inside = this.#host.shadow.activeElement !== null;
    this.#folded = folded;
    this.#was = "";
    if (!folded) this.#bringIntoView();
    this.#draw();
    if (!inside) return;
    if (folded) this.#leave();
    else this.#card.focus();
  }

  /** Gives the focus back to the page. */
  #leave(): void {
    const back = this.#before;
    this.#before = undefined;
    if (back?.isConnected) back.focus({ preventScroll: true });
    else (this.#host.shadow.activeElement as HTMLElement | null)?.blur();
  }

  /** Alt+Shift+K: into the card and back. */
  #onKeyAnywhere = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.code !== "KeyK" || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.#host.shadow.activeElement) {
      this.#leave();
      return;
    }
    const { activeElement } = document;
    this.#before = activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : undefined;
    if (this.#folded) this.#fold(false);
    this.#card.focus();
  };

  /** Escape folds the card, unless the page had a use for it. */
  #onKeyUnused = (event: KeyboardEvent): void => {
    if (event.isTrusted && event.key === "Escape" && !event.defaultPrevented && !this.#folded) this.#fold(true);
  };
}

function grow({ x, y, w, h }: Box, by: number): Box {
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by };
}

function put(element: HTMLElement, { x, y, w, h }: Box): void {
  element.style.left = `${x}px`;
  element.style.top = `${y}px`;
  element.style.width = `${w}px`;
  element.style.height = `${h}px`;
}
