/** Building the page without markup in strings: Trusted Types forbid it, as a portal's policy may. */

/** Attributes by name; `undefined` and `false` leave one out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** What an element may hold. */
export type Child = Node | string | undefined;

/** A new element. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) setAttribute(element, key, value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** Sets or, with `undefined` or `false`, takes away an attribute. */
export function setAttribute(element: Element, key: string, value: string | number | boolean | undefined): void {
  if (value === undefined || value === false) element.removeAttribute(key);
  else element.setAttribute(key, value === true ? "" : String(value));
}

let weave = 200;

/** An id as the portal's own controls have it: a counter, different after every reload and every click. */
export function weaveId(): string {
  weave += 1;
  return `_weave_e_${String(weave)}`;
}

/** Makes something that is no `<button>` work as one, with mouse and keyboard. */
export function onPress(element: HTMLElement, act: () => void): void {
  const press = (): void => {
    if (element.getAttribute("aria-disabled") !== "true") act();
  };
  element.addEventListener("click", press);
  element.addEventListener("keydown", (event) => {
    if (event.target !== element || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    press();
  });
}

/** Moves the focus among siblings with the arrow keys, as lists of options do. */
export function onArrows(parent: HTMLElement, selector: string, arrived?: (element: HTMLElement) => void): void {
  parent.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const all = [...parent.querySelectorAll<HTMLElement>(selector)];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = all[(at + step + all.length) % all.length];
    if (!next) return;
    event.preventDefault();
    next.focus();
    arrived?.(next);
  });
}
