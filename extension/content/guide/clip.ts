import type { Box } from "./place";

/** The parent in the flat tree: through slots and out of shadow roots. */
function up(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The ancestors whose edges can hide part of an element: those with an overflow that its containing blocks go through. */
function clippers(target: Element): Element[] {
  const found: Element[] = [];
  let position = getComputedStyle(target).position;
  for (let at = up(target); at && at !== document.body && at !== document.documentElement; at = up(at)) {
    const style = getComputedStyle(at);
    const holds = style.transform !== "none" || style.filter !== "none" || style.perspective !== "none" || /paint|layout|strict|content/.test(style.contain);
    if (position === "fixed" && !holds) continue;
    if (position === "absolute" && style.position === "static" && !holds) continue;
    if (style.overflowX !== "visible" || style.overflowY !== "visible") found.push(at);
    position = style.position;
  }
  return found;
}

/** The element's box. */
export function box(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left, y: top, w: width, h: height };
}

/** What two boxes share. */
function common(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return { x, y, w: Math.min(a.x + a.w, b.x + b.w) - x, h: Math.min(a.y + a.h, b.y + b.h) - y };
}

/** The part of an element that its scrollers and the viewport leave visible; `undefined`: nothing worth pointing at. */
export function visiblePart(target: Element, room: { w: number; h: number }): Box | undefined {
  let part = common(box(target), { x: 0, y: 0, ...room });
  for (const edge of clippers(target)) {
    const outer = box(edge);
    part = common(part, { x: outer.x + edge.clientLeft, y: outer.y + edge.clientTop, w: edge.clientWidth, h: edge.clientHeight });
  }
  return part.w >= 4 && part.h >= 4 ? part : undefined;
}
