/**
 * What is like many others is not asked everything again. Of a thousand like rows far from what the person sees, most are read by
 * their outside alone: whether they hold what none before them held. Only what is like many others already read, is built as they
 * are, shows no secret and is out of sight is left out. And what is out of sight and told all the same, is drawn if its likes were:
 * a browser takes longer to say where one thing is than to give all its words.
 */
import { hasSecret } from "./seal";
import { sideOf, type Size } from "./visible";

/** So many of a kind tell whether the others out of sight are drawn. */
const FEW = 16;
/** So many of a kind, with so many elements in them, are read before others are left out: no table that a person sets up is as long. */
const MANY = 100;
const MUCH = 1_000;
/** More controls of a kind than these are taken to be covered or not as one of them is, of so many in a row. */
const ASKED = 64;
const SAMPLE = 32;
/** What may be hidden otherwise than others of its kind. */
export const PECULIAR = "[style],[hidden],[inert],[aria-hidden],[data-state],[popover],details,dialog";
/** Whether they are in sight is asked of so many siblings at once: of the first and the last. */
const RUN = 32;
/** What a row is for, beyond words: one that holds others of these than its like is not its like. */
const PARTS = new Set("a button input select textarea iframe h1 h2 h3 h4 h5 h6 table".split(" "));
const PART = "[role],[tabindex],[title],[aria-label],[data-telemetryname]";

/** Elements of one kind: with the same name and classes, in parents of one kind. */
export class Kin {
  private readonly kinds = new Map<string, Kin>();
  private last: { tag: string; classes: string; kin: Kin } | undefined;
  /** How those that were read were built. */
  private readonly builds = new Set<string>();
  private members = 0;
  private elements = 0;
  private drawn = 0;
  private asked = 0;
  private tried = 0;
  private covered = false;
  /** Some were not read, because nothing in them is seen. */
  wasGone = false;
  /** The names that a widget kit gave to its members. */
  kit: string[] | undefined;

  /** `size` is the window's. */
  constructor(private readonly size: Size) {}

  /** The kind of a child. */
  of(tag: string, classes: string): Kin {
    const { last } = this;
    if (last?.tag === tag && last.classes === classes) return last.kin;
    const name = `${tag} ${classes}`;
    let kin = this.kinds.get(name);
    if (!kin) this.kinds.set(name, (kin = new Kin(this.size)));
    this.last = { tag, classes, kin };
    return kin;
  }

  /** So many were read, with so many elements in them. */
  count(members: number, elements: number): void {
    this.members += members;
    this.elements += elements;
  }

  /** Whether a few were read. */
  get isKnown(): boolean {
    return this.members >= FEW;
  }

  /** Whether the members are drawn, or are not, as far as those that were asked tell; where they differ, it has to be asked of each. */
  get shows(): boolean | undefined {
    const alike = this.drawn === this.asked || this.drawn === 0;
    return this.asked >= FEW && alike ? this.drawn > 0 : undefined;
  }

  /** Notes whether one is drawn. */
  note(isDrawn: boolean): void {
    this.asked += 1;
    if (isDrawn) this.drawn += 1;
  }

  /** Whether a member that is a control is covered: each of a few is asked, of many in a row the first. */
  covers(ask: () => boolean): boolean {
    this.tried += 1;
    if (this.tried <= ASKED || this.tried % SAMPLE === 0) this.covered = ask();
    return this.covered;
  }

  /** Whether so many were read that others may be left out. */
  get hasEnough(): boolean {
    return this.members >= MANY && this.elements >= MUCH;
  }

  /** Whether one that is out of sight is built as others are, so that it may be left out. */
  isOrdinary(element: Element): boolean {
    const build = element.getAttributeNames();
    const secretive = readOutside(element, build) || showsSecret(element);
    const name = build.join();
    const known = this.builds.has(name);
    this.builds.add(name);
    return known && !secretive;
  }

  /** Where the children of an element are, asked of many at once. */
  siblings(): Siblings {
    return new Siblings(this.size);
  }
}

/** The children of one element, gone through in order. */
export class Siblings {
  /** So many more are where {@link box} is. */
  private run = 0;
  private side = 0;
  private asked: Element | undefined;
  /** How many are asked for at once: fewer after those that turned out to stand apart. */
  private reach = RUN;
  /** Where one of them is, once it was asked. */
  box: DOMRect | undefined;
  private last!: Element;

  constructor(private readonly size: Size) {}

  /** The walk comes to the next. */
  step(): void {
    this.run -= 1;
  }

  /** The walk has passed some over. */
  leave(): void {
    this.run = 0;
  }

  /** On which side of the window the one is that the walk has come to; 0: it is in sight. */
  sideOf(element: Element): number {
    // What has a style of its own may stand anywhere.
    if (element === this.asked || (this.run > 0 && !element.hasAttribute("style"))) return this.side;
    this.asked = element;
    this.box = element.getBoundingClientRect();
    this.side = sideOf(this.box, this.size);
    let last = element;
    let run = 0;
    while (run < this.reach && last.nextElementSibling) {
      last = last.nextElementSibling;
      run += 1;
    }
    const alike = last === element || sideOf(last.getBoundingClientRect(), this.size) === this.side;
    this.reach = alike ? Math.min(RUN, this.reach * 2 + 1) : this.reach >> 1;
    this.run = alike ? run + 1 : 0;
    this.last = alike ? last : element;
    return this.side;
  }

  /** The last one on that side: of all, where that one is there too. */
  rest(element: Element): Element {
    const all = element.parentElement?.lastElementChild;
    return all && sideOf(all.getBoundingClientRect(), this.size) === this.side ? all : this.last;
  }
}

/** Notes how an element is built within; true where a secret may be, which only reading it can tell. */
function readOutside(element: Element, build: string[]): boolean {
  let secretive = element.shadowRoot !== null;
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) secretive ||= hasSecret(child.nodeValue ?? "");
    else if (child.nodeType === 1) {
      const inner = child as Element;
      if (PARTS.has(inner.localName) || (inner.hasAttributes() && inner.matches(PART))) {
        build.push(`<${inner.localName} ${inner.getAttribute("role") ?? ""}`);
        secretive ||= showsSecret(inner);
      }
      if (readOutside(inner, build)) secretive = true;
    }
  }
  return secretive;
}

/** Whether a secret, whole, cut or masked, stands in an attribute that is shown, or in the field that it is. */
function showsSecret(element: Element): boolean {
  return [element.getAttribute("title"), element.getAttribute("aria-label"), (element as HTMLInputElement).value].some((text) => hasSecret(String(text)));
}
