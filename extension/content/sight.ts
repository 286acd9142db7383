/**
 * Keyferry's eyes: turns the document into a {@link Page}. They know the widget kits' way of hiding things,
 * but no step, no label and no language. One pass, synchronous, over what is open and visible.
 */
import type { Node as Seen, Page } from "../generated/core";
import { Kin, PECULIAR, type Siblings } from "./kin";
import { Names, tidy } from "./names";
import { seal, sealAddress } from "./seal";
import { isCovered, isCoveredBlade, isDrawn, isGone, isHidden, isNear } from "./visible";

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

const DISABLED = 1;
const CHECKED = 2;
const SELECTED = 4;
const EXPANDED = 8;
const FILLED = 16;
const READONLY = 32;
const COVERED = 64;

const SKIPPED = new Set(["script", "style", "noscript", "template", "head", "br", "hr", "wbr", "path", "source", "defs"]);
const ALWAYS = new Set([
  ..."h1 h2 h3 h4 h5 h6 table tr td th form fieldset dialog iframe frame label section main nav img".split(" "),
]);
/** What is in these is not read. */
const OPAQUE = new Set(["iframe", "frame", "select", "textarea", "svg"]);
const CONTROLS = new Set(["button", "input", "select", "textarea", "summary"]);
const CONTROL_ROLES = new Set(
  "button link tab radio checkbox switch combobox option treeitem menuitem menuitemradio menuitemcheckbox textbox searchbox".split(" "),
);
/** Class names of the widget kits that the portals are made with. */
export const KIT = /^(?:fxs|fxc|azc|msportalfx|ext|css-scope|ms|fui|is|x|x4|mk[a-z\d]*|essentials[A-Za-z]*)(?:-|$)|^(?:mk[it]|essentials)[A-Z]/;
/** Class names that say how something ended: pictures of results have them. */
export const VERDICT =
  /(?:^|[-_])(?:ok|check|tick|valid|invalid|success|passed|failed|error|wrong|delete|cross|red|green)(?![a-z])|[a-z](?:Ok|Check|Tick|Valid|Invalid|Success|Passed|Failed|Error|Wrong|Delete|Cross|Red|Green)(?![a-z])/;
const OFF = /(?:^|\s)[\w-]*-disabled(?:\s|$)/;
const PLACEHOLDER = /(?:^|\s)x4?-form-empty-field(?:\s|$)/;
/** Attributes that have a place of their own in the digest, or say nothing. */
const UNMARKED = /^(?:class|style|role|title|alt|value|placeholder|aria-(?:label|checked|selected|expanded|disabled|pressed|live|hidden|describedby|controls|owns|posinset|setsize|level|busy)|on.*|xmlns.*|width|height|cellspacing|cellpadding|border|unselectable|d|fill|viewbox)$/;
const PLAIN_VALUE = /^(?:\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?|https?:\/\/\S+|[^\s@\\]+@[^\s@]+\.[^\s@]+|[\w.-]+\\[\w.$-]+)$/i;
const TEXT_LIMIT = 400;
/** What is in sight and no higher than this, has nothing in it that is out of sight. */
const SMALL = 200;

const handles = new WeakMap<Element, number>();
let nextHandle = 1;

/**
 * Looks at a document. `own` is the host of Keyferry's own overlay; it is not seen. `spared` are elements that an earlier look has
 * left out of a crowd; whoever keeps them takes out what has changed.
 */
export function look(root: Document, own: Element | null = null, spared = new WeakSet<Element>()): Look {
  const view = root.defaultView;
  const size: [number, number] = [view?.innerWidth ?? 0, view?.innerHeight ?? 0];
  const pass = new Pass(own);
  const body = root.body as HTMLElement | null; // A frame may be looked at before it has one.
  if (size[0] > 0 && size[1] > 0 && body) pass.visit(body, -1, 0, new Kin(size, spared));
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
    spares: pass.spares,
    element(id) {
      const found = elements[nodes.findIndex((node) => node.id === id)];
      return found?.isConnected ? found : undefined;
    },
  };
}

/** What an element is, at a glance. `peculiar`: it may be hidden otherwise than others of its kind. */
type What = { tag: string; classes: string; dressed: boolean; peculiar: boolean };

class Pass {
  private readonly nodes: Seen[] = [];
  private readonly elements: Element[] = [];
  /** Whether a node stays: it means something itself, or groups at least two that do. */
  private readonly kept: boolean[] = [];
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
  /** Something was left out because it is one of many and out of sight. */
  spares = false;

  constructor(private readonly own: Element | null) {}

  /** Reads an element and its subtree; returns how many of its branches mean something. */
  visit(element: Element, up: number, inherited: number, above: Kin, siblings?: Siblings): number {
    const tag = element.localName;
    if (SKIPPED.has(tag) || element === this.own) return 0;
    const dressed = element.hasAttributes();
    const classes = dressed ? (element.getAttribute("class") ?? "") : "";
    const kin = above.of(tag, classes);
    const crowded = !this.whole && this.open.length === 0 && kin.hasEnough;
    if (crowded && kin.isOneMore(element, siblings)) {
      this.spares = true;
      return 0;
    }
    const { whole, afar, near } = this;
    this.whole ||= crowded;
    const peculiar = dressed && element.matches(PECULIAR);
    const what = { tag, classes, dressed, peculiar };
    const branches = this.isGone(element, what, kin, siblings) ? 0 : this.read(element, what, up, inherited, kin);
    this.whole = whole;
    this.afar = afar;
    this.near = near;
    return branches;
  }

  /** Whether nothing in an element is seen; else notes how the walk has to go on in it. */
  private isGone(element: Element, what: What, kin: Kin, siblings?: Siblings): boolean {
    const { tag, classes, dressed, peculiar } = what;
    if (isHidden(classes)) return true;
    if (peculiar) {
      if (!isDrawn(element, false)) this.afar = null;
    } else if (!this.near && this.afar === undefined && siblings && kin.isKnown) {
      const far = siblings.areFar(element);
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
    const at = this.nodes.length;
    const node: Seen = { id: 0, tag, state, rect: [0, 0, 0, 0] };
    if (up >= 0) node.up = up;
    this.nodes.push(node);
    this.elements.push(element);
    this.kept.push(false);

    const texts: string[] = [];
    if (control) this.open.push(texts);
    const said = this.descend(element, tag, at, state & (DISABLED | COVERED), kin);
    if (control) this.open.pop();
    kin.count(this.nodes.length - at);

    const text = control ? texts.join(" ") : said.text;
    const means = this.describe(node, element, what, { role, control, exact, text }, kin);
    const kit = (kin.kit ??= kitOf(classes));
    const keep = means || said.branches > 1 || (said.branches === 0 && kit.length > 0 && this.place(node, element, false, exact, kin));
    this.kept[at] = keep;
    if (dressed) {
      const marks = keep ? marksOf(element, kit) : kit;
      if (marks.length > 0) node.marks = marks;
    }
    return keep ? 1 : said.branches;
  }

  /** Reads what is in an element: its own text, then its children, through open shadow roots and slots. */
  private descend(element: Element, tag: string, at: number, inherited: number, kin: Kin): { text: string; branches: number } {
    const said = { text: "", branches: 0 };
    if (OPAQUE.has(tag)) return said;
    const siblings = kin.siblings();
    // Words for screen readers only, clipped to a dot, are not on the control for the eye.
    let readable: boolean | undefined;
    const read = (child: globalThis.Node): void => {
      if (child.nodeType === 3) {
        const data = child.nodeValue ?? "";
        said.text += data;
        if (this.open.length > 0 && /\S/.test(data) && (readable ??= CONTROLS.has(tag) || this.boxOf(element, false, this.afar === null, kin) !== undefined)) for (const texts of this.open) texts.push(data);
      } else if (child.nodeType === 1) {
        siblings.step();
        said.branches += this.visit(child as Element, at, inherited, kin, siblings);
        if ((child as Element).localName !== "wbr") said.text += " ";
      }
    };
    const assigned = tag === "slot" ? (element as HTMLSlotElement).assignedNodes() : [];
    if (assigned.length > 0) assigned.forEach(read);
    else for (let child = (element.shadowRoot ?? element).firstChild; child; child = child.nextSibling) read(child);
    if (element.shadowRoot) this.shadows.push(element.shadowRoot);
    return said;
  }

  /** Fills a node in; false when it means nothing by itself or cannot be seen. */
  private describe(
    node: Seen,
    element: Element,
    { tag, classes, dressed }: What,
    more: { role: string; control: boolean; exact: boolean; text: string },
    kin: Kin,
  ): boolean {
    const { role, control } = more;
    const text = tidy(more.text);
    const title = dressed ? element.getAttribute("title") : null;
    const means = control || text !== "" || role !== "" || title !== null || ALWAYS.has(tag) || (dressed && hasData(element));
    if (!means || !this.place(node, element, control, more.exact, kin)) return false;
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
  private place(node: Seen, element: Element, control: boolean, exact: boolean, kin: Kin): boolean {
    const box = this.boxOf(element, control, exact, kin);
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
    this.nodes.forEach((node, at) => {
      const up = node.up === undefined ? -1 : (place[node.up] ?? -1);
      const over = node.up === undefined ? undefined : carried[node.up];
      if (over) node.marks = [...(node.marks ?? []), ...over];
      const element = this.elements[at];
      if (!this.kept[at] || !element) {
        place.push(up);
        carried.push(node.marks);
        return;
      }
      carried.push(undefined);
      if (up >= 0) node.up = up;
      else delete node.up;
      node.id = handleOf(element);
      place.push(nodes.length);
      nodes.push(node);
      elements.push(element);
    });
    return [nodes, elements];
  }
}

function handleOf(element: Element): number {
  let handle = handles.get(element);
  if (handle === undefined) handles.set(element, (handle = nextHandle++));
  return handle;
}

/** Whether a person can do something with an element. */
export function isControl(element: Element, tag = element.localName, role = element.getAttribute("role") ?? "", dressed = true): boolean {
  if (CONTROLS.has(tag)) return true;
  return (
    dressed &&
    (CONTROL_ROLES.has(role) ||
      (tag === "a" && element.hasAttribute("href")) ||
      (element.hasAttribute("tabindex") && role !== "dialog") ||
      (element as HTMLElement).contentEditable === "true" ||
      (tag === "div" && element.hasAttribute("type")))
  );
}

const kitOf = (classes: string): string[] => (classes ? classes.split(/\s+/).filter((name) => KIT.test(name) || VERDICT.test(name)) : []);
const hasData = (element: Element): boolean => element.getAttributeNames().some((name) => /^(?:data-|aria-label)|:/.test(name));

function statesOf(element: Element): number {
  const is = (name: string): boolean => element.getAttribute(name) === "true";
  let state = 0;
  if (is("aria-checked") || is("aria-pressed") || (element as Partial<HTMLInputElement>).checked) state |= CHECKED;
  if (is("aria-selected")) state |= SELECTED;
  if (is("aria-expanded")) state |= EXPANDED;
  if (is("aria-readonly")) state |= READONLY;
  return state;
}

/** The kits' class names and the other attributes, short ones only. */
function marksOf(element: Element, kit: readonly string[]): string[] {
  const marks = [...kit];
  for (const name of element.getAttributeNames()) {
    if (UNMARKED.test(name)) continue;
    const value = element.getAttribute(name) ?? "";
    if (value.length > 300) continue;
    const shown = name === "href" || name === "src" ? sealAddress(value.replace(/\?[^#]*/, "")) : seal(value, name !== "id" && name !== "for").text;
    marks.push(`${name}=${shown}`);
  }
  return marks.map((mark) => (mark.includes("Q~") ? seal(mark, false).text : mark));
}
