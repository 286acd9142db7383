import { masked, removeSecret } from "../../practice/azure-acts";
import { type App, type Secret, appOf } from "../../practice/world";
import { el, onPress } from "../element";
import { icon } from "../icons";
import { toolbarButton } from "../fx/button";
import { copyButton } from "../fx/copy";
import { type Cell, azcGrid, gcGrid } from "../fx/grid";
import { infoBox } from "../fx/infobox";
import { tabs } from "../fx/tabs";
import type { Screen } from "../shell/blade";
import type { Portal } from "../shell/portal";
import { addSecret } from "./add-secret";
import { appTitle } from "./app-title";

/** Certificates & secrets. */
export const credentials: Screen = {
  title: appTitle,
  draw(portal, route, blade) {
    const { say, world } = portal;
    const app = appOf(world, route.clientId);
    if (!app) return { content: infoBox("warning", say("notPractised")) };
    const redraw = (): void => blade.fill(credentials, route);
    const none = (text: string) => (): Node => el("p", { class: "fxs-portal-subtext" }, text);
    return {
      commands: [{ id: "Feedback", label: say("gotFeedback"), icon: "heart" }],
      content: el(
        "div",
        {},
        el("p", { class: "practice-intro" }, say("credentialsIntro")),
        infoBox("info", say("credentialsInfo")),
        tabs(
          [
            { label: say("certificatesTab", 0), show: none(say("noCertificates")) },
            { label: say("secretsTab", app.secrets.length), show: () => secrets(portal, app, redraw) },
            { label: say("federatedTab", 0), show: none(say("noFederated")) },
          ],
          1,
        ),
      ),
    };
  },
};

function secrets(portal: Portal, app: App, redraw: () => void): HTMLElement {
  const { say, world } = portal;
  const columns = [
    { label: say("description"), width: "2fr" },
    { label: say("expires"), width: "1fr" },
    { label: say("value"), width: "2fr", info: say("valueHelp") },
    { label: say("secretId"), width: "2.4fr" },
    { label: "", width: "0.5fr" },
  ];
  const grid = world.settings.azureGrid === "gc" ? gcGrid : azcGrid;
  return el(
    "div",
    {},
    el("p", {}, say("secretsText")),
    toolbarButton({ id: "NewClientSecret", label: say("newSecret"), icon: "add", act: () => addSecret(portal, app, redraw) }),
    grid(say("secretsTab", app.secrets.length), columns, app.secrets.map((secret) => row(portal, app, secret, redraw)), say("noSecrets")),
  );
}

function row(portal: Portal, app: App, secret: Secret, redraw: () => void): Cell[] {
  const { say } = portal;
  const plain = portal.owns(secret.id);
  const bin = el("div", { type: "button", role: "button", tabindex: 0, class: "practice-bin fxs-fxclick", title: say("deleteSecret"), "aria-label": say("deleteSecret") }, icon("bin", 14));
  onPress(bin, () => void portal.change((world) => removeSecret(world, app.clientId, secret.id)).then(redraw));
  return [
    { text: secret.description },
    { text: portal.date(secret.expires) },
    plain ? { text: secret.value, button: copyButton(say, secret.value) } : { text: masked(secret) },
    { text: secret.id, button: copyButton(say, secret.id) },
    { text: "", shown: bin },
  ];
}
