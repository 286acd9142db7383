import { h, onClick, serial } from "../dom";

/** One tab of the canvas; its content is made when it is first shown. */
export type Tab = { key: string; title: string; icon?: string; content: () => HTMLElement };

/** An Ext 3 tab panel. Tabs once shown stay in the document, hidden. */
export function tabs3(tabs: readonly Tab[]): HTMLDivElement {
  const body = h("div", { class: "x-tab-panel-body x-tab-panel-body-top" });
  const strip = h("ul", { class: "x-tab-strip x-tab-strip-top" });
  const items = new Map<string, HTMLLIElement>();
  const panels = new Map<string, HTMLElement>();

  const show = (key: string): void => {
    const tab = tabs.find((one) => one.key === key) ?? tabs[0];
    if (tab === undefined) return;
    let panel = panels.get(tab.key);
    if (panel === undefined) {
      panel = tab.content();
      panels.set(tab.key, panel);
      body.append(panel);
    }
    for (const [other, item] of items) item.classList.toggle("x-tab-strip-active", other === tab.key);
    for (const [other, element] of panels) element.classList.toggle("x-hide-display", other !== tab.key);
  };

  for (const { key, title, icon } of tabs) {
    const text = h("span", { class: `x-tab-strip-text ${icon ?? ""}`.trim() }, title);
    const anchor = h("a", { class: "x-tab-right", href: "#" }, h("em", { class: "x-tab-left" }, h("span", { class: "x-tab-strip-inner" }, text)));
    const item = h("li", { id: `canvas__ext-comp-${String(serial())}`, class: icon === undefined ? "" : "x-tab-with-icon" }, onClick(anchor, () => show(key)));
    items.set(key, item);
    strip.append(item);
  }
  strip.append(h("li", { class: "x-tab-edge" }, h("span", { class: "x-tab-strip-text" }, "\u00a0")));

  const first = tabs[0];
  if (first !== undefined) show(first.key);
  return h(
    "div",
    { class: "x-tab-panel", id: "canvas" },
    h("div", { class: "x-tab-panel-header x-unselectable" }, h("div", { class: "x-tab-strip-wrap" }, strip)),
    h("div", { class: "x-tab-panel-bwrap" }, body),
  );
}

/** The panel that fills a tab: a toolbar, then whatever is in it. */
export function tabPanel(tbar: HTMLElement | undefined, ...content: (Node | string)[]): HTMLDivElement {
  const body = h("div", { class: "x-panel-body" }, ...content);
  return h("div", { class: "x-panel", id: `ext-comp-${String(serial())}` }, h("div", { class: "x-panel-bwrap" }, ...(tbar ? [tbar] : []), body));
}
