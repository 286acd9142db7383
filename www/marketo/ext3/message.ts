import { BLANK, h, onClick, serial } from "../dom";
import { button3 } from "./button";

/** A question, or something to be told. */
export type Message = { title: string; text: string; icon: "question" | "info" | "warning"; buttons: readonly string[] };

/** The one message box of the page. As in Ext 3 it is never taken away, only put out of sight. */
let box: HTMLDivElement | undefined;

/** Asks and resolves with the place of the pressed button; -1 when the box was closed. */
export function ask3({ title, text, icon, buttons }: Message): Promise<number> {
  return new Promise((done) => {
    const shade = h("div", { class: "ext-el-mask x-window-shade" });
    const answer = (place: number): void => {
      shade.remove();
      document.body.classList.remove("x-body-masked");
      Object.assign(shell.style, { visibility: "hidden", left: "-10000px", top: "-10000px" });
      done(place);
    };
    const shell = (box ??= h("div", { class: "x-window x-window-plain x-window-dlg", id: `ext-comp-${String(serial())}`, role: "dialog" }));
    shell.replaceChildren(
      h(
        "div",
        { class: "x-window-header x-unselectable" },
        onClick(h("div", { class: "x-tool x-tool-close" }), () => answer(-1)),
        h("span", { class: "x-window-header-text" }, title),
      ),
      h(
        "div",
        { class: "x-window-bwrap" },
        h(
          "div",
          { class: "x-window-body" },
          h("div", { class: "x-dlg-icon" }, h("div", { class: `ext-mb-icon ext-mb-${icon}` }, h("img", { src: BLANK, alt: "" })), h("div", { class: "ext-mb-content" }, h("span", { class: "ext-mb-text" }, text))),
        ),
        h("div", { class: "x-window-footer x-panel-btns" }, ...buttons.map((label, place) => button3(label, () => answer(place), place === 0 ? { tone: "positive" } : {}).element)),
      ),
    );
    document.body.classList.add("x-body-masked");
    document.body.append(shade, shell);
    shell.style.visibility = "visible";
    shell.style.left = `${String(Math.max(0, Math.round((innerWidth - shell.offsetWidth) / 2)))}px`;
    shell.style.top = `${String(Math.max(0, Math.round((innerHeight - shell.offsetHeight) / 3)))}px`;
    shell.querySelector<HTMLButtonElement>("button")?.focus();
  });
}
