import { h, serial } from "../dom";
import { button3 } from "./button";

/** One line of a section. */
export type Row = readonly [label: string, value: string];

/** Marketo's panel with the orange button glued to its header, outside on the right. */
export function section3(title: string, rows: readonly Row[], edit?: { text: string; act: () => void }): { element: HTMLDivElement; setRows(rows: readonly Row[]): void } {
  const table = h("tbody");
  const setRows = (next: readonly Row[]): void =>
    table.replaceChildren(...next.map(([label, value]) => h("tr", {}, h("td", { class: "mktLabel" }, `${label}:`), h("td", { class: "mktValue" }, value))));
  setRows(rows);
  const header = h("div", { class: "x-panel-header x-unselectable" }, h("span", { class: "x-panel-header-text" }, title));
  if (edit) header.append(button3(edit.text, edit.act, { tone: "positive" }).element);
  const body = h("div", { class: "x-panel-bwrap" }, h("div", { class: "x-panel-body" }, h("table", { class: "mktRows", cellspacing: 0 }, table)));
  return { element: h("div", { class: "x-panel mktSection", id: `ext-comp-${String(serial())}` }, header, body), setRows };
}
