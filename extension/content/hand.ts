/** Reads one cell or fills the fields of one form, when told. Nothing of a value outlives its order. */
import type { HandFault, Take } from "../generated/core";
import type { Down } from "../messages";
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
const LOOKS = 3;
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

async function attempt(order: FillOrder, reach: Reach, here: boolean): Promise<HandFault | null> {
  if (sealAddress(location.href) !== order.url) return "Moved";
  if (here && !inFront()) return "Background";
  const pairs: { input: HTMLInputElement; value: string; old: string }[] = [];
  for (const { node, value } of order.fields) {
    const input = reach(node);
    if (!writable(input)) return "Gone";
    pairs.push({ input, value, old: input.value });
  }
  let fault: HandFault = "Reverted";
  for (let tries = 0; tries < TRIES; tries++) {
    for (const { input, value } of pairs) if (input.value !== value) enter(input, value);
    let held = true;
    for (let looks = 0; held && looks < LOOKS; looks++) {
      await new Promise((resolve) => setTimeout(resolve, LOOK));
      held = pairs.every(({ input, value }) => input.isConnected && input.value === value);
    }
    if (sealAddress(location.href) !== order.url) fault = "Moved";
    else if (held) return null;
    else if (!pairs.every(({ input }) => writable(input))) fault = "Gone";
    if (fault !== "Reverted") break;
  }
  for (const { input, old } of pairs) if (input.isConnected && input.value !== old) enter(input, old);
  return fault;
}

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
