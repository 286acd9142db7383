import { box, parent } from "./clip";
import type { Host } from "./host";
import { overlap } from "./place";

/** How long the button must have stood there in plain sight before it can be pressed, and how often that is looked at. */
const SETTLED = 500;
const LOOK = 100;
/** After so long without a look nobody knows: a page can take a script's timers away, a busy machine only delays them. */
const STALE = 1000;

const DISGUISES = "filter backdropFilter clipPath maskImage transform rotate scale perspective offsetPath".split(" ") as (keyof CSSStyleDeclaration)[];
/** So far a shadow reaches that is one. */
const REACH = 64;
const NINE = [0.1, 0.5, 0.9].flatMap((across) => [0.1, 0.5, 0.9].map((down) => [across, down] as const));
/** What can lie above a popover. A browser that does not know one of them leaves it out. */
const ABOVE = ":is(:popover-open, :modal, :fullscreen, :active-view-transition)";
/** The many elements that have no shadow root need not be asked for it. */
const HOSTS = ":not(a, i, b, td, tr, ul, li, img, input, button, label, option, svg, svg *)";

/** Whether an element can make what is in it look like something else. */
function disguised(element: Element): boolean {
  const style = getComputedStyle(element);
  return (
    +style.opacity < 0.99 ||
    style.visibility + style.mixBlendMode + style.contentVisibility !== "visiblenormalvisible" ||
    (element as HTMLElement).inert ||
    DISGUISES.some((name) => style[name] !== "none")
  );
}

/** Firefox gives an extension closed shadow roots too. */
type Opener = { openOrClosedShadowRoot?: ShadowRoot | null };

/** What is in the top layer, `deep`: also in shadow trees. It may lie above the card and let clicks through. */
function rivals(root: Document | ShadowRoot, deep: boolean): Element[] {
  const found = [...root.querySelectorAll(ABOVE)];
  for (const host of deep ? root.querySelectorAll<Element & Opener>(HOSTS) : []) {
    const inner = host.openOrClosedShadowRoot ?? host.shadowRoot;
    if (inner) found.push(...rivals(inner, deep));
  }
  return found;
}

/** Whether a rival, or anything that sticks out of it, is where the card is. What it draws beyond its box may be anywhere. */
function rivalled(card: Element, rival: Element): boolean {
  const { overflow, boxShadow } = getComputedStyle(rival);
  const reach = boxShadow.match(/\d+px/g)?.some((length) => parseInt(length) > REACH) === true;
  return !rival.matches(":popover-open") || overflow === "visible" || reach || [rival, ...rival.querySelectorAll("*")].some((part) => overlap(box(card), box(part)));
}

/**
 * The gate before a button that moves the secret: is a press what a person meant? It must be a trusted event, on a button that has
 * been in plain sight for long enough, in a page that has the focus, with the button on top at nine points of it. Sight is sampled all
 * the while, because a page can uncover the card at the last moment. Anything that cannot be made sure of counts as no.
 */
export function makeGate(host: Host, card: Element, button: Element) {
  let guarding = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The last moment at which the button was not in plain sight, and that of the last look. */
  let since = 0;
  let last = 0;
  /** Whether Chrome sees it with nothing over it, in whatever frames; Firefox does not say. */
  let seen: boolean | undefined;

  const plain = (): boolean => {
    try {
      const { x, y, w, h } = box(button);
      let area = card;
      for (let at: Element | null | undefined = button, next; at; at = next) {
        if (disguised(at)) return false;
        next = parent(at);
        if (next) continue;
        // The root: what is in its top layer, then the frame around, where that may be seen.
        if (rivals(at.ownerDocument, seen === undefined).some((rival) => rival !== host.element && rivalled(area, rival))) return false;
        next = at.ownerDocument.defaultView?.frameElement;
        area = next ?? area;
      }
      return (
        seen !== false &&
        document.visibilityState === "visible" &&
        Math.min(w, h) >= 24 &&
        host.element.matches(":popover-open") &&
        NINE.every(([across, down]) => {
          const point = [x + w * across, y + h * down] as const;
          return document.elementsFromPoint(...point)[0] === host.element && button.contains(host.shadow.elementFromPoint(...point));
        })
      );
    } catch {
      return false;
    }
  };
  const look = (): void => {
    const now = performance.now();
    if (now - last > STALE || !plain()) since = now;
    last = now;
  };
  const channel = new MessageChannel();
  // Right behind a frame, because a page could cover the card for the painting only.
  channel.port1.onmessage = () => {
    look();
    again();
  };
  const again = (): void => {
    clearTimeout(timer);
    if (guarding) timer = setTimeout(() => requestAnimationFrame(() => channel.port2.postMessage(0)), LOOK);
  };
  const seer = new IntersectionObserver(
    (entries) => {
      // Chrome does not vouch for a frame of another origin (Azure's newer blades); the core hears such a frame within a portal only.
      if (top !== window && !window.frameElement) return;
      seen = (entries.at(-1) as { isVisible?: boolean } | undefined)?.isVisible;
      if (seen === false) since = performance.now();
    },
    { trackVisibility: true, delay: LOOK } as IntersectionObserverInit,
  );

  return {
    /** Whether the button is in plain sight now. */
    plain,

    /** Looks now: the page may be about to change what there is to see. */
    look,

    /** Watches over the button, or rests. */
    guard(on: boolean): void {
      if (on === guarding) return;
      guarding = on;
      // It has only just come.
      since = last = performance.now();
      seer[on ? "observe" : "unobserve"](button);
      again();
    },

    /** The button has moved. */
    unsettle(): void {
      since = performance.now();
    },

    /** Whether a press is meant. */
    meant(event: MouseEvent): boolean {
      look();
      again();
      return event.isTrusted && event.button === 0 && document.hasFocus() && last - since >= SETTLED;
    },
  };
}
