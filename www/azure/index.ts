import { openStore } from "../practice/store";
import type { Settings } from "../practice/world";
import { el } from "./element";
import { askedFor, sayer } from "./labels";
import { parse } from "./route";
import { breadcrumb, isEntra, sidebar, topBar } from "./shell/frame";
import { hearFrames } from "./shell/messages";
import { Journey } from "./shell/journey";
import { Portal } from "./shell/portal";
import { extensionFrame, prewarm } from "./shell/react-frame";
import { wearTheme } from "./theme";

async function start(): Promise<void> {
  const store = await openStore();
  const world = store.read();
  const asked = askedFor(location.search);
  const language = asked.language ?? world.settings.azureLanguage;
  const say = sayer(language);
  const portal = new Portal(store, say, asked.culture ?? world.settings.culture);

  document.documentElement.lang = language;
  document.title = isEntra() ? "Microsoft Entra admin center" : "Microsoft Azure";
  wearTheme(world.settings.theme);
  document.body.classList.add("fxs-portal", "fxs-theme-azure");

  const crumbs = el("div", { class: "fxs-breadcrumb-wrapper" });
  const journey = new Journey(portal, (trail) => {
    crumbs.replaceChildren(breadcrumb(say, trail, (hash) => portal.go(hash)));
    document.title = `${trail.at(-1)?.title ?? ""} - ${isEntra() ? "Microsoft Entra admin center" : "Microsoft Azure"}`;
  });
  const main = el("main", {}, crumbs, el("div", { class: "fxs-journey-target fxs-journey" }, journey.element));
  const middle = el("div", { class: "fxs-portal-middle" }, ...(isEntra() ? [sidebar(say)] : []), main);
  document.body.replaceChildren(el("div", { id: "web-container" }, topBar(say, world), middle));
  document.body.append(extensionFrame());

  async function show(): Promise<void> {
    await portal.refresh();
    await journey.show(parse(location.hash), location.hash);
  }
  window.addEventListener("hashchange", () => void show());
  hearFrames(portal);
  store.onChange(({ settings }) => {
    wearTheme(settings.theme);
    // Another generation or language is another page; a new theme is not.
    if (different(settings, world.settings)) location.reload();
  });
  await show();
  if (world.settings.azure === "react") prewarm();
}

function different(now: Settings, then: Settings): boolean {
  return now.azure !== then.azure || now.azureLanguage !== then.azureLanguage || now.culture !== then.culture;
}

void start();
