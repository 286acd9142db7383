import type { World } from "../../practice/world";
import { type IconName, icon } from "../icons";
import { el, onPress } from "../element";
import type { Say } from "../labels";
import { to } from "../route";

/** Which of the two portals this page is: the Entra admin center is the same shell under another colour. */
export function isEntra(): boolean {
  return location.hostname.startsWith("entra.") || new URLSearchParams(location.search).get("portal") === "entra";
}

/** The bar at the top. */
export function topBar(say: Say, world: World): HTMLElement {
  const { tenant } = world;
  const button = (name: IconName, label: string): HTMLElement => el("button", { type: "button", class: "fxs-topbar-button", title: label, "aria-label": label }, icon(name));
  const brand = el("a", { class: "fxs-topbar-home", href: to.home }, isEntra() ? "Microsoft Entra admin center" : "Microsoft Azure");
  const account = el(
    "button",
    { type: "button", class: "fxs-menu-account fxs-topbar-button", title: `${tenant.admin}\n${tenant.name}\n${tenant.domain} (${tenant.id})`, "aria-label": say("account") },
    el("span", { class: "fxs-avatarmenu-names" }, el("span", { class: "fxs-avatarmenu-username" }, tenant.admin), el("span", { class: "fxs-avatarmenu-tenant" }, `${tenant.name.toUpperCase()} (${tenant.domain.toUpperCase()})`)),
    el("span", { class: "fxs-avatarmenu-tenant-image", "aria-hidden": "true" }, tenant.admin.slice(0, 1).toUpperCase()),
  );
  return el(
    "div",
    { class: `fxs-topbar${isEntra() ? " fxs-topbar-entra" : ""}`, role: "banner" },
    button("list", say("portalMenu")),
    brand,
    el("span", { class: "practice-note", title: say("practiceNote") }, say("practice")),
    search(say),
    el("div", { class: "fxs-topbar-buttons" }, button("bell", say("notifications")), button("gear", say("settings")), button("help", say("help")), button("heart", say("feedback")), account),
  );
}

function search(say: Say): HTMLElement {
  const input = el("input", { type: "search", placeholder: say("search"), "aria-label": say("search"), autocomplete: "off" });
  const found = el("a", { class: "fxs-search-result", href: to.list }, icon("grid"), el("span", {}, say("appRegistrations")));
  const popup = el("div", { class: "fxs-search-popup fxs-portal-bg-txt-br fxs-display-none" }, el("div", { class: "fxs-search-group" }, say("searchServices")), found);
  const box = el("div", { class: "fxs-search fxs-topbar-search", role: "search" }, icon("search", 14), input, popup);
  const show = (): void => {
    const typed = input.value.trim().toLowerCase();
    popup.classList.toggle("fxs-display-none", typed === "" || !say("appRegistrations").toLowerCase().includes(typed));
  };
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !popup.classList.contains("fxs-display-none")) found.click();
  });
  found.addEventListener("click", () => {
    input.value = "";
    show();
  });
  return box;
}

/** The Entra admin center's navigation at the left. */
export function sidebar(say: Say): HTMLElement {
  const link = (label: string, name: IconName, href: string, deep = false): HTMLElement =>
    el("li", { role: "listitem" }, el("a", { class: `fxs-sidebar-item${deep ? " fxs-sidebar-sub" : ""}`, href }, icon(name), el("span", {}, label)));
  return el(
    "nav",
    { class: "fxs-sidebar fxs-portal-border", "aria-label": "Entra" },
    el(
      "ul",
      {},
      link(say("entraHome"), "home", to.home),
      link(say("favorites"), "heart", to.home),
      link(say("entraId"), "shield", to.home),
      link(say("overview"), "grid", to.home, true),
      link(say("users"), "people", to.home, true),
      link(say("groups"), "people", to.home, true),
      link(say("devices"), "grid", to.home, true),
      link(say("enterpriseApps"), "grid", to.home, true),
      link(say("appRegistrations"), "list", to.list, true),
      link(say("rolesAdmins"), "people", to.home, true),
    ),
  );
}

/** The trail of open blades; each but the last leads back to its blade. */
export function breadcrumb(say: Say, trail: readonly { title: string; hash: string }[], go: (hash: string) => void): HTMLElement {
  const steps = [{ title: say("home"), hash: to.home }, ...trail.slice(0, -1).filter((step) => step.hash !== to.home)];
  const items = steps.flatMap((step) => {
    const link = el("a", { class: "fxs-breadcrumb-crumb fxs-fxclick", role: "link", tabindex: 0 }, step.title);
    onPress(link, () => go(step.hash));
    return [el("li", {}, link), el("li", { class: "fxs-breadcrumb-divider", "aria-hidden": "true" }, icon("chevronRight", 10))];
  });
  return el("nav", { class: "fxs-breadcrumb", "aria-label": say("breadcrumbs") }, el("ol", {}, ...items));
}
