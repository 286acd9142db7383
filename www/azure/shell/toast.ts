import { icon } from "../icons";
import { el } from "../element";

const SHOWN_FOR = 6000;

/** A note at the top right that goes away by itself or with its X. */
export function toast(title: string, text: string): void {
  const close = el("button", { type: "button", class: "fxs-toast-close fxs-portal-svg", "aria-label": "Dismiss toast notification" }, icon("close", 12));
  const item = el(
    "div",
    { class: "fxs-toast-item fxs-popup fxs-portal-bg-txt-br", role: "status" },
    el("div", { class: "fxs-toast-icon" }, icon("tick", 14)),
    el("div", { class: "fxs-toast-content" }, el("div", { class: "fxs-toast-title" }, title), el("div", { class: "fxs-toast-description" }, text)),
    close,
  );
  close.addEventListener("click", () => item.remove());
  setTimeout(() => item.remove(), SHOWN_FOR);
  // One at a time: a pile would lie over the pane that the next step needs.
  list().replaceChildren(item);
}

function list(): HTMLElement {
  const existing = document.querySelector<HTMLElement>(".fxs-toast");
  if (existing) return existing;
  const made = el("div", { class: "fxs-toast" });
  document.querySelector(".fxs-portal")?.append(made);
  return made;
}
