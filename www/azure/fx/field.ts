import { icon } from "../icons";
import { el, onPress } from "../element";

let forms = 0;

/** What every field has: a label, and the control it belongs to. */
export interface FieldShape {
  readonly label: string;
  readonly required?: boolean;
  /** An `i` beside the label, with this text. */
  readonly info?: string;
}

/** The portal's row of label and control. */
export function formElement(kind: string, shape: FieldShape, control: HTMLElement, id: string): HTMLElement {
  const label = el(
    "label",
    { class: "azc-text-label fxs-portal-text", id, for: control.id || undefined },
    shape.required ? el("span", { class: "azc-required", "aria-hidden": "true" }, "*") : undefined,
    el("span", {}, shape.label),
    shape.info ? infoBalloon(shape.info) : undefined,
  );
  return el(
    "div",
    { class: `fxc-weave-pccontrol fxc-section-control fxc-base msportalfx-form-formelement fxc-has-label ${kind}` },
    label,
    el("div", { class: "azc-formElementSubLabelContainer" }, el("div", { class: "azc-formElementContainer" }, control)),
  );
}

/** The next id of a label; the control's own id is made from it. */
export function labelId(): string {
  forms += 1;
  return `form-label-id-${String(forms - 1)}`;
}

/** The small `i` that shows a text. */
export function infoBalloon(text: string): HTMLElement {
  return el("span", { class: "fxc-infoBalloon azc-infoBalloon", title: text, role: "img", "aria-label": text }, icon("info", 12));
}

/** A text field, and what is in it. */
export interface TextField {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
}

/** A text field. A required one is invalid until it holds something. */
export function textField(
  shape: FieldShape & { placeholder?: string; value?: string; hideLabel?: boolean; requiredText?: string },
  changed: (value: string) => void,
): TextField {
  const id = labelId();
  const input = el("input", {
    id: `${id}-for`,
    type: "text",
    class: "azc-input azc-formControl azc-validation-border",
    "aria-label": shape.label,
    "aria-required": shape.required ? "true" : undefined,
    placeholder: shape.placeholder,
    autocomplete: "off",
    spellcheck: "false",
  });
  input.value = shape.value ?? "";
  const message = el("div", { class: "azc-validation-message fxs-display-none", role: "alert" }, shape.requiredText ?? "");
  const valid = (): boolean => !shape.required || input.value.trim() !== "";
  const mark = (): void => input.setAttribute("data-validatable-control-valid", String(valid()));
  mark();
  input.addEventListener("input", () => {
    mark();
    message.classList.add("fxs-display-none");
    changed(input.value);
  });
  input.addEventListener("blur", () => message.classList.toggle("fxs-display-none", valid()));
  const wrapped = el(
    "div",
    { class: "fxc-base azc-control azc-editableControl azc-validatableControl azc-inputbox azc-textBox" },
    el("div", { class: "azc-inputbox-wrapper" }, input),
    shape.requiredText ? message : undefined,
  );
  const element = formElement("azc-textField fxc-TextField azc-fabric", shape, wrapped, id);
  element.querySelector("label")?.setAttribute("for", input.id);
  if (shape.hideLabel) element.querySelector("label")?.classList.add("practice-unseen");
  return { element, input };
}

/** A check box as the portal draws it. */
export function checkBox(label: Node | string, name: string, checked: boolean, changed: (checked: boolean) => void): HTMLElement {
  const box = el("div", { class: "azc-checkBox fxc-checkbox", role: "checkbox", tabindex: 0, "aria-checked": String(checked), "aria-label": name }, el("span", { class: "azc-checkBox-box" }, icon("tick", 12)));
  const flip = (): void => {
    const next = box.getAttribute("aria-checked") !== "true";
    box.setAttribute("aria-checked", String(next));
    changed(next);
  };
  onPress(box, flip);
  const text = el("label", { class: "fxs-portal-text" }, label);
  text.addEventListener("click", flip);
  return el("div", { class: "practice-check" }, box, text);
}
