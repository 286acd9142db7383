/**
 * Keeps what happens in the card from the page. Portals close a menu on a press outside of it, pull the focus back into
 * a dialog, swallow clicks beside a panel: none of that may hit the card. So its events end at the window, on the way
 * down, and the pressed button is told from here.
 */
import { pressOf } from "./make";

const EVENTS = "pointerdown pointerup mousedown mouseup click touchstart wheel keydown keyup focus focusin";

/** Shields one host until `signal`; `onDown` hears what is pressed inside, a key or a button, when it goes down. */
export function shield(host: Element, shadow: ShadowRoot, onDown: (event: Event) => void, signal: AbortSignal): void {
  const stop = (event: Event): void => {
    if (event.target !== host) return;
    event.stopImmediatePropagation();
    if (event.type.endsWith("down")) onDown(event);
    if (!(event instanceof MouseEvent)) return;
    // A click made with a key has no place: it is for what has the focus.
    const button = (event.detail === 0 ? shadow.activeElement : shadow.elementFromPoint(event.clientX, event.clientY))?.closest("button");
    if (!button) return;
    if (event.type === "mousedown") {
      // A press takes no focus from the field that has it; but the frame needs it to count as in front.
      event.preventDefault();
      if (!document.hasFocus()) window.focus();
    }
    if (event.type === "click" && event.isTrusted) pressOf(button)?.(event);
  };
  for (const event of EVENTS.split(" ")) window.addEventListener(event, stop, { capture: true, passive: /^(wheel|touch)/.test(event), signal });
}
