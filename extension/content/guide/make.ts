import type { Line } from "../../messages";

/** An element with a class and children; nothing is ever parsed, so Trusted Types have nothing to say. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, name = "", ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children);
  return element;
}

const presses = new WeakMap<Element, (event: MouseEvent) => void>();

/** A button; the {@link shield} tells it when a person presses it. */
export function button(name: string, press: (event: MouseEvent) => void, ...children: (Node | string)[]): HTMLButtonElement {
  const element = make("button", name, ...children);
  element.type = "button";
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
      chip.dir = "auto";
      chip.translate = false;
      return chip;
    }),
  );
}

/** A message as plain text. */
export function plain(line: Line): string {
  return line.map((part) => (typeof part === "string" ? part : part.label)).join("");
}

const SVG = "http://www.w3.org/2000/svg";

/** The mark of `extension/icons/mark.svg`, small. */
export function mark(): SVGSVGElement {
  const draw = (tag: string, attributes: Record<string, string>): Element => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const line = { fill: "none", "stroke-width": "2", "stroke-linecap": "round", "stroke-linejoin": "round" };
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 26 26");
  svg.setAttribute("width", "24");
  svg.setAttribute("height", "24");
  svg.setAttribute("aria-hidden", "true");
  svg.append(
    draw("rect", { width: "26", height: "26", rx: "6", fill: "#0d5c63" }),
    draw("circle", { cx: "8.2", cy: "10", r: "3.6", stroke: "#fff", ...line }),
    draw("path", { d: "M11.8 10H21v3.2M17.4 10v2.6", stroke: "#fff", ...line }),
    draw("path", { d: "M3.5 18c2.4 2.6 4.8 2.6 7.1 0 2.4 2.6 4.8 2.6 7.1 0 1.7 1.9 3.3 2.4 5 1.5", stroke: "#ffc53d", ...line }),
  );
  return svg;
}
