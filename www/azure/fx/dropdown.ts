import { icon } from "../icons";
import { el, onArrows, onPress, weaveId } from "../element";
import { type FieldShape, formElement, labelId } from "./field";
import type { Option } from "./options";

/** What takes the field from under its list. */
const MOVES = ["hashchange", "resize"] as const;

/** A drop-down whose list lies outside the field, at the end of the page, as the portal's does. */
export function dropdown<Value>(
  shape: FieldShape & { placeholder?: string; hideLabel?: boolean },
  options: readonly Option<Value>[],
  chosen: Value | undefined,
  changed: (value: Value) => void,
): HTMLElement {
  let value = chosen;
  let popup: HTMLElement | undefined;
  const text = el("div", { class: "fxc-dropdown-text" });
  const box = el(
    "div",
    { class: "fxc-dropdown-open azc-formControl fxs-fxclick", role: "combobox", tabindex: 0, "aria-label": shape.label, "aria-haspopup": "tree", "aria-expanded": "false", id: weaveId() },
    text,
    el("div", { class: "fxc-group-dropdown-arrow" }, icon("chevronDown", 12)),
  );
  const show = (): void => {
    const option = options.find((one) => one.value === value);
    text.textContent = option?.text ?? shape.placeholder ?? "";
    text.classList.toggle("fxc-dropdown-placeholder", option === undefined);
  };
  show();

  const close = (): void => {
    popup?.remove();
    popup = undefined;
    box.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", closeOutside, true);
    for (const change of MOVES) window.removeEventListener(change, close);
  };
  const closeOutside = (event: Event): void => {
    const { target } = event;
    if (target instanceof Node && (popup?.contains(target) || box.contains(target))) return;
    close();
  };
  const choose = (option: Option<Value>): void => {
    value = option.value;
    show();
    close();
    box.focus();
    changed(option.value);
  };
  const open = (): void => {
    const items = options.map((option) => {
      const item = el("div", { role: "treeitem", class: "fxc-dropdown-option", tabindex: -1, "aria-selected": String(option.value === value), id: weaveId() }, el("span", {}, option.text));
      onPress(item, () => choose(option));
      return item;
    });
    popup = el("div", { class: "fxc-dropdown-popup fxs-portal-bg-txt-br" }, el("div", { role: "tree", "aria-label": shape.label }, ...items));
    onArrows(popup, "[role=treeitem]");
    popup.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" && event.key !== "Tab") return;
      event.stopPropagation();
      close();
      box.focus();
    });
    place(popup, box);
    document.querySelector(".fxs-portal")?.append(popup);
    box.setAttribute("aria-expanded", "true");
    (items.find((_, at) => options[at]?.value === value) ?? items[0])?.focus({ preventScroll: true });
    document.addEventListener("pointerdown", closeOutside, true);
    for (const change of MOVES) window.addEventListener(change, close);
  };
  onPress(box, () => (popup ? close() : open()));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || popup) return;
    event.preventDefault();
    open();
  });

  const id = labelId();
  // The portal's field and its box share the name; the second of the two is the one to press.
  const field = el("div", { class: "fxc-group-dropdown", "aria-label": shape.label }, box);
  const element = formElement("fxc-GroupDropDown", shape, field, id);
  if (shape.hideLabel) element.querySelector("label")?.classList.add("practice-unseen");
  return element;
}

function place(popup: HTMLElement, box: HTMLElement): void {
  const at = box.getBoundingClientRect();
  Object.assign(popup.style, { left: `${String(at.left)}px`, top: `${String(at.bottom)}px`, width: `${String(at.width)}px` });
}
