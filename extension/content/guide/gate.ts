import { box } from "./clip";
import type { Host } from "./host";
import { overlap } from "./place";

/** How long the button must have stood there in plain sight before it can be pressed. */
const SETTLED = 500;
const DISGUISES = "filter backdropFilter clipPath maskImage transform rotate scale perspective".split(" ") as (keyof CSSStyleDeclaration)[];
const NINE = [0.1, 0.5, 0.9].flatMap((across) => [0.1, 0.5, 0.9].map((down) => [across, down] as const));

/** Whether an element can make what is in it look like something else. */
function disguised(element: Element): boolean {
  const style = getComputedStyle(element);
  return +style.opacity < 0.99 || style.visibility !== "visible" || style.mixBlendMode !== "normal" || DISGUISES.some((name) => style[name] !== "none");
}

/** Whether something else in the top layer lies where the card is: it may lie above it, and let clicks through. */
function rivalled({ element }: Host, card: Element): boolean {
  return [...document.querySelectorAll(":popover-open, :modal, :fullscreen")].some(
    (rival) => rival !== element && (rival.matches(":modal") || overlap(box(card), box(rival))),
  );
}

/**
 * Whether a press of a button that moves the secret is what a person meant: a trusted event, on a
 * button that has been in plain sight since long enough, in a page that has the focus, with the
 * button on top at nine points of it. Anything that cannot be made sure of counts as no.
 */
export function meant(event: MouseEvent, host: Host, card: Element, button: Element, since: number): boolean {
  try {
    const { x, y, w, h } = box(button);
    return (
      event.isTrusted &&
      event.button === 0 &&
      performance.now() - since >= SETTLED &&
      document.visibilityState === "visible" &&
      document.hasFocus() &&
      Math.min(w, h) >= 24 &&
      host.element.matches(":popover-open") &&
      ![button, card, host.stage, host.element, document.documentElement].some(disguised) &&
      !rivalled(host, card) &&
      NINE.every(([across, down]) => {
        const point = [x + w * across, y + h * down] as const;
        return document.elementsFromPoint(...point)[0] === host.element && button.contains(host.shadow.elementFromPoint(...point));
      })
    );
  } catch {
    return false;
  }
}
