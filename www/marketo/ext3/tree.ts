import { BLANK, h, onClick, serial } from "../dom";

/** A node of the tree: one that leads to a page has a token, one that holds others has children. */
export type Node3 = { text: string; token: string; icon: string; children?: readonly Node3[] };

/** An Ext 3 tree, all of it unfolded at first. `chosen` is the token of the page that is shown. */
export function tree3(roots: readonly Node3[], chosen: string, go: (token: string) => void): HTMLDivElement {
  const nodes = roots.map((root) => nodeOf(root, 0, chosen, go));
  const list = h("ul", { class: "x-tree-root-ct x-tree-lines", id: `ext-gen${String(serial())}` }, h("div", { class: "x-tree-root-node" }, ...nodes));
  return h("div", { class: "x-panel x-tree", id: `ext-comp-${String(serial())}` }, h("div", { class: "x-panel-bwrap" }, h("div", { class: "x-panel-body" }, list)));
}

function nodeOf({ text, token, icon, children }: Node3, depth: number, chosen: string, go: (token: string) => void): HTMLLIElement {
  const held = children && h("ul", { class: "x-tree-node-ct" }, ...children.map((child) => nodeOf(child, depth + 1, chosen, go)));
  const state = (held ? " x-tree-node-expanded" : " x-tree-node-leaf") + (token === chosen ? " x-tree-selected" : "");
  const expander = h("img", { class: `x-tree-ec-icon ${held ? "x-tree-elbow-minus" : "x-tree-elbow"}`, src: BLANK, alt: "" });
  const indent = h("span", { class: "x-tree-node-indent" }, ...Array.from({ length: depth }, () => h("img", { class: "x-tree-icon", src: BLANK, alt: "" })));
  const anchor = h("a", { class: "x-tree-node-anchor", href: "#", tabindex: 1, hidefocus: "on" }, h("span", { unselectable: "on" }, text));
  const row = h("div", { class: `x-tree-node-el x-unselectable${state}`, "ext:tree-node-id": token }, indent, expander, h("img", { class: `x-tree-node-icon ${icon}`, src: BLANK, alt: "" }), anchor);
  const fold = (): void => {
    const open = row.classList.toggle("x-tree-node-expanded");
    row.classList.toggle("x-tree-node-collapsed", !open);
    held?.classList.toggle("x-hide-display", !open);
    expander.className = `x-tree-ec-icon x-tree-elbow-${open ? "minus" : "plus"}`;
  };
  // Groups have no page of their own: they fold.
  onClick(anchor, () => (held ? fold() : go(token)));
  if (held) onClick(expander, fold);
  return h("li", { class: "x-tree-node" }, row, ...(held ? [held] : []));
}
