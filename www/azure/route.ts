/** The portal's addresses: `#(@tenant/)?(view|blade)/<extension>/<Blade>(/~)?/<item>?(/name/value)*`. */

/** What an address says. */
export interface Route {
  readonly kind: "home" | "list" | "register" | "app" | "enterprise" | "unknown";
  /** The selected item of a menu blade. */
  readonly item: Item;
  readonly clientId: string;
  readonly objectId: string;
}

/** The menu items of an app, by the names that the portal's addresses and telemetry use. */
export const ITEMS = [
  "Overview",
  "Quickstart",
  "IntegrationAssistant",
  "Diagnose",
  "Branding",
  "Authentication",
  "Credentials",
  "TokenConfiguration",
  "CallAnAPI",
  "ProtectAnAPI",
  "AppRoles",
  "Owners",
  "Roles",
  "Manifest",
  "Troubleshoot",
  "NewSupportRequest",
] as const;

/** Name of a menu item of an app. */
export type Item = (typeof ITEMS)[number];

const APPS = "Microsoft_AAD_RegisteredApps";

/** The portal's own address of each screen. */
export const to = {
  home: "#home",
  list: `#view/${APPS}/ApplicationsListBlade`,
  register: `#view/${APPS}/CreateApplicationBlade/quickStartType~/null/isMSAApp~/false`,
  app: (clientId: string, item: Item = "Overview"): string =>
    `#view/${APPS}/ApplicationMenuBlade/~/${item}/appId/${clientId}/isMSAApp~/false`,
  enterprise: (objectId: string): string => `#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Credentials/objectId/${objectId}`,
};

const ADDRESS = /^#(?:@[^/]+\/)?(?:view|blade)\/([^/]+)\/([^/]+)(?:\/(.*))?$/i;

/** Reads an address; names are compared without regard to case, as the portal does. */
export function parse(hash: string): Route {
  const [, extension = "", blade = "", rest = ""] = ADDRESS.exec(hash) ?? [];
  const parts = rest.split("/").map(decoded);
  const menu = parts[0] === "~" ? parts.slice(1) : parts;
  const route = {
    item: ITEMS.find((item) => item.toLowerCase() === menu[0]?.toLowerCase()) ?? "Overview",
    clientId: after(parts, "appId"),
    objectId: after(parts, "objectId"),
  };
  return { kind: kindOf(hash, extension.toLowerCase(), blade.toLowerCase().replace(/\.reactview$/, ""), menu[0]), ...route };
}

function kindOf(hash: string, extension: string, blade: string, item = ""): Route["kind"] {
  if (/^(#|#home|#@[^/]+\/?(home)?|)$/i.test(hash)) return "home";
  if (extension === "microsoft_aad_iam") {
    if (blade === "activedirectorymenublade" && item.toLowerCase() === "registeredapps") return "list";
    if (blade === "managedappmenublade") return "enterprise";
  }
  if (extension !== APPS.toLowerCase()) return "unknown";
  if (blade === "applicationslistblade") return "list";
  if (blade === "createapplicationblade") return "register";
  return blade === "applicationmenublade" ? "app" : "unknown";
}

function after(parts: readonly string[], name: string): string {
  const at = parts.findIndex((part) => part.toLowerCase() === name.toLowerCase());
  return at < 0 ? "" : (parts[at + 1] ?? "");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
