import { el } from "../element";
import type { Screen } from "../shell/blade";
import { appTitle } from "./app-title";

/** Every page of the portal that has nothing to do with the task. */
export const unpractised: Screen = {
  title: (portal, route) => (route.kind === "app" ? appTitle(portal, route) : portal.say("home")),
  draw: (portal) => ({ content: el("p", { class: "fxs-portal-subtext" }, portal.say("notPractised")) }),
};
