import { el, onArrows, onPress, weaveId } from "../element";
import { type FieldShape, formElement, labelId } from "./field";

/** One of several values, with the words for it. */
export interface Option<Value> {
  readonly value: Value;
  readonly text: string;
}

/** A group of radio buttons: `li role=radio`, a drawn circle and a `span`. `picker` is the Yes/No pair of the older kind. */
export function optionsGroup<Value>(
  shape: FieldShape & { look?: "circles" | "picker" },
  options: readonly Option<Value>[],
  chosen: Value,
  changed: (value: Value) => void,
): HTMLElement {
  const look = shape.look ?? "circles";
  const items = options.map((option) => {
    const item = el(
      "li",
      { role: "radio", class: look === "picker" ? "azc-optionPicker-item" : "fxc-radio-item", id: weaveId() },
      look === "circles" ? el("span", { class: "azc-radio-circle" }) : undefined,
      el("span", { class: "azc-radio-label" }, option.text),
    );
    onPress(item, () => {
      mark(option.value);
      changed(option.value);
    });
    return item;
  });
  const mark = (value: Value): void => {
    items.forEach((item, at) => {
      const on = options[at]?.value === value;
      item.setAttribute("aria-checked", String(on));
      item.setAttribute("tabindex", on ? "0" : "-1");
    });
  };
  mark(chosen);
  const id = labelId();
  const group = el("div", { class: look === "picker" ? "azc-optionPicker" : "azc-optionsGroup fxc-optionsgroup", role: "radiogroup", "aria-labelledby": id }, el("ul", { role: "none" }, ...items));
  onArrows(group, "[role=radio]", (item) => item.click());
  return formElement("fxc-OptionsGroup", shape, group, id);
}
