import { h, onClick, serial } from "../dom";

/** An Ext 3 button: a table, as Ext 3 had it. */
export type Button3 = { element: HTMLTableElement; setText(text: string): void; setDisabled(disabled: boolean): void };

/** Makes an Ext 3 button; `id` only where Marketo gives the component one itself. */
export function button3(text: string, act: () => void, { id, icon, tone }: { id?: string; icon?: string; tone?: "positive" } = {}): Button3 {
  const inner = onClick(h("button", { type: "button", id: `ext-gen${String(serial())}`, class: `x-btn-text ${icon ?? ""}`.trim() }, text), act);
  const element = h(
    "table",
    { id: id ?? `ext-comp-${String(serial())}`, class: `x-btn ${icon === undefined ? "x-btn-noicon" : "x-btn-text-icon"}${tone === "positive" ? " mktButtonPositive" : ""}`, cellspacing: 0 },
    h(
      "tbody",
      { class: "x-btn-small x-btn-icon-small-left" },
      h("tr", {}, h("td", { class: "x-btn-ml" }, h("i", {}, "\u00a0")), h("td", { class: "x-btn-mc" }, h("em", { unselectable: "on" }, inner)), h("td", { class: "x-btn-mr" }, h("i", {}, "\u00a0"))),
    ),
  );
  return {
    element,
    setText: (next) => inner.replaceChildren(next),
    setDisabled(disabled) {
      element.classList.toggle("x-item-disabled", disabled);
      inner.disabled = disabled;
    },
  };
}
