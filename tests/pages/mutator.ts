/** Runs in the page: changes the document at random, from a seed, in ways that leave it the same page for a person who knows it. */
import type { Page } from "../../extension/generated/core";

/** One changed page: what sight makes of it, and the handle that each expected control has now. */
export type Mutant = { seed: number; page: Page; handles: Record<string, number | null>; changes: string[] };

type Eye = { look(): Page; seen: { element(id: number): Element | undefined } | undefined };
declare const keyferry: Eye;

/** Classes that say what state something is in: without them it is another page. */
const STATE = /mask|disabled|hid(?:e|den)|active|selected|visible|display-none|empty/;
/** Attributes that may be lost. The others say what something is or does: a role, a type, where a link leads. */
const NAMED = /^(?:id|name|for|title|data-.*|ext:.*)$/;
/** What a wrapper, a copy or another sibling does not belong into: order and number mean something there. */
const ORDERED = "[role=row], [role=radiogroup], [role=tablist], table, dl, select";
const PRESSED = "button, [role=button], [role=menuitem], [role=tab], a";
const HIDDEN_BY = [
  "display: none",
  "visibility: hidden",
  "position: absolute; left: -10000px; top: -10000px",
  "position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)",
];

let original: HTMLElement | undefined;

/** Georgian letters: a language that Keyferry does not know. */
const strange = (text: string): string => text.replace(/[a-z]/giu, (letter) => String.fromCodePoint(0x10d0 + (letter.toLowerCase().charCodeAt(0) - 97)));

const wordsOf = (element: Element | undefined): string => (element?.textContent ?? "").replace(/\s+/g, " ").trim();

/** A page that is being changed: its dice, and the controls that must be found in it. */
class Change {
  private readonly dice: () => number;

  constructor(
    seed: number,
    readonly controls: Map<string, Element>,
    private readonly facts: readonly string[],
    /** Whether its labels are in a language that is known. */
    readonly isRead: boolean,
  ) {
    this.dice = roll(seed);
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.dice() * list.length)];
  }

  /** What stands in the body, or what of it fits. */
  all(selector = "*"): Element[] {
    return [...document.body.querySelectorAll(selector)];
  }

  /** One of the controls, if it fits. */
  control(fits: (element: Element) => boolean = () => true): Element | undefined {
    return this.pick([...this.controls.values()].filter(fits));
  }

  /** Whether a text is read as a fact: changed, it is another fact. */
  isFact(text: string): boolean {
    return this.facts.some((fact) => text.includes(fact)) || !/[a-z]{2}/iu.test(text);
  }

  /** Puts another element in the place of a control. */
  replace(old: Element, by: Element): void {
    for (const { name, value } of old.attributes) by.setAttribute(name, value);
    by.append(...old.childNodes);
    old.replaceWith(by);
    for (const [target, element] of this.controls) if (element === old) this.controls.set(target, by);
  }

  count(most: number): number {
    return 1 + Math.floor(this.dice() * most);
  }
}

/** The ways, by what they are called in a report. */
const WAYS: Record<string, (page: Change) => void> = {
  "an attribute lost": (page) => {
    const element = page.pick(page.all().filter((one) => [...one.attributes].some(({ name }) => NAMED.test(name))));
    const name = page.pick([...(element?.attributes ?? [])].map((attribute) => attribute.name).filter((one) => NAMED.test(one)));
    if (name !== undefined) element?.removeAttribute(name);
  },
  "an attribute renamed": (page) => {
    const element = page.pick(page.all().filter((one) => [...one.attributes].some(({ name }) => name.startsWith("data-"))));
    const attribute = page.pick([...(element?.attributes ?? [])].filter(({ name }) => name.startsWith("data-")));
    if (attribute === undefined) return;
    element?.setAttribute(`${attribute.name}-x`, attribute.value);
    element?.removeAttribute(attribute.name);
  },
  "a class renamed everywhere": (page) => {
    const name = page.pick([...new Set(page.all().flatMap((one) => [...one.classList]))].filter((one) => !STATE.test(one)));
    if (name !== undefined) for (const one of page.all(`.${CSS.escape(name)}`)) one.classList.replace(name, `z${name}`);
  },
  "the classes of one element scrambled": (page) => {
    const element = page.pick(page.all("[class]").filter((one) => ![...one.classList].some((name) => STATE.test(name))));
    for (const name of element ? [...element.classList] : []) element?.classList.replace(name, `c${String(name.length)}-${name.split("-").reverse().join("_")}`);
  },
  "siblings turned round": (page) => {
    const turned = page.all("ul").filter((one) => one.childElementCount > 1 && !one.closest("[role=radiogroup]"));
    // In a language that is not known, a command is known by its place alone: turned round, nobody could tell.
    const list = page.pick(turned.filter((one) => page.isRead || !one.closest(".fxs-commandBar, [role=menubar], [role=toolbar]")));
    list?.prepend(...[...list.children].reverse());
  },
  "a wrapper added": (page) => {
    const element = page.pick(page.all("div, span, button").filter((one) => !one.parentElement?.matches(ORDERED)));
    const wrapper = document.createElement(element?.localName === "div" ? "div" : "span");
    element?.replaceWith(wrapper);
    if (element !== undefined) wrapper.append(element);
  },
  "a label in an unknown language": (page) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    const text = page.pick(texts.filter(({ data }) => !page.isFact(data)));
    if (text !== undefined) text.data = strange(text.data);
  },
  "an attribute in an unknown language": (page) => {
    const element = page.pick(page.all("[title], [aria-label], [placeholder]"));
    for (const name of ["title", "aria-label", "placeholder"]) {
      const value = element?.getAttribute(name);
      if (value && !page.isFact(value)) element?.setAttribute(name, strange(value));
    }
  },
  "a sentence that quotes a control": (page) => {
    const decoy = document.createElement("p");
    decoy.append("Now press ", Object.assign(document.createElement("b"), { textContent: wordsOf(page.control()) }), " here.");
    (page.pick(page.all("div").filter((one) => !one.closest(`${ORDERED}, ${PRESSED}`))) ?? document.body).append(decoy);
  },
  "a link to the documentation with a control's words": (page) => {
    const decoy = Object.assign(document.createElement("a"), { href: "https://learn.microsoft.com/entra/", textContent: wordsOf(page.control()) });
    (page.pick(page.all("div").filter((one) => !one.closest(`${ORDERED}, ${PRESSED}`))) ?? document.body).append(decoy);
  },
  "a hidden copy of a control": (page) => {
    const element = page.control((one) => !one.parentElement?.matches(ORDERED));
    const copy = element?.cloneNode(true) as HTMLElement | undefined;
    if (element === undefined || copy === undefined) return;
    copy.style.cssText += `; ${page.pick(HIDDEN_BY) ?? ""}`;
    // A label is that of the first field in it: before the other, the copy would be what a click on the label reaches.
    const before = page.pick([true, false]) === true && element.closest("label") === null;
    element[before ? "before" : "after"](copy);
  },
  "another element for a button": (page) => {
    const element = page.control((one) => one.matches("button, div[role=button]"));
    if (element === undefined) return;
    const other = document.createElement(element.localName === "button" ? "div" : "button");
    page.replace(element, other);
    if (other.localName === "div" && !other.hasAttribute("role")) other.setAttribute("role", "button");
    other.setAttribute("tabindex", "0");
  },
  "the words of a control moved": (page) => {
    const element = page.control((one) => one.matches(PRESSED) && wordsOf(one) !== "");
    if (!(element instanceof HTMLElement) || page.isFact(wordsOf(element))) return;
    const to = page.pick(["aria-label", "title"]) ?? "";
    const { width, height } = element.getBoundingClientRect();
    element.setAttribute(to, wordsOf(element));
    element.textContent = "";
    element.style.cssText += `; display: inline-block; min-width: ${String(Math.max(16, width))}px; min-height: ${String(Math.max(16, height))}px`;
  },
  "a tip that repeats a control": (page) => {
    const tip = Object.assign(document.createElement("div"), { role: "tooltip", textContent: wordsOf(page.control()) });
    tip.style.cssText = "position: fixed; right: 0; bottom: 0";
    document.body.append(tip);
  },
};

/** Makes the mutants of some seeds. `facts` are texts that must stay, because they are read; `isRead`: the page's language is known. */
function mutants(seeds: readonly number[], expected: Record<string, string>, facts: readonly string[], isRead: boolean): Mutant[] {
  return seeds.map((seed) => {
    original ??= document.body.cloneNode(true) as HTMLElement;
    document.body.replaceWith(original.cloneNode(true));
    const found = Object.entries(expected).map(([target, selector]) => [target, document.querySelector(selector)] as const);
    const page = new Change(seed, new Map(found.filter((pair): pair is [string, Element] => pair[1] !== null)), facts, isRead);
    const changes: string[] = [];
    for (let count = page.count(3); count > 0; count -= 1) {
      const name = page.pick(Object.keys(WAYS)) ?? "";
      WAYS[name]?.(page);
      changes.push(name);
    }
    const seen = keyferry.look();
    return { seed, page: seen, handles: handlesOf(seen, page.controls), changes };
  });
}

function handlesOf({ nodes }: Page, controls: ReadonlyMap<string, Element>): Mutant["handles"] {
  const ids = new Map(nodes.map(({ id }) => [keyferry.seen?.element(id), id]));
  return Object.fromEntries([...controls].map(([target, element]) => [target, ids.get(element) ?? null]));
}

/** A small generator of random numbers: the same seed, the same row. */
function roll(seed: number): () => number {
  let state = (seed * 0x9e37_79b9) >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

Object.assign(globalThis, { mutants });
