import type { FieldSpec } from "../ext3/field";
import { h, serial } from "../dom";

/** Ext 4 looks at a field 50 ms after the last of the events it listens to. */
const BUFFER = 50;

/** A field as Ext 4.1 had it: it knows of a value only when an event told it. */
export type Field4 = { element: HTMLTableElement; committed(): string; set(value: string): void; isValid(): boolean };

/** Makes an Ext 4 text field. `changed` is called when the field has noticed another value. */
export function field4({ label, name, type = "text", value, required = true }: FieldSpec, complaint: string, changed: () => void): Field4 {
  const id = `textfield-${String(serial())}`;
  const input = h("input", { id: `${id}-inputEl`, type, name, autocomplete: "off", "aria-invalid": "false", class: `x4-form-field${required ? " x4-form-required-field" : ""} x4-form-text` });
  const element = h(
    "table",
    { class: "x4-field x4-form-item x4-field-default x4-anchor-form-item", id, cellpadding: 0 },
    h(
      "tbody",
      {},
      h(
        "tr",
        {},
        h("td", { class: "x4-field-label-cell", id: `${id}-labelCell`, valign: "top" }, labelOf(id, label, required)),
        h("td", { class: "x4-form-item-body", id: `${id}-bodyEl` }, input),
      ),
    ),
  );
  let noticed = value;
  let committed = value;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isValid = (): boolean => !required || noticed.trim() !== "";
  const mark = (): void => {
    const invalid = !isValid();
    element.classList.toggle("x4-form-invalid", invalid);
    input.classList.toggle("x4-form-invalid-field", invalid);
    input.setAttribute("aria-invalid", String(invalid));
    if (invalid) input.setAttribute("data-errorqtip", complaint);
    else input.removeAttribute("data-errorqtip");
  };
  const look = (): void => {
    clearTimeout(timer);
    if (noticed === input.value) return;
    noticed = input.value;
    input.classList.toggle("x4-form-empty-field", noticed === "");
    mark();
    changed();
  };
  for (const event of ["input", "keyup", "change"]) {
    input.addEventListener(event, () => {
      clearTimeout(timer);
      timer = setTimeout(look, BUFFER);
    });
  }
  const commit = (): void => {
    look();
    committed = noticed;
  };
  input.addEventListener("change", commit);
  input.addEventListener("focus", () => input.classList.add("x4-form-focus"));
  input.addEventListener("blur", () => {
    input.classList.remove("x4-form-focus");
    commit();
    mark();
  });
  const set = (next: string): void => {
    clearTimeout(timer);
    input.value = noticed = committed = next;
    input.classList.toggle("x4-form-empty-field", next === "");
    element.classList.remove("x4-form-invalid");
    input.classList.remove("x4-form-invalid-field");
  };
  set(value);
  return { element, committed: () => committed, set, isValid };
}

function labelOf(id: string, label: string, required: boolean): HTMLLabelElement {
  const element = h("label", { id: `${id}-labelEl`, for: `${id}-inputEl`, class: "x4-form-item-label x4-form-item-label-left" }, `${label}:`);
  if (required) element.append(h("span", { class: "mktRequired" }, "*"));
  return element;
}
