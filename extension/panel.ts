/** Starts the panel's module. What the panel shows and does is written in `src/panel`. */
import init, { start } from "../out/wasm/panel/panel";
import languages from "./_locales/languages.json";

/** Shows what stands on the page for the time when the module does not run. */
function broken(): void {
  document.documentElement.dataset["wreck"] = "panel";
}

for (const element of document.querySelectorAll<HTMLElement>(".wreck [data-message]")) {
  const message = chrome.i18n.getMessage(element.dataset["message"] ?? "");
  if (message !== "") element.textContent = message;
}
document.querySelector("#restart")?.addEventListener("click", ({ isTrusted }) => {
  if (isTrusted) chrome.runtime.reload();
});
// A module that breaks off in the middle of a call does not come back.
addEventListener("error", ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) broken();
});

try {
  await init({ module_or_path: chrome.runtime.getURL("panel_bg.wasm") });
  start(languages);
} catch (error) {
  broken();
  throw error;
}
