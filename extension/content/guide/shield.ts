/**
 * Keeps what happens in the card from the page. Portals close a menu on a press outside of it, pull the focus back into
 * a dialog, swallow clicks beside a panel: none of that may hit the card. So its events end at the window, on the way
 * down, and the pressed button is told from here.
 */
import { pressOf } from "./make";

const EVENTS = [
  ...["pointerdown", "pointerup", "mousedown", "mouseup", "click", "auxclick", "dblclick", "contextmenu", "touchstart", "touchend", "wheel"],
  ...["keydown", "keyup", "keypress", "focus", "focusin"],
];

/** Shields one host until `signal`; `onKey` hears the keys that are pressed inside. */
export function shield(host: Element, shadow: ShadowRoot, onKey: (event: KeyboardEvent) => void, signal: AbortSignal): void {
  const stop = (event: Event): void => {
    if (event.target !== host) return;
    event.stopImmediatePropagation();
    if (event instanceof KeyboardEvent && event.type === "keydown") onKey(event);
    if (!(event instanceof MouseEvent)) return;
    const button = buttonAt(event, shadow);
    if (event.type === "mousedown" && button) {
      // A press takes no focus from the field that has it; but the frame needs it to count as in front.
      event.preventDefault();
      if (!document.hasFocus()) window.focus();
    }
    if (event.type === "click" && button && event.isTrusted) pressOf(button)?.(event);
  };
  for (const event of EVENTS) window.addEventListener(event, stop, { capture: true, passive: /^(wheel|touch)/.test(event), signal });
}

/** The button that a click is for: under the pointer or, when pressed with a key, the one that has the focus. */
function buttonAt(event: MouseEvent, shadow: ShadowRoot): Element | null {
  const at = event.detail === 0 ? shadow.activeElement : shadow.elementFromPoint(event.clientX, event.clientY);
  return at?.closest("button") ?? null;
}
