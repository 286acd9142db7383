/** What an element is by itself: a control or none, its states, its marks. */
import { seal, sealAddress } from "./seal";

/** The states of a node, as `Node` in the core names them. */
export const DISABLED = 1;
export const CHECKED = 2;
export const SELECTED = 4;
export const EXPANDED = 8;
export const FILLED = 16;
export const READONLY = 32;
export const COVERED = 64;

/** The elements that are controls. */
export const CONTROLS = new Set(["button", "input", "select", "textarea", "summary"]);
const CONTROL_ROLES = new Set(
  "button link tab radio checkbox switch combobox option treeitem menuitem menuitemradio menuitemcheckbox textbox searchbox".split(" "),
);
/** Class names of the widget kits that the portals are made with. */
export const KIT = /^(?:fxs|fxc|azc|msportalfx|ext|css-scope|ms|fui|is|x|x4|mk[a-z\d]*|essentials[A-Za-z]*)(?:-|$)|^(?:mk[it]|essentials)[A-Z]/;
/** Class names that say how something ended: pictures of results have them. */
export const VERDICT =
  /(?:^|[-_])(?:ok|check|tick|valid|invalid|success|passed|failed|error|wrong|delete|cross|red|green)(?![a-z])|[a-z](?:Ok|Check|Tick|Valid|Invalid|Success|Passed|Failed|Error|Wrong|Delete|Cross|Red|Green)(?![a-z])/;
/** Attributes that have a place of their own in the digest, or say nothing. */
const UNMARKED = /^(?:class|style|role|title|alt|value|placeholder|aria-(?:label|checked|selected|expanded|disabled|pressed|live|hidden|describedby|controls|owns|posinset|setsize|level|busy)|on.*|xmlns.*|width|height|cellspacing|cellpadding|border|unselectable|d|fill|viewbox)$/;

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

/** Of its class names, those that say something. */
export const kitOf = (classes: string): string[] => (classes ? classes.split(/\s+/).filter((name) => KIT.test(name) || VERDICT.test(name)) : []);
/** Whether it has attributes that say something. */
export const hasData = (element: Element): boolean => element.getAttributeNames().some((name) => /^(?:data-|aria-label)|:/.test(name));

/** The states that its attributes say. */
export function statesOf(element: Element): number {
  const is = (name: string): boolean => element.getAttribute(name) === "true";
  let state = 0;
  if (is("aria-checked") || is("aria-pressed") || (element as Partial<HTMLInputElement>).checked) state |= CHECKED;
  if (is("aria-selected")) state |= SELECTED;
  if (is("aria-expanded")) state |= EXPANDED;
  if (is("aria-readonly")) state |= READONLY;
  return state;
}

/** The kits' class names and the other attributes, short ones only. */
export function marksOf(element: Element, kit: readonly string[]): string[] {
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
