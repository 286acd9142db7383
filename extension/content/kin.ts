/**
 * Of a thousand like rows far from what the person sees, most are read by their outside alone: whether they hold what none before
 * them held. Only what is like many others already read, is built as they are, shows no secret and is out of sight is left out.
 */
import { hasSecret } from "./seal";

/** So many pixels outside the window still count as in sight; scrolling brings another look. */
const MARGIN = 200;
/** Whether they are in sight is asked of so many siblings at once: of the first and the last. */
const RUN = 32;
/** What a row is for, beyond words: one that holds others of these than its like is not its like. */
const PARTS = "a,button,input,select,textarea,iframe,h1,h2,h3,h4,h5,h6,table,[role],[tabindex],[title],[aria-label],[data-telemetryname]";

/** Elements of one kind: with the same name and classes, in parents of one kind. */
export class Kin {
  private readonly kinds = new Map<string, Kin>();
  /** How those that were read were built. */
  private readonly builds = new Set<string>();
  private members = 0;
  private elements = 0;

  /** `size` is the window's; `spared` remembers what was left out for what is in it, until something in it changes. */
  constructor(
    private readonly size: readonly [number, number],
    private readonly spared: WeakSet<Element>,
  ) {}

  /** The kind of a child. */
  of(tag: string, classes: string): Kin {
    const name = `${tag} ${classes}`;
    let kin = this.kinds.get(name);
    if (!kin) this.kinds.set(name, (kin = new Kin(this.size, this.spared)));
    return kin;
  }

  /** One more was read, with so many elements in it. */
  count(elements: number): void {
    this.members += 1;
    this.elements += elements;
  }

  /** Whether so many were read that others may be left out: no table that a person sets up is as long. */
  get hasEnough(): boolean {
    return this.members >= 100 && this.elements >= 1_000;
  }

  /** Whether this one may be left out. */
  isOneMore(element: Element, siblings: Siblings | undefined): boolean {
    if (!siblings?.areFar(element)) return false;
    if (this.spared.has(element)) return true;
    if (!this.isOrdinary(element)) return false;
    this.spared.add(element);
    return true;
  }

  private isOrdinary(element: Element): boolean {
    const parts = [...element.querySelectorAll(PARTS)];
    const build = [...element.getAttributeNames(), ...parts.map((part) => `<${part.localName} ${part.getAttribute("role") ?? ""}`)].join();
    const known = this.builds.has(build);
    this.builds.add(build);
    return known && !element.shadowRoot && ![element, ...parts].some(showsSecret) && !saysSecret(element);
  }

  /** Where the children of an element are, asked of many at once. */
  siblings(): Siblings {
    return new Siblings(this.size);
  }
}

/** The children of one element, gone through in order. */
export class Siblings {
  /** So many more are out of sight. */
  private far = 0;

  constructor(private readonly size: readonly [number, number]) {}

  /** The walk comes to the next. */
  step(): void {
    this.far -= 1;
  }

  /** Whether the one that the walk has come to is out of sight. */
  areFar(element: Element): boolean {
    // What has a style of its own may stand anywhere.
    if (this.far > 0 && !element.hasAttribute("style")) return true;
    const side = sideOf(element, this.size);
    let last = element;
    let run = 0;
    while (side !== 0 && run < RUN && last.nextElementSibling) {
      last = last.nextElementSibling;
      run += 1;
    }
    this.far = sideOf(last, this.size) === side ? run + 1 : 0;
    return side !== 0;
  }
}

/** On which side of the window an element lies; 0: in it, or near. */
function sideOf(element: Element, [width, height]: readonly [number, number]): number {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  if (bottom < -MARGIN) return 1;
  if (top > height + MARGIN) return 2;
  if (right < -MARGIN) return 3;
  return left > width + MARGIN ? 4 : 0;
}

/** Whether one stands in its words. */
function saysSecret(element: Element): boolean {
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) if (hasSecret(texts.currentNode.nodeValue ?? "")) return true;
  return false;
}

/** Whether a secret, whole, cut or masked, stands in an attribute that is shown, or in the field that it is. */
function showsSecret(element: Element): boolean {
  return [element.getAttribute("title"), element.getAttribute("aria-label"), (element as HTMLInputElement).value].some((text) => hasSecret(String(text)));
}
