import guide from "./guide.css";
import tokens from "../../look/tokens.css";
import { make } from "./make";

/** Set by the bundler: true only in the build that the accessibility tests look into. */
declare const __TEST__: boolean | undefined;

/** The name of the one element that Keyferry adds to a page; *sight* takes no notice of it. */
export const HOST = "keyferry-guide";

/** So many times in so many milliseconds the top of the top layer is won back; then the page has it. */
const RAISES = 5;
const SPAN = 5000;

/** The one element that Keyferry adds to a page: a popover in the top layer with everything else in its closed shadow root. */
export class Host {
  readonly element = document.createElement(HOST);
  readonly shadow: ShadowRoot;
  /** What carries the tokens, the theme and the direction; all that is drawn stands in it. */
  readonly stage = make("div", "keyferry");
  readonly #raised: number[] = [];
  #listening: AbortController | undefined;

  constructor(readonly onRaised: () => void) {
    this.shadow = this.element.attachShadow({ mode: typeof __TEST__ !== "undefined" && __TEST__ ? "open" : "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens + guide);
    this.shadow.adoptedStyleSheets = [sheet];
    this.shadow.append(this.stage);
    // What happens in the card is none of the page's business: no light dismiss, no shortcut.
    const own = ["click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend", "keydown", "keyup", "keypress", "wheel", "contextmenu"];
    for (const event of own) this.element.addEventListener(event, (at) => at.stopPropagation(), { passive: true });
  }

  /** Appears, or makes sure that it still does. */
  show(): void {
    if (!this.#listening) {
      for (const stale of document.querySelectorAll(HOST)) stale.remove();
      this.#listening = new AbortController();
      const options = { capture: true, signal: this.#listening.signal };
      document.addEventListener("toggle", this.#onToggle, options);
      // Focus traps (tabster's among them) pull the focus back as soon as they hear of it.
      window.addEventListener("focusin", this.#hush, options);
    } else if (this.element.isConnected && this.element.matches(":popover-open")) {
      return;
    } else if (!this.#mayRaise()) {
      return;
    }
    this.#enter();
  }

  /** Comes back to the top of the top layer. False: the page fights for it, and has it. */
  raise(): boolean {
    if (!this.#mayRaise()) return false;
    const focused = this.shadow.activeElement;
    this.element.remove();
    this.#enter();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    this.onRaised();
    return true;
  }

  /** Goes, and leaves nothing behind. */
  hide(): void {
    this.#listening?.abort();
    this.#listening = undefined;
    this.element.remove();
  }

  #enter(): void {
    document.documentElement.append(this.element);
    this.element.popover = "manual";
    this.element.showPopover();
  }

  #mayRaise(): boolean {
    const now = performance.now();
    const recent = this.#raised.filter((at) => now - at < SPAN);
    if (recent.length >= RAISES) return false;
    this.#raised.splice(0, Infinity, ...recent, now);
    return true;
  }

  #onToggle = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const lost = target === this.element && !target.matches(":popover-open");
    const beaten = target !== this.element && target.matches(":popover-open, :modal");
    if (lost || beaten) this.raise();
  };

  #hush = (event: Event): void => {
    if (event.target === this.element) event.stopImmediatePropagation();
  };
}
