/**
 * What a page can do so that a person presses *Fill* without knowing it: each runs in the page's own world, with full command of the
 * page. It shows another thing than the card where the card is, and lets the press through to it.
 */

/** Left, top, width and height of the button, which a real attacker would have to guess. */
export type Rect = [number, number, number, number];

/** A disguise that can be put on, again and again, and taken off. */
export type Worn = { on: () => void; off: () => void };

/** What a disguise is made with. */
export type Kit = {
  host: HTMLElement;
  button: Rect;
  /** A lure in the top layer that lets the pointer through, with this style; not yet in the document. */
  lure: (style: string) => { element: HTMLElement } & Worn;
};

/** Makes a disguise; in the page, so it may use nothing from outside of it. */
export type Disguise = (kit: Kit) => Worn;

/** When it is on: all the while; coming and going with the frames; or until the pointer goes down, so that the press finds all in order. */
export type Manner = "static" | "animated" | "until the press";

/** Wears a disguise. Runs in the page; `early` there holds what the page hears before any extension does. */
export function wear(make: Disguise, manner: Manner, button: Rect): void {
  const lure: Kit["lure"] = (style) => {
    const element = document.createElement("div");
    element.popover = "manual";
    element.style.cssText = `margin:0;pointer-events:none;background:#ffd;${style}`;
    return {
      element,
      on: () => {
        if (!element.matches(":popover-open")) element.showPopover();
      },
      off: () => {
        if (element.matches(":popover-open")) element.hidePopover();
      },
    };
  };
  const host = document.querySelector<HTMLElement>("keyferry-guide") ?? document.body;
  const { on, off } = make({ host, button, lure });
  let worn = true;
  (window as unknown as { early: (() => void)[] }).early.push(() => {
    if (manner !== "until the press") return;
    worn = false;
    off();
  });
  let frame = 0;
  const step = (): void => {
    frame += 1;
    if (worn) (manner === "animated" && frame % 6 === 0 ? off : on)();
    requestAnimationFrame(step);
  };
  step();
}

/** By what of the page they lay hands on, each with the letter of the class of attack that it belongs to. */
export const DISGUISES: Record<string, Disguise> = {
  "html: faded (c)": () => {
    const { style } = document.documentElement;
    return { on: () => style.setProperty("opacity", "0.001"), off: () => style.removeProperty("opacity") };
  },
  "html: filtered (c)": () => {
    const { style } = document.documentElement;
    return { on: () => style.setProperty("filter", "opacity(0)"), off: () => style.removeProperty("filter") };
  },
  "html: clipped (c)": () => {
    const { style } = document.documentElement;
    return { on: () => style.setProperty("clip-path", "inset(50%)"), off: () => style.removeProperty("clip-path") };
  },
  "html: masked (c)": () => {
    const { style } = document.documentElement;
    return { on: () => style.setProperty("mask-image", "linear-gradient(transparent, transparent)"), off: () => style.removeProperty("mask-image") };
  },
  "html: moved (c)": () => {
    const { style } = document.documentElement;
    return { on: () => style.setProperty("transform", "translateX(40px) scale(1.4)"), off: () => style.removeProperty("transform") };
  },
  "html: blended (c)": () => {
    const { style } = document.documentElement;
    return { on: () => style.setProperty("mix-blend-mode", "difference"), off: () => style.removeProperty("mix-blend-mode") };
  },
  "html: under the picture of a view transition (g)": () => {
    type Transition = { skipTransition: () => void; ready: Promise<void> };
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("::view-transition{background:#ffd;pointer-events:none} ::view-transition-group(root),::view-transition-old(root),::view-transition-new(root){animation-duration:9999s;opacity:0;pointer-events:none}");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const able = document as unknown as { startViewTransition: (update: () => unknown) => Transition };
    let running: Transition | undefined;
    return {
      on: () => {
        if (running) return;
        running = able.startViewTransition(() => document.body.classList.toggle("turn"));
        running.ready.catch(() => undefined);
      },
      off: () => {
        running?.skipTransition();
        running = undefined;
      },
    };
  },
  "body: under a popover (e)": ({ lure }) => {
    const { element, on, off } = lure("inset:0;width:100vw;height:100vh");
    document.body.append(element);
    return { on, off };
  },
  "body: under a popover in a closed shadow root (b)": ({ lure }) => {
    const { element, on, off } = lure("inset:0;width:100vw;height:100vh");
    const holder = document.createElement("div");
    holder.attachShadow({ mode: "closed" }).append(element);
    document.body.append(holder);
    return { on, off };
  },
  "body: under a popover without a size, its lure sticking out (g)": ({ lure, button: [x, y, w, h] }) => {
    const { element, on, off } = lure("left:0;top:0;width:0;height:0;padding:0;border:0;overflow:visible");
    const cookies = document.createElement("div");
    cookies.style.cssText = `position:fixed;left:${String(x - 20)}px;top:${String(y - 120)}px;width:${String(w + 200)}px;height:${String(h + 140)}px;background:#ffd`;
    cookies.append("We use cookies. Accept all");
    element.append(cookies);
    document.body.append(element);
    return { on, off };
  },
  "body: under a popover's shadow (g)": ({ lure, button: [x, y, w] }) => {
    const { element, on, off } = lure(`left:${String(x + w + 4)}px;top:${String(y - 300)}px;width:1px;height:1px;padding:0;border:0;box-shadow:-60px 300px 0 160px #ffd`);
    document.body.append(element);
    return { on, off };
  },
  "body: half of the button under a popover (d)": ({ lure, button: [x, y, w, h] }) => {
    const { element, on, off } = lure(`pointer-events:auto;left:${String(x + w / 2 + 4)}px;top:${String(y - 8)}px;width:${String(w)}px;height:${String(h + 16)}px`);
    document.body.append(element);
    return { on, off };
  },
  "body: a field that leads the card under the mouse (f)": () => {
    const { style } = document.querySelector<HTMLElement>(".x4-window:not(.x4-hide-offsets)") ?? document.body;
    const { left } = style;
    return { on: () => (style.left = `${String(parseFloat(left) + 300)}px`), off: () => (style.left = left) };
  },
  "host: behind a curtain (a)": ({ host }) => {
    const curtain = document.createElement("div");
    curtain.style.cssText = "position:fixed;inset:0;background:#fff;pointer-events:none;z-index:2147483647";
    return {
      on: () => {
        if (host.matches(":popover-open")) host.hidePopover();
        document.documentElement.append(curtain);
      },
      off: () => {
        if (host.isConnected && !host.matches(":popover-open")) host.showPopover();
      },
    };
  },
  "host: inert (a)": ({ host }) => ({ on: () => (host.inert = true), off: () => (host.inert = false) }),
  "parent: faded (a)": ({ host }) => {
    const faded = document.createElement("div");
    faded.style.cssText = "opacity:0.001";
    document.body.append(faded);
    const move = (into: Element): void => {
      if (host.parentElement === into) return;
      into.append(host);
      host.showPopover();
    };
    return { on: () => move(faded), off: () => move(document.documentElement) };
  },
  "parent: a shadow root that is filtered (b)": ({ host }) => {
    const holder = document.createElement("div");
    holder.style.cssText = "filter:opacity(0)";
    document.body.append(holder);
    const shadow = holder.attachShadow({ mode: "open" });
    const move = (into: Node): void => {
      if (host.parentNode === into) return;
      into.appendChild(host);
      host.showPopover();
    };
    return { on: () => move(shadow), off: () => move(document.documentElement) };
  },
};

/** The same around a portal in a frame: they run in the page that holds it. */
export const AROUND: Record<string, Disguise> = {
  "iframe: faded (i)": () => {
    const style = document.querySelector("iframe")?.style;
    return { on: () => style?.setProperty("opacity", "0.001"), off: () => style?.removeProperty("opacity") };
  },
  "iframe: turned (i)": () => {
    const style = document.querySelector("iframe")?.style;
    return { on: () => style?.setProperty("transform", "scale(1.0001, 1) rotate(0.01deg)"), off: () => style?.removeProperty("transform") };
  },
  "iframe: under a popover (e)": ({ lure }) => {
    const { element, on, off } = lure("inset:0;width:100vw;height:100vh");
    document.body.append(element);
    return { on, off };
  },
};
