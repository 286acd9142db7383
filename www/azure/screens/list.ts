import type { App } from "../../practice/world";
import { el } from "../element";
import { icon } from "../icons";
import { fxLink } from "../fx/button";
import { textField } from "../fx/field";
import { gcGrid } from "../fx/grid";
import { tabs } from "../fx/tabs";
import { to } from "../route";
import type { Screen } from "../shell/blade";
import type { Portal } from "../shell/portal";
import { secretsStatus } from "./secrets-status";

/** App registrations: the list of apps. */
export const list: Screen = {
  title: (portal) => portal.say("appRegistrations"),
  draw(portal, route, blade) {
    const { say } = portal;
    const owned = (): Node => filtered(portal, portal.world.apps);
    return {
      commands: [
        { id: "AddApplication", label: say("newRegistration"), icon: "add", act: () => portal.go(to.register) },
        { id: "Endpoints", label: say("endpoints"), icon: "globe" },
        { id: "Troubleshooting", label: say("troubleshooting"), icon: "wrench" },
        { id: "Refresh", label: say("refresh"), icon: "refresh", act: () => void portal.refresh().then(() => blade.show(list, route)) },
        { id: "Download", label: say("download"), icon: "download" },
        { id: "PreviewFeatures", label: say("previewFeatures"), icon: "flag" },
        { id: "Feedback", label: say("gotFeedback"), icon: "heart" },
      ],
      content: tabs(
        [
          { label: say("allApplications"), show: owned },
          { label: say("ownedApplications"), show: owned },
          { label: say("deletedApplications"), show: () => filtered(portal, []) },
        ],
        1,
      ),
    };
  },
};

function filtered(portal: Portal, apps: readonly App[]): HTMLElement {
  const { say } = portal;
  const holder = el("div");
  const show = (typed: string): void => {
    const wanted = typed.trim().toLowerCase();
    const found = apps.filter((app) => app.name.toLowerCase().startsWith(wanted) || app.clientId.startsWith(wanted));
    holder.replaceChildren(el("div", { class: "fxs-portal-subtext practice-count" }, say("applicationsFound", found.length)), grid(portal, found));
  };
  const filter = textField({ label: say("filterApps"), placeholder: say("filterApps"), hideLabel: true }, show);
  show("");
  return el("div", { class: "practice-list" }, filter.element, holder);
}

function grid(portal: Portal, apps: readonly App[]): HTMLElement {
  const { say } = portal;
  const columns = [
    { label: say("displayName"), width: "3fr" },
    { label: say("applicationId"), width: "3fr" },
    { label: say("createdOn"), width: "1.2fr" },
    { label: say("secretsStatus"), width: "1.8fr" },
  ];
  const rows = apps.map((app) => {
    const link = fxLink(app.name, to.app(app.clientId));
    link.className = "fxc-gcflink-link msportalfx-text-primary";
    const avatar = el("span", { class: "practice-avatar", "aria-hidden": "true" }, app.name.slice(0, 2).toUpperCase());
    return [
      { text: app.name, shown: el("span", { class: "practice-app" }, avatar, link) },
      { text: app.clientId },
      { text: portal.date(app.createdAt) },
      { text: say(secretsStatus(app) ?? "none"), shown: status(portal, app) },
    ];
  });
  return gcGrid(say("appRegistrations"), columns, rows, say("noApplications"));
}

function status(portal: Portal, app: App): Node {
  const known = secretsStatus(app);
  if (!known) return document.createTextNode(portal.say("none"));
  return el("span", { class: known === "current" ? "practice-good" : "practice-warn" }, icon(known === "current" ? "tick" : "info", 12), ` ${portal.say(known)}`);
}
