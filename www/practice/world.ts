/** The simulated state that both practice portals show and change. Everything in it is made up. */

import { type Dice, adFsSecret, guid, systemDice } from "./made-up";

/** What the control page chooses: how the portals look, not what is in them. */
export interface Settings {
  /** Which widget generation App registrations is shown in. */
  readonly azure: "fx" | "react";
  /** Which of the two fx grids the secrets table uses: the newer `fxc-gc` or the older `azc-grid` table. */
  readonly azureGrid: "gc" | "table";
  /** Which Fluent generation the React secrets blade uses. */
  readonly azureSecrets: "v8" | "v9";
  /** Old wording and radio buttons, or the wording of 2025 and a drop-down. */
  readonly accountTypes: "radio" | "dropdown";
  readonly azureLanguage: "en" | "sv";
  /** BCP 47 tag of the dates' format; apart from the language, as in the portal's own settings. */
  readonly culture: string;
  readonly marketoShell: "plain" | "adobe";
  /** Inside the Adobe shell: whether engage-* shows the classic page itself or holds app-* in one more frame. */
  readonly marketoInner: "engage" | "app";
  /** Whether Validate Sync Setup fills its tab (Ext 3) or opens a window (Ext 4). */
  readonly marketoValidate: "tab" | "window";
  /** Whether Disable Sync and Enable Sync ask before they act. */
  readonly marketoConfirm: boolean;
  /** Whether every check has a mark that tells, or one of them a picture that says nothing to a machine. */
  readonly marketoMarks: "clear" | "one-unclear";
  readonly marketoLanguage: "en" | "de";
  readonly theme: "light" | "dark";
  /** Whether the signed-in admin may grant consent; if not, the button is greyed. */
  readonly mayConsent: boolean;
  /** Longest made-up delay of an answer, in milliseconds; 0 for none. */
  readonly delay: number;
}

/** A directory of Microsoft Entra ID. */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** Sign-in name of the admin at the screen. */
  readonly admin: string;
}

/** One row of the API permissions table. */
export interface Permission {
  readonly api: Api;
  readonly name: string;
  readonly granted: boolean;
}

/** The APIs the practice portal offers. */
export type Api = "Microsoft Graph" | "Dynamics CRM";

/** One client secret; the portal shows `value` only in the document that made it. */
export interface Secret {
  readonly id: string;
  readonly description: string;
  /** ISO 8601. */
  readonly expires: string;
  readonly value: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** Who may use an app; the four choices of the register form, in its order. */
export type AccountType = "single" | "multiple" | "multiple-personal" | "personal";

/** Where answers to a sign-in may go. */
export type Platform = "web" | "spa" | "public";

/** One app registration. */
export interface App {
  readonly clientId: string;
  readonly objectId: string;
  readonly name: string;
  readonly accountType: AccountType;
  readonly redirectUri: string;
  readonly platform: Platform;
  readonly publicClient: boolean;
  readonly permissions: readonly Permission[];
  /** The sync user has consented for itself; the portal's list does not show it. */
  readonly consentOfUser?: boolean;
  readonly secrets: readonly Secret[];
  /** ISO 8601. */
  readonly createdAt: string;
}

/** What Marketo asks for to reach Dynamics. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Asked for by the server-to-server connection alone. */
  readonly tenantId: string;
}

/** How a subscription signs in to Dynamics: as a user, as an app, or through AD FS. */
export type Method = "password" | "server" | "ad-fs";

/** The seven checks of Validate Sync Setup, in their order on the screen. */
export const CHECKS = ["url", "credentials", "role", "solution", "steps", "assigned", "match"] as const;

/** Name of one of the seven checks. */
export type CheckId = (typeof CHECKS)[number];

/** The result of one check; `code` is the AADSTS number behind a failure, where there is one. */
export interface Check {
  readonly id: CheckId;
  readonly passed: boolean;
  readonly code?: number;
}

/** A Marketo subscription with its Dynamics connection. */
export interface Marketo extends Credentials {
  readonly munchkinId: string;
  readonly pod: string;
  readonly method: Method;
  readonly sync: "on" | "off";
  /** ISO 8601: since when the sync is as it is. */
  readonly syncSince: string;
  /** True where no CRM was ever connected: the tree then says "CRM" and the three steps stand there. */
  readonly neverSynced: boolean;
  /** The checks of the last validation; empty before the first. */
  readonly checks: readonly Check[];
}

/** What is true on the Dynamics side; the checks compare what was entered with it. */
export interface Dynamics {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly hasRole: boolean;
  readonly solutionInstalled: boolean;
  readonly stepsEnabled: boolean;
  readonly assigned: boolean;
}

/** Everything there is in the practice world. */
export interface World {
  readonly settings: Settings;
  readonly tenant: Tenant;
  readonly apps: readonly App[];
  readonly dynamics: Dynamics;
  /** The pair that AD FS made, where Dynamics runs on one's own servers. */
  readonly adFs: { readonly clientId: string; readonly clientSecret: string };
  readonly marketo: Marketo;
}

/** The settings a new world starts with. */
export const FIRST_SETTINGS: Settings = {
  azure: "fx",
  azureGrid: "gc",
  azureSecrets: "v9",
  accountTypes: "radio",
  azureLanguage: "en",
  culture: "en-US",
  marketoShell: "plain",
  marketoInner: "engage",
  marketoValidate: "tab",
  marketoConfirm: false,
  marketoMarks: "clear",
  marketoLanguage: "en",
  theme: "light",
  mayConsent: true,
  delay: 120,
};

/** A new world: a tenant without apps and a Marketo whose sync runs on user name and password alone. */
export function newWorld(settings: Settings = FIRST_SETTINGS, now = new Date(), dice: Dice = systemDice): World {
  const domain = "contoso.onmicrosoft.com";
  const dynamics: Dynamics = {
    url: "https://contoso.crm4.dynamics.com/XRMServices/2011/Organization.svc",
    username: `marketo.sync@${domain}`,
    password: "practice only",
    hasRole: true,
    solutionInstalled: true,
    stepsEnabled: true,
    assigned: true,
  };
  return {
    settings,
    tenant: { id: guid(dice), name: "Contoso", domain, admin: `admin@${domain}` },
    apps: [],
    dynamics,
    adFs: { clientId: guid(dice), clientSecret: adFsSecret(dice) },
    marketo: {
      munchkinId: "123-ABC-456",
      pod: "ab12",
      method: "password",
      sync: "on",
      syncSince: now.toISOString(),
      neverSynced: false,
      username: dynamics.username,
      password: dynamics.password,
      url: dynamics.url,
      clientId: "",
      clientSecret: "",
      tenantId: "",
      checks: [],
    },
  };
}

/** The app with this client ID, if the tenant has it. */
export function appOf(world: World, clientId: string): App | undefined {
  return world.apps.find((app) => app.clientId.toLowerCase() === clientId.toLowerCase());
}
