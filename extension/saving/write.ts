/**
 * A document as a page that looks the same to *sight* and says nothing of its owner: its structure, the names that widget kits
 * give, where everything is and what is hidden or covered, with stand-ins for every text that recognition does not know.
 */
import { isControl, KIT, VERDICT } from "../content/traits";
import { isCovered, isCoveredBlade } from "../content/visible";
import { seal } from "../content/seal";
import { type StandIns, uncounted } from "./stand-in";
import type { Known } from "./vocabulary";

const LEFT_OUT = new Set(["script", "style", "noscript", "template", "link", "meta", "base", "head", "object", "embed", "source", "track", "param", "keyferry-guide"]);
const VOID = new Set(["input", "img", "br", "hr", "wbr", "area", "col"]);
/** What is in these is not written. */
const CLOSED = new Set(["svg", "iframe", "frame", "canvas", "video", "audio", "math", "textarea"]);
/** Attributes whose value a person reads. */
const SPOKEN = new Set(["title", "alt", "placeholder", "aria-label", "aria-roledescription", "aria-valuetext", "label"]);
/** Attributes that name other elements. */
const RELATIONS = new Set(["id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers"]);
/** Attributes with names that programmers give. */
const NAMES = /^(?:name|data-telemetryname|data-formelement|data-automationid|data-automation-key|data-is-focusable|ext:.*)$/;
const STATES = /^(?:role|type|tabindex|colspan|rowspan|disabled|readonly|multiple|open|inert|hidden|contenteditable|required|aria-.*|data-validatable-control-valid)$/;
/** The only styles: everything stands where it stood, and only controls can be hit. */
const STYLE = "*{box-sizing:border-box!important;margin:0!important;padding:0!important;border:0!important;min-width:0!important;min-height:0!important;pointer-events:none}";

/** One document, written. */
export type Written = { url: string; frame_name: string; html: string };

/** Writes a document. */
export function write(root: Document, known: Known, stand: StandIns): Written {
  const view = root.defaultView;
  const writer = new Writer(known, stand, privateWords(root, known));
  const body = (view?.innerWidth ?? 0) > 0 && (view?.innerHeight ?? 0) > 0 ? writer.children(root.body, false) : "";
  const lang = /^[a-z]{2,3}(?:-[A-Za-z]{2,4}){0,2}$/.test(root.documentElement.lang) ? root.documentElement.lang : "";
  return {
    url: stand.address(root.location.href),
    frame_name: stand.name(view?.name ?? ""),
    html: `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><style>${STYLE}</style></head>\n<body>${body}</body></html>\n`,
  };
}

/** Words of six letters and more that recognition does not know: no name that a programmer gave may hold one of them. */
function privateWords(root: Document, known: Known): Set<string> {
  const texts = [root.documentElement.textContent, root.location.href];
  for (const element of root.querySelectorAll("[title],[alt],[placeholder],[aria-label],input,textarea")) {
    const { value } = element as { value?: unknown };
    texts.push(...[...SPOKEN].map((name) => element.getAttribute(name) ?? ""), typeof value === "string" ? value : "");
  }
  const words = texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return new Set(words.filter((word) => word.length >= 6 && !known.word(word)));
}

class Writer {
  private readonly ids = new Map<string, string>();
  /** The corners of the elements that the walk is in. */
  private readonly corners: (readonly [left: number, top: number])[] = [];

  constructor(
    private readonly known: Known,
    private readonly stand: StandIns,
    private readonly secretly: ReadonlySet<string>,
  ) {}

  /** What is in an element. `plain`: it is a known label as a whole, in pieces. */
  children(element: Element, plain: boolean): string {
    if (CLOSED.has(element.localName)) return "";
    let out = "";
    if (element.shadowRoot) out += `<template shadowrootmode="open">${this.nodes(element.shadowRoot, plain)}</template>`;
    // Pieces of one text are one: a secret may be cut in two.
    if (element.childElementCount === 0) return out + this.text(element.textContent, plain);
    return out + this.nodes(element, plain);
  }

  private nodes(parent: Element | ShadowRoot, plain: boolean): string {
    let out = "";
    for (const child of parent.childNodes) {
      if (child.nodeType === 3) out += this.text(child.nodeValue ?? "", plain);
      else if (child.nodeType === 1) out += this.element(child as Element, plain);
    }
    return out;
  }

  private text(text: string, plain: boolean): string {
    if (!/\S/.test(text)) return text === "" ? "" : " ";
    const [, before = "", , after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
    return (before && " ") + escape(plain ? uncounted(text.trim()) : this.stand.text(text)) + (after && " ");
  }

  private element(element: Element, plain: boolean): string {
    const tag = element.localName;
    if (LEFT_OUT.has(tag) || !/^[a-z][a-z\d-]*$/.test(tag) || (element as HTMLInputElement).type === "hidden") return "";
    const box = getComputedStyle(element).display === "contents" ? undefined : element.getBoundingClientRect();
    const gone = box !== undefined && !element.checkVisibility();
    const attributes = this.attributes(element) + ` style="${gone ? "display:none" : box ? this.style(element, box) : "display:contents"}"`;
    if (VOID.has(tag)) return `<${tag}${attributes}>`;
    // What is hidden or lies under another blade is there, and nothing more.
    const empty = gone || (tag === "section" && isCoveredBlade(element));
    const label = plain || (element.textContent.length < 100 && /\S/.test(element.textContent) && this.known.label(element.textContent));
    if (box) this.corners.push([box.left, box.top]);
    const inside = empty ? "" : tag === "select" ? this.options(element as HTMLSelectElement) : this.children(element, label);
    if (box) this.corners.pop();
    return `${/^(?:div|section|table|tr|form|ul|li)$/.test(tag) ? "\n" : ""}<${tag}${attributes}>${inside}</${tag}>`;
  }

  private options(list: HTMLSelectElement): string {
    return [...list.options].map((option) => `<option${option.selected ? " selected" : ""}>${escape(this.stand.text(option.text))}</option>`).join("");
  }

  private style(element: Element, box: DOMRect): string {
    // Absolute, not fixed: a fixed element is a layer of its own, and what floats in one could not lie over what comes later.
    const [left, top] = this.corners.at(-1) ?? [0, 0];
    const places = { left: box.left - left, top: box.top - top, width: box.width, height: box.height };
    const style = getComputedStyle(element);
    const above = element.parentElement && getComputedStyle(element.parentElement).visibility;
    return [
      "position:absolute",
      ...Object.entries(places).map(([name, value]) => `${name}:${String(Math.round(value * 10) / 10)}px`),
      ...(style.visibility === (above ?? "visible") ? [] : [`visibility:${style.visibility}`]),
      ...(style.opacity === "0" ? ["opacity:0"] : []),
      // A small control that stood in a large one's place was not under it: what was covered says so itself.
      ...(isControl(element) ? ["pointer-events:auto", `z-index:${String(Math.ceil(1e7 / (1 + box.width * box.height)))}`] : []),
    ].join(";");
  }

  private attributes(element: Element): string {
    const all: [string, string][] = [];
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? "";
      const written = this.attribute(element, name, value);
      if (written !== undefined) all.push([name, written]);
      // That there is one says something; which one does not.
      else if (name.startsWith("data-") && !all.some(([other]) => other === "data-other")) all.push(["data-other", ""]);
    }
    const field = element as Partial<HTMLInputElement>;
    if (element.localName === "input") {
      if (field.checked === true) all.push(["checked", ""]);
      const value = this.value(element as HTMLInputElement);
      if (value) all.push(["value", value]);
    }
    if (isControl(element) && !element.hasAttribute("inert") && isCovered(element, element.getBoundingClientRect(), null)) all.push(["inert", ""]);
    return all.map(([name, value]) => ` ${name}${value === "" ? "" : `="${escape(value)}"`}`).join("");
  }

  private attribute(element: Element, name: string, value: string): string | undefined {
    if (name === "class") return value.split(/\s+/).filter((one) => (KIT.test(one) || VERDICT.test(one) || this.known.sign(one)) && this.isName(one)).join(" ") || undefined;
    if (SPOKEN.has(name)) return this.stand.text(value);
    if (RELATIONS.has(name)) return value.trim().split(/\s+/).map((id) => this.id(id)).join(" ");
    if (name === "href") return this.stand.address(value.replace(/\?[^#]*/, ""));
    if (name === "src" && element.localName === "img") return this.stand.address(value.replace(/^.*\/|[?#].*$/gs, "").slice(0, 60));
    if (NAMES.test(name)) return this.known.sign(`${name}=${value}`) || this.isName(value) ? value : undefined;
    if (STATES.test(name)) return /^[a-z-]{0,20}$|^-?\d{1,4}$/i.test(value) && this.isName(value) ? value : "";
    return undefined;
  }

  /** What a field holds; of a password nothing but that there is one. */
  private value(field: HTMLInputElement): string {
    if (!field.value || field.type === "radio" || field.type === "checkbox") return "";
    return field.type === "password" ? "********" : this.stand.text(field.value);
  }

  private id(id: string): string {
    if (this.known.sign(`id=${id}`)) return id;
    const stem = id.replace(/-\d+$/, "");
    if (stem.length > 9 && this.known.sign(stem)) return `${stem}-1`;
    const known = this.ids.get(id) ?? `k${String(this.ids.size + 1)}`;
    this.ids.set(id, known);
    return known;
  }

  /** Whether a value is a programmer's, not a person's. */
  private isName(value: string): boolean {
    if (value.length > 80 || /[^\w .:-]/.test(value) || /\d{5}/.test(value) || seal(value).sealed) return false;
    const lower = value.toLowerCase();
    return ![...this.secretly].some((word) => lower.includes(word));
  }
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
