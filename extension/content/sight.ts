/**
 * Keyferry's eyes: turns the document into a {@link Page}. They know the widget kits' way of hiding things,
 * but no step, no label and no language. One pass, synchronous, over what is open and visible.
 */
import type { Node as Seen, Page } from "../generated/core";
import { Kin, PECULIAR, type Siblings } from "./kin";
import { fieldsIn, LONGEST, Memory, type Reached, type Remembered, type Run, type Told } from "./memory";
import { Names, tidy } from "./names";
import { seal, sealAddress } from "./seal";
import { CONTROLS, COVERED, DISABLED, FILLED, hasData, isControl, kitOf, marksOf, READONLY, statesOf } from "./traits";
import { coverOf, isCovered, isCoveredBlade, isDrawn, isGone, isHidden, isNear, isUnder, type Size } from "./visible";

/** What one pass has seen. */
export type Look = {
  page: Page;
  /** The open shadow roots in it. */
  shadows: ShadowRoot[];
  /** Something out of sight was left out: scrolling may show it. */
  spares: boolean;
  /** The element of a handle, as long as it was seen in this pass and is still in the document. */
  element(id: number): Element | undefined;
};

const SKIPPED = new Set(["script", "style", "noscript", "template", "head", "br", "hr", "wbr", "path", "source", "defs"]);
const ALWAYS = new Set([
  ..."h1 h2 h3 h4 h5 h6 table tr td th form fieldset dialog iframe frame label section main nav img".split(" "),
]);
/** What is in these is not read. */
const OPAQUE = new Set(["iframe", "frame", "select", "textarea", "svg"]);
const OFF = /(?:^|\s)[\w-]*-disabled(?:\s|$)/;
const PLACEHOLDER = /(?:^|\s)x4?-form-empty-field(?:\s|$)/;
const PLAIN_VALUE = /^(?:\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?|https?:\/\/\S+|[^\s@\\]+@[^\s@]+\.[^\s@]+|[\w.-]+\\[\w.$-]+)$/i;
const TEXT_LIMIT = 400;
/** What is in sight and no higher than this, has nothing in it that is out of sight. */
const SMALL = 200;

const handles = new WeakMap<Element, number>();
let nextHandle = 1;

/**
 * Looks at a document. `own` is the host of Keyferry's own overlay; it is not seen. `memory` is what earlier looks have read;
 * whoever keeps it has it forget what has changed.
 */
export function look(root: Document, own: Element | null = null, memory = new Memory()): Look {
  const view = root.defaultView;
  const size: [number, number] = [view?.innerWidth ?? 0, view?.innerHeight ?? 0];
  const pass = new Pass(own, memory, size);
  const body = root.body as HTMLElement | null; // A frame may be looked at before it has one.
  if (size[0] > 0 && size[1] > 0 && body) pass.look(body);
  const [nodes, elements] = pass.compact();
  return {
    page: {
      url: sealAddress(root.location.href),
      frame_name: seal(view?.name ?? "").text.slice(0, TEXT_LIMIT),
      lang: root.documentElement.lang,
      size,
      nodes,
    },
    shadows: pass.shadows,
    spares: pass.spared > 0,
    element(id) {
      const found = elements[nodes.findIndex((node) => node.id === id)];
      return found?.isConnected ? found : undefined;
    },
  };
}

/** What was read in an element; and its box, where that was asked for. */
type Said = { text: string; branches: number; box: DOMRect | undefined };

/** What an element is, at a glance. `peculiar`: it may be hidden otherwise than others of its kind. */
type What = { tag: string; classes: string; dressed: boolean; peculiar: boolean };

class Pass {
  private readonly told: Told[] = [];
  /** The open shadow roots that the walk came through; an observer of the document does not see into them. */
  readonly shadows: ShadowRoot[] = [];
  /** The texts of the controls that the walk is in. */
  private readonly open: string[][] = [];
  private readonly names = new Names();
  /** What the walk is in is read without leaving anything out. */
  private whole = false;
  /** What the walk is in is out of sight, about there; `null`: whether it is drawn has to be asked of each thing. */
  private afar: DOMRect | null | undefined;
  /** What the walk is in is in sight, and too small for anything in it to be out of sight. */
  private near = false;
  /** What the walk is in becomes part of a run. */
  private running = false;
  /** What lies over all of the window; and whether the walk is in what lies under that, where nobody comes by scrolling. */
  private cover: Element | null | undefined;
  private under = false;
  /** The kind of what was visited last. */
  private kind: Kin | undefined;
  /** So many things were left out because they are among many and out of sight. */
  spared = 0;

  constructor(
    private readonly own: Element | null,
    private readonly memory: Memory,
    private readonly size: Size,
  ) {}

  /** Reads everything. */
  look(body: Element): void {
    this.cover = coverOf(body.ownerDocument, this.size);
    this.visit(body, -1, 0, new Kin(this.size));
  }

  /** Reads an element and its subtree; returns how many of its branches mean something. */
  visit(element: Element, up: number, inherited: number, above: Kin, siblings?: Siblings): number {
    const tag = element.localName;
    this.kind = undefined;
    if (SKIPPED.has(tag) || element === this.own) return 0;
    const dressed = element.hasAttributes();
    const classes = dressed ? (element.getAttribute("class") ?? "") : "";
    const kin = above.of(tag, classes);
    const crowded = !this.whole && this.open.length === 0 && kin.hasEnough;
    let branches = 0;
    if (crowded && siblings?.sideOf(element) && kin.isOrdinary(element)) {
      this.spared += 1;
    } else {
      const { whole, afar, near } = this;
      this.whole ||= crowded;
      const peculiar = dressed && element.matches(PECULIAR);
      const what = { tag, classes, dressed, peculiar };
      if (!this.isGone(element, what, kin, siblings)) branches = this.read(element, what, up, inherited, kin);
      this.whole = whole;
      this.afar = afar;
      this.near = near;
    }
    this.kind = kin;
    return branches;
  }

  /** Whether nothing in an element is seen; else notes how the walk has to go on in it. */
  private isGone(element: Element, what: What, kin: Kin, siblings?: Siblings): boolean {
    const { tag, classes, dressed, peculiar } = what;
    if (isHidden(classes)) return true;
    if (peculiar) {
      if (!isDrawn(element, false)) this.afar = null;
    } else if (!this.near && this.afar === undefined && siblings && kin.isKnown) {
      const far = siblings.sideOf(element) !== 0;
      const { box } = siblings;
      if (box && far && isNear(element, box)) this.afar = box;
      else if (box && !far) this.near = box.height < SMALL;
    }
    if (this.afar && !peculiar && kin.isKnown && !kin.wasGone) return false;
    const gone = isGone(element, dressed) || (tag === "section" && classes.includes("fxs-blade") && isCoveredBlade(element));
    kin.wasGone ||= gone;
    return gone;
  }

  private read(element: Element, what: What, up: number, inherited: number, kin: Kin): number {
    const { tag, classes, dressed } = what;
    const exact = what.peculiar || this.afar === null;
    let state = inherited;
    let role = "";
    if (dressed) {
      role = element.getAttribute("role") ?? "";
      if (element.getAttribute("aria-disabled") === "true" || element.hasAttribute("disabled") || OFF.test(classes)) state |= DISABLED;
      if (element.hasAttribute("inert")) state |= COVERED;
    }
    const control = isControl(element, tag, role, dressed);
    const at = this.told.length;
    const node: Seen = { id: 0, tag, state, rect: [0, 0, 0, 0] };
    const entry: Told = { element, up };
    this.told.push(entry);

    const texts: string[] = [];
    if (control) this.open.push(texts);
    const said = this.descend(element, tag, at, state & (DISABLED | COVERED), kin);
    if (control) this.open.pop();
    kin.count(1, this.told.length - at);

    const text = control ? texts.join(" ") : said.text;
    const means = this.describe(node, element, what, { role, control, exact, text, box: said.box }, kin);
    const kit = (kin.kit ??= kitOf(classes));
    const keep = means || said.branches > 1 || (said.branches === 0 && kit.length > 0 && this.place(node, element, false, exact, kin));
    entry.marks = dressed && keep ? marksOf(element, kit) : kit;
    if (!keep) return said.branches;
    entry.node = node;
    return 1;
  }

  /** Reads what is in an element: its own text, then its children, through open shadow roots and slots. */
  private descend(element: Element, tag: string, at: number, inherited: number, kin: Kin): Said {
    const said: Said = { text: "", branches: 0, box: undefined };
    if (OPAQUE.has(tag)) return said;
    const siblings = kin.siblings();
    // Words for screen readers only, clipped to a dot, are not on the control for the eye.
    let readable: boolean | undefined;
    const read = (child: globalThis.Node): void => {
      if (child.nodeType === 3) {
        const data = child.nodeValue ?? "";
        said.text += data;
        if (this.open.length > 0 && /\S/.test(data) && (readable ??= CONTROLS.has(tag) || (said.box = this.boxOf(element, false, this.afar === null, kin)) !== undefined)) for (const texts of this.open) texts.push(data);
      } else if (child.nodeType === 1) {
        siblings.step();
        said.branches += this.visit(child as Element, at, inherited, kin, siblings);
        if ((child as Element).localName !== "wbr") said.text += " ";
      }
    };
    const assigned = tag === "slot" ? (element as HTMLSlotElement).assignedNodes() : [];
    const first = (element.shadowRoot ?? element).firstChild;
    if (assigned.length > 0) assigned.forEach(read);
    else if (this.near || this.running || this.open.length > 0) for (let child = first; child; child = child.nextSibling) read(child);
    else this.readRuns(element, first, at, said, kin, siblings, read);
    if (element.shadowRoot) this.shadows.push(element.shadowRoot);
    return said;
  }

  /** Reads children, some of which may be out of sight: of those is told again what is remembered, and the others are remembered. */
  private readRuns(element: Element, first: ChildNode | null, at: number, said: Said, kin: Kin, siblings: Siblings, read: (child: ChildNode) => void): void {
    const reached = (): Reached => ({ told: this.told.length, branches: said.branches, spared: this.spared });
    const { under, cover } = this;
    const isBeside = cover && element.contains(cover);
    let run: Run | undefined;
    const close = (): void => {
      if (run) this.memory.keep(run, this.told);
      run = undefined;
    };
    for (let child = first; child; child = child.nextSibling) {
      const one = child.nodeType === 1 ? (child as Element) : undefined;
      if (one && under && siblings.sideOf(one) > 0) {
        close();
        this.spared += 1;
        child = siblings.rest(one);
        siblings.leave();
        continue;
      }
      const known = one && this.memory.at(one, this.size);
      if (known) {
        close();
        this.repeat(known, at, said, kin);
        siblings.leave();
        child = known.run.last;
        continue;
      }
      if (isBeside && one && !one.contains(cover)) this.under = isUnder(one, this.size);
      const from = reached();
      const side = one ? siblings.sideOf(one) : 0;
      this.running = side > 0;
      read(child);
      this.running = false;
      this.under = under;
      if (!one) {
        if (/\S/.test(child.nodeValue ?? "")) close();
        continue;
      }
      const { kind } = this;
      const fields = kind && side > 0 && fieldsIn(this.told, from.told, side, this.size);
      if (run && !(fields && run.kind === kind && run.side === side && run.members < LONGEST)) close();
      if (!fields) continue;
      run ??= { first: one, last: one, members: 0, kind, side, fields: [], from, to: from, told: [] };
      run.last = one;
      run.members += 1;
      run.fields.push(...fields);
      run.to = reached();
    }
    close();
  }

  /** Tells what is remembered of some siblings. */
  private repeat({ run, x, y }: Remembered, at: number, said: Said, kin: Kin): void {
    const { first, from, to } = run;
    const by = this.told.length - from.told;
    let members = 0;
    for (const one of run.told) {
      const again = { ...one, up: one.up + by };
      if (one.up < from.told) {
        again.up = at;
        members += 1;
      }
      if (again.node && (x || y)) again.node = moved(again.node, x, y);
      this.told.push(again);
    }
    said.text += " ";
    said.branches += to.branches - from.branches;
    this.spared += to.spared - from.spared;
    kin.of(first.localName, first.getAttribute("class") ?? "").count(members, run.told.length);
  }

  /** Fills a node in; false when it means nothing by itself or cannot be seen. */
  private describe(
    node: Seen,
    element: Element,
    { tag, classes, dressed }: What,
    more: { role: string; control: boolean; exact: boolean; text: string; box: DOMRect | undefined },
    kin: Kin,
  ): boolean {
    const { role, control } = more;
    const text = tidy(more.text);
    const title = dressed ? element.getAttribute("title") : null;
    const means = control || text !== "" || role !== "" || title !== null || ALWAYS.has(tag) || (dressed && hasData(element));
    if (!means || !this.place(node, element, control, more.exact, kin, more.box)) return false;
    if (role) node.role = role;
    this.say(node, "text", text);
    if (title) this.say(node, "title", tidy(title));
    if (role || control || (dressed && (element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby")))) this.say(node, "label", this.names.of(element));
    if (tag === "img") this.say(node, "label", tidy(element.getAttribute("alt") ?? ""));
    if (control) this.readField(node, element, tag, role, classes);
    if (dressed) node.state |= statesOf(element);
    return true;
  }

  /** Puts a text into the node without its secrets. */
  private say(node: Seen, field: "text" | "title" | "label" | "value", text: string): void {
    if (!text) return;
    const clean = seal(text);
    if (clean.text) node[field] = clean.text.slice(0, TEXT_LIMIT);
    if (!clean.sealed || (node.sealed && clean.sealed.length <= node.sealed.length)) return;
    // What one attribute cuts off, another may show whole.
    if (node.sealed && node.text) node.text = node.text.replace("\u2026", "").trim();
    node.sealed = clean.sealed;
  }

  /** What a field holds, where that cannot be a secret. */
  private readField(node: Seen, element: Element, tag: string, role: string, classes: string): void {
    if (tag === "select") return this.say(node, "text", tidy((element as HTMLSelectElement).selectedOptions[0]?.text ?? ""));
    if (tag !== "input" && tag !== "textarea") return;
    const field = element as HTMLInputElement;
    if (field.type === "radio" || field.type === "checkbox") return;
    if (field.type === "button" || field.type === "submit" || field.type === "reset") return this.say(node, "text", tidy(field.value));
    const hint = field.placeholder || (PLACEHOLDER.test(classes) ? field.value : "");
    if (hint) node.hint = seal(tidy(hint)).text;
    if (field.readOnly) node.state |= READONLY;
    if (!field.value || PLACEHOLDER.test(classes)) return;
    node.state |= FILLED;
    if (field.type === "password") return;
    const value = field.value.trim();
    if (field.readOnly || role === "combobox" || PLAIN_VALUE.test(value)) this.say(node, "value", value);
  }

  /** Where it is; false when it cannot be seen there. */
  private place(node: Seen, element: Element, control: boolean, exact: boolean, kin: Kin, known?: DOMRect): boolean {
    const box = known ?? this.boxOf(element, control, exact, kin);
    if (!box) return false;
    node.rect = [Math.round(box.left), Math.round(box.top), Math.round(box.width), Math.round(box.height)];
    if (control && !this.afar && !(node.state & COVERED) && kin.covers(() => isCovered(element, box, this.own))) node.state |= COVERED;
    return true;
  }

  /** Its box, where it is drawn and has one that scrolling can reach; out of sight that of what it stands in will do. */
  private boxOf(element: Element, control: boolean, exact: boolean, kin: Kin): DOMRect | undefined {
    const { afar } = this;
    if (afar && !exact && kin.shows !== undefined) return kin.shows ? afar : undefined;
    const box = isDrawn(element, control) ? element.getBoundingClientRect() : undefined;
    const near = box && isNear(element, box) ? box : undefined;
    if (!exact) kin.note(near !== undefined);
    return near;
  }

  /**
   * The nodes that stay, with their links set to one another. A wrapper that only holds one of them is left
   * out; its class names go over to what it held.
   */
  compact(): [Seen[], Element[]] {
    const place: number[] = [];
    const carried: (string[] | undefined)[] = [];
    const nodes: Seen[] = [];
    const elements: Element[] = [];
    for (const { element, up, node, marks = [] } of this.told) {
      const over = carried[up];
      const all = over ? [...marks, ...over] : marks;
      const at = place[up] ?? -1;
      place.push(node ? nodes.length : at);
      carried.push(node ? undefined : all);
      if (!node) continue;
      // What is remembered stays as it is: it will be told again elsewhere.
      const seen = { ...node, id: handleOf(element) };
      if (at >= 0) seen.up = at;
      if (all.length > 0) seen.marks = all;
      nodes.push(seen);
      elements.push(element);
    }
    return [nodes, elements];
  }
}

/** A node that has moved. */
function moved(node: Seen, x: number, y: number): Seen {
  const [left, top, width, height] = node.rect;
  return { ...node, rect: [Math.round(left + x), Math.round(top + y), width, height] };
}

function handleOf(element: Element): number {
  let handle = handles.get(element);
  if (handle === undefined) handles.set(element, (handle = nextHandle++));
  return handle;
}
