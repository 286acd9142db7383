import { make } from "./make";
import { shield } from "./shield";

/** So many times in so many milliseconds the top of the top layer is won back; then the page has it. */
const RAISES = 5;
const SPAN = 5000;

/** The one element that Keyferry adds to a page: a popover in the top layer with everything else in its closed shadow root. */
export type Host = ReturnType<typeof makeHost>;

/** Makes it, until `signal`. `raised` hears that it had to come back to the top, `down` what is pressed in it. */
export function makeHost(raised: () => void, down: (event: Event) => void, signal: AbortSignal) {
  const element = document.createElement("keyferry-guide");
  const shadow = element.attachShadow({ mode: __TEST__ ? "open" : "closed" });
  /** What carries the theme and the direction; all that is drawn stands in it. */
  const stage = make("div", "keyferry");
  const sheet = new CSSStyleSheet();
  let worn = "";
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(stage);

  let shown = false;
  let raises: number[] = [];
  const there = (): boolean => element.matches(":popover-open");
  const enter = (): void => {
    const focused = shadow.activeElement;
    element.remove();
    document.documentElement.append(element);
    element.popover = "manual";
    element.showPopover();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
  const raise = (): void => {
    const now = performance.now();
    raises = raises.filter((at) => now - at < SPAN);
    if (!shown || raises.length >= RAISES) return;
    raises.push(now);
    enter();
    raised();
  };
  // Something else entered or left the top layer.
  const toggled = ({ target }: Event): void => {
    if (!there() || (target instanceof Element && target !== element && target.matches(":popover-open, :modal"))) raise();
  };
  document.addEventListener("toggle", toggled, { capture: true, signal });
  shield(element, shadow, down, signal);

  return {
    element,
    shadow,
    stage,
    /** Puts its style sheet on. */
    dress(text: string): void {
      if (text !== worn) sheet.replaceSync((worn = text));
    },
    /** Comes back to the top of the top layer, unless the page fights for it. */
    raise,
    /** Appears, or makes sure that it still does. */
    show(): void {
      if (!shown) {
        for (const stale of document.querySelectorAll(element.localName)) stale.remove();
        shown = true;
        enter();
      } else if (!there()) {
        raise();
      }
    },
    /** Goes, and leaves nothing in the page. */
    hide(): void {
      shown = false;
      element.remove();
    },
  };
}
