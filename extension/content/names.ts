/** The words that an element is known by. */

/** Icon glyphs, soft hyphens, zero-width and direction marks. */
const SILENT = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/g;

/** Folds white space and drops what is drawn but not said. */
export function tidy(text: string): string {
  return text.replace(SILENT, "").replace(/\s+/g, " ").trim();
}

/** The labels of a document's fields, found all at once: a field that is asked for its own goes through the whole document. */
export class Labels {
  private readonly roots = new Map<Node, Map<Element, Element[]>>();

  /** The labels of an element. */
  of(element: Element): readonly Element[] {
    const root = element.getRootNode() as Document | ShadowRoot;
    let found = this.roots.get(root);
    if (!found) {
      found = new Map<Element, Element[]>();
      this.roots.set(root, found);
      for (const label of root.querySelectorAll("label")) if (label.control) found.set(label.control, [...(found.get(label.control) ?? []), label]);
    }
    return found.get(element) ?? [];
  }
}

/** The name given to an element by attribute or by its labels. */
export function labelOf(element: Element, labels: Labels): string {
  const by = element.getAttribute("aria-labelledby");
  if (by) {
    const scope = element.getRootNode() as Document | ShadowRoot;
    const name = tidy(by.split(/\s+/).map((id) => said(id ? scope.getElementById(id) : null, element)).join(" "));
    if (name) return name;
  }
  const name = element.getAttribute("aria-label");
  if (name) return tidy(name);
  return "labels" in element ? tidy(labels.of(element).map((label) => said(label, element)).join(" ")) : "";
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
