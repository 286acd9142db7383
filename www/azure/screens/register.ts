import { register as registerApp } from "../../practice/azure-acts";
import type { AccountType, App, Platform } from "../../practice/world";
import { el } from "../element";
import { fxButton, fxLink } from "../fx/button";
import { dropdown } from "../fx/dropdown";
import { textField } from "../fx/field";
import { optionsGroup } from "../fx/options";
import { to } from "../route";
import type { Screen } from "../shell/blade";
import type { Portal } from "../shell/portal";
import { accountTypes, platforms } from "./choices";

/** The form that registers an app. */
export const register: Screen = {
  title: (portal) => portal.say("registerTitle"),
  draw(portal) {
    const { say, world } = portal;
    let accountType: AccountType = "single";
    let platform: Platform | undefined;
    let sent = false;
    const name = textField({ label: say("name"), required: true, requiredText: say("required") }, () => undefined);
    const uri = textField({ label: say("redirectUri"), placeholder: say("redirectExample"), hideLabel: true }, () => undefined);
    const types = accountTypes(say, world.tenant.name, world.settings.accountTypes);
    const who = world.settings.accountTypes === "radio" ? optionsGroup : dropdown;
    const send = (): void => {
      if (sent || name.input.value.trim() === "") {
        name.input.focus();
        return;
      }
      sent = true;
      const form = { name: name.input.value, accountType, platform: platform ?? "web", redirectUri: uri.input.value };
      void create(portal, (now) => registerApp(now, form));
    };
    const content = el(
      "div",
      { class: "practice-form" },
      name.element,
      el("p", { class: "fxs-portal-subtext" }, say("nameHelp")),
      el("h3", {}, say("accountTypes")),
      who({ label: say("accountTypesQuestion") }, types, accountType, (value: AccountType) => (accountType = value)),
      fxLink(say("helpMeChoose"), () => undefined),
      el("h3", {}, say("redirectUri")),
      el("p", {}, say("redirectUriHelp")),
      el(
        "div",
        { class: "practice-pair" },
        dropdown({ label: say("selectPlatform"), placeholder: say("selectPlatform"), hideLabel: true }, platforms(say), platform, (value) => (platform = value)),
        uri.element,
      ),
    );
    return { content, footer: [el("div", { class: "practice-policies" }, fxLink(say("policies"), () => undefined)), fxButton(say("register"), send, { primary: true })] };
  },
};

async function create(portal: Portal, make: (world: Portal["world"]) => { world: Portal["world"]; app: App }): Promise<void> {
  let made: App | undefined;
  await portal.change((world) => {
    const next = make(world);
    made = next.app;
    return next.world;
  });
  if (!made) return;
  portal.toast(portal.say("registerTitle"), portal.say("registered", made.name));
  portal.go(to.app(made.clientId));
}
