/** What an element is made from: attributes by their names, listeners under `on`. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Makes an element. Built node by node: the page's own policy forbids markup from strings. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** Listens for a click that stands for nothing else: no jump to `#`, no submit. */
export function onClick<E extends HTMLElement>(element: E, act: () => void): E {
  element.addEventListener("click", (event) => {
    event.preventDefault();
    act();
  });
  return element;
}

let next = 900 + Math.floor(Math.random() * 300);

/** The next number for a generated id: Ext's ids differ from load to load, so nothing may lean on them. */
export function serial(): number {
  next += 1;
  return next;
}

/** Ext's own transparent picture, which its style sheets paint upon. */
export const BLANK = "data:image/gif;base64,R0lGODlhAQABAID/AMDAwAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==";

/** A made-up wait for a made-up server. */
export function wait(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
