import { h, onClick } from "./dom";
import { button3 } from "./ext3/button";
import type { Place } from "./place";

/** The purple bar: whose Marketo this is, and on the right the way to Admin. */
export function topBar({ words, store, go }: Place, inAdmin: boolean): HTMLElement {
  const logo = onClick(h("a", { href: "#", class: "mkt-app-logo", title: words.myMarketo }), () => go("MM0A1"));
  const admin = button3(words.admin, () => go("AD0A1"), { id: "tnCustAdmin", icon: "mkiGear" });
  admin.element.classList.toggle("mktNavActive", inAdmin);
  const others = (["notifications", "history"] as const).map((name) => button3(words[name], () => undefined).element);
  const rest = (["community", "help"] as const).map((name) => button3(words[name], () => undefined).element);
  return h(
    "div",
    { class: "mktMainNav", id: "mktMainNav" },
    logo,
    h("span", { class: "mktSubscription" }, words.subscription),
    h("span", { class: "mktNavRight" }, ...others, h("span", { class: "mktUser" }, store.read().tenant.admin), admin.element, ...rest),
  );
}
