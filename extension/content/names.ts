/** The words that an element is known by. */

/** Icon glyphs, soft hyphens, zero-width and direction marks. */
const SILENT = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/g;

/** Folds white space and drops what is drawn but not said. */
export function tidy(text: string): string {
  return text.replace(SILENT, "").replace(/\s+/g, " ").trim();
}

/** The name given to an element by attribute or by its labels. */
export function labelOf(element: Element): string {
  const by = element.getAttribute("aria-labelledby");
  if (by) {
    const scope = element.getRootNode() as Document | ShadowRoot;
    const name = tidy(by.split(/\s+/).map((id) => said(id ? scope.getElementById(id) : null, element)).join(" "));
    if (name) return name;
  }
  const name = element.getAttribute("aria-label");
  if (name) return tidy(name);
  const labels = (element as HTMLInputElement).labels;
  return labels ? tidy([...labels].map((label) => said(label, element)).join(" ")) : "";
}

/** What a label says, without the links and buttons that stand in it, and without the field itself. */
function said(label: Element | null, field: Element): string {
  if (!label || label === field) return label?.getAttribute("aria-label") ?? "";
  let text = "";
  for (const child of label.childNodes) {
    if (child.nodeType === 3) text += child.nodeValue ?? "";
    else if (child.nodeType === 1 && !(child as Element).matches("a,button,[role=button],input,select,textarea,script,style,[hidden]")) text += ` ${said(child as Element, field)} `;
  }
  return text;
}
