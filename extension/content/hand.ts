/** Reads one cell or fills the fields of one form, when told. Nothing of a value outlives its order. */
import type { HandFault, Take } from "../generated/core";
import type { Down } from "../messages";
import { Names } from "./names";
import { sealAddress } from "./seal";

type Order<K extends string> = Extract<Down, Record<K, unknown>> extends Record<K, infer O> ? O : never;
/** An order to read one cell. */
export type TakeOrder = Order<"take">;
/** An order to fill fields. */
export type FillOrder = Order<"fill">;
/** Finds an element by the handle that *sight* gave it. */
export type Reach = (id: number) => Element | undefined;

/** A page may take so many values back before it is believed. */
const TRIES = 3;
/** A value that stays this long has come to stay; Ext 4 looks at a field 50 ms after its last event. */
const LOOKS = 5;
const LOOK = 60;

/** Reads the cell. `here`: the act came from this page's card, so this page must still be in front. */
export function take(order: TakeOrder, reach: Reach, here: boolean): Take {
  if (sealAddress(location.href) !== order.url) return { Fault: "Moved" };
  if (here && !inFront()) return { Fault: "Background" };
  const cell = reach(order.node);
  if (!cell || !visible(cell)) return { Fault: "Gone" };
  return { Value: fullest(cell) };
}

let turn: Promise<unknown> = Promise.resolve();

/** Fills all fields or none; one order after the other. `here` as for {@link take}. */
export function fill(order: FillOrder, reach: Reach, here: boolean): Promise<HandFault | null> {
  const mine = turn.then(() => attempt(order, reach, here)).finally(() => {
    for (const field of order.fields) field.value = "";
  });
  turn = mine.catch(() => undefined);
  return mine;
}

/** A field on its way to another value, and what it is known by should the page draw it anew. */
type Filling = { input: HTMLInputElement; value: string; old: string; root: ParentNode; known: string };

async function attempt(order: FillOrder, reach: Reach, here: boolean): Promise<HandFault | null> {
  const barred = (): HandFault | undefined =>
    sealAddress(location.href) !== order.url ? "Moved" : document.visibilityState !== "visible" ? "Background" : undefined;
  const now = barred() ?? (here && !inFront() ? "Background" : undefined);
  if (now) return now;
  const all: Filling[] = [];
  for (const { node, value } of order.fields) {
    const input = reach(node);
    if (!writable(input)) return "Gone";
    all.push({ input, value, old: input.value, root: input.getRootNode() as Document | ShadowRoot, known: knownBy(input) });
  }
  let fault: HandFault | undefined = "Reverted";
  for (let tries = 0; fault === "Reverted" && tries < TRIES; tries++) {
    for (const field of all) {
      // The page hears of each value as it is written, and may go elsewhere or draw anew before the next.
      fault = barred() ?? (writable(follow(field)) ? "Reverted" : "Gone");
      if (fault !== "Reverted") break;
      if (field.input.value !== field.value) enter(field.input, field.value);
    }
    let held = fault === "Reverted";
    for (let looks = 0; held && looks < LOOKS; looks++) {
      await new Promise((resolve) => setTimeout(resolve, LOOK));
      held = !barred() && all.every((field) => follow(field).isConnected && field.input.value === field.value);
    }
    if (held) return null;
  }
  // Also a field that the page has taken out: it may bring it back as it is.
  for (const field of all) if (follow(field).value !== field.old) enter(field.input, field.old);
  return fault;
}

/** The field, or the only one that the page has drawn in its place. */
function follow(field: Filling): HTMLInputElement {
  if (!field.input.isConnected) {
    const heirs = [...field.root.querySelectorAll("input")].filter((input) => knownBy(input) === field.known && visible(input));
    if (heirs.length === 1 && heirs[0]) field.input = heirs[0];
  }
  return field.input;
}

const knownBy = (input: HTMLInputElement): string => input.type + (new Names().of(input) || input.name);

/** What a person's typing would do, as Ext 3, Ext 4 and React hear it. */
function enter(input: HTMLInputElement, value: string): void {
  input.focus({ preventScroll: true });
  tell(input, "focus", "focusin");
  setValue?.call(input, value);
  const rising = { bubbles: true, composed: true };
  input.dispatchEvent(new InputEvent("input", { ...rising, inputType: "insertText" }));
  input.dispatchEvent(new KeyboardEvent("keyup", rising));
  input.dispatchEvent(new Event("change", rising));
  input.blur();
  tell(input, "blur", "focusout");
}

/** A window without the focus tells its elements late, and twice does no harm. */
function tell(input: HTMLInputElement, direct: string, bubbling: string): void {
  input.dispatchEvent(new FocusEvent(direct, { composed: true }));
  input.dispatchEvent(new FocusEvent(bubbling, { bubbles: true, composed: true }));
}

/** The browser's own setter: a page that shares our world (the practice portals in the package) may have put React's before it. */
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its input
const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;

function writable(element: Element | undefined): element is HTMLInputElement {
  return (
    element instanceof HTMLInputElement &&
    (element.type === "text" || element.type === "password") &&
    !element.readOnly &&
    !element.matches(":disabled") &&
    visible(element)
  );
}

function visible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return element.isConnected && width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
}

function inFront(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}

/** What a copy button says is no part of a value. */
const BESIDE = "button, [role=button], style, script";

/** The most complete reading of a cell: its text, a title or a read-only field; nothing but the white space at its ends is taken off. */
function fullest(cell: Element): string {
  const others: string[] = [];
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || (node !== cell && node.matches(BESIDE))) return "";
    others.push(node.getAttribute("title") ?? "");
    if ((node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) && node.readOnly) others.push(node.value);
    return [...node.childNodes].map(read).join("");
  };
  // A value has no white space inside; a sentence about it has.
  const rank = (text: string): number => (/\s/.test(text) ? 0 : text.length);
  return [read(cell), ...others].map((text) => text.trim()).reduce((best, text) => (rank(text) > rank(best) ? text : best));
}
