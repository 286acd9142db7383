import { el, onArrows, onPress } from "../element";

/** One tab and what it shows. */
export interface Tab {
  readonly label: string;
  readonly show: () => Node;
}

/** A strip of tabs over the content of the chosen one. */
export function tabs(all: readonly Tab[], first: number, changed: (at: number) => void = () => undefined): HTMLElement {
  const panel = el("div", { class: "fxc-tabs-panel", role: "tabpanel" });
  const heads = all.map((tab, at) => {
    const head = el("div", { role: "tab", class: "fxc-tabs-tab fxs-fxclick" }, el("span", {}, el("span", {}, tab.label)));
    onPress(head, () => select(at));
    return head;
  });
  const select = (chosen: number): void => {
    heads.forEach((head, at) => {
      head.setAttribute("aria-selected", String(at === chosen));
      head.setAttribute("tabindex", at === chosen ? "0" : "-1");
    });
    const tab = all[chosen];
    if (tab) panel.replaceChildren(tab.show());
    changed(chosen);
  };
  select(first);
  const strip = el("div", { role: "tablist", class: "fxc-tabs-strip fxs-portal-border" }, ...heads);
  onArrows(strip, "[role=tab]", (head) => head.click());
  return el("div", { class: "fxc-tabs" }, strip, panel);
}
