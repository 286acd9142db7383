import { h, serial } from "../dom";

/** Covers an Ext 4 component while something is on its way; returns what lifts the cover. */
export function mask4(over: HTMLElement, text: string): () => void {
  const veil = h("div", { class: "x4-mask" });
  const message = h("div", { class: "x4-mask-msg x4-layer x4-mask-msg-default", id: `loadmask-${String(serial())}` }, h("div", { class: "x4-mask-loading x4-mask-msg-text" }, text));
  over.classList.add("x4-masked");
  over.append(veil, message);
  return () => {
    over.classList.remove("x4-masked");
    veil.remove();
    message.remove();
  };
}
