import guide from "./guide.css";
import tokens from "../../look/tokens.css";
import { make } from "./make";
import { shield } from "./shield";

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
  readonly #ended = new AbortController();
  readonly #onRaised: () => void;
  #shown = false;
  #raised: number[] = [];

  constructor(on: { raised?: () => void; key?: (event: KeyboardEvent) => void } = {}) {
    this.#onRaised = on.raised ?? ((): void => undefined);
    this.shadow = this.element.attachShadow({ mode: typeof __TEST__ !== "undefined" && __TEST__ ? "open" : "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens + guide);
    this.shadow.adoptedStyleSheets = [sheet];
    this.shadow.append(this.stage);
    const { signal } = this.#ended;
    shield(this.element, this.shadow, on.key ?? ((): void => undefined), signal);
    for (const event of ["toggle", "close"]) document.addEventListener(event, this.#onToggle, { capture: true, signal });
  }

  /** Appears, or makes sure that it still does. */
  show(): void {
    if (this.#shown && this.element.parentElement === home() && this.element.matches(":popover-open")) return;
    if (this.#shown && !this.#mayRaise()) return;
    if (!this.#shown) for (const stale of document.querySelectorAll(HOST)) stale.remove();
    this.#shown = true;
    this.#enter();
  }

  /** Comes back to the top of the top layer, unless the page fights for it. */
  raise(): void {
    if (!this.#shown || !this.#mayRaise()) return;
    const focused = this.shadow.activeElement;
    this.#enter();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    this.#onRaised();
  }

  /** Goes, and leaves nothing in the page. */
  hide(): void {
    this.#shown = false;
    this.element.remove();
  }

  /** Goes for good. */
  end(): void {
    this.hide();
    this.#ended.abort();
  }

  #enter(): void {
    this.element.remove();
    home().append(this.element);
    this.element.popover = "manual";
    this.element.showPopover();
  }

  #mayRaise(): boolean {
    const now = performance.now();
    this.#raised = this.#raised.filter((at) => now - at < SPAN);
    return this.#raised.length < RAISES && this.#raised.push(now) > 0;
  }

  /** Something else entered or left the top layer. */
  #onToggle = ({ target }: Event): void => {
    if (!(target instanceof Element)) return;
    const lost = target === this.element && !target.matches(":popover-open");
    const beaten = target !== this.element && target.matches(":popover-open, :modal");
    if (lost || beaten || this.element.parentElement !== home()) this.raise();
  };
}

/** Where the host stands: a modal dialog of the page makes everything outside of it inert. */
function home(): Element {
  return [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.documentElement;
}
