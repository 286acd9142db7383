import { icon } from "../icons";
import { el } from "../element";

/** A bar with a message across the blade. */
export function infoBox(kind: "info" | "warning", text: string): HTMLElement {
  return el(
    "div",
    { class: `fxc-infobox fxc-infoBox-container fxc-infobox-${kind}`, role: "note" },
    el("div", { class: "fxc-infobox-icon" }, icon(kind === "info" ? "info" : "shield")),
    el("div", { class: "fxc-infobox-text" }, text),
  );
}
