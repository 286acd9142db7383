import { h, onClick, serial } from "../dom";

/** An Ext 4.1 button. */
export type Button4 = { element: HTMLDivElement; setDisabled(disabled: boolean): void };

/** Makes an Ext 4 button in Marketo's orange (`positive`) or grey. */
export function button4(text: string, act: () => void, tone: "positive" | "plain" = "plain"): Button4 {
  const id = `button-${String(serial())}`;
  const inner = onClick(
    h(
      "button",
      { id: `${id}-btnEl`, type: "button", class: "x4-btn-center", role: "button", autocomplete: "off" },
      h("span", { id: `${id}-btnInnerEl`, class: "x4-btn-inner" }, text),
      h("span", { id: `${id}-btnIconEl`, class: "x4-btn-icon" }),
    ),
    act,
  );
  const element = h("div", { class: `x4-btn x4-box-item x4-toolbar-item x4-btn-default-small x4-noicon${tone === "positive" ? " mktButtonPositive" : ""}`, id }, h("em", { id: `${id}-btnWrap` }, inner));
  return {
    element,
    setDisabled(disabled) {
      for (const name of ["x4-item-disabled", "x4-disabled", "x4-btn-disabled"]) element.classList.toggle(name, disabled);
      inner.disabled = disabled;
    },
  };
}
