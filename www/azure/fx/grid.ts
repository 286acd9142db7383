import { el } from "../element";
import { infoBalloon } from "./field";

/** A column of a grid. */
export interface Column {
  readonly label: string;
  /** A share of the width, as CSS grid takes it: `2fr`, `120px`. */
  readonly width: string;
  readonly info?: string;
}

/** A cell: its text, repeated in `title` as the portal does, or something built. */
export interface Cell {
  readonly text: string;
  readonly shown?: Node;
  /** What stands behind the text: a copy button. */
  readonly button?: HTMLElement;
}

/** A table of the newer kind (`fxc-gc`). Rows with `group` set are headings of a group. */
export function gcGrid(name: string, columns: readonly Column[], rows: readonly (readonly Cell[])[], empty: string, groups: ReadonlySet<number> = new Set()): HTMLElement {
  const template = columns.map((column) => column.width).join(" ");
  const heads = columns.map((column) =>
    el(
      "div",
      { class: "fxc-gc-columnheader", role: "columnheader", "aria-sort": "none", tabindex: 0 },
      el("div", { class: "fxc-gc-columnheader-content fxc-gc-text" }, column.label),
      column.info ? infoBalloon(column.info) : undefined,
    ),
  );
  const body = rows.map((cells, row) => gcRow(cells, row, template, groups.has(row)));
  const head = withColumns(el("div", { class: "fxc-gc-columnheaders", role: "row" }, ...heads), template);
  return el(
    "div",
    { class: "fxc-gc fxc-gc-dataGrid" },
    el(
      "div",
      { class: "fxc-gc-table", role: groups.size > 0 ? "treegrid" : "grid", "aria-label": name },
      el("div", { class: "fxc-gc-thead", role: "rowgroup" }, head),
      el("div", { class: "fxc-gc-tbody fxc-gc-rows", role: "rowgroup" }, ...body),
    ),
    rows.length === 0 ? el("div", { class: "fxc-gc-empty" }, empty) : undefined,
  );
}

function gcRow(cells: readonly Cell[], row: number, template: string, isGroup: boolean): HTMLElement {
  const drawn = cells.map((cell, column) =>
    el(
      "div",
      { class: `fxc-gc-cell fxc-gc-columncell_${String(row)}_${String(column)}`, role: "gridcell", title: cell.text || undefined },
      el("div", { id: `fxc-gc-cell-content_${String(row)}_${String(column)}`, class: "fxc-gc-cell-content" }, cell.shown ?? cell.text),
      cell.button,
    ),
  );
  const content = withColumns(el("div", { class: `fxc-gc-row-content fxc-gc-row-content_${String(row)}`, role: "none" }, ...drawn), isGroup ? "1fr" : template);
  return el("div", { class: `fxc-gc-row${isGroup ? " fxc-gc-group" : ""}`, role: "row", "aria-level": isGroup ? 1 : undefined }, content);
}

function withColumns(element: HTMLElement, template: string): HTMLElement {
  element.style.gridTemplateColumns = template;
  return element;
}

/** A table of the older kind (`azc-grid`). A copyable value sits in a read-only box inside its cell. */
export function azcGrid(name: string, columns: readonly Column[], rows: readonly (readonly Cell[])[], empty: string): HTMLElement {
  const heads = columns.map((column) => el("th", { role: "columnheader", scope: "col" }, column.label, column.info ? infoBalloon(column.info) : undefined));
  const head = el("table", { class: "azc-grid-tableHeader", role: "presentation" }, widths(columns), el("thead", {}, el("tr", {}, ...heads)));
  const body = rows.map((cells) =>
    el("tr", { role: "row" }, ...cells.map((cell, at) => el("td", { role: "gridcell", "aria-colindex": at + 1 }, el("div", { class: "azc-grid-cellContent" }, azcCell(cell))))),
  );
  return el(
    "div",
    { class: "azc-grid", role: "grid", "aria-label": name },
    head,
    el("table", { class: "azc-grid-full", role: "presentation" }, widths(columns), el("tbody", { class: "azc-grid-groupdata" }, ...body)),
    rows.length === 0 ? el("div", { class: "fxc-gc-empty" }, empty) : undefined,
  );
}

function azcCell(cell: Cell): Node {
  if (!cell.button) return cell.shown ?? document.createTextNode(cell.text);
  const box = el("input", { class: "azc-input", readonly: true, title: cell.text, "aria-label": cell.text, type: "text" });
  box.value = cell.text;
  return el("div", { class: "fxc-copyablelabel" }, box, cell.button);
}

function widths(columns: readonly Column[]): HTMLElement {
  const total = columns.reduce((sum, column) => sum + Number.parseFloat(column.width), 0);
  const group = el("colgroup", {});
  for (const column of columns) {
    const col = el("col", {});
    col.style.width = `${String((Number.parseFloat(column.width) / total) * 100)}%`;
    group.append(col);
  }
  return group;
}
