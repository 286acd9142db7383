import type { AccountType, App, World } from "../../practice/world";
import type { Essential } from "../fx/essentials";
import type { Label, Say } from "../labels";
import { to } from "../route";

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
