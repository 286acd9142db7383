import { h, serial } from "../dom";

/** A field as Ext 3 had it: what is in it is what is sent, whoever put it there. */
export type Field3 = { element: HTMLDivElement; value(): string; set(value: string): void; isValid(): boolean };

/** What a field is called and holds. */
export type FieldSpec = { label: string; name: string; type?: "text" | "password"; value: string; required?: boolean };

/** Makes an Ext 3 text field; complains on blur when it is needed and empty. */
export function field3({ label, name, type = "text", value, required = true }: FieldSpec, complaint: string): Field3 {
  const id = `ext-comp-${String(serial())}`;
  const input = h("input", { type, size: 20, autocomplete: "off", id, name, class: "x-form-text x-form-field" });
  input.value = value;
  const isValid = (): boolean => !required || input.value.trim() !== "";
  const mark = (): void => {
    input.classList.toggle("x-form-invalid", !isValid());
    if (isValid()) input.removeAttribute("data-errorqtip");
    else input.setAttribute("data-errorqtip", complaint);
  };
  input.addEventListener("focus", () => input.classList.add("x-form-focus"));
  input.addEventListener("blur", () => {
    input.classList.remove("x-form-focus");
    mark();
  });
  const text = h("label", { for: id, class: "x-form-item-label" }, `${label}:`);
  if (required) text.append(h("span", { class: "mktRequired" }, "*"));
  return {
    element: h("div", { class: "x-form-item", tabindex: -1 }, text, h("div", { class: "x-form-element", id: `x-form-el-${id}` }, input), h("div", { class: "x-form-clear-left" })),
    value: () => input.value,
    set: (next) => {
      input.value = next;
      input.classList.remove("x-form-invalid");
    },
    isValid,
  };
}
