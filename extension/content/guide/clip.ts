import type { Box } from "./place";

/** The element's box. */
export function box(element: Element): Box {
  const { x, y, width: w, height: h } = element.getBoundingClientRect();
  return { x, y, w, h };
}

/** The parent in the flat tree: through slots and out of shadow roots. */
export function parent(element: Element): Element | null | undefined {
  return element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
}

/** The part of an element that its scrollers and the viewport leave visible; `undefined`: nothing worth pointing at. */
export function visiblePart(target: Element, room: { w: number; h: number }): Box | undefined {
  let part = common(box(target), { x: 0, y: 0, ...room });
  let { position } = getComputedStyle(target);
  for (let at = parent(target); at && at !== document.body && position !== "fixed"; at = parent(at)) {
    const style = getComputedStyle(at);
    // What is positioned is not held by a scroller that is not.
    if (position === "absolute" && style.position === "static") continue;
    position = style.position;
    if (style.overflow === "visible") continue;
    const { x, y } = box(at);
    part = common(part, { x: x + at.clientLeft, y: y + at.clientTop, w: at.clientWidth, h: at.clientHeight });
  }
  return part.w > 3 && part.h > 3 ? part : undefined;
}

/** What two boxes share. */
function common(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return { x, y, w: Math.min(a.x + a.w, b.x + b.w) - x, h: Math.min(a.y + a.h, b.y + b.h) - y };
}
