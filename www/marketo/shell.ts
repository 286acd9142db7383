import { openStore } from "../practice/store";
import { engageAddress } from "./addresses";
import { h } from "./dom";
import { holdInnerFrame } from "./frames";

/** Adobe Experience Cloud around Marketo: a bar, and the one frame in which everything happens. */
async function begin(): Promise<void> {
  const store = await openStore();
  const id = `exc-app-sandbox-0.${String(Math.floor(Math.random() * 1e9))}`;
  const frame = holdInnerFrame({ id, name: "Main Content", title: "Main Content" }, (token) => engageAddress(store.read().marketo, token));
  const bar = h(
    "header",
    { class: "spectrum-Shell-header" },
    h("img", { src: "images/adobe.svg", alt: "", width: 20, height: 18 }),
    h("span", { class: "spectrum-Shell-product" }, "Adobe Experience Cloud"),
    h("span", { class: "spectrum-Shell-solution" }, "Marketo Engage"),
    h("span", { class: "spectrum-Shell-org" }, store.read().tenant.name),
  );
  document.body.replaceChildren(bar, frame);
}

void begin();
