import { type IconName, icon } from "../icons";
import { el } from "../element";
import type { Label, Say } from "../labels";
import { type Item, to } from "../route";

type Entry = readonly [Item, Label, IconName];

const TOP: readonly Entry[] = [
  ["Overview", "overview", "grid"],
  ["Quickstart", "quickstart", "rocket"],
  ["IntegrationAssistant", "integrationAssistant", "wrench"],
  ["Diagnose", "diagnose", "help"],
];
const MANAGE: readonly Entry[] = [
  ["Branding", "branding", "brush"],
  ["Authentication", "authentication", "refresh"],
  ["Credentials", "certificates", "key"],
  ["TokenConfiguration", "tokenConfiguration", "sliders"],
  ["CallAnAPI", "apiPermissions", "shield"],
  ["ProtectAnAPI", "exposeApi", "globe"],
  ["AppRoles", "appRoles", "grid"],
  ["Owners", "owners", "people"],
  ["Roles", "roles", "people"],
  ["Manifest", "manifest", "code"],
];
const SUPPORT: readonly Entry[] = [
  ["Troubleshoot", "troubleshooting", "wrench"],
  ["NewSupportRequest", "newSupportRequest", "help"],
];

/** The label of a menu item, for the blade's title. */
export function labelOf(item: Item): Label {
  return [...TOP, ...MANAGE, ...SUPPORT].find(([name]) => name === item)?.[1] ?? "overview";
}

/** The menu at the left of an app's blade. */
export function appMenu(say: Say, clientId: string, selected: Item): HTMLElement {
  const list = (entries: readonly Entry[]): HTMLElement => el("ul", { role: "list" }, ...entries.map((entry) => item(say, clientId, entry, selected)));
  const search = el("input", { class: "fxc-menu-search azc-input", type: "search", placeholder: say("searchMenu"), "aria-label": say("searchMenu") });
  const menu = el("div", { class: "fxc-menu fxs-portal-border", role: "navigation" }, el("div", { class: "fxc-menu-searchbox" }, icon("search", 14), search), list(TOP), group(say("manage"), list(MANAGE)), group(say("support"), list(SUPPORT)));
  search.addEventListener("input", () => {
    for (const line of menu.querySelectorAll("li")) {
      line.classList.toggle("fxs-display-none", !line.textContent.toLowerCase().includes(search.value.trim().toLowerCase()));
    }
  });
  return menu;
}

function item(say: Say, clientId: string, [name, label, drawn]: Entry, selected: Item): HTMLElement {
  const isSelected = name === selected;
  const text = el("div", { class: `fxc-menu-item ext-fxc-menu-listView-item${isSelected ? " fxc-menu-selected" : ""}`, "data-telemetryname": `Menu-${name}` }, icon(drawn), el("span", { class: "fxc-menu-itemText" }, say(label)));
  return el("li", { role: "listitem" }, el("a", { href: to.app(clientId, name), "aria-current": isSelected ? "page" : undefined }, text));
}

function group(label: string, list: HTMLElement): HTMLElement {
  const head = el("button", { type: "button", class: "azc-listView-collapsible-groupheader", "aria-expanded": "true" }, icon("chevronDown", 12), el("span", {}, label));
  head.addEventListener("click", () => {
    const open = head.getAttribute("aria-expanded") !== "true";
    head.setAttribute("aria-expanded", String(open));
    list.classList.toggle("fxs-display-none", !open);
  });
  return el("div", { class: "fxc-menu-group" }, head, list);
}
