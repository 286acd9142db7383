import { icon } from "../icons";
import { el, weaveId } from "../element";
import type { Say } from "../labels";
import { copyButton } from "./copy";
import { fxLink } from "./button";

/** One line of Essentials: a plain value, which can be copied, or a link. */
export interface Essential {
  readonly label: string;
  readonly value: string;
  readonly link?: string | (() => void);
}

/** The block of an app's most important values, in two columns, that folds. */
export function essentials(say: Say, left: readonly Essential[], right: readonly Essential[]): HTMLElement {
  const column = (items: readonly Essential[]): HTMLElement => el("div", { class: "fxc-essentials-column" }, ...items.map((item) => line(say, item)));
  const body = el("div", { class: "fxc-essentials-columns" }, column(left), column(right));
  const toggle = el("button", { type: "button", class: "fxc-essentials-accordion-toggle", "aria-expanded": "true" }, icon("chevronDown", 12), el("span", {}, say("essentials")));
  toggle.addEventListener("click", () => {
    const open = toggle.getAttribute("aria-expanded") !== "true";
    toggle.setAttribute("aria-expanded", String(open));
    body.classList.toggle("fxs-display-none", !open);
  });
  return el("div", { class: "fxc-essentials fxs-portal-border" }, toggle, body);
}

function line(say: Say, item: Essential): HTMLElement {
  const id = weaveId();
  return el(
    "div",
    { class: "fxc-essentials-item", "aria-labelledby": id },
    el("div", { class: "fxc-essentials-label-container" }, el("label", { class: "fxc-essentials-label", id, title: item.label }, item.label), el("span", { class: "practice-colon", "aria-hidden": "true" }, ":")),
    el("div", { class: "fxc-essentials-value-wrapper" }, ...value(say, item)),
  );
}

function value(say: Say, { value: text, link }: Essential): HTMLElement[] {
  if (link === undefined) return [el("div", { class: "fxc-essentials-value fxs-portal-text", title: text }, text), copyButton(say, text)];
  const made = fxLink(text, link);
  made.className = "msportalfx-text-primary fxc-essentials-value fxs-portal-text fxs-fxclick";
  return [made];
}
