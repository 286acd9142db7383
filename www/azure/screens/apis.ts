import type { Api, Permission } from "../../practice/world";
import type { Label, Say } from "../labels";

/** An API's tile, and the delegated permissions it offers. Only those with `api` can be added here. */
export interface ApiTile {
  readonly name: string;
  readonly text: Label;
  readonly color: string;
  readonly address: string;
  readonly api?: Api;
  readonly offered: readonly { readonly group: string; readonly name: string; readonly text: Label }[];
}

/** Microsoft's own APIs, as the pane shows them. */
export const API_TILES: readonly ApiTile[] = [
  {
    name: "Microsoft Graph",
    text: "graphText",
    color: "#2f80c3",
    address: "https://graph.microsoft.com/",
    api: "Microsoft Graph",
    offered: [
      { group: "OpenId permissions", name: "email", text: "email" },
      { group: "OpenId permissions", name: "offline_access", text: "offlineAccess" },
      { group: "OpenId permissions", name: "openid", text: "openid" },
      { group: "OpenId permissions", name: "profile", text: "profile" },
      { group: "User", name: "User.Read", text: "userRead" },
    ],
  },
  { name: "Azure Service Management", text: "azureText", color: "#0f6cbd", address: "https://management.azure.com/", offered: [] },
  {
    name: "Dynamics CRM",
    text: "dynamicsText",
    color: "#0b53ce",
    address: "https://admin.services.crm.dynamics.com/",
    api: "Dynamics CRM",
    offered: [{ group: "", name: "user_impersonation", text: "userImpersonation" }],
  },
  { name: "Flow Service", text: "flowText", color: "#0066ff", address: "https://service.flow.microsoft.com/", offered: [] },
  { name: "Office 365 Management APIs", text: "managementText", color: "#d83b01", address: "https://manage.office.com/", offered: [] },
  { name: "Power BI Service", text: "powerBiText", color: "#c8a400", address: "https://analysis.windows.net/powerbi/api/", offered: [] },
  { name: "SharePoint", text: "sharePointText", color: "#036c70", address: "https://microsoft.sharepoint-df.com/", offered: [] },
];

/** The description of a permission. */
export function explained(say: Say, permission: Pick<Permission, "name">): string {
  const offer = API_TILES.flatMap((tile) => tile.offered).find(({ name }) => name === permission.name);
  return offer ? say(offer.text) : "";
}
