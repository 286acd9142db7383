import { h, serial } from "../dom";

/** An Ext 3 grid of plain cells; `empty` is said where there is no row. */
export function grid3(columns: readonly string[], rows: readonly (readonly (string | Node)[])[], empty = ""): HTMLElement {
  const width = `${String(100 / columns.length)}%`;
  const head = h("tr", { class: "x-grid3-hd-row" }, ...columns.map((column) => h("td", { class: "x-grid3-hd x-grid3-cell", style: `width:${width}` }, h("div", { class: "x-grid3-hd-inner", unselectable: "on" }, column))));
  const lines = rows.map((row, place) =>
    h(
      "div",
      { class: `x-grid3-row${place % 2 === 1 ? " x-grid3-row-alt" : ""}` },
      h(
        "table",
        { class: "x-grid3-row-table", cellspacing: 0 },
        h("tbody", {}, h("tr", {}, ...row.map((cell) => h("td", { class: "x-grid3-col x-grid3-cell", style: `width:${width}` }, h("div", { class: "x-grid3-cell-inner" }, cell))))),
      ),
    ),
  );
  return h(
    "div",
    { class: "x-panel x-grid-panel", id: `ext-comp-${String(serial())}` },
    h(
      "div",
      { class: "x-grid3" },
      h("div", { class: "x-grid3-header" }, h("table", { cellspacing: 0 }, h("thead", {}, head))),
      h("div", { class: "x-grid3-body" }, ...(lines.length > 0 ? lines : [h("div", { class: "x-grid-empty" }, empty)])),
    ),
  );
}
