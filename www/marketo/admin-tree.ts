import type { World } from "../practice/world";
import type { Node3 } from "./ext3/tree";
import type { Labels } from "./labels";

/** What the tree of the admin area holds. Only the tokens of Dynamics, Salesforce, Email and Web Services are Marketo's own. */
export function adminTree(words: Labels, { marketo }: World): Node3[] {
  const leaf = (text: string, token: string, icon = "mkiPage"): Node3 => ({ text, token, icon });
  const group = (text: string, token: string, children: Node3[]): Node3 => ({ text, token, icon: "mkiFolder", children });
  const crm = marketo.neverSynced ? leaf(words.crm, "CR0A1", "mkiCloud") : leaf(words.dynamics, "DY0A1", "mkiDynamics");
  return [
    {
      text: words.admin,
      token: "AD0A1",
      icon: "mkiGear",
      children: [
        leaf(words.myAccount, "AC0A1"),
        group(words.security, "grpSecurity", [leaf(words.usersRoles, "UR0A1"), leaf(words.loginSettings, "LS0A1")]),
        leaf(words.location, "LO0A1"),
        leaf(words.smartCampaign, "SC0A1"),
        leaf(words.email, "EA0A1"),
        leaf(words.communicationLimits, "CL0A1"),
        leaf(words.tags, "TG0A1"),
        group(words.databaseManagement, "grpDatabase", [leaf(words.fieldManagement, "FM0A1"), ...(marketo.neverSynced ? [] : [leaf(words.entitiesSync, "DE0A1")])]),
        group(words.integration, "grpIntegration", [
          crm,
          leaf(words.salesInsight, "SI0A1"),
          leaf(words.landingPages, "LP0A1"),
          leaf(words.munchkin, "MU0A1"),
          leaf(words.webServices, "MW0A1"),
          leaf(words.launchPoint, "LN0A1"),
          leaf(words.webhooks, "WH0A1"),
          leaf(words.singleSignOn, "SS0A1"),
        ]),
        leaf(words.treasureChest, "TC0A1"),
      ],
    },
  ];
}

/** The name of the page that a token stands for, as the tree has it. */
export function titleOf(nodes: readonly Node3[], token: string): string | undefined {
  for (const node of nodes) {
    const found = node.token === token ? node.text : titleOf(node.children ?? [], token);
    if (found !== undefined) return found;
  }
  return undefined;
}
