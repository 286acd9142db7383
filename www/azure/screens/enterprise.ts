import { el } from "../element";
import { gcGrid } from "../fx/grid";
import { copyButton } from "../fx/copy";
import type { Screen } from "../shell/blade";

/** A look-alike: the enterprise application's credentials, with GUIDs, copy buttons and dates, but nothing for Marketo. */
export const enterprise: Screen = {
  title(portal, route) {
    const app = portal.world.apps.find((one) => one.objectId.toLowerCase() === route.objectId.toLowerCase());
    return `${app?.name ?? route.objectId} | ${portal.say("certificates")}`;
  },
  subtitle: (portal) => portal.say("enterpriseTitle"),
  draw(portal, route) {
    const { say } = portal;
    const columns = [
      { label: say("thumbprint"), width: "2fr" },
      { label: say("expires"), width: "1fr" },
      { label: say("keyId"), width: "2fr" },
    ];
    const row = [{ text: route.objectId.replaceAll("-", "").toUpperCase() }, { text: portal.date(new Date(Date.now() + 86_400_000 * 300).toISOString()) }, { text: route.objectId, button: copyButton(say, route.objectId) }];
    return { content: el("div", {}, el("p", {}, say("enterpriseText")), gcGrid(say("certificates"), columns, [row], "")) };
  },
};
