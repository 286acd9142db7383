import { appOf } from "../../practice/world";
import { el } from "../element";
import { type IconName, icon } from "../icons";
import { fxLink } from "../fx/button";
import { to } from "../route";
import type { Screen } from "../shell/blade";

/** The portal's first page: the services, and the apps there are. */
export const home: Screen = {
  title: (portal) => portal.say("home"),
  draw(portal) {
    const { say, world } = portal;
    const tile = (label: string, name: IconName, href: string): HTMLElement => el("a", { class: "fxs-home-service fxs-portal-hover", href }, icon(name, 28), el("span", {}, label));
    const apps = world.apps.flatMap((app) => (appOf(world, app.clientId) ? [el("li", {}, fxLink(app.name, to.app(app.clientId)))] : []));
    const content = el(
      "div",
      { class: "fxs-home" },
      el("h3", {}, say("azureServices")),
      el("div", { class: "fxs-home-services" }, tile(say("entraId"), "shield", to.home), tile(say("appRegistrations"), "list", to.list), tile(say("enterpriseApps"), "grid", to.home), tile(say("users"), "people", to.home), tile(say("groups"), "people", to.home)),
      el("h3", {}, say("recent")),
      apps.length > 0 ? el("ul", { class: "fxs-home-recent" }, ...apps) : el("p", { class: "fxs-portal-subtext" }, say("nothingRecent")),
    );
    return { content };
  },
};
