/** The words that an element is known by. */

/** Icon glyphs, soft hyphens, zero-width and direction marks. */
const SILENT = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/g;

/** Folds white space and drops what is drawn but not said. */
export function tidy(text: string): string {
  return text.replace(SILENT, "").replace(/\s+/g, " ").trim();
}

/** What can have a label. */
const LABELLED = /^(?:input|select|textarea|button|output|meter|progress)$/;

/** The names that attributes and labels give, for one look: the labels are gathered once and not for each field. */
export class Names {
  private readonly labels = new Map<Node, Map<string, HTMLLabelElement[]>>();

  /** The name given to an element by attribute or by its labels. */
  of(element: Element): string {
    const by = element.getAttribute("aria-labelledby");
    if (by) {
      const scope = element.getRootNode() as Document | ShadowRoot;
      const name = tidy(by.split(/\s+/).map((id) => said(id ? scope.getElementById(id) : null, element)).join(" "));
      if (name) return name;
    }
    const name = element.getAttribute("aria-label");
    if (name) return tidy(name);
    if (!LABELLED.test(element.localName)) return "";
    const round = element.closest("label");
    const labels = [...(round ? [round] : []), ...(element.id ? (this.in(element.getRootNode() as Document | ShadowRoot).get(element.id) ?? []) : [])];
    return tidy([...new Set(labels)].map((label) => (label.control === element ? said(label, element) : "")).join(" "));
  }

  /** The labels of a document or shadow tree, by the ID that each is for. */
  private in(scope: Document | ShadowRoot): Map<string, HTMLLabelElement[]> {
    let labels = this.labels.get(scope);
    if (!labels) {
      this.labels.set(scope, (labels = new Map<string, HTMLLabelElement[]>()));
      // Where nothing came or went, a document has them at hand.
      for (const label of (scope as Partial<Document>).getElementsByTagName?.("label") ?? scope.querySelectorAll("label")) {
        const others = labels.get(label.htmlFor);
        if (others) others.push(label);
        else labels.set(label.htmlFor, [label]);
      }
    }
    return labels;
  }
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
