import { overlap } from "./place";
import { box } from "./clip";
import type { Host } from "./host";

/** How long the button must have stood there in plain sight before it can be pressed. */
const SETTLED = 500;

/** Whatever could make the card, or something it belongs to, look like something else. */
function disguised(element: Element): boolean {
  const style = getComputedStyle(element);
  return (
    Number(style.opacity) < 0.99 ||
    style.visibility !== "visible" ||
    style.mixBlendMode !== "normal" ||
    [style.filter, style.backdropFilter, style.clipPath, style.maskImage, style.transform, style.rotate, style.scale, style.perspective].some(
      (value) => value !== "none",
    )
  );
}

/** Whether every one of nine points of the button belongs to our host, as seen from the page. */
function uncovered(host: Host, button: HTMLElement): boolean {
  const { x, y, w, h } = box(button);
  if (w < 24 || h < 24) return false;
  for (const across of [0.1, 0.5, 0.9]) {
    for (const down of [0.1, 0.5, 0.9]) {
      const point = [x + w * across, y + h * down] as const;
      if (document.elementsFromPoint(...point)[0] !== host.element) return false;
      if (!button.contains(host.shadow.elementFromPoint(...point))) return false;
    }
  }
  return true;
}

/** Whether something else in the top layer lies where the card is: it may lie above it, and let clicks through. */
function rivalled(host: Host, card: HTMLElement): boolean {
  const own = box(card);
  return [...document.querySelectorAll(":popover-open, :modal, :fullscreen")].some(
    (rival) => rival !== host.element && !rival.contains(host.element) && (rival.matches(":modal") || overlap(own, box(rival))),
  );
}

/**
 * Whether a press of a button that moves the secret is what a person meant: a trusted event, on a
 * button that has been in plain sight long enough, in a page that has the focus. Anything that
 * cannot be made sure of counts as no.
 */
export function meant(event: MouseEvent, host: Host, card: HTMLElement, button: HTMLElement, since: number): boolean {
  try {
    return (
      event.isTrusted &&
      event.button === 0 &&
      performance.now() - since >= SETTLED &&
      document.visibilityState === "visible" &&
      document.hasFocus() &&
      host.element.matches(":popover-open") &&
      ![button, card, host.stage, host.element, document.documentElement].some(disguised) &&
      !rivalled(host, card) &&
      uncovered(host, button)
    );
  } catch {
    return false;
  }
}
