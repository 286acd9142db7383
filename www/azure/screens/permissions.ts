import { grantConsent } from "../../practice/azure-acts";
import { type App, type Permission, appOf } from "../../practice/world";
import { el } from "../element";
import { icon } from "../icons";
import { fxButton, fxLink, toolbarButton } from "../fx/button";
import { type Cell, gcGrid } from "../fx/grid";
import { infoBox } from "../fx/infobox";
import type { Blade, Screen } from "../shell/blade";
import type { Portal } from "../shell/portal";
import type { Route } from "../route";
import { explained } from "./apis";
import { appTitle } from "./app-title";
import { requestPermissions } from "./request-permissions";

/** The permissions an app asks for, and the admin's consent to them. */
export const permissions: Screen = {
  title: appTitle,
  draw(portal, route, blade) {
    const { say, world } = portal;
    const app = appOf(world, route.clientId);
    if (!app) return { content: infoBox("warning", say("notPractised")) };
    const redraw = (): void => blade.fill(permissions, route);
    const mayGrant = world.settings.mayConsent && app.permissions.length > 0;
    const tools = el(
      "div",
      { class: "practice-tools" },
      toolbarButton({ id: "AddPermission", label: say("addPermission"), icon: "add", act: () => requestPermissions(portal, app, redraw) }),
      toolbarButton({ id: "GrantAdminConsent", label: say("grantConsent", world.tenant.name), icon: "tick", disabled: !mayGrant, act: () => askConsent(portal, route, blade, app) }),
    );
    return {
      commands: [
        { id: "Refresh", label: say("refresh"), icon: "refresh", act: () => void portal.refresh().then(() => blade.show(permissions, route)) },
        { id: "Feedback", label: say("gotFeedback"), icon: "heart" },
      ],
      content: el(
        "div",
        {},
        infoBox("warning", say("permissionWarning")),
        infoBox("info", say("permissionInfo")),
        el("h3", {}, say("configuredPermissions")),
        el("p", {}, say("configuredPermissionsText")),
        tools,
        table(portal, app),
      ),
    };
  },
};

function askConsent(portal: Portal, route: Route, blade: Blade, app: App): void {
  const { say, world } = portal;
  const yes = async (): Promise<void> => {
    blade.ask(undefined);
    await portal.change((now) => grantConsent(now, app.clientId));
    portal.toast(say("consentDone"), say("consentDoneText"));
    blade.fill(permissions, route);
  };
  const dialog = el(
    "div",
    { class: "fxs-blade-dialog fxs-messagebox fxs-portal-border", role: "alertdialog", "aria-labelledby": "practice-consent" },
    el("div", { class: "fxs-messagebox-title", id: "practice-consent" }, say("confirmConsent")),
    el("p", {}, say("confirmConsentText", world.tenant.name)),
    el("div", { class: "fxs-messagebox-buttons" }, fxButton(say("yes"), () => void yes(), { primary: true }), fxButton(say("no"), () => blade.ask(undefined))),
  );
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") blade.ask(undefined);
  });
  blade.ask(dialog);
}

function table(portal: Portal, app: App): HTMLElement {
  const { say } = portal;
  const columns = [
    { label: say("apiColumn"), width: "2.2fr" },
    { label: say("type"), width: "1fr" },
    { label: say("description"), width: "2.6fr" },
    { label: say("consentRequired"), width: "1.6fr" },
    { label: say("status"), width: "1.8fr" },
  ];
  const rows: Cell[][] = [];
  const groups = new Set<number>();
  for (const api of [...new Set(app.permissions.map((permission) => permission.api))]) {
    const own = app.permissions.filter((permission) => permission.api === api);
    groups.add(rows.length);
    const title = `${api} (${String(own.length)})`;
    rows.push([{ text: title, shown: el("span", { class: "practice-group" }, icon("chevronDown", 10), el("span", {}, title)) }]);
    rows.push(...own.map((permission) => line(portal, permission)));
  }
  return gcGrid(say("configuredPermissions"), columns, rows, "", groups);
}

function line(portal: Portal, permission: Permission): Cell[] {
  const { say, world } = portal;
  const granted = say("granted", world.tenant.name);
  return [
    { text: permission.name, shown: fxLink(permission.name, () => undefined) },
    { text: say("delegated") },
    { text: explained(say, permission) },
    { text: say("no") },
    permission.granted ? { text: granted, shown: el("span", { class: "practice-good" }, icon("tick", 12), el("span", {}, ` ${granted}`)) } : { text: "" },
  ];
}
