/**
 * The manifest: one source, two builds. Firefox has no service worker and Chrome no background scripts;
 * one manifest with both keys works in both, but web-ext lint warns about it.
 */

import { REACHES, SIGN_INS } from "../generated/core";

/** The browsers there is a package for; Edge and the other Chromium browsers take Chrome's. */
export type Browser = "chrome" | "firefox";

/** Where the Azure portal and the Entra admin center live; the `reactblade` hosts serve the frames of newer blades. */
const AZURE = [
  "https://*.portal.azure.com/*",
  "https://*.entra.microsoft.com/*",
  "https://*.reactblade.portal.azure.net/*",
  "https://*.reactblade-ms.portal.azure.net/*",
  "https://*.reactblade-rc.portal.azure.net/*",
];

/** Marketo runs on app-POD and engage-DATACENTER hosts, which a pattern cannot say, and in a frame of Adobe's shell. */
const MARKETO = ["https://*.marketo.com/*", "https://experience.adobe.com/*"];

/** Hosts of marketo.com that are no application. */
const NOT_MARKETO = ["www", "nation", "developers", "docs", "login"].map((host) => `https://${host}.marketo.com/*`);

/** Hosts that are asked for when they are needed: the portals of other clouds, and the sign-in services, where a person can have the pair tested. */
const OPTIONAL = [...Object.values(REACHES).flat(), ...Object.values(SIGN_INS)];

/** Nothing is loaded from, sent to or framed by anybody else, but for the test of the pair: that asks a sign-in service. The frames are the practice portals'. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  // The hash is that of nothing: Fluent UI puts empty style elements into the practice portals and fills them through the CSSOM.
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  "font-src 'self'",
  `connect-src 'self' ${Object.values(SIGN_INS).map((origin) => origin.replace("/*", "")).join(" ")}`,
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const ICONS = { 16: "icons/16.png", 32: "icons/32.png", 48: "icons/48.png", 128: "icons/128.png" };

/** The manifest of one browser's package. */
export function manifest(browser: Browser, version: string): Record<string, unknown> {
  const sites = [...AZURE, ...MARKETO];
  return {
    manifest_version: 3,
    name: "__MSG_extension_name__",
    description: "__MSG_extension_description__",
    version,
    default_locale: "en",
    icons: ICONS,
    action: { default_title: "__MSG_extension_name__", default_icon: ICONS },
    permissions: ["alarms", "declarativeNetRequestWithHostAccess", "notifications", "scripting", "storage", ...(browser === "chrome" ? ["idle", "sidePanel"] : [])],
    host_permissions: sites,
    optional_host_permissions: OPTIONAL,
    content_scripts: [
      {
        matches: sites,
        exclude_matches: NOT_MARKETO,
        js: ["content.js"],
        all_frames: true,
        // Frames without an address of their own (about:blank, srcdoc) are left alone: nothing is filled there.
        match_about_blank: false,
        run_at: "document_idle",
      },
    ],
    options_ui: { page: "options.html", open_in_tab: true },
    commands: {
      act: { suggested_key: { default: "Alt+Shift+F" }, description: "__MSG_command_act__" },
    },
    content_security_policy: { extension_pages: POLICY },
    // A private window would share the pair with the others.
    incognito: "not_allowed",
    ...(browser === "chrome" ? CHROME : FIREFOX),
  };
}

const CHROME = {
  minimum_chrome_version: "120",
  background: { service_worker: "background.js", type: "module" },
  side_panel: { default_path: "panel.html" },
  // Without the key every other extension could open a channel.
  externally_connectable: {},
};

const FIREFOX = {
  background: { scripts: ["background.js"], type: "module" },
  sidebar_action: {
    default_title: "__MSG_extension_name__",
    default_panel: "panel.html",
    default_icon: ICONS,
    open_at_install: false,
  },
  browser_specific_settings: {
    gecko: {
      id: "keyferry@keyferry.example",
      // Firefox for Android knows data_collection_permissions from 142 on.
      strict_min_version: "142.0",
      data_collection_permissions: { required: ["none"] },
    },
  },
};
