import { saveAuthentication } from "../../practice/azure-acts";
import { type Platform, appOf } from "../../practice/world";
import { el } from "../element";
import { enable, fxButton, toolbarButton } from "../fx/button";
import { textField } from "../fx/field";
import { infoBox } from "../fx/infobox";
import { optionsGroup } from "../fx/options";
import type { Screen } from "../shell/blade";
import { appTitle } from "./app-title";
import { platforms } from "./choices";

/** Platforms and the public-client switch. */
export const authentication: Screen = {
  title: appTitle,
  draw(portal, route, blade) {
    const { say, world } = portal;
    const app = appOf(world, route.clientId);
    if (!app) return { content: infoBox("warning", say("notPractised")) };
    let { publicClient, redirectUri } = app;
    let platform: Platform | undefined = app.redirectUri === "" ? undefined : app.platform;

    const save = fxButton(say("save"), () => void store(), { primary: true, disabled: true });
    const discard = fxButton(say("discard"), () => blade.fill(authentication, route), { disabled: true });
    const edited = (): void => [save, discard].forEach((button) => enable(button, true));
    const store = async (): Promise<void> => {
      enable(save, false);
      await portal.change((now) => saveAuthentication(now, app.clientId, { publicClient, redirectUri, platform: platform ?? app.platform }));
      portal.toast(say("saved"), say("savedText"));
      blade.fill(authentication, route);
    };

    const cards = el("div");
    const showCard = (): void => {
      const name = platforms(say).find(({ value }) => value === platform)?.text;
      if (name === undefined) return;
      const field = textField({ label: say("redirectUris"), placeholder: say("redirectExample"), value: redirectUri }, (typed) => {
        redirectUri = typed;
        edited();
      });
      cards.replaceChildren(el("div", { class: "practice-card fxs-portal-border" }, el("h4", {}, name), el("p", {}, say("redirectUrisText")), field.element));
    };
    showCard();
    const addPlatform = toolbarButton({
      id: "AddPlatform",
      label: say("addPlatform"),
      icon: "add",
      act: () => {
        platform ??= "web";
        showCard();
        cards.querySelector("input")?.focus();
      },
    });
    const content = el(
      "div",
      { class: "practice-form css-scope-BladesAuthenticationStylescss" },
      el("h3", {}, say("platformConfigurations")),
      el("p", {}, say("platformConfigurationsText")),
      addPlatform,
      cards,
      el("h3", {}, say("advancedSettings")),
      el("h4", {}, say("publicClient")),
      optionsGroup(
        { label: say("publicClientText"), look: "picker" },
        [
          { value: true, text: say("yes") },
          { value: false, text: say("no") },
        ],
        publicClient,
        (value) => {
          publicClient = value;
          edited();
        },
      ),
      el("ul", { class: "practice-bullets" }, el("li", {}, say("publicClientFlows"))),
    );
    return { commands: [{ id: "Feedback", label: say("gotFeedback"), icon: "heart" }], content, footer: [save, discard] };
  },
};
