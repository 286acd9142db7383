/** What a person can see and click: the rest of the document is not read. */

/** Ext moves what it hides far off the page; a class does the same in Ext 4. */
const HIDES = /(?:^|\s)(?:x4?-hide-(?:offsets|display|visibility)|fxs-display-none)(?:\s|$)/;
const HIDDEN = ["offsets", "display", "visibility"].map((how) => `.x-hide-${how}, .x4-hide-${how}`).join();
const AFAR = -1500;
/** No more than a field of one pixel with its frame: nobody reads in that. */
const TINY = 16;

/** So many pixels outside the window still count as in sight; scrolling brings another look. */
const MARGIN = 200;

/** A window's width and height. */
export type Size = readonly [width: number, height: number];

/** Where a box ends. */
export type Edges = Pick<DOMRect, "left" | "top" | "right" | "bottom">;

/** On which side of the window a box lies; 0: in it, or near. */
export function sideOf({ left, top, right, bottom }: Edges, [width, height]: Size): number {
  if (bottom < -MARGIN) return 1;
  if (top > height + MARGIN) return 2;
  if (right < -MARGIN) return 3;
  return left > width + MARGIN ? 4 : 0;
}

/** Whether a kit's class hides an element. */
export function isHidden(classes: string): boolean {
  return classes !== "" && HIDES.test(classes);
}

/** Whether nothing in this element can be seen, so that its subtree need not be read. Dear questions are asked of what holds much alone. */
export function isGone(element: Element, dressed: boolean): boolean {
  const first = element.firstElementChild;
  if (first?.nextElementSibling?.nextElementSibling && ((!element.checkVisibility() && getComputedStyle(element).display !== "contents") || isMovedAway(element))) return true;
  return first !== null && dressed && (element.clientWidth < 2 || element.clientHeight < 2) && isClipped(element, element.getBoundingClientRect());
}

/** Whether its box, too small for words, cuts off whatever is in it: so words for screen readers only are hidden, and folded sections. */
function isClipped(element: Element, { width, height }: DOMRect): boolean {
  const small = width < 2 || height < 2;
  if (!small && (width > TINY || height > TINY)) return false;
  const style = getComputedStyle(element);
  const { clipPath, overflow, display } = style;
  return (small && /hidden|clip/.test(overflow) && !/^(?:inline|contents)$/.test(display)) || style.getPropertyValue("clip").startsWith("rect(") || /inset\((?:[5-9]\d|100)%/.test(clipPath);
}

function isMovedAway(element: Element): boolean {
  return /-\d{4,}/.test(element.getAttribute("style") ?? "") && element.getBoundingClientRect().right <= AFAR;
}

/** Whether the element itself is drawn. What is transparent can still be clicked, as boxes in choice groups are. */
export function isDrawn(element: Element, transparent: boolean): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: !transparent });
}

/** Whether it has a size, and a place that scrolling can reach. */
export function isNear(element: Element, box: DOMRect): boolean {
  return box.width > 1 && box.height > 1 && box.right > AFAR && box.bottom > AFAR * 100 && !isClipped(element, box);
}

/** Whether a later blade lies over this one: the journey keeps covered blades, the last one is open. */
export function isCoveredBlade(blade: Element): boolean {
  let branch: Element | null = blade;
  while (branch && !/(?:^|\s)fxs-(?:journey|contextpane)/.test(branch.className) && branch.localName !== "main") {
    for (let later = branch.nextElementSibling; later; later = later.nextElementSibling) {
      const next: Element | null = later.matches(BLADE) ? later : later.querySelector(BLADE);
      if (next && !blade.contains(next) && hasSize(next)) return true;
    }
    branch = branch.parentElement;
  }
  return false;
}

const BLADE = "section.fxs-blade";

function hasSize(element: Element): boolean {
  const box = element.getBoundingClientRect();
  return element.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1;
}

/** So far from the window's corners, beside the scroll bars, it is asked what lies there. */
const CORNER = 24;
const cornersOf = ([width, height]: Size): [x: number, y: number][] => [CORNER, width - CORNER].flatMap((x) => [CORNER, height - CORNER].map((y): [number, number] => [x, y]));

/** What lies over all of the window, as a kit's mask does below an open dialog. It is empty. */
export function coverOf(root: Document, size: Size): Element | null {
  let cover: Element | null = null;
  for (const [x, y] of cornersOf(size)) {
    const hit = root.elementFromPoint(x, y);
    cover ??= hit;
    if (!hit || hit !== cover || hit.firstElementChild) return null;
  }
  return cover;
}

/** Whether what stands beside the cover lies under it: it reaches to a corner, and is not what a click hits there. */
export function isUnder(element: Element, size: Size): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return cornersOf(size).some(([x, y]) => left <= x && x < right && top <= y && y < bottom) && getComputedStyle(element).pointerEvents !== "none";
}

/** Whether something else takes the click meant for this control. `own` is Keyferry's own overlay, which does not count. */
export function isCovered(control: Element, box: DOMRect, own: Element | null): boolean {
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const view = control.ownerDocument.defaultView;
  if (!view || x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return false;
  const scope = control.getRootNode() as Document | ShadowRoot;
  let hit = scope.elementFromPoint(x, y);
  if (hit && isNothing(hit, own)) hit = scope.elementsFromPoint(x, y).find((element) => !isNothing(element, own)) ?? null;
  if (!hit || belongs(hit, control)) return false;
  return !isScrolledAway(control, x, y);
}

/** Keyferry's own overlay, or what a kit hides by a class whose style is not there (a page that was saved without its styles). */
function isNothing(hit: Element, own: Element | null): boolean {
  return hit === own || hit.closest(HIDDEN) !== null;
}

/** A click on the hit element reaches the control: it is the same, a part, a label of it, or what carries it. */
function belongs(hit: Element, control: Element): boolean {
  if (control.contains(hit)) return true;
  const label = hit.closest("label");
  if (label && (label.contains(control) || label.control === control)) return true;
  // A transparent box is often drawn by what stands beside it, and an input by the box around it.
  return hit.contains(control) && hit.childElementCount <= 3 && hit.getBoundingClientRect().height <= 80;
}

/** Whether a scrolling ancestor has it out of sight: it can be brought back, nothing lies over it. */
function isScrolledAway(control: Element, x: number, y: number): boolean {
  for (let above = control.parentElement; above; above = above.parentElement) {
    if (above.scrollHeight <= above.clientHeight && above.scrollWidth <= above.clientWidth) continue;
    const box = above.getBoundingClientRect();
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) continue;
    if (/auto|scroll/.test(getComputedStyle(above).overflow)) return true;
  }
  return false;
}
