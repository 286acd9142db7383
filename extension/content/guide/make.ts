import type { Line } from "../../messages";

/** An element with a class and children; nothing is ever parsed, so Trusted Types have nothing to say. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, name = "", ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = name;
  element.append(...children);
  return element;
}

const presses = new WeakMap<Element, (event: MouseEvent) => void>();

/** A button; the {@link shield} tells it when a person presses it. */
export function button(name: string, press: (event: MouseEvent) => void): HTMLButtonElement {
  const element = make("button", name);
  presses.set(element, press);
  return element;
}

/** What a button does when it is pressed. */
export function pressOf(element: Element): ((event: MouseEvent) => void) | undefined {
  return presses.get(element);
}

/** Puts a message into an element; labels become chips, exactly as they stand on the screen. */
export function write(into: HTMLElement, line: Line): void {
  into.replaceChildren(
    ...line.map((part) => {
      if (typeof part === "string") return part;
      const chip = make("b", "chip", part.label);
      chip.translate = false;
      return chip;
    }),
  );
}
