/** From an element to a CSS selector that `document.querySelector` resolves to that very element. */

/** The path from the root; `undefined` where no selector reaches (inside a shadow root, or no longer in the document). */
export function selectorOf(element: Element): string | undefined {
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) steps.unshift(step(at));
  const selector = steps.join(" > ");
  return document.querySelector(selector) === element ? selector : undefined;
}

function step(element: Element): string {
  const name = CSS.escape(element.localName);
  const alike = [...(element.parentElement?.children ?? [])].filter(
    (child) => child.localName === element.localName && child.namespaceURI === element.namespaceURI,
  );
  return alike.length > 1 ? `${name}:nth-of-type(${alike.indexOf(element) + 1})` : name;
}
