import { appOf } from "../../practice/world";
import { el } from "../element";
import { essentials } from "../fx/essentials";
import { infoBox } from "../fx/infobox";
import { tabs } from "../fx/tabs";
import type { Screen } from "../shell/blade";
import { appTitle } from "./app-title";
import { essentialsOf } from "./essential-lines";

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
