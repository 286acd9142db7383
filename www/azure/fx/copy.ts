import { icon } from "../icons";
import { el, onPress } from "../element";
import type { Say } from "../labels";

/** The copy button of a cell: `div type=button`, as in the portal, not a `<button>`. */
export function copyButton(say: Say, text: string): HTMLElement {
  const tip = el("span", { class: "fxc-copy-tip", role: "status" });
  const button = el(
    "div",
    { type: "button", role: "button", tabindex: 0, class: "fxc-copyablelabel-copybutton fxs-fxclick", "aria-label": say("copy"), title: say("copy") },
    icon("clipboard", 14),
    tip,
  );
  onPress(button, () => {
    navigator.clipboard.writeText(text).then(
      () => (tip.textContent = say("copied")),
      // A browser may refuse, for one when the window is not in front; the portal shows nothing then either.
      () => (tip.textContent = ""),
    );
  });
  button.addEventListener("pointerleave", () => (tip.textContent = ""));
  button.addEventListener("blur", () => (tip.textContent = ""));
  return button;
}
