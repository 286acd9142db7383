import { h } from "../dom";

/** Marketo's chevrons over the steps of a wizard. */
export function chevrons(titles: readonly string[], active: number): HTMLElement {
  return h("ol", { class: "mktSteps" }, ...titles.map((title, place) => h("li", { class: place === active ? "mktStep mktStepActive" : "mktStep" }, title)));
}

/** The row of buttons under a form in Ext 3. */
export function footer3(...buttons: HTMLElement[]): HTMLElement {
  const cells = buttons.map((button) => h("td", { class: "x-toolbar-cell" }, button));
  return h("div", { class: "x-panel-footer x-panel-btns" }, h("table", { cellspacing: 0 }, h("tbody", {}, h("tr", { class: "x-toolbar-right-row" }, ...cells))));
}
