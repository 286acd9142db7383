import { h } from "../dom";

/** An Ext 3 toolbar above a panel's body. */
export function toolbar3(...items: HTMLElement[]): HTMLDivElement {
  const cells = items.map((item) => h("td", { class: "x-toolbar-cell" }, item));
  const row = h("table", { cellspacing: 0 }, h("tbody", {}, h("tr", { class: "x-toolbar-left-row" }, ...cells)));
  return h("div", { class: "x-panel-tbar" }, h("div", { class: "x-toolbar x-small-editor" }, h("table", { class: "x-toolbar-ct", cellspacing: 0 }, h("tbody", {}, h("tr", {}, h("td", { class: "x-toolbar-left", align: "left" }, row))))));
}
