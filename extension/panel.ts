/** Starts the panel's module. What the panel shows and does is written in `src/panel`. */
import init, { start } from "../out/wasm/panel/panel";
import languages from "./_locales/languages.json";

try {
  await init({ module_or_path: chrome.runtime.getURL("panel_bg.wasm") });
  start(languages);
} catch (error) {
  for (const element of document.querySelectorAll<HTMLElement>(".broken [data-message]")) {
    const message = chrome.i18n.getMessage(element.dataset["message"] ?? "");
    if (message !== "") element.textContent = message;
  }
  throw error;
}
