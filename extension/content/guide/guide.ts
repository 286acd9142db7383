import type { Button } from "../../generated/core";
import type { Drawn } from "../../messages";
import { Card } from "./card";
import { follow } from "./follow";
import { meant } from "./gate";
import { Host } from "./host";
import { keys } from "./keys";
import { Picture } from "./picture";

/** The buttons that move the secret: a press of theirs passes the gate first. */
const GUARDED: ReadonlySet<Button> = new Set<Button>(["Keep", "Fill"]);

/** Until a background gives the word in the reader's language. */
const COVERED = "Something may be lying over this card, so nothing was done. Press again, or use the Keyferry panel.";

/** The spotlight and the card of one frame. */
export class Guide {
  readonly #ended = new AbortController();
  readonly #host = new Host({
    raised: () => this.#unsettle(),
    key: (event) => {
      if (event.key === "Escape") this.#fold(true);
    },
  });
  readonly #card: Card;
  readonly #picture: Picture;
  readonly #onPress: (button: Button) => void;
  #drawn: Drawn | undefined;
  #key = "";
  #target: Element | undefined;
  #folded = false;
  #wanted = false;
  /** Since when the button stands where it stands, in plain sight. */
  #since = Infinity;
  #stop: (() => void) | undefined;
  /** What had the page's focus before the keyboard came into the card. */
  #before: HTMLElement | undefined;

  constructor(onPress: (button: Button) => void) {
    this.#onPress = onPress;
    this.#card = new Card({
      press: (event) => this.#press(event),
      fold: () => this.#fold(true),
      unfold: () => this.#fold(false),
      resized: () => this.#draw(),
    });
    this.#picture = new Picture(this.#host, this.#card);
    keys({ there: () => this.#drawn !== undefined, visit: () => this.#visit(), fold: () => this.#fold(true) }, this.#ended.signal);
  }

  /** The one element in the page, which *sight* does not look at. */
  get element(): Element {
    return this.#host.element;
  }

  /** Shows a step, in place of what it showed before. A target that is gone hides it until the next. */
  show(drawn: Drawn, target: Element | undefined): void {
    const key = JSON.stringify(drawn);
    if (key === this.#key && target === this.#target) return;
    const { stage } = this.#host;
    const another = drawn.step !== this.#drawn?.step || target !== this.#target;
    this.#key = key;
    this.#drawn = drawn;
    stage.lang = drawn.language;
    stage.dir = drawn.direction;
    this.#card.draw(drawn);
    this.#host.show();
    if (another) this.#point(target);
    this.#picture.reset();
    this.#draw();
    // A live region speaks of what changes in it while it is there.
    requestAnimationFrame(() => this.#drawn === drawn && this.#card.announce(drawn.title, drawn.body));
  }

  /** Takes everything away. */
  hide(): void {
    this.#stop?.();
    this.#stop = this.#drawn = this.#target = undefined;
    this.#key = "";
    this.#host.hide();
  }

  /** Takes everything away for good. */
  end(): void {
    this.hide();
    this.#ended.abort();
    this.#host.end();
  }

  /** Notes where the focus is; what it returns puts it back there. */
  keepFocus(): () => void {
    const at = this.#host.shadow.activeElement ?? document.activeElement;
    return () => {
      if (at instanceof HTMLElement && at.isConnected && at !== document.body) at.focus({ preventScroll: true });
    };
  }

  /** Turns to a target: brings it into view once, then follows it. */
  #point(target: Element | undefined): void {
    this.#stop?.();
    this.#target = target;
    this.#wanted = false;
    this.#card.close();
    this.#picture.bringIntoView(target);
    this.#stop = follow(target, () => this.#draw());
  }

  #draw(): boolean {
    const drawn = this.#drawn;
    if (!drawn) return false;
    const target = this.#target;
    const gone = target ? !target.isConnected : drawn.target !== undefined;
    this.#host.stage.hidden = gone;
    if (gone) return false;
    this.#host.show();
    const moved = this.#picture.draw({ target, rtl: drawn.direction === "rtl", folded: this.#folded, wanted: this.#wanted });
    if (moved) this.#unsettle();
    return moved;
  }

  #unsettle(): void {
    this.#since = performance.now();
  }

  #press(event: MouseEvent): void {
    const drawn = this.#drawn;
    if (!drawn?.button) return;
    const { id } = drawn.button;
    if (!GUARDED.has(id) || meant(event, this.#host, this.#card.card, this.#card.act, this.#since)) {
      this.#onPress(id);
      return;
    }
    this.#card.say([drawn.words.covered ?? COVERED], "warn");
    this.#host.raise();
    this.#draw();
  }

  #fold(folded: boolean): void {
    const inside = this.#host.shadow.activeElement !== null;
    this.#folded = folded;
    this.#wanted = !folded;
    if (!folded) this.#picture.bringIntoView(this.#target);
    this.#draw();
    if (inside && folded) this.#leave();
    else if (inside) this.#card.focus();
  }

  /** Into the card, or back to the page. */
  #visit(): void {
    if (this.#host.shadow.activeElement) return this.#leave();
    const { activeElement } = document;
    this.#before = activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : undefined;
    this.#fold(false);
    this.#card.focus();
  }

  /** Gives the focus back to the page. */
  #leave(): void {
    const inside = this.#host.shadow.activeElement;
    if (this.#before?.isConnected) this.#before.focus({ preventScroll: true });
    else if (inside instanceof HTMLElement) inside.blur();
    this.#before = undefined;
  }
}
