import { type AccountType, type App, type World, appOf } from "../../practice/world";
import { el } from "../element";
import { type Essential, essentials } from "../fx/essentials";
import { infoBox } from "../fx/infobox";
import { tabs } from "../fx/tabs";
import type { Label, Say } from "../labels";
import { to } from "../route";
import type { Screen } from "../shell/blade";
import { appTitle } from "./app-title";

/** An app's first page, with Essentials. */
export const overview: Screen = {
  title: appTitle,
  draw(portal, route) {
    const { say, world } = portal;
    const app = appOf(world, route.clientId);
    if (!app) return { content: infoBox("warning", say("notPractised")) };
    const { left, right } = essentialsOf(say, world, app);
    const welcome = (): Node => el("div", { class: "practice-welcome" }, el("h2", {}, say("welcome")), el("p", {}, say("welcomeText")));
    return {
      commands: [
        { id: "Delete", label: say("delete"), icon: "bin" },
        { id: "Endpoints", label: say("endpoints"), icon: "globe" },
        { id: "PreviewFeatures", label: say("previewFeatures"), icon: "flag" },
      ],
      content: el(
        "div",
        {},
        essentials(say, left, right),
        tabs(
          [
            { label: say("getStarted"), show: welcome },
            { label: say("documentation"), show: welcome },
          ],
          0,
        ),
      ),
    };
  },
};

const AUDIENCE: Readonly<Record<AccountType, Label>> = {
  single: "myOrganization",
  multiple: "multipleOrganizations",
  "multiple-personal": "allAccountUsers",
  personal: "personalUsers",
};

/** What Essentials says, in today's order: client ID, object ID, tenant ID. */
export function essentialsOf(say: Say, world: World, app: App): { left: Essential[]; right: Essential[] } {
  const count = (platform: App["platform"]): number => (app.redirectUri !== "" && app.platform === platform ? 1 : 0);
  return {
    left: [
      { label: say("displayName"), value: app.name, link: to.app(app.clientId, "Branding") },
      { label: say("applicationId"), value: app.clientId },
      { label: say("objectId"), value: app.objectId },
      { label: say("tenantId"), value: world.tenant.id },
      { label: say("accountTypes"), value: say(AUDIENCE[app.accountType]), link: to.app(app.clientId, "Authentication") },
    ],
    right: [
      {
        label: say("clientCredentials"),
        value: app.secrets.length > 0 ? say("credentialCount", 0, app.secrets.length) : say("addCredential"),
        link: to.app(app.clientId, "Credentials"),
      },
      {
        label: say("redirectUris"),
        value: app.redirectUri === "" ? say("addRedirect") : say("redirectCount", count("web"), count("spa"), count("public")),
        link: to.app(app.clientId, "Authentication"),
      },
      { label: say("applicationIdUri"), value: say("addApplicationIdUri"), link: to.app(app.clientId, "ProtectAnAPI") },
      { label: say("managedApplication"), value: app.name, link: to.enterprise(app.objectId) },
      { label: say("state"), value: say("activated"), link: to.app(app.clientId, "Branding") },
    ],
  };
}
