import { h } from "../dom";

/** Covers an element while something is on its way; returns what lifts the cover. */
export function mask3(over: HTMLElement, text: string): () => void {
  const veil = h("div", { class: "ext-el-mask" });
  const message = h("div", { class: "ext-el-mask-msg x-mask-loading" }, h("div", {}, text));
  over.classList.add("x-masked", "x-masked-relative");
  over.append(veil, message);
  return () => {
    over.classList.remove("x-masked", "x-masked-relative");
    veil.remove();
    message.remove();
  };
}
