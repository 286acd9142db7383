import type { World } from "../../practice/world";
import { el } from "../element";
import type { Item, Route } from "../route";

/** The screens that have a React blade, by the name the frame bears. */
const APP_BLADES: Partial<Record<Item, string>> = {
  Overview: "ApplicationOverview.ReactView",
  Authentication: "Authentication.ReactView",
  Credentials: "Credentials.ReactView",
  CallAnAPI: "CallAnAPI.ReactView",
};

let frames = 0;

/** The name of the React blade that shows an address; undefined where the fx generation shows it. */
export function reactName(world: World, route: Route): string | undefined {
  if (world.settings.azure !== "react") return undefined;
  if (route.kind === "list") return "ApplicationsList.ReactView";
  if (route.kind === "register") return "CreateApplication.ReactView";
  return route.kind === "app" ? APP_BLADES[route.item] : undefined;
}

/** A frame with the React blade of an address. */
export function reactFrame(world: World, route: Route): HTMLIFrameElement {
  const name = reactName(world, route) ?? "";
  const { azureLanguage, culture } = world.settings;
  const query = new URLSearchParams({ blade: name, ...(route.clientId && { appId: route.clientId }), l: `${azureLanguage}.${culture.toLowerCase()}` });
  return frame(name, query, "fxs-reactview-frame-active");
}

/** Keeps a frame ready for the next blade, once the present one has loaded: hidden, showing nothing. */
export function prewarm(): void {
  const add = (): void => document.body.append(frame("Prewarmed.ReactView", new URLSearchParams({ prewarm: "true" }), "fxs-display-none"));
  const present = document.querySelector(".fxs-reactview-frame-active");
  if (present) present.addEventListener("load", add, { once: true });
  else add();
}

/** The frame in which the real portal runs an extension's code; it shows nothing and has nothing to be guided to. */
export function extensionFrame(): HTMLIFrameElement {
  return el("iframe", { class: "fxs-extension-frame fxs-display-none", title: "Microsoft_AAD_RegisteredApps", "aria-hidden": "true", tabindex: -1 });
}

function frame(name: string, query: URLSearchParams, state: string): HTMLIFrameElement {
  frames += 1;
  const asked = new URLSearchParams(location.search).get("l");
  if (asked) query.set("l", asked);
  query.set("trustedAuthority", location.origin);
  return el("iframe", {
    id: `_react_frame_${String(frames)}`,
    name,
    title: name,
    class: `fxs-part-frame fxs-portal-bg-txt-br ${state}`,
    allow: "clipboard-write",
    src: `${bladeAddress()}?${query.toString()}`,
  });
}

/** The real portal's origin for React blades; inside the extension, the page beside this one. */
function bladeAddress(): string {
  return location.protocol.startsWith("http") ? `https://sandbox-1.${bladeHost(location.hostname)}/` : "blade.html";
}

/** The other clouds' hosts are inferred from those of the portal's other parts: nobody has published them. */
function bladeHost(portal: string): string {
  if (portal.endsWith(".us")) return "reactblade.azureportal.usgovcloudapi.net";
  return portal.endsWith(".cn") ? "reactblade.azureportal.chinacloudapi.cn" : "reactblade.portal.azure.net";
}

/** Whether a message comes from one of our frames. */
export function isBladeOrigin(origin: string): boolean {
  return origin === location.origin || /^https:\/\/[^/]+\.reactblade((-ms|-rc)?\.portal\.azure\.net|\.azureportal\.(usgovcloudapi\.net|chinacloudapi\.cn))$/.test(origin);
}
