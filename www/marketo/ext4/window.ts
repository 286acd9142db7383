import { BLANK, h, onClick, serial } from "../dom";
import type { Button4 } from "./button";

/** An Ext 4 window over the dimmed page. */
export type Window4 = { element: HTMLDivElement; body: HTMLDivElement; show(): void; close(): void; setButtons(...buttons: Button4[]): void };

/**
 * Makes a modal window. Closed it is either taken away (`remove`) or, as many of Ext's windows are, kept in the document
 * far outside the screen (`hide`).
 */
export function window4(spec: { xtype: string; title: string; width: number; whenClosed: "remove" | "hide" }): Window4 {
  const id = `${spec.xtype}-${String(serial())}`;
  const body = h("div", { class: "x4-window-body x4-window-body-default x4-layout-fit", id: `${id}-body` });
  const footer = h("div", { class: "x4-toolbar x4-docked x4-toolbar-footer x4-docked-bottom x4-toolbar-docked-bottom", id: `toolbar-${String(serial())}` });
  const veil = h("div", { class: "x4-mask x4-mask-modal" });
  const tool = h("div", { class: "x4-tool x4-box-item" }, onClick(h("img", { class: "x4-tool-close", src: BLANK, alt: "", role: "presentation" }), () => close()));
  const header = h(
    "div",
    { class: "x4-window-header x4-window-header-default x4-docked-top", id: `${id}_header` },
    h("span", { class: "x4-window-header-text x4-window-header-text-default", id: `${id}_header_hd-textEl` }, spec.title),
    tool,
  );
  const element = h("div", { class: "x4-window x4-layer x4-window-default x4-closable", id, tabindex: -1, role: "dialog", "aria-labelledby": `${id}_header_hd-textEl` }, header, body, footer);

  const place = (): void => {
    element.style.width = `${String(Math.min(spec.width, innerWidth - 20))}px`;
    element.style.left = `${String(Math.max(0, Math.round((innerWidth - element.offsetWidth) / 2)))}px`;
    element.style.top = `${String(Math.max(0, Math.round((innerHeight - element.offsetHeight) / 3)))}px`;
  };
  const show = (): void => {
    element.classList.remove("x4-hide-offsets");
    document.body.append(veil, element);
    place();
    (body.querySelector<HTMLElement>("input, button") ?? element).focus();
  };
  const close = (): void => {
    veil.remove();
    if (spec.whenClosed === "remove") element.remove();
    else element.classList.add("x4-hide-offsets");
  };
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  return { element, body, show, close, setButtons: (...buttons) => footer.replaceChildren(...buttons.map((button) => button.element)) };
}
